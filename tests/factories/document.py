"""Event documents for tests: the seed's, a small one, a full one, and generated ones of every shape."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from webinar.core.document.kinds import Choice, Day, Flag, Kind, Many, Moment, Part, Text, Whole, table
from webinar.core.document.model import (
    Dates,
    EventDocument,
    Organiser,
    ParticipantGroup,
    Person,
    PersonWithRemarks,
    ReportingUnit,
    Session,
    Speaker,
)
from webinar.core.document.read import read_document
from webinar.core.text import clean
from webinar.core.zones import BY_NAME, ZONES, Zone

SEED = Path(__file__).with_name("seed.json")
ONE_DAY = timedelta(days=1)


def seed_json() -> dict[str, Any]:
    """The seed's document as JSON values, fresh for the caller to change."""
    found: dict[str, Any] = json.loads(SEED.read_text(encoding="utf-8"))
    return found


def seed_document() -> EventDocument:
    return read_document(seed_json())


def small_document(**changes: Any) -> EventDocument:
    """Nothing but what must be there."""
    least = EventDocument(
        title="Webinar Keterbukaan Informasi",
        organiser=Organiser("KPU RI"),
        reporting_unit=ReportingUnit("KPU Kabupaten Bantul"),
        perspective="attendee",
        dates=Dates(date(2026, 3, 5)),
    )
    return replace(least, **changes)


def document_with_speakers(count: int) -> EventDocument:
    """As many speakers with notes, moderators, people with remarks, sessions and groups as asked for."""
    start = datetime(2026, 3, 5, 9, tzinfo=timezone(timedelta(hours=8)))
    numbers = range(1, count + 1)
    return small_document(
        start=start,
        end=start + timedelta(hours=6),
        tz_database="Asia/Makassar",
        speakers=tuple(
            Speaker(f"Narasumber {n}", session_order=n, session=n, intro="peran", key_points=("satu", "dua"))
            for n in numbers
        ),
        moderators=tuple(Person(f"Moderator {n}") for n in numbers),
        remarks_by=tuple(PersonWithRemarks(f"Pejabat {n}", remarks=("satu", "dua")) for n in numbers),
        opened_by=PersonWithRemarks("Pembuka", remarks=("Selamat datang.",)),
        sessions=tuple(Session(order=n, name=f"Sesi {n}", start=start, end=start) for n in numbers),
        participant_groups=tuple(ParticipantGroup(label=f"Kelompok {n}", members=("LSM",)) for n in numbers),
    )


# generated documents

_WORDS = (
    "Ma'ruf & Mu'min",
    "“Good Government”, trust, dan hoaks",
    "peran PPID KPU (2024); penyelenggara",
    "menyebarluaskan informasi pemilu.",
    "I Gede Narayana",
    "Plt.",
    "se-Indonesia",
    "S.H., M.H.",
    "<b>tebal</b>",
    "{{ 1 }} %s \\ /",
    "Żółć é ñ 😀",
)
_LETTERS = st.characters(exclude_categories=("Cc", "Cs"))


def texts(kind: Text) -> st.SearchStrategy[str]:
    """Texts as the reader leaves them: cleaned, within the limit, not empty."""
    letters = st.characters(codec="utf-8") if kind.prose else _LETTERS
    raw = st.sampled_from(_WORDS) | st.text(letters, max_size=min(kind.most // 4, 40))
    return raw.map(lambda text: clean(text, prose=kind.prose)).filter(lambda t: 0 < len(t) <= kind.most)


def _days() -> st.SearchStrategy[date]:
    return st.dates(date(2000, 1, 1), date(2099, 12, 31))


def _filled(kind: Kind) -> st.SearchStrategy[Any]:
    match kind:
        case Text():
            return texts(kind)
        case Choice():
            return st.sampled_from(kind.words)
        case Whole():
            return st.integers(kind.least, kind.most)
        case Flag():
            return st.booleans()
        case Day():
            return _days()
        case Moment():
            return st.none()  # clock times must agree with the rest, see ``event_documents``
        case Part():
            return parts(kind.of)
        case Many():
            items = _filled(kind.item).filter(lambda item: item is not None)
            return st.lists(items, max_size=2).map(tuple)


@st.composite
def parts(draw: st.DrawFn, of: type) -> Any:
    """An object of one class of the document, or None where nothing came to be in it."""
    values = {}
    for field in table(of).values():
        if field.required or draw(st.booleans()):
            value = draw(_filled(field.kind))
            if value is not None and value != ():
                values[field.name] = value
    return of(**values) if values else None


@st.composite
def event_documents(draw: st.DrawFn) -> EventDocument:
    """Whole documents of every shape, as the reader leaves them: reading what is written gives the same."""
    document: EventDocument = draw(parts(EventDocument))
    dates, days = draw(_dates())
    zone, names = draw(_zones())
    start, end = draw(_clock(dates, days, zone))
    if not names and not start and not end:
        zone = ZONES[0]
    sessions = tuple(draw(st.lists(_sessions(dates.start_date, days, zone), max_size=3)))
    sessions = tuple(replace(s, order=n if s.order is not None else None) for n, s in enumerate(sessions))
    sessions = tuple(session for session in sessions if session != Session())
    orders = [session.order for session in sessions if session.order is not None]
    choices = st.none() | (
        st.sampled_from(orders) if orders else st.none() if sessions else st.integers(0, 9)
    )
    speakers = tuple(replace(speaker, session=draw(choices)) for speaker in document.speakers)
    return replace(
        document,
        dates=dates,
        start=start,
        end=end,
        timezone=names.get("timezone"),
        tz_database=names.get("tz_database"),
        sessions=sessions,
        speakers=tuple(speaker for speaker in speakers if speaker != Speaker()),
        opened_by=_with_subject(document.opened_by),
        closed_by=_with_subject(document.closed_by),
    )


def _with_subject(person: PersonWithRemarks | None) -> PersonWithRemarks | None:
    return replace(person, position="Ketua") if person and not person.name else person


@st.composite
def _dates(draw: st.DrawFn) -> tuple[Dates, int]:
    first = draw(_days())
    days = draw(st.integers(1, 5))
    last = first + ONE_DAY * (days - 1)
    end = last if days > 1 else draw(st.sampled_from([None, last]))
    return Dates(first, end, draw(st.none() | st.integers(1, days))), days


@st.composite
def _zones(draw: st.DrawFn) -> tuple[Zone, dict[str, str]]:
    name = draw(st.sampled_from(sorted(BY_NAME)))
    zone = BY_NAME[name]
    given = {"tz_database": name, "timezone": zone.code}
    kept = draw(st.sampled_from([(), ("timezone",), ("tz_database",), ("timezone", "tz_database")]))
    return zone, {key: given[key] for key in kept}


def _at(day: date, minutes: int, zone: Zone) -> datetime:
    offset = timezone(timedelta(hours=zone.offset_hours))
    return datetime.combine(day, time(), tzinfo=offset) + timedelta(minutes=minutes)


@st.composite
def _clock(draw: st.DrawFn, dates: Dates, days: int, zone: Zone) -> tuple[datetime | None, datetime | None]:
    first = draw(st.integers(0, 24 * 60 - 1))
    later = draw(st.integers(first, (days + 1) * 24 * 60 - 1))
    start, end = _at(dates.start_date, first, zone), _at(dates.start_date, later, zone)
    return draw(st.none() | st.just(start)), draw(st.none() | st.just(end))


@st.composite
def _sessions(draw: st.DrawFn, first: date, days: int, zone: Zone) -> Session:
    session = draw(parts(Session)) or Session()
    day = draw(st.integers(1, days))
    start = draw(st.integers(0, 24 * 60 - 1))
    end = draw(st.integers(start, 24 * 60 - 1))
    on = first + ONE_DAY * (day - 1)
    return replace(
        session,
        day=draw(st.sampled_from([None, day])),
        start=draw(st.none() | st.just(_at(on, start, zone))),
        end=draw(st.none() | st.just(_at(on, end, zone))),
    )


def in_utc(document: EventDocument) -> EventDocument:
    """The same document with its start and end told in UTC, as a database returns them."""
    return replace(
        document,
        start=document.start and document.start.astimezone(UTC),
        end=document.end and document.end.astimezone(UTC),
    )
