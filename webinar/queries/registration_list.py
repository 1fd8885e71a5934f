"""The organiser's list of registrations."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, exists, select
from sqlalchemy.orm import aliased

from webinar.core.errors import NotFound
from webinar.db import db
from webinar.models import Event, ParticipantGroup, Registration, RegistrationTerm
from webinar.queries.paging import Order, Page, Turn, turned_page
from webinar.queries.registration_search import (
    FEW,
    Clue,
    RegistrationSearch,
    RegistrationSort,
    clues,
    no_term,
)


class ListedRegistration(NamedTuple):
    """One line of the organiser's list."""

    id: int
    full_name: str
    title_prefix: str | None
    title_suffix: str | None
    email: str
    whatsapp: str | None
    institution: str
    unit: str | None
    position: str | None
    accessibility_need: str | None
    question: str | None
    region_code: str | None
    state: str
    waiting_number: int | None
    group_id: int | None
    created_at: datetime


_LINE = tuple(getattr(Registration, name) for name in ListedRegistration._fields)
_SORTED_BY = {
    RegistrationSort.ARRIVAL: (),
    RegistrationSort.NAME: (Registration.search_key,),
    RegistrationSort.INSTITUTION: (Registration.institution_key,),
}


@dataclass(frozen=True)
class RegisteredEvent:
    """The event of a list, and how many registrations each clue of the search leads to, FEW + 1 for many."""

    id: int
    slug: str
    title: str
    state: str
    taken_count: int
    waiting_count: int
    quota: int | None
    zone_name: str
    groups: tuple[ParticipantGroup, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True)
class RegistrationPage:
    """``is_by_word``: too many were found to be sorted as asked; they stand in the order of their words."""

    page: Page[ListedRegistration]
    is_by_word: bool = False


_NAMES = [field.name for field in fields(RegisteredEvent)[:-2]]


def registered_event(slug: str, search: RegistrationSearch) -> RegisteredEvent:
    """In one select, its groups in their order. Raises NotFound."""
    rows = db.session.execute(_asking(search), {"slug": slug}).all()
    if not rows:
        raise NotFound(f"no event has the slug {slug!r}")
    own: dict[str, Any] = dict(zip(_NAMES, rows[0], strict=False))
    groups = tuple(row[-1] for row in rows if row[-1] is not None)
    return RegisteredEvent(**own, groups=groups, counts=tuple(rows[0][len(_NAMES) : -1]))


@lru_cache(64)
def _asking(search: RegistrationSearch) -> Select[Any]:
    """Most look at a list without a search: built once."""
    event = select(*(getattr(Event, name) for name in _NAMES)).where(Event.slug == bindparam("slug"))
    found = event.cte("of_list")
    counts = [clue.count() for clue in clues(found.c.id, search)]
    return (
        select(*found.c, *counts, ParticipantGroup)
        .outerjoin(ParticipantGroup, ParticipantGroup.event_id == found.c.id)
        .order_by(ParticipantGroup.number)
    )


def event_registrations(event: RegisteredEvent, search: RegistrationSearch, turn: Turn) -> RegistrationPage:
    """A page in one select, about as quick with a hundred thousand registrations as with fifty."""
    asked = clues(event.id, search)
    fewest = min(range(len(asked)), key=event.counts.__getitem__, default=None)
    if fewest is not None and event.counts[fewest] <= FEW:
        return RegistrationPage(_sorted(_few(asked.pop(fewest)), asked, search, turn))
    if search.words:
        return RegistrationPage(_register(event.id, asked, turn), is_by_word=True)
    if search.province and search.sort is RegistrationSort.ARRIVAL:
        return RegistrationPage(_register(event.id, asked, turn, is_descending=search.is_descending))
    return RegistrationPage(
        _sorted(select(*_LINE).where(Registration.event_id == event.id), asked, search, turn)
    )


def _few(clue: Clue) -> Select[Any]:
    """Those a clue leads to, read by their ids: no planner walks an index of the event instead."""
    found = clue.ids.distinct().limit(FEW + 1).subquery()
    return select(*_LINE).join(found, Registration.id == found.c[0])


def _sorted(
    statement: Select[Any], asked: list[Clue], search: RegistrationSearch, turn: Turn
) -> Page[ListedRegistration]:
    """In the order asked for."""
    statement = statement.where(*(clue.holds for clue in asked))
    order = Order((*_SORTED_BY[search.sort], Registration.id), search.is_descending)
    return turned_page(statement, order, turn, ListedRegistration._make)


def _register(
    event_id: int, asked: list[Clue], turn: Turn, *, is_descending: bool = False
) -> Page[ListedRegistration]:
    """In the order of the register: by the terms the first clue means, then by arrival.

    Who has two words that begin alike stands at the first of them.
    """
    means = asked[0].term or no_term
    earlier = aliased(RegistrationTerm)
    has_earlier = exists().where(
        earlier.registration_id == RegistrationTerm.registration_id,
        means(earlier),
        earlier.term < RegistrationTerm.term,
    )
    statement = (
        select(*_LINE)
        .join(RegistrationTerm, RegistrationTerm.registration_id == Registration.id)
        .where(RegistrationTerm.event_id == event_id, means(RegistrationTerm), ~has_earlier)
        .where(*(clue.holds for clue in asked[1:]))
    )
    order = Order((RegistrationTerm.term, RegistrationTerm.registration_id), is_descending)
    place = means(RegistrationTerm)
    return turned_page(statement, order, turn, ListedRegistration._make, place=place)
