"""The desk's list of events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, func, or_, select

from webinar.core.access import Actor
from webinar.db import db
from webinar.models import Event, Office
from webinar.queries.access import readable_events
from webinar.queries.paging import Order, Page, Turn, turned_page
from webinar.queries.words import has_words

MOST_KINDS = 100
LONGEST = timedelta(days=100)  # of an event


class EventSort(StrEnum):
    DATE = "date"
    TITLE = "title"
    CHANGED = "changed"
    REGISTERED = "registered"


class Part(StrEnum):
    """Whose event it is, seen from the office that keeps it."""

    OWN = "own"  # that office organises it
    ATTENDED = "attended"  # somebody else does


@dataclass(frozen=True)
class EventSearch:
    """What the list is narrowed to, and its order. Words are as ``core.search`` folds them."""

    words: tuple[str, ...] = ()
    state: str | None = None
    office_words: tuple[str, ...] = ()  # of the office that keeps it
    first_day: date | None = None
    last_day: date | None = None
    over_by: date | None = None  # its last day is this one or earlier
    event_type: str | None = None
    part: Part | None = None
    sort: EventSort = EventSort.DATE
    is_descending: bool = True


class EventLine(NamedTuple):
    """An event as the list prints it; its status can be worked out (``core.status.Timetable``)."""

    id: int
    slug: str
    title: str
    organiser_name: str
    state: str
    start_on: date
    end_on: date | None
    starts_at: datetime | None
    ends_at: datetime | None
    zone_name: str
    registration_open: bool
    registration_closes_at: datetime | None
    quota: int | None
    taken_count: int
    keeps_waiting_list: bool
    waiting_count: int


LINE = tuple(getattr(Event, name) for name in EventLine._fields)
ends_on = func.coalesce(Event.end_on, Event.start_on)
_SORTED_BY = {
    EventSort.DATE: Event.start_on,
    EventSort.TITLE: Event.search_key,
    EventSort.CHANGED: Event.changed_at,
    EventSort.REGISTERED: Event.taken_count,
}


def desk_events(actor: Actor, search: EventSearch, turn: Turn) -> Page[EventLine]:
    """A page of the events this person may read, in one select."""
    statement = _narrowed(readable_events(select(*LINE), actor), search)
    order = Order((_SORTED_BY[search.sort], Event.id), search.is_descending)
    return turned_page(statement, order, turn, EventLine._make)


def _narrowed(statement: Select[Any], search: EventSearch) -> Select[Any]:
    if search.words:
        statement = statement.where(*has_words(Event.search_key, search.words))
    if search.state:
        statement = statement.where(Event.state == search.state)
    if search.office_words:
        kept_by = select(Office.id).where(*has_words(Office.search_key, search.office_words))
        statement = statement.where(Event.keeper_id.in_(kept_by))
    if search.first_day is not None:
        statement = statement.where(*not_over_before(search.first_day))
    if search.last_day is not None:
        statement = statement.where(Event.start_on <= search.last_day)
    if search.over_by is not None:
        statement = statement.where(ends_on <= search.over_by)
    if search.event_type:
        statement = statement.where(Event.event_type == search.event_type)
    if search.part is not None:
        statement = statement.where(_is(search.part))
    return statement


def _is(part: Part) -> Any:
    if part is Part.OWN:
        return Event.organiser_id == Event.keeper_id
    return or_(Event.organiser_id.is_(None), Event.organiser_id != Event.keeper_id)


def not_over_before(day: date) -> list[ColumnElement[bool]]:
    """That an event's last day is this one or later; nothing is looked for that began very long ago, so that
    an index on the first day narrows the search."""
    return [ends_on >= day, Event.start_on >= day - LONGEST]


def event_kinds() -> list[str]:
    """The kinds of event there are, as typed, in one select over an index."""
    kinds = db.session.scalars(select(Event.event_type).distinct().limit(MOST_KINDS))
    return sorted(kind for kind in kinds if kind)
