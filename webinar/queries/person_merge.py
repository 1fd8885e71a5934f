"""Pairs of records that may be of one person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from webinar.core.likeness import Known, Likeness, likeness, pairs_sounding_alike, post_key
from webinar.db import db
from webinar.models import Person
from webinar.queries.person import ListedPerson, listed_people, positions_of, words_of

MOST_PAIRS = 50
MOST_CANDIDATES = 200
MOST_ALIKE = 8


@dataclass(frozen=True)
class LikelyPair:
    """Two records and why they are shown together; the one entered first stands first."""

    first: ListedPerson
    second: ListedPerson
    likeness: Likeness


def likely_pairs(on: date) -> list[LikelyPair]:
    """The surest guesses of the whole directory first, at most fifty; three selects, all names are read."""
    names = [(id_, name) for id_, name in db.session.execute(select(Person.id, Person.name))]
    pairs = sorted((min(pair), max(pair)) for pair in pairs_sounding_alike(names))
    known = _known({id_ for pair in pairs for id_ in pair})
    guesses = [(likeness(known[a], known[b]), a, b) for a, b in pairs if a in known and b in known]
    sure = [guess for guess in guesses if guess[0] == Likeness.SAME_POST]
    unsure = [guess for guess in guesses if guess[0] == Likeness.SAME_NAME]
    shown = [*sure, *unsure][:MOST_PAIRS]
    people = listed_people({id_ for _, *pair in shown for id_ in pair}, on)
    return [LikelyPair(people[a], people[b], how) for how, a, b in shown if how is not None]


def people_like(person_id: int, name: str, on: date) -> list[ListedPerson]:
    """Others who may be this person, the surest first; those who share a word of the name are looked at."""
    words = [word for word in words_of(name) if len(word) > 2] or [name]
    alike = or_(*(Person.name.icontains(word, autoescape=True) for word in words))
    others = select(Person.id).where(alike, Person.id != person_id).order_by(Person.id)
    ids = db.session.scalars(others.limit(MOST_CANDIDATES))
    known = _known({*ids, person_id})
    if person_id not in known:
        return []
    guesses = [(likeness(known[person_id], other), id_) for id_, other in known.items() if id_ != person_id]
    order = [Likeness.SAME_POST, Likeness.SAME_NAME]
    sorted_ids = [id_ for wanted in order for how, id_ in sorted(guesses, key=str) if how == wanted]
    people = listed_people(sorted_ids[:MOST_ALIKE], on)
    return [people[id_] for id_ in sorted_ids[:MOST_ALIKE]]


def _known(ids: Iterable[int]) -> dict[int, Known]:
    ids = list(ids)
    held = positions_of(ids)
    rows = db.session.execute(
        select(Person.id, Person.name, Person.title_suffix).where(Person.id.in_(ids))
    ).all()
    return {
        row.id: Known(
            row.id,
            row.name,
            row.title_suffix,
            frozenset(post_key(p.name, p.institution) for p in held.get(row.id, ())),
            frozenset(p.institution.casefold() for p in held.get(row.id, ()) if p.institution),
        )
        for row in rows
    }
