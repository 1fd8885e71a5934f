"""What somebody was granted, and of which office a thing is: the facts ``core.access`` decides on."""

from __future__ import annotations

from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Select, and_, bindparam, case, false, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from webinar.core.access import Action, Actor, Grant, OfficeRole, reach
from webinar.core.errors import NotFound
from webinar.core.office_tree import TOP
from webinar.core.states import EventState
from webinar.db import db
from webinar.models import Berita, Event, EventSeries, EventTemplate, Membership, Office, Person, User

Statement = TypeVar("Statement", bound=Select[Any])
# Constants, since every page of the desk asks them.
_GRANTS = select(Membership.role, Membership.office_id).where(Membership.user_id == bindparam("user_id"))
_CHAIN_OF_EVENT = (
    select(Office.chain)
    .select_from(Event)
    .outerjoin(Office, Office.id == Event.keeper_id)
    .where(Event.slug == bindparam("slug"))
)
OfficeColumn: TypeAlias = InstrumentedAttribute[int | None] | InstrumentedAttribute[int]


def actor_of(user: User) -> Actor:
    """The account with its grants, in one select."""
    rows = db.session.execute(_GRANTS, {"user_id": user.id})
    grants = frozenset(Grant(OfficeRole(role), office_id) for role, office_id in rows)
    return Actor(user.id, user.name, user.email, grants)


def visible_to(
    statement: Statement, actor: Actor, action: Action, column: OfficeColumn, *more: OfficeColumn
) -> Statement:
    """Only the rows of which one of these office columns names an office the actor's right reaches.

    Name the column the guard of the rows' own pages asks: a row that is listed must open. Rows without an
    office are for those whose grant holds for the whole installation.
    """
    reached = reachable_offices(actor, action)
    if reached is None:
        return statement
    return statement.where(or_(*(one.in_(reached) for one in (column, *more))))


def readable_events(statement: Statement, actor: Actor) -> Statement:
    """Only the events whose page opens: of offices in reach, and those they report on or should organise.

    Of somebody else's drafts nobody is told (``concerned_chains``).
    """
    reached = reachable_offices(actor, Action.READ)
    if reached is None:
        return statement
    reported = select(Berita.event_id).where(Berita.office_id.in_(reached))
    concerns = or_(Event.organiser_id.in_(reached), Event.id.in_(reported))
    return statement.where(or_(Event.keeper_id.in_(reached), and_(Event.state != EventState.DRAFT, concerns)))


def reachable_offices(actor: Actor, action: Action) -> Select[Any] | None:
    """The ids of the offices the actor's right reaches, as a sub-select; None for all there are.

    The pattern holds nothing but digits and slashes, and each number stands between two of these.
    """
    tops = reach(actor, action)
    if tops is None:
        return None
    reached = [Office.chain.contains(f"/{top}/") for top in sorted(tops)]
    return select(Office.id).where(or_(false(), *reached))


def event_chain(slug: str) -> str:
    """The chain of the office that keeps an event. Raises NotFound."""
    return _chain(_CHAIN_OF_EVENT, slug=slug)


def berita_chain(berita_id: int) -> str:
    """The chain of the office that reports; of the one that keeps the event, while that is a draft.

    Raises NotFound.
    """
    office_id = case((Event.state == EventState.DRAFT, Event.keeper_id), else_=Berita.office_id)
    return _chain(
        select(Office.chain)
        .select_from(Berita)
        .join(Event, Event.id == Berita.event_id)
        .outerjoin(Office, Office.id == office_id)
        .where(Berita.id == berita_id)
    )


def person_chain(person_id: int) -> str:
    """The chain of the office that keeps a person's record. Raises NotFound."""
    return _chain(
        select(Office.chain)
        .select_from(Person)
        .outerjoin(Office, Office.id == Person.keeper_id)
        .where(Person.id == person_id)
    )


def office_chain(slug: str | None) -> str:
    """None asks for the whole installation. Raises NotFound."""
    if slug is None:
        return TOP
    return _chain(select(Office.chain).where(Office.slug == slug))


def series_chain(series_id: int) -> str:
    """Raises NotFound."""
    return _chain(
        select(Office.chain)
        .join(EventSeries, EventSeries.office_id == Office.id)
        .where(EventSeries.id == series_id)
    )


def template_chain(template_id: int) -> str:
    """Raises NotFound."""
    return _chain(
        select(Office.chain)
        .join(EventTemplate, EventTemplate.office_id == Office.id)
        .where(EventTemplate.id == template_id)
    )


def concerned_chains(slug: str) -> list[str]:
    """The chains of the office said to organise an event and of those that report on it.

    They may read it, drafts excepted: an office sees what others put down under its name.
    """
    reports = select(Berita.office_id).where(Berita.event_id == Event.id).correlate(Event)
    concerns = or_(Office.id == Event.organiser_id, Office.id.in_(reports))
    statement = select(Office.chain).select_from(Event).join(Office, concerns).order_by(Office.id)
    return list(db.session.scalars(statement.where(Event.slug == slug, Event.state != EventState.DRAFT)))


def _chain(statement: Any, **values: object) -> str:
    row = db.session.execute(statement, values).one_or_none()
    if row is None:
        raise NotFound
    return row[0] or TOP
