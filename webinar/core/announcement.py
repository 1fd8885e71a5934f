"""What the public is told of an event: moved, postponed, cancelled, back again; kept with the event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from webinar.core.states import EventState
from webinar.core.status import Times, ends

MOST_KEPT = 50
CORRECTION = timedelta(minutes=15)


class Happening(StrEnum):
    """What others are told of."""

    RESCHEDULED = "rescheduled"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    REINSTATED = "reinstated"  # it takes place after all, at the time it had


@dataclass(frozen=True)
class Schedule:
    """When an event is: days of the organiser's zone, instants in UTC where clock times are known."""

    start_on: date
    end_on: date | None
    starts_at: datetime | None
    ends_at: datetime | None
    zone_name: str


@dataclass(frozen=True)
class Standing:
    """State and time of an event at a moment."""

    state: EventState
    schedule: Schedule


@dataclass(frozen=True)
class Announcement:
    """What happened, when, and why; the time the event had before and, unless it was moved, still has.

    ``told_count`` is how many people were written to.
    """

    what: Happening
    at: datetime
    reason: str | None
    was: Schedule
    now: Schedule
    told_count: int = 0


def schedule_of(event: Times) -> Schedule:
    """The columns of an event; a last day equal to the first is none."""
    end_on = event.end_on if event.end_on and event.end_on > event.start_on else None
    return Schedule(event.start_on, end_on, event.starts_at, event.ends_at, event.zone_name)


def happening(was: Standing, now_is: Standing, *, now: datetime) -> Happening | None:
    """What the public must be told of a change; None for what concerns only the desk.

    Drafts and the archive are the desk's own. A corrected time of what has taken place is no news.
    """
    desk_only = {EventState.DRAFT, EventState.ARCHIVED}
    if desk_only & {was.state, now_is.state}:
        return None
    if now_is.state != was.state and now_is.state != EventState.PUBLISHED:
        return Happening(now_is.state.value)
    if now_is.state != EventState.PUBLISHED:
        return None
    if was.schedule == now_is.schedule:
        return None if was.state == EventState.PUBLISHED else Happening.REINSTATED
    if was.state == EventState.PUBLISHED and now >= max(ends(was.schedule), ends(now_is.schedule)):
        return None
    return Happening.RESCHEDULED


def announced(earlier: Sequence[Announcement], new: Announcement) -> tuple[Announcement, ...]:
    """All announcements, the newest first.

    A time corrected within minutes, before anybody was written to, takes the place of the one before it.
    """
    last = earlier[0] if earlier else None
    if last is None or not _corrects(last, new):
        return (new, *earlier[: MOST_KEPT - 1])
    if last.was == new.now:
        return tuple(earlier[1:])
    return (replace(new, was=last.was), *earlier[1:])


def _corrects(last: Announcement, new: Announcement) -> bool:
    is_move = last.what == new.what == Happening.RESCHEDULED and last.now == new.was
    is_quiet = not last.told_count and not new.told_count and new.reason is None
    return is_move and is_quiet and new.at - last.at < CORRECTION


def write_announcement(announcement: Announcement) -> dict[str, Any]:
    """As JSON keeps it."""
    return {
        "what": announcement.what.value,
        "at": announcement.at.isoformat(),
        "reason": announcement.reason,
        "was": write_schedule(announcement.was),
        "now": write_schedule(announcement.now),
        "told_count": announcement.told_count,
    }


def read_announcement(stored: Mapping[str, Any]) -> Announcement:
    """What ``write_announcement`` wrote."""
    return Announcement(
        Happening(stored["what"]),
        datetime.fromisoformat(stored["at"]),
        stored.get("reason"),
        read_schedule(stored["was"]),
        read_schedule(stored["now"]),
        stored.get("told_count", 0),
    )


def read_announcements(stored: Sequence[Mapping[str, Any]]) -> tuple[Announcement, ...]:
    """Those of an event, the newest first, as it keeps them."""
    return tuple(map(read_announcement, stored))


def write_schedule(schedule: Schedule) -> dict[str, Any]:
    """As JSON keeps it."""
    return {
        "start_on": schedule.start_on.isoformat(),
        "end_on": schedule.end_on and schedule.end_on.isoformat(),
        "starts_at": schedule.starts_at and schedule.starts_at.isoformat(),
        "ends_at": schedule.ends_at and schedule.ends_at.isoformat(),
        "zone_name": schedule.zone_name,
    }


def read_schedule(stored: Mapping[str, Any]) -> Schedule:
    """What ``write_schedule`` wrote."""
    return Schedule(
        date.fromisoformat(stored["start_on"]),
        date.fromisoformat(stored["end_on"]) if stored["end_on"] else None,
        datetime.fromisoformat(stored["starts_at"]) if stored["starts_at"] else None,
        datetime.fromisoformat(stored["ends_at"]) if stored["ends_at"] else None,
        stored["zone_name"],
    )
