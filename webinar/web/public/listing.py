"""Events in lists: by month and day of the reader's zone, each with its status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from flask_babel import gettext as _

from webinar.core.status import Status, accepts_registrations, status_of
from webinar.core.zones import Zone
from webinar.queries.public_calendar import EventLine
from webinar.web.filters import number
from webinar.web.public.when import When, when

Months = list[tuple[date, list[tuple[date, list["Entry"]]]]]


@dataclass(frozen=True)
class Entry:
    line: EventLine
    status: Status
    when: When
    seats: str | None
    may_register: bool


def entry(line: EventLine, *, zone: Zone | None, now: datetime) -> Entry:
    status = status_of(line, now)
    return Entry(line, status, when(line, zone), _seats(line, status), accepts_registrations(line, now))


def by_month(
    lines: Iterable[EventLine], *, zone: Zone | None, now: datetime, latest_first: bool = False
) -> Months:
    """By the days of the leading zone; on a day the earlier first."""
    entries = sorted((entry(line, zone=zone, now=now) for line in lines), key=_clock)
    entries.sort(key=lambda item: item.when.first_day, reverse=latest_first)
    months = groupby(entries, key=lambda item: item.when.first_day.replace(day=1))
    return [
        (month, [(day, list(items)) for day, items in groupby(group, key=lambda item: item.when.first_day)])
        for month, group in months
    ]


def _clock(item: Entry) -> tuple[bool, float]:
    instant = item.when.instant
    return instant is None, instant.timestamp() if instant else 0.0


def _seats(line: EventLine, status: Status) -> str | None:
    if status is Status.FULL and line.waiting_count:
        return _("%(count)s orang di daftar tunggu", count=number(line.waiting_count))
    if status is Status.OPEN and line.quota is not None:
        left = line.quota - line.taken_count
        return _("%(left)s dari %(quota)s kursi tersisa", left=number(left), quota=number(line.quota))
    return None
