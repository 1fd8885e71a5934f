"""Changing an event: lock it, change it, check it, count it, write it into the history; one way for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from webinar.core.access import Actor
from webinar.core.announcement import Standing
from webinar.core.document.read import read_document
from webinar.core.document.write import write_document
from webinar.core.errors import NotFound
from webinar.core.history import Act, Thing
from webinar.db import Transaction, transaction
from webinar.models import Event
from webinar.queries.document import event_document
from webinar.queries.snapshot import Snapshot, event_snapshot
from webinar.services.aftermath import follow_change, standing_of
from webinar.services.history import record_change
from webinar.services.series_registration import lock_leader


@contextmanager
def changing_event(
    event_id: int, *, actor: Actor | None, now: datetime, act: Act = Act.CHANGED, reason: str | None = None
) -> Iterator[tuple[Transaction, Event]]:
    """One transaction of its own around ``changing_within``."""
    with (
        transaction() as tx,
        changing_within(tx, event_id, actor=actor, now=now, act=act, reason=reason) as event,
    ):
        yield tx, event


@contextmanager
def changing_within(
    tx: Transaction,
    event_id: int,
    *,
    actor: Actor | None,
    now: datetime,
    act: Act = Act.CHANGED,
    reason: str | None = None,
) -> Iterator[Event]:
    """The event with its row locked; what the block changes is checked, counted and recorded.

    The lock lets others add registrations meanwhile (``key_share``), who then wait for the counters; a
    stronger one could wait for them while they wait for it. The event that takes its registrations is locked
    before it. Raises NotFound, and DocumentInvalid where the record would contradict itself; then nothing is
    changed.
    """
    lock_leader(tx, event_id)
    event = tx.session.scalar(select(Event).where(Event.id == event_id).with_for_update(key_share=True))
    if event is None:
        raise NotFound
    before, times = event_snapshot(event_id), times_of(event)
    yield event
    tx.session.flush()
    tx.session.expire(event, ["roles", "sessions", "groups"])
    read_document(write_document(event_document(event_id)))
    record_event_change(tx, event, act, before=before, times=times, actor=actor, now=now, reason=reason)


def record_event_change(
    tx: Transaction,
    event: Event,
    act: Act,
    *,
    before: Snapshot,
    times: Timing | None,
    actor: Actor | None,
    now: datetime,
    reason: str | None = None,
) -> bool:
    """Counts a version for every change and a sequence for one of time or state (RFC 5546 section 2.1.4).

    ``times`` is what ``times_of`` said before, None for a new event. What a change means to others follows
    from here (``services.aftermath``), whoever made it. Tells whether anything changed.
    """
    is_changed = record_change(
        tx,
        act,
        Thing.EVENT,
        event.id,
        title=event.title,
        office_id=event.keeper_id,
        actor=actor,
        now=now,
        before=before,
        after=event_snapshot(event.id),
        reason=reason,
    )
    if is_changed and times is not None:
        event.version += 1
        event.sequence += times != times_of(event)
        event.changed_at = now
        tx.session.flush()
        follow_change(tx, event, times.standing, reason=reason, now=now)
    return is_changed


@dataclass(frozen=True)
class Timing:
    """What a calendar must be told anew when it changes."""

    standing: Standing
    sessions: Sequence[object]


def times_of(event: Event) -> Timing:
    """State and time of the event and of its sessions, as they are now."""
    sessions = [(s.number, s.starts_at, s.ends_at) for s in event.sessions]
    return Timing(standing_of(event), sorted(sessions, key=str))
