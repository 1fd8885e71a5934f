"""Series with their events, and templates within reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, func, or_, select

from webinar.core.access import Action, Actor
from webinar.core.errors import NotFound
from webinar.core.states import EventState
from webinar.db import db
from webinar.models import Event, EventSeries, EventTemplate, Office
from webinar.queries.access import reachable_offices, visible_to
from webinar.queries.paging import Order, Page, Turn, turned_page


@dataclass(frozen=True)
class SeriesLine:
    """A series as a list shows it; days of its first and last event, None once it has none left."""

    id: int
    name: str
    office_name: str
    rule: str
    event_count: int
    first_on: date | None
    last_on: date | None


def series_list(actor: Actor, turn: Turn) -> Page[SeriesLine]:
    """A page of the series this person may read, the latest first, in one select."""
    statement: Any = (
        select(
            EventSeries.id,
            EventSeries.name,
            Office.name,
            EventSeries.rule,
            func.count(Event.id),
            func.min(Event.start_on),
            func.max(Event.start_on),
        )
        .join(Office, Office.id == EventSeries.office_id)
        .outerjoin(Event, Event.event_series_id == EventSeries.id)
        .group_by(EventSeries.id, EventSeries.name, Office.name, EventSeries.rule)
    )
    statement = visible_to(statement, actor, Action.READ, EventSeries.office_id)
    order = Order((EventSeries.id,), is_descending=True)
    return turned_page(statement, order, turn, lambda row: SeriesLine(*row))


def series_of(series_id: int) -> EventSeries:
    """Raises NotFound."""
    series = db.session.get(EventSeries, series_id)
    if series is None:
        raise NotFound
    return series


def series_events(series_id: int) -> list[Event]:
    """In order of their days."""
    statement = select(Event).where(Event.event_series_id == series_id).order_by(Event.start_on, Event.id)
    return list(db.session.scalars(statement))


@dataclass(frozen=True)
class TemplateLine:
    """A template as a list shows it."""

    id: int
    name: str
    office_id: int
    office_name: str
    office_chain: str
    changed_at: datetime


def templates_for(actor: Actor, turn: Turn) -> Page[TemplateLine]:
    """A page of the templates of the offices this person plans events for, and of all offices above those."""
    lines = _templates(actor).subquery()
    order = Order((lines.c.office_chain, lines.c.name, lines.c.id))
    return turned_page(select(lines), order, turn, lambda row: TemplateLine(*row))


def template_for(actor: Actor, template_id: int) -> TemplateLine:
    """One of ``templates_for``. Raises NotFound."""
    row = db.session.execute(_templates(actor).where(EventTemplate.id == template_id)).one_or_none()
    if row is None:
        raise NotFound
    return TemplateLine(*row)


def _templates(actor: Actor) -> Select[Any]:
    columns: list[Any] = [
        *(EventTemplate.id, EventTemplate.name, Office.id.label("office_id")),
        *(Office.name.label("office_name"), Office.chain.label("office_chain"), EventTemplate.changed_at),
    ]
    statement = select(*columns).join(Office, Office.id == EventTemplate.office_id)
    mine = reachable_offices(actor, Action.EDIT_EVENT)
    if mine is None:
        return statement
    chains = db.session.scalars(select(Office.chain).where(Office.id.in_(mine)))
    above = {int(part) for chain in chains for part in chain.split("/") if part}
    return statement.where(or_(Office.id.in_(above), Office.id.in_(mine)))


class Leader(NamedTuple):
    """The event of a series that takes the registrations of another one."""

    slug: str
    title: str
    start_on: date


def leader_of(event: Event) -> Leader | None:
    """None, without asking, for an event that takes its own registrations."""
    if event.registers_with_id is None:
        return None
    columns = [getattr(Event, name) for name in Leader._fields]
    row = db.session.execute(select(*columns).where(Event.id == event.registers_with_id)).one_or_none()
    return Leader._make(row) if row else None


class FurtherDate(NamedTuple):
    """A published event whose registrations another one of its series takes."""

    slug: str
    title: str
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
    meeting_link: str | None
    meeting_access: str | None


def further_dates(event_id: int) -> list[FurtherDate]:
    """The other dates a registration with this event holds for, drafts excepted, in their order."""
    columns = [getattr(Event, name) for name in FurtherDate._fields]
    statement: Any = select(*columns).where(
        Event.registers_with_id == event_id, Event.state != EventState.DRAFT
    )
    rows = db.session.execute(statement.order_by(Event.start_on, Event.id))
    return [FurtherDate._make(row) for row in rows]
