"""Series: one event repeated on other days, and changes that reach more than one of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from webinar.core.access import Actor
from webinar.core.copy import ALL_PARTS, CopyPart, copied, joined
from webinar.core.document.model import EventDocument
from webinar.core.errors import LeadsSeries, NotFound
from webinar.core.history import Act, Thing
from webinar.core.series import Rule, Scope
from webinar.core.states import EventState
from webinar.core.status import ends
from webinar.db import Transaction, transaction
from webinar.models import Event, EventSeries
from webinar.queries.copying import people_there_are, record_values
from webinar.queries.document import event_document
from webinar.queries.series import series_events
from webinar.services.copy import set_record_values
from webinar.services.event import bring_event
from webinar.services.event_change import changing_within
from webinar.services.event_section import fill_seats
from webinar.services.history import record_change
from webinar.services.series_draft import add_drafts
from webinar.services.series_registration import settle_leader


def create_series(
    event_id: int,
    days: Sequence[date],
    *,
    name: str,
    rule: Rule,
    one_registration: bool,
    actor: Actor | None,
    now: datetime,
) -> int:
    """Repeat the event on the days other than its own, as drafts; returns the id of the series.

    With one registration for all, the first event takes it and the others lead to it. Raises NotFound.
    """
    with transaction() as tx:
        with changing_within(tx, event_id, actor=actor, now=now) as first:
            if first.event_series_id is not None or first.keeper_id is None:
                raise NotFound("the event already belongs to a series, or to no office")
            series = EventSeries(
                office_id=first.keeper_id,
                name=name,
                rule=rule,
                one_registration=one_registration,
                created_at=now,
            )
            tx.session.add(series)
            tx.session.flush()
            first.event_series_id = series.id
        parts = ALL_PARTS - {CopyPart.REGISTRATION} if one_registration else ALL_PARTS
        document, values = event_document(event_id), record_values(event_id, parts)
        add_drafts(
            tx,
            [copied(document, parts, start_on=day) for day in days if day != first.start_on],
            values,
            keeper_id=series.office_id,
            series_id=series.id,
            leader_id=first.id if one_registration else None,
            actor=actor,
            now=now,
        )
        record_change(
            tx,
            Act.CREATED,
            Thing.SERIES,
            series.id,
            title=name,
            office_id=series.office_id,
            actor=actor,
            now=now,
            after={"name": name, "rule": rule, "days": list(days)},
        )
    return series.id


def apply_to_series(
    event_id: int,
    parts: Collection[CopyPart],
    scope: Scope,
    *,
    reason: str | None = None,
    actor: Actor | None,
    now: datetime,
) -> int:
    """Bring the chosen parts of this event to the others within the scope; returns how many were changed.

    Each keeps its day, its title and its registrations; those that are over, cancelled or archived are left
    alone, and so is whoever has notes on one. Sessions move to the day of their event. Other clock times of a
    published event are announced, with the reason. Seats that become free go to those who wait, in order.
    Raises NotFound.
    """
    with transaction() as tx:
        source = tx.session.get(Event, event_id)
        if source is None or source.event_series_id is None:
            raise NotFound
        document = event_document(event_id)
        others = [e for e in series_events(source.event_series_id) if _is_meant(e, source, scope, now)]
        kinds = [(e.id, _parts_between(source, e, parts)) for e in others]
        values = {kind: record_values(event_id, kind) for _id, kind in kinds}
        changes = (
            _apply(tx, other, document, values[kind], kind, reason=reason, actor=actor, now=now)
            for other, kind in kinds
        )
        return sum(changes)


def leave_series(event_id: int, *, actor: Actor | None, now: datetime) -> None:
    """The event goes on by itself, with a registration of its own.

    Raises NotFound, and LeadsSeries for the one that takes the registrations of the others.
    """
    with transaction() as tx, changing_within(tx, event_id, actor=actor, now=now) as event:
        if tx.session.scalar(select(Event.id).where(Event.registers_with_id == event.id).limit(1)):
            raise LeadsSeries
        leader_id = event.registers_with_id
        event.event_series_id = event.registers_with_id = None
        if leader_id is not None:
            tx.session.flush()
            settle_leader(tx, leader_id)


def _is_meant(event: Event, source: Event, scope: Scope, now: datetime) -> bool:
    if event.id == source.id or event.state in (EventState.CANCELLED, EventState.ARCHIVED):
        return False
    if event.state != EventState.POSTPONED and now >= ends(event):
        return False
    is_later = (event.start_on, event.id) > (source.start_on, source.id)
    return scope == Scope.ALL or (scope == Scope.FOLLOWING and is_later)


def _parts_between(source: Event, event: Event, parts: Collection[CopyPart]) -> frozenset[CopyPart]:
    """Terms of registration only between events that both take their own."""
    is_led = source.registers_with_id is not None or event.registers_with_id is not None
    return frozenset(parts) - ({CopyPart.REGISTRATION} if is_led else set())


def _apply(
    tx: Transaction,
    event_id: int,
    document: EventDocument,
    values: Mapping[str, Any],
    parts: Collection[CopyPart],
    *,
    reason: str | None,
    actor: Actor | None,
    now: datetime,
) -> bool:
    with changing_within(tx, event_id, reason=reason, actor=actor, now=now) as event:
        before = event.version
        wanted = joined(event_document(event_id), document, parts)
        bring_event(tx, event, wanted, people_there_are(values), is_of_another=True)
        set_record_values(event, values)
        if CopyPart.REGISTRATION in parts:
            fill_seats(tx, event, now=now)
    return event.version != before
