"""Where the fields of a document contradict each other.

- ``timezone`` and ``tz_database`` are the same zone, and every clock time has that zone's offset.
- ``end_date`` is not before ``start_date`` nor more than a year after; ``reported_day`` is one of the days.
- ``start`` falls on ``start_date``, or on the reported day where one is named; ``end`` is not before
  ``start`` and at the latest on the day after the last one, since an event may run past midnight.
- Sessions have different orders, lie within the days, and end no earlier than they start; a speaker's
  session exists where sessions are given.
- Who opened or closed the event has a name or a position: the sentence needs a subject.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from webinar.core.document.model import EventDocument, Session
from webinar.core.document.zone import clock_times, event_zone
from webinar.core.errors import Problem
from webinar.core.zones import zone_of

FIRST_EVENT_YEAR = 2000
LONGEST_DAYS = 366
ONE_DAY = timedelta(days=1)


def disagreements(document: EventDocument, *, without: set[str]) -> list[Problem]:
    """What contradicts what, leaving out rules about the fields whose paths are known to be wrong already."""
    wrong = {re.split(r"[.\[]", path, maxsplit=1)[0] for path in without}
    return [
        Problem(path, found, expected)
        for fields, rule in RULES
        if not wrong.intersection(fields)
        for path, found, expected in rule(document)
    ]


Found = Iterator[tuple[str, str, str]]


def _zone_names(doc: EventDocument) -> Found:
    if doc.timezone and doc.tz_database:
        right = zone_of(doc.tz_database).code
        if doc.timezone != right:
            yield "timezone", doc.timezone, f"{right}, zona dari tz_database {doc.tz_database}"


def _offsets(doc: EventDocument) -> Found:
    zone = event_zone(doc)
    for path, moment in clock_times(doc):
        if moment.utcoffset() != timedelta(hours=zone.offset_hours):
            expected = f"selisih +{zone.offset_hours:02}:00, yaitu {zone.code}, zona waktu kegiatan ini"
            yield path, f"waktu {moment.isoformat()}", expected


def _dates(doc: EventDocument) -> Found:
    first, last = doc.dates.start_date, doc.dates.end_date or doc.dates.start_date
    if first.year < FIRST_EVENT_YEAR:
        yield "dates.start_date", f"tanggal {first}", f"tanggal mulai tahun {FIRST_EVENT_YEAR}"
    days = (last - first).days + 1
    if days < 1:
        yield "dates.end_date", f"tanggal {last}", f"tidak lebih awal dari dates.start_date {first}"
    elif days > LONGEST_DAYS:
        yield (
            "dates.end_date",
            f"tanggal {last}",
            f"paling lama {LONGEST_DAYS} hari sejak dates.start_date {first}",
        )
    elif doc.dates.reported_day and doc.dates.reported_day > days:
        yield (
            "dates.reported_day",
            f"hari ke-{doc.dates.reported_day}",
            f"dari 1 sampai {days}, jumlah hari kegiatan",
        )


def _start_and_end(doc: EventDocument) -> Found:
    first, last = doc.dates.start_date, doc.dates.end_date or doc.dates.start_date
    reported = first + ONE_DAY * ((doc.dates.reported_day or 1) - 1)
    if doc.start and doc.start.date() not in (first, reported):
        at = f"tanggal {first}, sama dengan dates.start_date"
        yield "start", f"waktu {doc.start.isoformat()}", at
    if doc.end and doc.start and doc.end < doc.start:
        yield "end", f"waktu {doc.end.isoformat()}", f"tidak lebih awal dari start {doc.start.isoformat()}"
    elif doc.end and not first <= doc.end.date() <= last + ONE_DAY:
        yield "end", f"waktu {doc.end.isoformat()}", f"dalam hari kegiatan, dari {first} sampai {last}"


def _session_orders(doc: EventDocument) -> Found:
    seen: dict[int, int] = {}
    for number, session in enumerate(doc.sessions):
        if session.order is not None and seen.setdefault(session.order, number) != number:
            other = f"berbeda dari sessions[{seen[session.order]}].order"
            yield f"sessions[{number}].order", f"bilangan {session.order}", other


def _session_times(doc: EventDocument) -> Found:
    first, last = doc.dates.start_date, doc.dates.end_date or doc.dates.start_date
    for number, session in enumerate(doc.sessions):
        path = f"sessions[{number}]"
        days = (last - first).days + 1
        if session.day and session.day > days:
            yield f"{path}.day", f"hari ke-{session.day}", f"dari 1 sampai {days}, jumlah hari kegiatan"
            continue
        yield from _session_span(path, session, first, last)


def _session_span(path: str, session: Session, first: date, last: date) -> Found:
    if session.day:
        first = last = first + ONE_DAY * (session.day - 1)
    days = f"tanggal {first}" if first == last else f"tanggal dari {first} sampai {last}"
    if session.start and not first <= session.start.date() <= last:
        yield f"{path}.start", f"waktu {session.start.isoformat()}", days
    if session.end and session.start and session.end < session.start:
        yield f"{path}.end", f"waktu {session.end.isoformat()}", f"tidak lebih awal dari {path}.start"
    elif session.end and not first <= session.end.date() <= last + ONE_DAY:
        yield f"{path}.end", f"waktu {session.end.isoformat()}", days


def _speakers_sessions(doc: EventDocument) -> Found:
    if not doc.sessions:
        return
    orders = {session.order for session in doc.sessions if session.order is not None}
    known = ", ".join(map(str, sorted(orders))) or "tidak ada sesi yang bernomor"
    for number, speaker in enumerate(doc.speakers):
        if speaker.session is not None and speaker.session not in orders:
            yield f"speakers[{number}].session", f"sesi {speaker.session}", f"sessions[].order: {known}"


def _openers(doc: EventDocument) -> Found:
    for path, person in (("opened_by", doc.opened_by), ("closed_by", doc.closed_by)):
        if person and not person.name and not person.position:
            yield path, "orang tanpa nama dan jabatan", "sedikitnya name atau position diisi"


RULES: tuple[tuple[tuple[str, ...], Callable[[EventDocument], Found]], ...] = (
    (("timezone", "tz_database"), _zone_names),
    (("timezone", "tz_database", "start", "end", "sessions"), _offsets),
    (("dates",), _dates),
    (("dates", "start", "end"), _start_and_end),
    (("sessions",), _session_orders),
    (("dates", "sessions"), _session_times),
    (("sessions", "speakers"), _speakers_sessions),
    (("opened_by", "closed_by"), _openers),
)
