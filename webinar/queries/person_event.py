"""What somebody did in which event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, func, literal, or_, select, tuple_

from webinar.core.access import Action, Actor
from webinar.core.states import EventState
from webinar.db import db
from webinar.models import Event, EventRole
from webinar.queries.access import reachable_offices
from webinar.queries.paging import PAGE, Page, key_number, page_of


@dataclass(frozen=True)
class PersonEvent:
    """A part somebody had in an event, as the event prints it. ``is_ours``: its desk page may be opened."""

    id: int
    slug: str
    title: str
    start_on: date
    end_on: date | None
    state: str
    part: str
    role: str | None
    title_prefix: str | None
    name: str | None
    title_suffix: str | None
    position: str | None
    institution: str | None
    acting: str | None
    represents: str | None
    is_ours: bool


def person_events(person_id: int, actor: Actor, after: str | None = None) -> Page[PersonEvent]:
    """The parts somebody had, the latest day first; drafts only of offices whose desk the actor reads."""
    ours = _ours(actor)
    statement = (
        select(
            EventRole.id,
            *(Event.slug, Event.title, Event.start_on, Event.end_on, Event.state),
            *(EventRole.part, EventRole.role, EventRole.title_prefix, EventRole.name),
            *(EventRole.title_suffix, EventRole.position, EventRole.institution, EventRole.acting),
            EventRole.represents,
            ours.label("is_ours"),
        )
        .join(Event, Event.id == EventRole.event_id)
        .where(EventRole.person_id == person_id, or_(Event.state != EventState.DRAFT, ours))
        .order_by(Event.start_on.desc(), EventRole.id.desc())
        .limit(PAGE + 1)
    )
    key = key_number(after)
    if key is not None:
        roles = select(Event.start_on).join(EventRole, EventRole.event_id == Event.id)
        day = roles.where(EventRole.id == key).scalar_subquery()
        statement = statement.where(tuple_(Event.start_on, EventRole.id) < tuple_(day, key))
    return page_of([PersonEvent(**row._mapping) for row in db.session.execute(statement)])


def _ours(actor: Actor) -> ColumnElement[bool]:
    reached = reachable_offices(actor, Action.READ)
    if reached is None:
        return literal(True)
    return and_(Event.keeper_id.is_not(None), Event.keeper_id.in_(reached))


def role_count(person_id: int) -> int:
    """In how many places events name this person, drafts of every office counted."""
    return db.session.scalar(select(func.count()).where(EventRole.person_id == person_id)) or 0
