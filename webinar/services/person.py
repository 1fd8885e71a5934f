"""The people behind the roles of events: one record of a person, whatever he or she did where."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import inspect
from sqlalchemy.orm.attributes import flag_modified

from webinar.core.errors import NotFound
from webinar.db import Transaction
from webinar.models import Event, EventRole, Person, Position
from webinar.queries.person import people_called

FILLED = ("title_prefix", "title_suffix", "short_name")


def link_people(tx: Transaction, roles: Iterable[EventRole]) -> None:
    """Give roles that are new or were given another name their person, found or made.

    The same name alone does not make the same person: a position, an institution or the degrees agree too.
    Whoever is new to the directory is kept by the office that keeps the event. A person chosen stays chosen.
    """
    unlinked = [role for role in roles if role.name and (role.person_id is None or _is_renamed(role))]
    if not unlinked:
        return
    keeper_id = _keeper_of(tx, unlinked)
    known = list(people_called({role.name for role in unlinked if role.name}))
    found = [_person_of(tx, role, known, keeper_id) for role in unlinked]
    tx.session.flush()
    for role, person in zip(unlinked, found, strict=True):
        role.person_id = person.id


def _keeper_of(tx: Transaction, roles: list[EventRole]) -> int | None:
    """The office whose desk keeps the event of these roles."""
    tx.session.flush()  # roles just added learn their event by this
    event = tx.session.get(Event, roles[0].event_id)
    return event.keeper_id if event else None


def link_role(tx: Transaction, role: EventRole, person_id: int) -> None:
    """The person somebody chose for a role, whatever the role is called. Raises NotFound.

    Nothing of the role is changed, as it is printed on the event, and nothing of the person.
    """
    if tx.session.get(Person, person_id) is None:
        raise NotFound(f"no person has the id {person_id}")
    role.person_id = person_id
    flag_modified(role, "person_id")  # chosen, even where it is the same as before


def _person_of(tx: Transaction, role: EventRole, known: list[Person], keeper_id: int | None) -> Person:
    person = next((person for person in known if _is_same(person, role)), None)
    if person is None:
        person = Person(name=role.name, keeper_id=keeper_id, positions=[])
        tx.session.add(person)
        known.append(person)
    _complete(person, role)
    return person


def _is_renamed(role: EventRole) -> bool:
    """Another name, and no person chosen for it."""
    state = inspect(role).attrs
    return bool(state.name.history.deleted) and not state.person_id.history.added


def _is_same(person: Person, role: EventRole) -> bool:
    if person.name != role.name:
        return False
    held = {(position.name, position.institution) for position in person.positions}
    if not role.position and not role.institution:
        return not held or _has_degrees(person, role)
    if role.institution in {institution for _, institution in held if institution}:
        return True
    says_where = len((role.position or "").split()) > 1  # "Ketua" alone is said of thousands
    return (says_where and (role.position, role.institution) in held) or _has_degrees(person, role)


def _has_degrees(person: Person, role: EventRole) -> bool:
    degrees = (role.title_prefix, role.title_suffix)
    return role.title_suffix is not None and degrees == (person.title_prefix, person.title_suffix)


def _complete(person: Person, role: EventRole) -> None:
    """Add what was not known of the person; nothing is overwritten."""
    for name in FILLED:
        if getattr(person, name) is None:
            setattr(person, name, getattr(role, name))
    position = (role.position, role.institution)
    if role.position and position not in {(p.name, p.institution) for p in person.positions}:
        person.positions.append(
            Position(name=role.position, institution=role.institution, acting=role.acting)
        )
