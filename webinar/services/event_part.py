"""The rows of an event's lists, one use case each: added, changed, moved, removed, and brought back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date

from webinar.core.access import Actor
from webinar.core.editor import Rows
from webinar.core.errors import NotFound, RowGone, RowHeld
from webinar.core.merge import Edit, marked_row, merge, row_now
from webinar.core.running_order import moved
from webinar.db import Transaction, UtcDateTime
from webinar.models import Event
from webinar.queries.editor import (
    COLUMNS,
    MODELS,
    row_values,
    rows_in_order,
)
from webinar.queries.editor_history import change_made, removal
from webinar.queries.programme import count_notes, count_registered
from webinar.services import event_row as row_of
from webinar.services.event_change import changing_event
from webinar.services.event_section import Saved, fill_seats
from webinar.services.person import link_people
from webinar.services.programme import assign

Values = Mapping[str, Any]
COLLECTIONS = {Rows.PEOPLE: "roles", Rows.SESSIONS: "sessions", Rows.GROUPS: "groups"}


@dataclass(frozen=True)
class RowKey:
    """A row by its id; a line of a list that has none by its number and the mark of what stood there."""

    number: int
    mark: str | None = None


def add_event_row(
    event_id: int,
    rows: Rows,
    values: Values,
    *,
    person_id: int | None = None,
    actor: Actor | None,
    now: datetime,
) -> int:
    """The new row's id, or its number in a list without ids. Values are those of ``row_values``.

    Raises NotFound, RowsFull, PartTaken, PersonGone, DocumentInvalid, TypedUnfit.
    """
    with changing_event(event_id, actor=actor, now=now) as (tx, event):
        row_of.require_room(event, rows, values)
        if rows in COLUMNS:
            lines = [*getattr(event, COLUMNS[rows]), dict(values)]
            setattr(event, COLUMNS[rows], lines)
            return len(lines) - 1
        row: Any
        if rows == Rows.PEOPLE:
            row = row_of.new_role(tx, event, values, person_id)
        elif rows == Rows.SESSIONS:
            row = row_of.new_session(event, values)
        else:
            row = row_of.new_group(event, values)
        tx.session.flush()
        found: int = row.id
    return found


def change_event_row(
    event_id: int,
    rows: Rows,
    number: int,
    edit: Edit,
    *,
    person_id: int | None = None,
    actor: Actor | None,
    now: datetime,
) -> Saved:
    """Write what the form changed in the row and nobody else did.

    Raises what ``add_event_row`` does, RowGone where the row was removed, and where a person has notes
    RowHeld for another part, NameHeld for the name of somebody else.
    """
    with changing_event(event_id, actor=actor, now=now) as (tx, event):
        row = (
            _line(event, rows, row_now(_lines(event, rows), edit.base, number))
            if rows in COLUMNS
            else (_row(event, rows, number))
        )
        merged = merge(edit, row_values(event, rows, row))
        promoted = _write(tx, event, rows, row, merged.write, person_id, now) if merged.write else 0
    return Saved(frozenset(merged.write), merged.conflicts, promoted)


def _write(
    tx: Transaction, event: Event, rows: Rows, row: Any, changed: Values, person_id: int | None, now: datetime
) -> int:
    if rows == Rows.PEOPLE:
        row_of.change_role(tx, event, row, changed, person_id)
    elif rows == Rows.SESSIONS:
        row_of.set_session(event, row, {**row_values(event, rows, row), **changed}, changed)
    elif rows == Rows.GROUPS:
        assign(row, changed)
        return fill_seats(tx, event, now=now) if "quota" in changed else 0
    else:
        lines = [{**line, **changed} if line is row else line for line in _lines(event, rows)]
        setattr(event, COLUMNS[rows], lines)
    return 0


def move_event_row(
    event_id: int, rows: Rows, key: RowKey, steps: int, *, actor: Actor | None, now: datetime
) -> None:
    """So many places down (negative: up), as far as there is room. Raises NotFound, RowGone."""
    with changing_event(event_id, actor=actor, now=now) as (_tx, event):
        row = _found(event, rows, key)
        if rows == Rows.SESSIONS:
            row_of.move_session_by(event, row, steps)
            return
        beside = row_of.siblings(event, rows, getattr(row, "part", None))
        place = next(number for number, other in enumerate(beside) if other is row)
        ordered = [beside[number] for number in moved(len(beside), place, steps)]
        if rows == Rows.PEOPLE:
            row_of.settle_roles(ordered)
        elif rows == Rows.GROUPS:
            for number, group in enumerate(ordered):
                group.number = number
        else:
            setattr(event, COLUMNS[rows], ordered)


def remove_event_row(
    event_id: int, rows: Rows, key: RowKey, *, actor: Actor | None, now: datetime
) -> int | None:
    """The number of the history's line by which ``restore_event_row`` brings it back.

    Raises NotFound, RowGone, and RowHeld where notes or registrations hang on it.
    """
    with changing_event(event_id, actor=actor, now=now) as (tx, event):
        row = _found(event, rows, key)
        if rows in COLUMNS:
            setattr(event, COLUMNS[rows], [line for line in _lines(event, rows) if line is not row])
        else:
            _require_free(rows, row)
            if rows == Rows.SESSIONS:
                row_of.let_speakers_go(event, row)
            getattr(event, COLLECTIONS[rows]).remove(row)
        tx.session.flush()
    return change_made(event_id, now=now)


def _require_free(rows: Rows, row: Any) -> None:
    held = 0
    if rows == Rows.PEOPLE:
        held = count_notes(row.id)
    elif rows == Rows.GROUPS:
        held = count_registered(row.id)
    if held:
        raise RowHeld(held)


def restore_event_row(event_id: int, change_id: int, *, actor: Actor | None, now: datetime) -> None:
    """Bring back what a change removed: the row as it was, in its place. Raises NotFound, PartTaken."""
    with changing_event(event_id, actor=actor, now=now) as (tx, event):
        change = removal(event_id, change_id)
        if change is None:
            raise NotFound
        for rows, collection in COLLECTIONS.items():
            for row_id, columns in _removed(change.fields, collection).items():
                _restore_row(tx, event, rows, row_id, columns)
        _restore_lines(event, change.fields)
        _restore_sessions_of_speakers(event, change.fields)


def _removed(fields: Values, collection: str) -> dict[int, dict[str, Any]]:
    """The old values of rows that had some and have none, by their ids."""
    found: dict[int, dict[str, Any]] = {}
    kept: set[int] = set()
    for path in fields:
        old, new = _old_and_new(fields, path)
        head, _, rest = path.partition(".")
        row_id, _, column = rest.partition(".")
        if head != collection or not column:
            continue
        if new is not None:
            kept.add(int(row_id))
        found.setdefault(int(row_id), {})[column] = old
    return {row_id: columns for row_id, columns in found.items() if row_id not in kept}


def _old_and_new(fields: Values, path: str) -> tuple[Any, Any]:
    old, new, *_name = fields.get(path, (None, None))
    return old, new


def _restore_row(tx: Transaction, event: Event, rows: Rows, row_id: int, columns: Values) -> None:
    model = MODELS[rows]
    needed = "part" if rows == Rows.PEOPLE else "number"
    if needed not in columns or tx.session.get(model, row_id) is not None:
        return  # some of its values changed, or it is there again
    kinds = model.__table__.c
    values = {name: _parsed(kinds[name].type, old) for name, old in columns.items() if name in kinds}
    row_of.require_room(event, rows, values)
    if rows == Rows.SESSIONS:
        values["order"] = row_of.free_order(event, values.get("order"))
    row = model(id=row_id, **values)
    getattr(event, COLLECTIONS[rows]).append(row)
    if rows == Rows.PEOPLE:
        link_people(tx, [row])  # type: ignore[list-item]


def _parsed(kind: object, value: Any) -> Any:
    if isinstance(kind, UtcDateTime) and value is not None:
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) and value is not None else value


def _restore_lines(event: Event, fields: Values) -> None:
    for column in COLUMNS.values():
        old, new = _old_and_new(fields, column)
        lines = list(getattr(event, column))
        for number, line in enumerate(old or []):
            if line not in (new or []) and line not in lines:
                lines.insert(number, line)
        if lines != getattr(event, column):
            setattr(event, column, lines)


def _restore_sessions_of_speakers(event: Event, fields: Values) -> None:
    """A session whose number was given to another one meanwhile has come back with a new one."""
    orders = {_old_and_new(fields, f"sessions.{s.id}.order")[0]: s.order for s in event.sessions}
    for role in event.roles:
        old, new = _old_and_new(fields, f"roles.{role.id}.session")
        if old is not None and new is None and role.session is None:
            role.session = orders.get(old, old)


# finding rows


def _lines(event: Event, rows: Rows) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = getattr(event, COLUMNS[rows])
    return found


def _line(event: Event, rows: Rows, place: int | None) -> dict[str, Any]:
    if place is None:
        raise RowGone
    return _lines(event, rows)[place]


def _row(event: Event, rows: Rows, row_id: int) -> Any:
    row = next((row for row in rows_in_order(event, rows) if row.id == row_id), None)
    if row is None:
        raise RowGone
    return row


def _found(event: Event, rows: Rows, key: RowKey) -> Any:
    if rows in COLUMNS:
        return _line(event, rows, marked_row(_lines(event, rows), key.mark or "", key.number))
    return _row(event, rows, key.number)
