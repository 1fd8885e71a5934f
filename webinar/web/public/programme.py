"""The programme as a page prints it: sessions by day, each with its clock times and its speakers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from webinar.core.states import Part
from webinar.core.zones import Zone, clock, local
from webinar.models import EventRole
from webinar.queries.event import PublicEvent, PublicSession


@dataclass(frozen=True)
class Slot:
    """One session; ``times`` is ``14.00–15.20`` in the leading zone, or empty."""

    session: PublicSession
    times: str
    instant: datetime | None
    speakers: tuple[EventRole, ...]

    @property
    def is_break(self) -> bool:
        return self.session.kind == "break"


@dataclass(frozen=True)
class Day:
    """The sessions of one day; ``on`` is None while an event of one day needs no heading."""

    on: date | None
    slots: tuple[Slot, ...]


def programme(content: PublicEvent, zone: Zone) -> tuple[Day, ...]:
    """In the order of the record; days are told apart as soon as there is more than one."""
    by_day: dict[date, list[Slot]] = {}
    for session in content.sessions:
        slot = Slot(session, _times(session, zone), session.starts_at, _speakers(content, session))
        by_day.setdefault(_day(session, content, zone), []).append(slot)
    several = len(by_day) > 1
    return tuple(Day(day if several else None, tuple(slots)) for day, slots in sorted(by_day.items()))


def _day(session: PublicSession, content: PublicEvent, zone: Zone) -> date:
    if session.starts_at is not None:
        return local(session.starts_at, zone).date()
    return content.event.start_on + timedelta(days=(session.day or 1) - 1)


def _times(session: PublicSession, zone: Zone) -> str:
    if session.starts_at is None:
        return ""
    start = clock(session.starts_at, zone)
    return f"{start}–{clock(session.ends_at, zone)}" if session.ends_at else start


def _speakers(content: PublicEvent, session: PublicSession) -> tuple[EventRole, ...]:
    if session.order is None:
        return ()
    found = [r for r in content.event.roles if r.part == Part.SPEAKER and r.session == session.order]
    return tuple(sorted(found, key=lambda r: r.session_order or r.number))
