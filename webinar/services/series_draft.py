"""The drafts of a series: one event on many days, made in a few statements so that nobody waits for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from webinar.core.access import Actor
from webinar.core.document.model import EventDocument
from webinar.core.history import Act, Thing
from webinar.core.states import EventState
from webinar.db import Transaction
from webinar.queries.copying import people_there_are
from webinar.queries.snapshot import event_snapshots
from webinar.services.copy import set_record_values
from webinar.services.event import add_event, add_events_like
from webinar.services.history import record_change


def add_drafts(
    tx: Transaction,
    documents: Sequence[EventDocument],
    values: Mapping[str, Any],
    *,
    keeper_id: int,
    series_id: int,
    leader_id: int | None,
    actor: Actor | None,
    now: datetime,
) -> None:
    """A draft of each document; they differ in their days alone. ``values`` are their ``record_values``.

    ``leader_id``: the event that takes the registrations for all of them. Each has its line in the history.
    """
    if not documents:
        return
    first = add_event(tx, documents[0], keeper_id=keeper_id, people=people_there_are(values), now=now)
    with tx.session.no_autoflush:
        events = [first, *add_events_like(tx, first, documents[1:], now=now)]
        for event in events:
            event.state = EventState.DRAFT
            event.event_series_id, event.registers_with_id = series_id, leader_id
            set_record_values(event, values)
    tx.session.flush()
    for event_id, snapshot in event_snapshots([event.id for event in events]).items():
        record_change(
            tx,
            Act.CREATED,
            Thing.EVENT,
            event_id,
            title=snapshot["title"],
            office_id=keeper_id,
            actor=actor,
            now=now,
            after=snapshot,
        )
