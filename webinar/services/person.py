"""The people behind the roles of events: one record of a person, whatever he or she did where."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import inspect

from webinar.db import Transaction
from webinar.models import EventRole, Person, Position
from webinar.queries.person import people_called

FILLED = ("title_prefix", "title_suffix", "short_name")


def link_people(tx: Transaction, roles: Iterable[EventRole]) -> None:
    """Give roles that are new or were given another name their person, found or made.

    The same name alone does not make the same person: a position, an institution or the degrees agree too.
    """
    unlinked = [role for role in roles if role.name and (role.person_id is None or _is_renamed(role))]
    if not unlinked:
        return
    known = list(people_called({role.name for role in unlinked if role.name}))
    found = [_person_of(tx, role, known) for role in unlinked]
    tx.session.flush()
    for role, person in zip(unlinked, found, strict=True):
        role.person_id = person.id


def _person_of(tx: Transaction, role: EventRole, known: list[Person]) -> Person:
    person = next((person for person in known if _is_same(person, role)), None)
    if person is None:
        person = Person(name=role.name, positions=[])
        tx.session.add(person)
        known.append(person)
    _complete(person, role)
    return person


def _is_renamed(role: EventRole) -> bool:
    return bool(inspect(role).attrs.name.history.deleted)


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
