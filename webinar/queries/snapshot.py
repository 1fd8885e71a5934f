"""A thing as it stands in the record, for comparing before and after."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Table, select

from webinar.db import db
from webinar.models import Event, EventRole, EventSession, Office, ParticipantGroup, Person, Position

Snapshot = dict[str, Any]

COUNTED = frozenset({"id", "event_id", "person_id", "version", "sequence", "created_at", "changed_at"}) | {
    *("taken_count", "waiting_count", "waiting_last", "chain", "announcements", "search_key"),
    "registration_until",
}
NAMES = {  # what a row is called in the history of those that refer to it
    **dict.fromkeys(("office", "user", "institution", "region", "event_series", "picture"), "name"),
    "event": "title",
}
UNMISTAKABLE = frozenset({"office", "institution", "region", "picture"})  # no two bear the same name


def event_snapshot(event_id: int) -> Snapshot:
    """The event's own values with its people, sessions and groups by their ids, in four selects."""
    return {
        **_row(Event, event_id),
        "roles": _children(EventRole, EventRole.event_id == event_id),
        "sessions": _children(EventSession, EventSession.event_id == event_id),
        "groups": _children(ParticipantGroup, ParticipantGroup.event_id == event_id),
    }


def event_snapshots(event_ids: Collection[int]) -> dict[int, Snapshot]:
    """Of many events, in seven selects for all."""
    found = {int(key): row for key, row in _children(Event, Event.id.in_(event_ids)).items()}
    children: dict[str, Any] = {"roles": EventRole, "sessions": EventSession, "groups": ParticipantGroup}
    for name, model in children.items():
        of_event: dict[int, int] = dict(
            db.session.execute(select(model.id, model.event_id).where(model.event_id.in_(event_ids))).all()
        )
        rows = _children(model, model.event_id.in_(event_ids))
        for snapshot in found.values():
            snapshot[name] = {}
        for key, row in rows.items():
            found[of_event[int(key)]][name][key] = row
    return found


def person_snapshot(person_id: int) -> Snapshot:
    """The person's values with the positions by their ids, in two selects."""
    return {
        **_row(Person, person_id),
        "positions": _children(Position, Position.person_id == person_id),
    }


def office_snapshot(office_id: int) -> Snapshot:
    return _row(Office, office_id)


def office_snapshots(office_ids: Collection[int]) -> dict[int, Snapshot]:
    """Of many offices in one select."""
    found = _children(Office, Office.id.in_(office_ids))
    return {int(office_id): snapshot for office_id, snapshot in found.items()}


def _row(model: Any, key: int) -> Snapshot:
    row = db.session.execute(select(*_columns(model)).where(model.__table__.c.id == key)).one()
    return dict(row._mapping)


def _children(model: Any, condition: Any) -> Snapshot:
    columns = (model.__table__.c.id, *_columns(model))
    rows = db.session.execute(select(*columns).where(condition).order_by(model.id)).mappings()
    return {str(row["id"]): {name: value for name, value in row.items() if name != "id"} for row in rows}


@lru_cache
def _columns(model: Any) -> tuple[ColumnElement[Any], ...]:
    """What is told of a row: its values, and of what it refers to the name, which may be gone one day."""
    table: Table = model.__table__
    return tuple(told for column in table.c if column.name not in COUNTED for told in _told(table, column))


def _told(table: Table, column: Any) -> list[ColumnElement[Any]]:
    key = next(iter(column.foreign_keys), None)
    if key is None or key.column.table.name not in NAMES:
        return [column]
    other = key.column.table.alias()
    name = other.c[NAMES[key.column.table.name]]
    named = select(name).where(other.c[key.column.name] == column).correlate(table)
    told = named.scalar_subquery().label(column.name.rpartition("_")[0])
    return [told] if key.column.table.name in UNMISTAKABLE else [told, column]
