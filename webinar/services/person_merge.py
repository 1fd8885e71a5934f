"""Two records of one person made one; somebody has seen both side by side and chosen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import update

from webinar.core.access import Actor
from webinar.core.errors import PersonChanged, SamePerson
from webinar.core.history import Act
from webinar.core.person import merged, pair_digest, united
from webinar.db import transaction
from webinar.models import EventRole, Position
from webinar.queries.person import data_of, positions_data
from webinar.queries.snapshot import person_snapshot
from webinar.services.person_change import locked_person, record_person_change


def merge_people(
    kept_id: int,
    other_id: int,
    chosen_of_other: Collection[str],
    *,
    actor: Actor | None,
    now: datetime,
    seen: str | None = None,
) -> int:
    """Take the second record into the first and remove it; returns how many parts in events moved over.

    Of the fields of PersonData both know differently, ``chosen_of_other`` names those to take from the
    second; what the first lacks is filled. Positions are united (``core.person.united``). Events, and with
    them their berita, belong to the first from now on and print what they printed. The history of both
    tells it. ``seen`` is the digest of what the chooser saw (``core.person.pair_digest``). Raises NotFound,
    SamePerson, and PersonChanged where that is no longer so.
    """
    if kept_id == other_id:
        raise SamePerson
    with transaction() as tx:
        first, second = sorted((kept_id, other_id))  # always in one order: nobody waits crosswise
        by_id = {first: locked_person(tx, first), second: locked_person(tx, second)}
        kept, other = by_id[kept_id], by_id[other_id]
        if seen is not None and seen != pair_digest(data_of(kept), data_of(other)):
            raise PersonChanged({})
        before, gone = person_snapshot(kept_id), person_snapshot(other_id)
        for name, value in asdict(merged(data_of(kept), data_of(other), chosen_of_other)).items():
            setattr(kept, name, value)
        terms = united(positions_data(kept), positions_data(other))
        mine = sorted(kept.positions, key=lambda p: p.id)
        for position, term in zip(mine, terms, strict=False):
            position.valid_from, position.valid_to = term.valid_from, term.valid_to
        kept.positions.extend(Position(**asdict(term)) for term in terms[len(mine) :])
        moved = tx.session.execute(
            update(EventRole)
            .where(EventRole.person_id == other_id)
            .values(person_id=kept_id)
            .execution_options(synchronize_session=False)
        )
        kept.changed_at = now
        tx.session.flush()
        record_person_change(
            tx, other, Act.MERGED, before=gone, after={"merged_into": kept.name}, actor=actor, now=now
        )
        record_person_change(
            tx,
            kept,
            Act.MERGED,
            before=before,
            after={**person_snapshot(kept_id), "merged_from": other.name},
            actor=actor,
            now=now,
        )
        tx.session.delete(other)
    return moved.rowcount  # type: ignore[attr-defined, no-any-return]
