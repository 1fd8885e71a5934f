"""Which entries an event has: one a session where every session knows its time, else one a day.

``key`` names the entry inside the event for its UID. The first day needs none: a webinar that becomes longer
keeps the entry that calendars hold already. A session is named by its row, wherever it moves in the list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from webinar.core.calendar.days import Day, days_with_clock, days_without_clock
from webinar.core.zones import Zone


@dataclass(frozen=True)
class SessionTime:
    """A session as the record has it; ``id`` is its row's, the same for life."""

    id: int
    name: str | None
    starts_at: datetime | None
    ends_at: datetime | None
    is_break: bool = False


@dataclass(frozen=True)
class Appearance:
    """One entry to be: ``name`` is the session's, printed after the event's title."""

    key: str | None
    name: str | None
    starts_at: datetime | date
    ends_at: datetime | None


def appearances(
    *,
    start_on: date,
    end_on: date | None,
    starts_at: datetime | None,
    ends_at: datetime | None,
    zone: Zone,
    sessions: Sequence[SessionTime] = (),
) -> tuple[Appearance, ...]:
    """In order of time; never empty. A break is no entry, and sessions count only when all have a start."""
    timed = [session for session in sessions if not session.is_break]
    if len(timed) > 1 and all(session.starts_at for session in timed):
        return tuple(sorted(map(_of_session, timed), key=lambda a: a.starts_at))
    if starts_at is not None and ends_at is not None and ends_at <= starts_at:
        ends_at = None  # no calendar can hold it
    if starts_at is None:
        days = days_without_clock(start_on, end_on)
    else:
        days = days_with_clock(starts_at, ends_at, zone=zone)
        if ends_at is None:  # the further days' hours are not known
            days += days_without_clock(start_on, end_on)[1:]
    return tuple(map(_of_day, days))


def _of_session(session: SessionTime) -> Appearance:
    assert session.starts_at is not None  # noqa: S101 - checked by the caller, said for the type checker
    ends_at = session.ends_at if session.ends_at and session.ends_at > session.starts_at else None
    return Appearance(f"sesi-{session.id}", session.name, session.starts_at, ends_at)


def _of_day(day: Day) -> Appearance:
    return Appearance(f"hari-{day.number}" if day.number > 1 else None, None, day.starts_at, day.ends_at)
