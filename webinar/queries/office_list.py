"""The tree of offices as the desk lists it, and one office with what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, case, func, or_, select, tuple_
from sqlalchemy.orm import aliased, joinedload

from webinar.core.access import Action, Actor
from webinar.core.errors import NotFound
from webinar.core.states import EventState
from webinar.db import db
from webinar.models import Event, Membership, Office, Region
from webinar.queries.access import visible_to
from webinar.queries.paging import PAGE, Page, key_number, page_of

FIRST, LAST = "", "99"  # before and after the codes of all provinces
MOST_EVENTS = 5


class OfficeLine(NamedTuple):
    """An office as lists print it."""

    id: int
    slug: str
    name: str
    level: str | None
    city: str | None
    region_code: str | None
    email: str | None
    whatsapp: str | None
    region_name: str | None
    zone_name: str | None
    chain: str
    member_count: int


@dataclass(frozen=True)
class OfficeSearch:
    """What a list is narrowed to: beginnings of words (``core.search``), a level, the code of a province."""

    words: tuple[str, ...] = ()
    level: str | None = None
    province: str | None = None


# the centre first, then province by province with its regencies, then bodies of no region
_place = case(
    (Office.region_code.is_not(None), Office.region_code), (Office.level == "national", FIRST), else_=LAST
)
_KEY = (_place, Office.name, Office.id)


def desk_offices(actor: Actor, search: OfficeSearch, after: str | None = None) -> Page[OfficeLine]:
    """A page of the offices this person may read, province by province. ``after`` is a key this gave."""
    statement = _found(visible_to(_lines(), actor, Action.READ, Office.id), search)
    key = key_number(after)
    if key is not None:
        last = db.session.execute(select(*_KEY).where(Office.id == key)).one_or_none()
        statement = statement.where(tuple_(*_KEY) > tuple(last)) if last else statement
    rows = db.session.execute(statement.order_by(*_KEY).limit(PAGE + 1))
    return page_of([OfficeLine._make(row) for row in rows])


def _lines() -> Select[Any]:
    members = (
        select(func.count(func.distinct(Membership.user_id)))
        .where(Membership.office_id == Office.id)
        .correlate(Office)
        .scalar_subquery()
    )
    columns = [getattr(Office, name) for name in OfficeLine._fields[:8]]
    return select(*columns, Region.name, Region.zone_name, Office.chain, members).outerjoin(
        Region, Region.code == Office.region_code
    )


def _found(statement: Select[Any], search: OfficeSearch) -> Select[Any]:
    for word in search.words:
        statement = statement.where(Office.search_key.contains(f" {word}", autoescape=True))
    if search.level:
        statement = statement.where(Office.level == search.level)
    if search.province:
        code = Office.region_code
        statement = statement.where(or_(code == search.province, code.startswith(f"{search.province}.")))
    return statement


class CloseOffice(NamedTuple):
    """The office above, or one among those of a choice."""

    id: int
    slug: str
    name: str
    chain: str


class ComingEvent(NamedTuple):
    """An event of the office that is not over, drafts among them."""

    slug: str
    title: str
    start_on: date
    end_on: date | None
    state: str


@dataclass(frozen=True)
class DeskOffice:
    """One office with what stands around it."""

    office: Office  # its region is loaded
    above: CloseOffice | None
    below: Page[OfficeLine]


def desk_office(slug: str) -> DeskOffice:
    """In two selects. Raises NotFound."""
    over = aliased(Office)
    found = db.session.execute(
        select(Office, over.id, over.slug, over.name, over.chain)
        .outerjoin(over, over.id == Office.parent_id)
        .options(joinedload(Office.region))
        .where(Office.slug == slug)
    ).one_or_none()
    if found is None:
        raise NotFound(f"no office has the slug {slug!r}")
    office, *above = found
    return DeskOffice(
        office=office,
        above=CloseOffice._make(above) if office.parent_id else None,
        below=offices_below(office.id),
    )


def offices_below(office_id: int) -> Page[OfficeLine]:
    """Those right below, readable or not, the first page of them."""
    statement = _lines().where(Office.parent_id == office_id).order_by(*_KEY).limit(PAGE + 1)
    return page_of([OfficeLine._make(row) for row in db.session.execute(statement)])


def coming_events_of(office_id: int, *, today: date) -> list[ComingEvent]:
    """What the office keeps and is not over, the nearest first."""
    columns = [getattr(Event, name) for name in ComingEvent._fields]
    rows = db.session.execute(
        select(*columns)
        .where(Event.keeper_id == office_id, func.coalesce(Event.end_on, Event.start_on) >= today)
        .where(Event.state != EventState.ARCHIVED)
        .order_by(Event.start_on, Event.id)
        .limit(MOST_EVENTS)
    )
    return [ComingEvent._make(row) for row in rows]
