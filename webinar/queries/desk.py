"""The desk's lists: paged by key, in a bounded number of selects however long they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import or_, select, tuple_

from webinar.core.access import Action, Actor
from webinar.core.errors import NotFound
from webinar.core.states import RegistrationState
from webinar.db import db
from webinar.models import Berita, Event, ParticipantGroup, Region, Registration
from webinar.queries.access import visible_to

PAGE = 50
Row = TypeVar("Row", "Event", "ListedRegistration")


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Rows of a page; ``next_key`` asks for the page after it, None at the end."""

    rows: list[Row]
    next_key: str | None


def desk_events(actor: Actor, after: str | None = None) -> Page[Event]:
    """Events this person may read, the latest day first. ``after`` is a key this gave."""
    statement = visible_to(select(Event), actor, Action.READ, Event.keeper_id)
    statement = statement.order_by(Event.start_on.desc(), Event.id.desc()).limit(PAGE + 1)
    key = _key(after)
    if key is not None:
        event = db.session.get(Event, key)
        if event is not None:
            statement = statement.where(tuple_(Event.start_on, Event.id) < (event.start_on, event.id))
    return _page(list(db.session.scalars(statement)))


def desk_event(slug: str) -> Event:
    """Raises NotFound."""
    event = db.session.scalar(select(Event).where(Event.slug == slug))
    if event is None:
        raise NotFound(f"no event has the slug {slug!r}")
    return event


def event_groups(event_id: int) -> list[ParticipantGroup]:
    return list(
        db.session.scalars(
            select(ParticipantGroup)
            .where(ParticipantGroup.event_id == event_id)
            .order_by(ParticipantGroup.number)
        )
    )


def event_berita(event_id: int) -> list[Berita]:
    return list(db.session.scalars(select(Berita).where(Berita.event_id == event_id).order_by(Berita.id)))


def desk_berita(berita_id: int) -> Berita:
    """Raises NotFound."""
    berita = db.session.get(Berita, berita_id)
    if berita is None:
        raise NotFound
    return berita


@dataclass(frozen=True)
class ListedRegistration:
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
    region: str | None
    state: str
    waiting_number: int | None


def event_registrations(
    event_id: int, *, search: str = "", state: str = "", after: str | None = None
) -> Page[ListedRegistration]:
    """In order of arrival; ``search`` looks into name, address and institution."""
    statement = (
        select(
            Registration.id,
            Registration.full_name,
            Registration.title_prefix,
            Registration.title_suffix,
            Registration.email,
            Registration.whatsapp,
            Registration.institution,
            Registration.unit,
            Registration.position,
            Registration.accessibility_need,
            Registration.question,
            Region.name,
            Registration.state,
            Registration.waiting_number,
        )
        .outerjoin(Region, Registration.region_code == Region.code)
        .where(Registration.event_id == event_id)
        .order_by(Registration.id)
        .limit(PAGE + 1)
    )
    if search:
        columns = (Registration.full_name, Registration.email, Registration.institution)
        statement = statement.where(or_(*(column.icontains(search, autoescape=True) for column in columns)))
    if state in set(RegistrationState):
        statement = statement.where(Registration.state == state)
    key = _key(after)
    if key is not None:
        statement = statement.where(Registration.id > key)
    return _page([ListedRegistration(*tuple(row)) for row in db.session.execute(statement)])


def _key(text: str | None) -> int | None:
    is_number = text is not None and text.isascii() and text.isdigit() and len(text) < 10
    return int(text or "") if is_number else None


def _page(found: list[Row]) -> Page[Row]:
    more = len(found) > PAGE
    return Page(found[:PAGE], str(found[PAGE - 1].id) if more else None)
