"""A new event from one there is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from webinar.core.access import Actor
from webinar.core.copy import CopyPart, copied
from webinar.core.document.model import EventDocument
from webinar.core.history import Act
from webinar.core.states import EventState
from webinar.db import Transaction, transaction
from webinar.models import Event
from webinar.queries.copying import (
    GROUP_NAMES,
    has_account,
    has_picture,
    people_there_are,
    record_values,
)
from webinar.queries.document import event_document
from webinar.services.event import add_event
from webinar.services.event_change import record_event_change


def copy_event(
    event_id: int,
    parts: Collection[CopyPart],
    *,
    title: str,
    start_on: date,
    keeper_id: int,
    actor: Actor | None,
    now: datetime,
) -> str:
    """A draft with the chosen parts of the event; returns its slug. Raises NotFound."""
    with transaction() as tx:
        document = copied(event_document(event_id), parts, start_on=start_on, title=title)
        values = record_values(event_id, parts)
        return add_draft(tx, document, values, keeper_id=keeper_id, actor=actor, now=now).slug


def add_draft(
    tx: Transaction,
    document: EventDocument,
    values: Mapping[str, Any],
    *,
    keeper_id: int,
    actor: Actor | None,
    now: datetime,
    series_id: int | None = None,
) -> Event:
    """A new event that nobody but the desk sees yet; what it refers to and is gone by now is left out."""
    people = people_there_are(values)
    event = add_event(tx, document, keeper_id=keeper_id, people=people, now=now)
    event.state = EventState.DRAFT
    event.event_series_id = series_id
    set_record_values(event, values)
    tx.session.flush()
    record_event_change(tx, event, Act.CREATED, before={}, times=None, actor=actor, now=now)
    return event


def set_record_values(event: Event, values: Mapping[str, Any]) -> None:
    """What no document tells; pictures and accounts that are gone by now are left out."""
    columns = {name: value for name, value in values.items() if name not in ("people", "groups")}
    for name, is_there in (("poster_id", has_picture), ("owner_id", has_account)):
        if columns.get(name) is not None and not is_there(columns[name]):
            del columns[name]
    for name, value in columns.items():
        if getattr(event, name) != value:
            setattr(event, name, value)
    for told in values.get("groups", []):
        _set_group_values(event, told)


def _set_group_values(event: Event, told: Mapping[str, Any]) -> None:
    """The group of the same name and people, wherever it stands: whom it is open to and its seats."""
    for group in event.groups:
        if all(getattr(group, name) == told[name] for name in GROUP_NAMES):
            group.kind = told["kind"]
            group.quota = told.get("quota", group.quota)
