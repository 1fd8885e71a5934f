"""Series with their events, and templates within reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import func, or_, select

from webinar.core.access import Action, Actor
from webinar.core.errors import NotFound
from webinar.core.states import EventState
from webinar.db import db
from webinar.models import Event, EventSeries, EventTemplate, Office
from webinar.queries.access import reachable_offices, visible_to


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


def series_list(actor: Actor, limit: int = 200) -> list[SeriesLine]:
    """The series this person may read, the latest first, in one select."""
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
        .order_by(EventSeries.id.desc())
        .limit(limit)
    )
    statement = visible_to(statement, actor, Action.READ, EventSeries.office_id)
    return [SeriesLine(*row) for row in db.session.execute(statement)]


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


def templates_for(actor: Actor) -> list[TemplateLine]:
    """The templates of the offices this person plans events for, and of all offices above those."""
    columns = (EventTemplate.id, EventTemplate.name, Office.id, Office.name, Office.chain)
    statement = (
        select(*columns, EventTemplate.changed_at)
        .join(Office, Office.id == EventTemplate.office_id)
        .order_by(Office.chain, EventTemplate.name)
    )
    mine = reachable_offices(actor, Action.EDIT_EVENT)
    if mine is not None:
        chains = db.session.scalars(select(Office.chain).where(Office.id.in_(mine)))
        above = {int(part) for chain in chains for part in chain.split("/") if part}
        statement = statement.where(or_(Office.id.in_(above), Office.id.in_(mine)))
    return [TemplateLine(*row) for row in db.session.execute(statement)]


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
