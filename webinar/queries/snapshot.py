"""A thing as it stands in the record, for comparing before and after."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from webinar.db import db
from webinar.models import Event, EventRole, EventSession, Office, ParticipantGroup, Person, Position

Snapshot = dict[str, Any]

COUNTED = frozenset({"id", "event_id", "person_id", "version", "sequence", "created_at", "changed_at"}) | {
    *("taken_count", "waiting_count", "waiting_last", "chain", "announcements"),
}


def event_snapshot(event_id: int) -> Snapshot:
    """The event's own values with its people, sessions and groups by their ids, in four selects."""
    return {
        **_row(Event, event_id),
        "roles": _children(EventRole, EventRole.event_id == event_id),
        "sessions": _children(EventSession, EventSession.event_id == event_id),
        "groups": _children(ParticipantGroup, ParticipantGroup.event_id == event_id),
    }


def person_snapshot(person_id: int) -> Snapshot:
    """The person's values with the positions by their ids, in two selects."""
    return {
        **_row(Person, person_id),
        "positions": _children(Position, Position.person_id == person_id),
    }


def office_snapshot(office_id: int) -> Snapshot:
    return _row(Office, office_id)


def _row(model: Any, key: int) -> Snapshot:
    row = db.session.execute(select(model.__table__).where(model.id == key)).one()
    return _values(row._mapping)


def _children(model: Any, condition: Any) -> Snapshot:
    rows = db.session.execute(select(model.__table__).where(condition).order_by(model.id))
    return {str(row.id): _values(row._mapping) for row in rows}


def _values(row: Any) -> Snapshot:
    return {name: value for name, value in row.items() if name not in COUNTED}
