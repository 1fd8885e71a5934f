"""Pairs of records that may be of one person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from webinar.core.likeness import Known, Likeness, likeness, pairs_sounding_alike, post_key
from webinar.core.search import asked_words
from webinar.db import db
from webinar.models import Person, Position
from webinar.queries.person import ListedPerson, listed_people, positions_of

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


def known_of(person: Person) -> Known:
    """What guesses look at, of somebody who was read with the positions."""
    return _known_by(person, person.positions)


def people_like(known: Known, on: date) -> list[ListedPerson]:
    """Others who may be this person, the surest first; those who share a word of the name are looked at."""
    words = [word for word in asked_words(known.name) if len(word) > 2]
    alike = or_(
        Person.name == known.name,
        *(Person.search_key.contains(word, autoescape=True) for word in words),
    )
    others = select(Person.id).where(alike, Person.id != known.id).order_by(Person.id).limit(MOST_CANDIDATES)
    found = _known(db.session.scalars(others))
    guesses = {id_: likeness(known, other) for id_, other in found.items()}
    surest = [id_ for wanted in Likeness for id_, how in guesses.items() if how == wanted][:MOST_ALIKE]
    people = listed_people(surest, on)
    return [people[id_] for id_ in surest]


def _known(ids: Iterable[int]) -> dict[int, Known]:
    ids = list(ids)
    held = positions_of(ids)
    rows = db.session.execute(
        select(Person.id, Person.name, Person.title_suffix).where(Person.id.in_(ids))
    ).all()
    return {row.id: _known_by(row, held.get(row.id, ())) for row in rows}


def _known_by(person: Any, positions: Iterable[Position]) -> Known:
    return Known(
        person.id,
        person.name,
        person.title_suffix,
        frozenset(post_key(p.name, p.institution) for p in positions),
        frozenset(p.institution.casefold() for p in positions if p.institution),
    )
