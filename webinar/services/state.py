"""The life of an event: published, moved, postponed, cancelled, taken back, archived (decision 0016).

Each is one transaction with the event's row locked; what follows from it for others is done in the same one
(``services.aftermath``). All raise NotFound, ActUnfit where the state does not allow the act, and those that
others are told of ReasonMissing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import StrEnum

from webinar.core.access import Actor
from webinar.core.announcement import Schedule, read_announcements, schedule_of
from webinar.core.errors import ActUnfit, EventMoved, ReasonMissing, ScheduleFault, ScheduleUnfit
from webinar.core.history import Act
from webinar.core.states import EVENT_ACTS, may_become, needs_reason
from webinar.core.status import ends
from webinar.core.zones import zone_of
from webinar.models import Event
from webinar.queries.state import is_untouched
from webinar.services.event_change import changing_event


class SessionMove(StrEnum):
    """What becomes of the sessions' clock times when the event is moved."""

    ALONG = "along"  # by the same shift
    CLEARED = "cleared"
    KEPT = "kept"


def publish_event(event_id: int, reason: str | None = None, *, actor: Actor | None, now: datetime) -> None:
    """A draft is for everybody to see from now on."""
    with _becoming(event_id, Act.PUBLISHED, reason, actor=actor, now=now):
        pass


def withdraw_event(event_id: int, reason: str | None = None, *, actor: Actor | None, now: datetime) -> None:
    """What was published is a draft again, as long as nobody registered, was told or reported."""
    with _becoming(event_id, Act.WITHDRAWN, reason, actor=actor, now=now):
        pass


def reschedule_event(
    event_id: int,
    wanted: Schedule,
    reason: str,
    *,
    sessions: SessionMove = SessionMove.ALONG,
    seen: int | None = None,
    actor: Actor | None,
    now: datetime,
) -> int:
    """Move the event to another time; what was postponed takes place again. Returns how many were told.

    Registration closes as long before as it did. ``seen`` is the event's sequence as the writer read it, None
    does not ask. Raises ScheduleUnfit, EventMoved where somebody else was faster, and DocumentInvalid where
    sessions would lie outside the event's days.
    """
    with _becoming(event_id, Act.RESCHEDULED, reason, actor=actor, now=now) as event:
        before = schedule_of(event)
        if seen is not None and seen != event.sequence:
            raise EventMoved
        _require_fit(before, wanted, now)
        _move(event, wanted)
        _move_sessions(event, _shift(before, wanted), sessions)
    return _told_count(event)


def postpone_event(event_id: int, reason: str, *, actor: Actor | None, now: datetime) -> int:
    """The event does not take place at its time; a new one is not known yet. Returns how many were told."""
    with _becoming(event_id, Act.POSTPONED, reason, actor=actor, now=now) as event:
        pass
    return _told_count(event)


def cancel_event(event_id: int, reason: str, *, actor: Actor | None, now: datetime) -> int:
    """The event does not take place; its page stays and says so. Returns how many were told.

    Whoever registered before it is told, whoever comes after is refused: both wait for the event's row.
    """
    with _becoming(event_id, Act.CANCELLED, reason, actor=actor, now=now) as event:
        pass
    return _told_count(event)


def reinstate_event(event_id: int, reason: str | None, *, actor: Actor | None, now: datetime) -> int:
    """What was postponed or cancelled takes place at its time after all; what was archived is on the desk
    again. Returns how many were told.
    """
    with _becoming(event_id, Act.REINSTATED, reason, actor=actor, now=now) as event:
        before = len(event.announcements)
    return _told_count(event) if len(event.announcements) > before else 0


def archive_event(event_id: int, reason: str | None = None, *, actor: Actor | None, now: datetime) -> None:
    """Put away what is over; its pages stay."""
    with _becoming(event_id, Act.ARCHIVED, reason, actor=actor, now=now):
        pass


@contextmanager
def _becoming(
    event_id: int, act: Act, reason: str | None, *, actor: Actor | None, now: datetime
) -> Iterator[Event]:
    """The locked event, in the state the act leads to, if it may."""
    with changing_event(event_id, act=act, reason=reason, actor=actor, now=now) as (_tx, event):
        is_over = now >= ends(event)
        if not may_become(event.state, act, is_over=is_over, is_untouched=is_untouched(event)):
            raise ActUnfit(event.state)
        if not reason and needs_reason(event.state, act):
            raise ReasonMissing
        event.state = EVENT_ACTS[act][1]
        yield event


def _require_fit(before: Schedule, wanted: Schedule, now: datetime) -> None:
    if wanted == before:
        raise ScheduleUnfit(ScheduleFault.SAME)
    if wanted.starts_at and wanted.ends_at and wanted.ends_at <= wanted.starts_at:
        raise ScheduleUnfit(ScheduleFault.END_BEFORE_START)
    if ends(wanted) <= now:
        raise ScheduleUnfit(ScheduleFault.PAST)


def _move(event: Event, wanted: Schedule) -> None:
    shift = _shift(schedule_of(event), wanted)
    if event.registration_closes_at is not None:
        event.registration_closes_at += shift
    if event.zone_name != wanted.zone_name:
        zone = zone_of(wanted.zone_name)
        event.zone_name, event.timezone, event.tz_database = zone.name, zone.code, zone.name
    same_day = wanted.start_on if event.end_on is not None else None
    event.start_on, event.end_on = wanted.start_on, wanted.end_on or same_day
    event.starts_at, event.ends_at = wanted.starts_at, wanted.ends_at


def _move_sessions(event: Event, shift: timedelta, how: SessionMove) -> None:
    for session in event.sessions:
        if how == SessionMove.CLEARED:
            session.starts_at = session.ends_at = None
        elif how == SessionMove.ALONG:
            session.starts_at = session.starts_at and session.starts_at + shift
            session.ends_at = session.ends_at and session.ends_at + shift


def _shift(before: Schedule, wanted: Schedule) -> timedelta:
    """From start to start; by days where either has no clock time."""
    if before.starts_at and wanted.starts_at:
        return wanted.starts_at - before.starts_at
    return wanted.start_on - before.start_on


def _told_count(event: Event) -> int:
    return read_announcements(event.announcements[:1])[0].told_count
