"""Finding people of the record."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select, tuple_
from sqlalchemy.orm import selectinload

from webinar.core.errors import NotFound
from webinar.core.people import post
from webinar.core.person import PersonData, PositionData, in_force
from webinar.core.search import asked_words, folded
from webinar.db import db
from webinar.models import Office, Person, Position
from webinar.queries.paging import PAGE, Page, key_number, page_of

MOST_SUGGESTIONS = 8
MOST_INSTITUTIONS = 60


@dataclass(frozen=True)
class PersonSearch:
    """What the list is narrowed to, folded (``core.search``): words of name, position or institution, and an
    institution's name or a part of it."""

    words: tuple[str, ...] = ()
    institution: str | None = None


@dataclass(frozen=True)
class ListedPerson:
    """One line of the directory; the positions in force on the day that was asked for, the first first.

    ``chain`` is that of the office that keeps the record, bare where none does (``core.access``).
    """

    id: int
    name: str
    title_prefix: str | None
    title_suffix: str | None
    precedence: int | None
    keeper: str | None
    chain: str
    positions: tuple[Position, ...]

    @property
    def posts(self) -> tuple[str, ...]:
        """The positions as they are printed."""
        return tuple(post(p.name, p.institution, p.acting) for p in self.positions)


@dataclass(frozen=True)
class Suggestion:
    """A person for the editor to choose, with the position held on the event's day."""

    id: int
    name: str
    title_prefix: str | None
    title_suffix: str | None
    short_name: str | None
    position: str | None
    institution: str | None
    acting: str | None


def people_called(names: Collection[str]) -> Sequence[Person]:
    """Everybody of these names with the positions they held, in two selects."""
    return db.session.scalars(
        select(Person)
        .where(Person.name.in_(names))
        .options(selectinload(Person.positions))
        .order_by(Person.id)
    ).all()


def person_search(text: str, institution: str = "") -> PersonSearch:
    """What somebody typed into the two fields of the list."""
    return PersonSearch(asked_words(text), folded(institution) or None)


def people_page(search: PersonSearch, on: date, after: str | None = None) -> Page[ListedPerson]:
    """The directory by name, in two selects; people of all offices. ``after`` is a key this gave."""
    order = (Person.search_key, Person.id)
    statement = _lines().where(*_matching(search)).order_by(*order).limit(PAGE + 1)
    key = key_number(after)
    if key is not None:
        before = select(Person.search_key).where(Person.id == key).scalar_subquery()
        statement = statement.where(tuple_(*order) > tuple_(func.coalesce(before, ""), key))
    return page_of(_listed(statement, on))


def listed_people(ids: Collection[int], on: date) -> dict[int, ListedPerson]:
    """These people by id, in two selects."""
    return {person.id: person for person in _listed(_lines().where(Person.id.in_(ids)), on)}


def _lines() -> Any:
    return select(
        *(Person.id, Person.name, Person.title_prefix, Person.title_suffix, Person.precedence),
        *(Office.name.label("keeper"), func.coalesce(Office.chain, "/").label("chain")),
    ).outerjoin(Office, Office.id == Person.keeper_id)


def _listed(statement: Select[Any], on: date) -> list[ListedPerson]:
    rows = db.session.execute(statement).all()
    held = positions_of([row.id for row in rows])
    return [ListedPerson(**row._mapping, positions=tuple(in_force(held.get(row.id, ()), on))) for row in rows]


def _matching(search: PersonSearch) -> list[ColumnElement[bool]]:
    conditions = [
        or_(
            Person.search_key.contains(word, autoescape=True),
            Person.id.in_(_holders(word)),
        )
        for word in search.words
    ]
    if search.institution:
        conditions.append(Person.id.in_(_holders(search.institution)))
    return conditions


def _holders(words: str) -> Any:
    """The ids of those in whose position or institution these words stand."""
    return select(Position.person_id).where(Position.search_key.contains(words, autoescape=True))


def positions_of(person_ids: Collection[int]) -> dict[int, list[Position]]:
    """The positions of several people, what was entered last first."""
    found: dict[int, list[Position]] = {}
    if person_ids:
        statement = select(Position).where(Position.person_id.in_(person_ids)).order_by(Position.id.desc())
        for position in db.session.scalars(statement):
            found.setdefault(position.person_id, []).append(position)
    return found


def institutions_named() -> list[str]:
    """The institutions most people belong to, for suggestions while somebody types."""
    statement = (
        select(Position.institution)
        .where(Position.institution.is_not(None))
        .group_by(Position.institution)
        .order_by(func.count().desc(), Position.institution)
        .limit(MOST_INSTITUTIONS)
    )
    return [name for name in db.session.scalars(statement) if name]


def person_found(person_id: int) -> Person:
    """With the positions. Raises NotFound."""
    person = db.session.get(Person, person_id, options=[selectinload(Person.positions)])
    if person is None:
        raise NotFound(f"no person has the id {person_id}")
    return person


def people_suggested(text: str, on: date) -> tuple[Suggestion, ...]:
    """At most eight people one of whose names or posts has every word; none below two letters.

    Whose name begins so comes first. The position is the one held ``on`` the event's day. Two selects.
    """
    words, typed = asked_words(text), folded(text)
    if len(typed) < 2:
        return ()
    begins = Person.search_key.startswith(f" {typed}", autoescape=True)
    named = Person.search_key.contains(f" {typed.split()[0]}", autoescape=True)
    statement = (
        select(Person)
        .where(*_matching(PersonSearch(words)))
        .order_by(case((begins, 0), (named, 1), else_=2), Person.search_key, Person.id)
        .limit(MOST_SUGGESTIONS)
    )
    people = db.session.scalars(statement).all()
    held = positions_of([person.id for person in people])
    return tuple(_suggestion(person, in_force(held.get(person.id, ()), on)) for person in people)


def _suggestion(person: Person, held: list[Position]) -> Suggestion:
    first = held[0] if held else None
    return Suggestion(
        id=person.id,
        name=person.name,
        title_prefix=person.title_prefix,
        title_suffix=person.title_suffix,
        short_name=person.short_name,
        position=first.name if first else None,
        institution=first.institution if first else None,
        acting=first.acting if first else None,
    )


def keeper_of(person: Person) -> Office | None:
    """The office whose desk keeps the record; None: nobody's."""
    return db.session.get(Office, person.keeper_id) if person.keeper_id is not None else None


def data_of(person: Person) -> PersonData:
    """The person's own values, as a form fills them."""
    return PersonData(**{f.name: getattr(person, f.name) for f in fields(PersonData)})


def positions_data(person: Person) -> list[PositionData]:
    """The positions in the order in which they were entered."""
    return [position_data(position) for position in sorted(person.positions, key=lambda p: p.id)]


def position_data(position: Position) -> PositionData:
    """A position as a form fills it."""
    return PositionData(**{f.name: getattr(position, f.name) for f in fields(PositionData)})
