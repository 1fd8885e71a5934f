"""Bringing an event's people, sessions and groups to what a document says, row by row.

Rows keep their identity: registrations hang on groups, notes of every office's report on roles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from webinar.core.document.model import EventDocument
from webinar.core.pairing import pair
from webinar.core.states import GroupKind
from webinar.db import Transaction
from webinar.models import Event, EventRole, EventSession, ParticipantGroup
from webinar.queries.programme import groups_registered_for, roles_noted, roles_noted_by_others
from webinar.services.document import Values, group_values, role_values, session_values
from webinar.services.person import link_people

Alike = Callable[[Any, Values], bool]
People = Mapping[tuple[str, int], int]  # the id of the person by the part and the place in it
NOBODY_CHOSEN: People = {}


def assign(row: object, values: Mapping[str, Any]) -> bool:
    """Set what differs; tells whether anything did."""
    changes = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in changes.items():
        setattr(row, name, value)
    return bool(changes)


def sync_sessions(event: Event, document: EventDocument) -> bool:
    """Sessions are known by their order, else by name, else by place; tells whether anything changed."""
    alike: list[Alike] = [
        lambda row, values: row.order is not None and row.order == values["order"],
        lambda row, values: bool(row.name) and row.name == values["name"],
        lambda row, values: row.number == values["number"],
    ]
    return _sync(event.sessions, EventSession, session_values(document), alike)


def sync_groups(tx: Transaction, event: Event, document: EventDocument) -> bool:
    """A group that people registered with is only taken for one that has something in common with it."""
    held = groups_registered_for(event.id) if event.groups else set()
    alike: list[Alike] = [
        lambda row, values: all(
            _same_kind(row, values, v) for v in ("label", "positions", "units", "members")
        ),
        lambda row, values: bool(row.label) and _same_kind(row, values, "label"),
        lambda row, values: bool(row.positions) and _same_kind(row, values, "positions"),
        lambda row, values: _has_common(row, values),
        lambda row, values: row.number == values["number"] and row.id not in held,
    ]
    return _sync(event.groups, ParticipantGroup, group_values(document), alike, held=held)


def _same_kind(row: ParticipantGroup, values: Values, name: str) -> bool:
    return _is_rule(row.kind) == _is_rule(values["kind"]) and getattr(row, name) == values[name]


def _is_rule(kind: str) -> bool:
    return kind == GroupKind.RULE


def _has_common(row: ParticipantGroup, values: Values) -> bool:
    same = [*row.positions, *row.members], [*values["positions"], *values["members"]]
    return _is_rule(row.kind) == _is_rule(values["kind"]) and not set(same[0]).isdisjoint(same[1])


def sync_roles(
    tx: Transaction,
    event: Event,
    document: EventDocument,
    people: People = NOBODY_CHOSEN,
    *,
    is_of_another: bool = False,
) -> bool:
    """People are known within their part: by name, position, or place if nobody else wrote of them.

    ``people`` says whom of the directory a role was chosen to be; the others are found by what is printed.
    What comes from another event (``is_of_another``) knows nothing of the notes on this one: whoever has any
    is known by name alone, and stays.
    """
    held: set[int] = set()
    if event.roles:
        unit = document.reporting_unit.name
        held = roles_noted(event.id) if is_of_another else roles_noted_by_others(event.id, unit)
    alike: list[Alike] = [
        lambda row, values: _is_same_person(row, values) and row.number == values["number"],
        _is_same_person,
        lambda row, values: (
            (row.part, row.position) == (values["part"], values["position"])
            and bool(row.position)
            and not (is_of_another and row.id in held)
        ),
        lambda row, values: (
            (row.part, row.number) == (values["part"], values["number"]) and row.id not in held
        ),
    ]
    wanted = [_chosen(values.columns, people) for values in role_values(document)]
    changed = _sync(event.roles, EventRole, wanted, alike, held=held)
    link_people(tx, event.roles)
    return changed


def _chosen(values: Values, people: People) -> Values:
    person_id = people.get((values["part"], values["number"]))
    return values if person_id is None else {**values, "person_id": person_id}


def add_roles(event: Event, document: EventDocument) -> bool:
    """Only who is not there yet, behind the others of the same part; nobody is changed or removed."""
    wanted = [values.columns for values in role_values(document)]
    new = [v for row, v in zip(roles_of(event, document), wanted, strict=True) if row is None]
    behind = Counter(row.part for row in event.roles)
    for values in new:
        event.roles.append(EventRole(**{**values, "number": behind[values["part"]]}))
        behind[values["part"]] += 1
    return bool(new)


def roles_of(event: Event, document: EventDocument) -> list[EventRole | None]:
    """The event's row of each person of a document, in the document's order; None for who is not there."""
    wanted = [values.columns for values in role_values(document)]
    return pair(
        event.roles,
        wanted,
        lambda row, values: _is_alike(row, values) and row.number == values["number"],
        _is_alike,
    )


def _is_alike(row: EventRole, values: Values) -> bool:
    """The same person, or the same nameless post."""
    if row.name or values["name"]:
        return _is_same_person(row, values)
    same = ("part", "position", "institution")
    return all(getattr(row, name) == values[name] for name in same)


def _is_same_person(row: EventRole, values: Values) -> bool:
    return row.part == values["part"] and bool(row.name) and row.name == values["name"]


def _sync(
    rows: list[Any], model: type, wanted: Sequence[Values], alike: Sequence[Alike], held: Collection[int] = ()
) -> bool:
    """Change, add and remove rows; those held and no longer wanted stay, behind the others of their part."""
    found = pair(rows, wanted, *alike)
    left = [row for row in rows if all(row is not other for other in found)]
    changed = False
    for row, values in zip(found, wanted, strict=True):
        if row is None:
            rows.append(model(**values))
            changed = True
        else:
            changed |= assign(row, _keeping_open(row, values))
    behind = Counter(values.get("part") for values in wanted)
    for row in left:
        if row.id not in held:
            rows.remove(row)
            changed = True
            continue
        part = getattr(row, "part", None)
        changed |= assign(row, {"number": behind[part]})
        behind[part] += 1
    return changed


def _keeping_open(row: Any, values: Values) -> Values:
    """A group for everybody reads as an external one in a document; coming back it stays what it is."""
    is_open = getattr(row, "kind", None) == GroupKind.OPEN and values.get("kind") == GroupKind.LIST
    return {**values, "kind": GroupKind.OPEN} if is_open else values
