"""The desk's search: a few events, people and offices with words that begin as asked, one select each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, ScalarSelect, or_, select

from webinar.core.access import Actor
from webinar.db import db
from webinar.models import Event, Office, Person, Position
from webinar.queries.access import readable_events
from webinar.queries.event_list import LINE, EventLine
from webinar.queries.words import has_words

MOST_FOUND = 8


class FoundPerson(NamedTuple):
    """With the position that was entered last and is still held."""

    id: int
    name: str
    title_prefix: str | None
    title_suffix: str | None
    position: str | None
    institution: str | None
    acting: str | None


class FoundOffice(NamedTuple):
    """An office, readable or not; ``chain`` says whether its page opens."""

    slug: str
    name: str
    long_name: str | None
    city: str | None
    chain: str


def found_events(actor: Actor, words: Sequence[str]) -> list[EventLine]:
    """Of those this person may read the latest; one more than MOST_FOUND where there are more."""
    statement = readable_events(select(*LINE), actor).where(*has_words(Event.search_key, words))
    statement = statement.order_by(Event.start_on.desc(), Event.id.desc()).limit(MOST_FOUND + 1)
    return [EventLine._make(row) for row in db.session.execute(statement)]


def found_people(words: Sequence[str], *, on: date) -> list[FoundPerson]:
    """By name, position or institution; people are everybody's."""
    columns: Sequence[Any] = (
        *(Person.id, Person.name, Person.title_prefix, Person.title_suffix),
        *(_held(column, on) for column in (Position.name, Position.institution, Position.acting)),
    )
    statement = select(*columns).where(*(_is_of(word) for word in words))
    statement = statement.order_by(Person.search_key, Person.id).limit(MOST_FOUND + 1)
    return [FoundPerson._make(row) for row in db.session.execute(statement)]


def _is_of(word: str) -> ColumnElement[bool]:
    holders = select(Position.person_id).where(*has_words(Position.search_key, [word]))
    return or_(*has_words(Person.search_key, [word]), Person.id.in_(holders))


def _held(column: Any, on: date) -> ScalarSelect[Any]:
    still = or_(Position.valid_to.is_(None), Position.valid_to >= on)
    held = select(column).where(Position.person_id == Person.id, still)
    return held.order_by(Position.id.desc()).limit(1).scalar_subquery()


def found_offices(words: Sequence[str]) -> list[FoundOffice]:
    """By name and city, whoever asks: names of offices are no secret."""
    columns: Sequence[Any] = [getattr(Office, name) for name in FoundOffice._fields]
    statement = select(*columns).where(*has_words(Office.search_key, words))
    statement = statement.order_by(Office.search_key, Office.id).limit(MOST_FOUND + 1)
    return [FoundOffice._make(row) for row in db.session.execute(statement)]
