"""Reading the history: of one thing, or of everything somebody may see, the latest first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, func, or_, select

from webinar.core.access import Action, Actor
from webinar.core.errors import NotFound
from webinar.core.history import Thing
from webinar.db import db
from webinar.models import Change, Event, Office, Person
from webinar.queries.access import reachable_offices
from webinar.queries.paging import Page, key_number

PAGE = 30
WHO_WORKS = (Thing.MEMBERSHIP, Thing.INVITATION, Thing.ACCOUNT)
FEW_OFFICES = 60


class HistoryLine(NamedTuple):
    """One act on one thing; the slugs are those of an event or an office that is still there."""

    id: int
    at: datetime
    actor_name: str | None
    thing: str
    thing_id: int
    title: str
    act: str
    reason: str | None
    fields: dict[str, list[Any]]
    event_slug: str | None
    office_slug: str | None


_COLUMNS = [getattr(Change, name) for name in HistoryLine._fields[:-2]]
_LINES = (
    select(*_COLUMNS, Event.slug, Office.slug)
    .outerjoin(Event, and_(Change.thing == Thing.EVENT, Event.id == Change.thing_id))
    .outerjoin(Office, and_(Change.thing == Thing.OFFICE, Office.id == Change.thing_id))
    .order_by(Change.id.desc())
)


@dataclass(frozen=True)
class HistoryWish:
    """What of the history is wanted; ``since`` and ``until`` are instants, ``by`` a part of a name."""

    things: Collection[str] = ()
    by: str = ""
    since: datetime | None = None
    until: datetime | None = None


def thing_history(
    thing: str, thing_id: int, *, after: str | None = None, limit: int = PAGE
) -> Page[HistoryLine]:
    """What happened to one thing, in one select."""
    return _page([Change.thing == thing, Change.thing_id == thing_id], after, limit)


def office_history(office_id: int, *, after: str | None = None, limit: int = PAGE) -> Page[HistoryLine]:
    """What happened to an office and to who works there, in one select."""
    people = and_(Change.office_id == office_id, Change.thing.in_(WHO_WORKS))
    itself = and_(Change.thing == Thing.OFFICE, Change.thing_id == office_id)
    return _page([or_(itself, people)], after, limit)


def visible_history(
    actor: Actor, wish: HistoryWish, *, after: str | None = None, limit: int = PAGE
) -> Page[HistoryLine]:
    """What happened to the things of the offices whose history this person may read, in two selects."""
    conditions = _within_reach(actor)
    if wish.things:
        conditions.append(Change.thing.in_(wish.things))
    if wish.by:
        conditions.append(Change.actor_name.icontains(wish.by, autoescape=True))
    if wish.since is not None:
        conditions.append(Change.at >= wish.since)
    if wish.until is not None:
        conditions.append(Change.at < wish.until)
    return _page(conditions, after, limit)


def _within_reach(actor: Actor) -> list[ColumnElement[bool]]:
    """Of few offices the index finds the lines; of many the latest lines are read until a page is full.

    SQLite would gather and sort all lines of hundreds of offices first (0.9 s of 300,000): adding nothing to
    the column keeps it from that.
    """
    reached = reachable_offices(actor, Action.READ_HISTORY)
    if reached is None:
        return []
    count = db.session.scalar(select(func.count()).select_from(reached.subquery())) or 0
    return [(Change.office_id if count <= FEW_OFFICES else Change.office_id + 0).in_(reached)]


def _page(conditions: list[ColumnElement[bool]], after: str | None, limit: int) -> Page[HistoryLine]:
    key = key_number(after)
    statement = _LINES.where(*conditions, *([Change.id < key] if key is not None else []))
    found = [HistoryLine(*row) for row in db.session.execute(statement.limit(limit + 1))]
    return Page(found[:limit], str(found[limit - 1].id) if len(found) > limit else None)


def person_name(person_id: int) -> str:
    """Raises NotFound."""
    name = db.session.scalar(select(Person.name).where(Person.id == person_id))
    if name is None:
        raise NotFound
    return name


def named_office(slug: str) -> tuple[int, str]:
    """The id and the name of an office. Raises NotFound."""
    row = db.session.execute(select(Office.id, Office.name).where(Office.slug == slug)).one_or_none()
    if row is None:
        raise NotFound
    return row.id, row.name
