"""One registration for several events of a series: what the event that takes it must know of the others."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import aliased

from webinar.core.states import EventState
from webinar.core.status import begins
from webinar.db import Transaction
from webinar.models import Event


def lock_leader(tx: Transaction, event_id: int) -> None:
    """Take the lock of the event that takes this one's registrations, if another one does.

    Always before the lock of the event itself, so that two changes in a series never wait for each other.
    """
    own = aliased(Event)
    leader = select(own.registers_with_id).where(own.id == event_id).scalar_subquery()
    tx.session.execute(select(Event.id).where(Event.id == leader).with_for_update(key_share=True))


def settle_leader(tx: Transaction, leader_id: int) -> None:
    """Note on the event that takes the registrations when the last of the others begins.

    Called under its lock whenever one of the others is published, moved, called off or leaves. Only those
    count that are published: nothing is promised of the others.
    """
    times = select(Event.start_on, Event.starts_at, Event.zone_name, Event.end_on, Event.ends_at)
    others = tx.session.execute(
        times.where(Event.registers_with_id == leader_id, Event.state == EventState.PUBLISHED)
    )
    until = max(map(begins, others), default=None)  # type: ignore[arg-type]
    tx.session.execute(
        update(Event)
        .where(Event.id == leader_id, Event.registration_until.is_distinct_from(until))
        .values(registration_until=until)
    )
