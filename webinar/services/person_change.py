"""The directory of speakers and officials on the desk: people and the positions they held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from webinar.core.access import Actor
from webinar.core.errors import EndsBeforeStart, NotFound, PersonChanged
from webinar.core.history import Act, Thing
from webinar.core.merge import Edit, merge
from webinar.core.person import PersonData, PositionData, position_of, position_values
from webinar.db import Transaction, transaction
from webinar.models import Person, Position
from webinar.queries.person import data_of, position_data
from webinar.queries.snapshot import Snapshot, person_snapshot
from webinar.services.history import record_change


def add_person(
    data: PersonData, positions: Sequence[PositionData] = (), *, actor: Actor | None, now: datetime
) -> int:
    """The id of a new record of a person, with the positions held. Raises EndsBeforeStart."""
    with transaction() as tx:
        person = Person(**asdict(data), changed_at=now)
        person.positions = [Position(**_checked(position)) for position in positions]
        tx.session.add(person)
        tx.session.flush()
        record_person_change(tx, person, Act.CREATED, before={}, actor=actor, now=now)
        return person.id


def change_person(person_id: int, edit: Edit, *, actor: Actor | None, now: datetime) -> bool:
    """Change fields of PersonData, those alone that the form changed; tells whether anything did change.

    What others changed meanwhile stays. Raises NotFound, and PersonChanged where both changed the same field:
    then nothing is written. Events keep the person as they printed it.
    """
    with changing_person(person_id, actor=actor, now=now) as person:
        merged = merge(edit, asdict(data_of(person)))
        if merged.conflicts:
            raise PersonChanged({name: conflict.theirs for name, conflict in merged.conflicts.items()})
        for name, value in merged.write.items():
            setattr(person, name, value)
    return bool(merged.write)


def delete_person(person_id: int, *, actor: Actor | None, now: datetime) -> None:
    """Remove a record with its positions; events keep the name as they printed it. Raises NotFound."""
    with transaction() as tx:
        person = locked_person(tx, person_id)
        before = person_snapshot(person_id)
        record_person_change(tx, person, Act.DELETED, before=before, after={}, actor=actor, now=now)
        tx.session.delete(person)


def add_position(person_id: int, position: PositionData, *, actor: Actor | None, now: datetime) -> int:
    """The id of a position held by somebody. Raises NotFound, EndsBeforeStart."""
    with changing_person(person_id, actor=actor, now=now) as person:
        added = Position(**_checked(position))
        person.positions.append(added)
    return added.id


def change_position(
    person_id: int, position_id: int, edit: Edit, *, actor: Actor | None, now: datetime
) -> None:
    """Correct a position, in those fields alone that the form changed (``core.person.position_values``).

    What others changed meanwhile stays. Raises NotFound, also where it is another's, EndsBeforeStart, and
    PersonChanged where both changed the same field: then nothing is written.
    """
    with changing_person(person_id, actor=actor, now=now) as person:
        held = _position(person, position_id)
        theirs = position_values(position_data(held))
        merged = merge(edit, theirs)
        if merged.conflicts:
            raise PersonChanged({name: conflict.theirs for name, conflict in merged.conflicts.items()})
        for name, value in _checked(position_of(theirs | merged.write)).items():
            setattr(held, name, value)


def end_position(
    person_id: int, position_id: int, last_day: date, *, actor: Actor | None, now: datetime
) -> None:
    """``last_day`` is the last one on which the position was held. Raises as ``change_position`` does."""
    with changing_person(person_id, actor=actor, now=now) as person:
        held = _position(person, position_id)
        if held.valid_from and last_day < held.valid_from:
            raise EndsBeforeStart
        held.valid_to = last_day


def remove_position(person_id: int, position_id: int, *, actor: Actor | None, now: datetime) -> None:
    """For what was entered by mistake; a position that is over is ended instead. Raises NotFound."""
    with changing_person(person_id, actor=actor, now=now) as person:
        person.positions.remove(_position(person, position_id))


@contextmanager
def changing_person(person_id: int, *, actor: Actor | None, now: datetime) -> Iterator[Person]:
    """One transaction with the record locked; what the block changed is written into the history."""
    with transaction() as tx:
        person = locked_person(tx, person_id)
        before = person_snapshot(person_id)
        yield person
        tx.session.flush()
        if record_person_change(tx, person, Act.CHANGED, before=before, actor=actor, now=now):
            person.changed_at = now


def locked_person(tx: Transaction, person_id: int) -> Person:
    """Raises NotFound."""
    person = tx.session.scalar(select(Person).where(Person.id == person_id).with_for_update())
    if person is None:
        raise NotFound(f"no person has the id {person_id}")
    return person


def record_person_change(
    tx: Transaction,
    person: Person,
    act: Act,
    *,
    before: Snapshot,
    after: Snapshot | None = None,
    actor: Actor | None,
    now: datetime,
) -> bool:
    """A line of the history; ``after`` is what stands in the record unless told otherwise."""
    return record_change(
        tx,
        act,
        Thing.PERSON,
        person.id,
        title=person.name,
        office_id=person.keeper_id,
        actor=actor,
        now=now,
        before=before,
        after=person_snapshot(person.id) if after is None else after,
    )


def _position(person: Person, position_id: int) -> Position:
    found = next((p for p in person.positions if p.id == position_id), None)
    if found is None:
        raise NotFound(f"person {person.id} has no position {position_id}")
    return found


def _checked(position: PositionData) -> dict[str, Any]:
    if position.valid_from and position.valid_to and position.valid_to < position.valid_from:
        raise EndsBeforeStart
    return asdict(position)
