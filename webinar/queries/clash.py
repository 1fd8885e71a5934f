"""Who or what is booked at that hour already, by any office."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, literal, or_, select
from sqlalchemy.orm import selectinload

from webinar.core.access import Action, Actor
from webinar.core.audience import Audience, invited
from webinar.core.caution import Planned
from webinar.core.clash import (
    ClashKind,
    Invited,
    Overlap,
    is_same_audience,
    is_same_person,
    overlap,
    plain,
    room_keys,
)
from webinar.core.document.agree import LONGEST_DAYS
from webinar.core.errors import NotFound
from webinar.core.groups import Group
from webinar.core.states import EventState, Part
from webinar.core.zones import Zone, local, zone_of
from webinar.db import db
from webinar.models import Event, EventRole, EventSession, Office, ParticipantGroup
from webinar.queries.access import reachable_offices

ONE_DAY = timedelta(days=1)
LONGEST = timedelta(days=LONGEST_DAYS)
MOST_EVENTS = 500  # of two or three days that are looked through
BOOKED = (EventState.DRAFT, EventState.PUBLISHED)
BUSY = frozenset(Part) - {Part.ALSO_PRESENT}  # who merely attends is not needed on the minute


@dataclass(frozen=True)
class Clash:
    """One booking. ``title`` and ``slug`` are None where it is a draft that this actor may not read.

    ``what`` is the person's name or position, or the venue; ``is_ours``: its desk page may be opened;
    ``is_hour_known``: False where the other event or this one has a day only.
    """

    kind: ClashKind
    what: str | None
    part: str | None
    title: str | None
    slug: str | None
    office: str | None
    is_ours: bool
    is_hour_known: bool
    start_on: date
    starts_at: datetime | None
    ends_at: datetime | None
    zone_name: str


def watched_event(slug: str) -> tuple[Event, str]:
    """The event with its people and groups, and the chain of the office that keeps it. Raises NotFound."""
    row = db.session.execute(
        select(Event, Office.chain)
        .outerjoin(Office, Office.id == Event.keeper_id)
        .where(Event.slug == slug)
        .options(selectinload(Event.roles), selectinload(Event.groups))
    ).one_or_none()
    if row is None:
        raise NotFound
    return row[0], row[1] or "/"


def event_clashes(event: Event, *, actor: Actor | None, planned: Planned | None = None) -> tuple[Clash, ...]:
    """Of an event whose people and groups are loaded; ``planned`` is another time than the recorded one."""
    return clashes(
        event.id,
        planned or planned_of_event(event),
        [role for role in event.roles if role.part in BUSY],
        room_keys(event.meeting_link, event.meeting_access),
        event.venue,
        groups=event.groups,
        actor=actor,
    )


def clashes(
    event_id: int | None,
    planned: Planned,
    people: Sequence[Invited],
    rooms: Collection[str],
    venue: str | None,
    *,
    actor: Actor | None,
    groups: Sequence[Group] = (),
) -> tuple[Clash, ...]:
    """What other events of those hours want as well, people first, in at most three selects.

    A speaker whose session has its hours is booked for these only.

    ``rooms`` are keys of ``core.clash.room_keys``; ``event_id`` is left out. Cancelled and postponed events
    book nothing. Drafts of other offices are told without title and office.
    """
    found = _events_of(event_id, planned, actor)
    met = {row.id: how for row in found if (how := overlap(planned, planned_of_event(row))) != Overlap.NONE}
    roles = _roles(met, people)
    audiences = _groups(met) if groups else {}
    told: list[Clash] = []
    for row in (row for row in found if row.id in met):
        told += _people_told(row, met[row.id], planned, people, roles.get(row.id, ()))
        shared = (*_shared_things(row, rooms, venue), *_shared_audience(groups, audiences.get(row.id, ())))
        told += [_clash(row, met[row.id], kind, what) for kind, what in shared]
    order = list(ClashKind)
    return tuple(sorted(told, key=lambda clash: (order.index(clash.kind), not clash.is_hour_known)))


def planned_of_event(event: Any) -> Planned:
    """The days and hours of a row of the record."""
    zone = zone_of(event.zone_name)
    return Planned(
        event.start_on,
        event.end_on or event.start_on,
        zone,
        event.starts_at and local(event.starts_at, zone),
        event.ends_at and local(event.ends_at, zone),
    )


def audience_of_event(event: Any, zone: Zone) -> Audience:
    """Whom an event whose groups are loaded is meant for, if it is held by the clocks of this zone."""
    return invited(event.groups, target_region=event.target_region, level=event.organiser_level, home=zone)


def _events_of(event_id: int | None, planned: Planned, actor: Actor | None) -> Sequence[Any]:
    """Events of those days, a day more on either side for zones and midnight."""
    statement = (
        select(
            *(Event.id, Event.slug, Event.title, Event.state, Event.organiser_name, Event.start_on),
            *(Event.end_on, Event.starts_at, Event.ends_at, Event.zone_name),
            *(Event.meeting_link, Event.meeting_access, Event.venue, _ours(actor).label("is_ours")),
        )
        .where(
            Event.state.in_(BOOKED),
            Event.start_on.between(planned.first - LONGEST, planned.last + ONE_DAY),  # so that an index helps
            func.coalesce(Event.end_on, Event.start_on) >= planned.first - ONE_DAY,
        )
        .order_by(Event.start_on, Event.id)
        .limit(MOST_EVENTS)
    )
    if event_id is not None:
        statement = statement.where(Event.id != event_id)
    return db.session.execute(statement).all()


def _ours(actor: Actor | None) -> ColumnElement[bool]:
    reached = reachable_offices(actor, Action.READ) if actor else None
    if reached is None:
        return literal(True)
    return and_(Event.keeper_id.is_not(None), Event.keeper_id.in_(reached))


def _roles(met: Collection[int], people: Sequence[Invited]) -> dict[int, list[Any]]:
    """The parts in those events of people who may be these, by event."""
    if not met or not people:
        return {}
    ids = {person.person_id for person in people if person.person_id is not None}
    names = {text for person in people if person.name for text in (person.name, person.name.lower())}
    positions = {person.position for person in people if person.position and not person.name}
    their_session = and_(EventSession.event_id == EventRole.event_id, EventSession.order == EventRole.session)
    statement = (
        select(
            *(EventRole.event_id, EventRole.person_id, EventRole.name, EventRole.position, EventRole.part),
            *(EventSession.starts_at, EventSession.ends_at),
        )
        .outerjoin(EventSession, their_session)
        .where(
            EventRole.event_id.in_(met),
            EventRole.part.in_(BUSY),
            or_(
                EventRole.person_id.in_(ids) if ids else false(),
                or_(EventRole.name.in_(names), func.lower(EventRole.name).in_(names)) if names else false(),
                and_(EventRole.name.is_(None), EventRole.position.in_(positions)) if positions else false(),
            ),
        )
    )
    return _by_event(db.session.execute(statement.order_by(EventRole.id)))


def _groups(met: Collection[int]) -> dict[int, list[Any]]:
    if not met:
        return {}
    table = ParticipantGroup.__table__
    return _by_event(db.session.execute(select(table).where(table.c.event_id.in_(met)).order_by(table.c.id)))


def _by_event(rows: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.event_id, []).append(row)
    return found


def _people_told(
    row: Any, how: Overlap, planned: Planned, people: Sequence[Invited], roles: Sequence[Any]
) -> Iterator[Clash]:
    """Each person once, however many parts they have in either."""
    told = set()
    met = {role: overlap(planned, _held(role, row)) if role.starts_at else how for role in roles}
    busy = [role for role in roles if met[role] != Overlap.NONE]
    for person in people:
        role = next((role for role in busy if is_same_person(person, role)), None)
        if role is None or role in told:
            continue
        told.add(role)
        who = person.name or person.position or role.name or role.position
        hours = role if role.starts_at else None
        yield _clash(row, met[role], ClashKind.PERSON, who, part=role.part, hours=hours)


def _held(session: Any, row: Any) -> Planned:
    """The hours of a session of an event."""
    zone = zone_of(row.zone_name)
    start, end = local(session.starts_at, zone), session.ends_at and local(session.ends_at, zone)
    return Planned(start.date(), start.date(), zone, start, end)


def _shared_things(
    row: Any, rooms: Collection[str], venue: str | None
) -> Iterator[tuple[ClashKind, str | None]]:
    if room_keys(row.meeting_link, row.meeting_access) & set(rooms):
        yield ClashKind.ROOM, None
    if plain(venue) and plain(venue) == plain(row.venue):
        yield ClashKind.VENUE, venue


def _shared_audience(groups: Sequence[Group], others: Sequence[Any]) -> Iterator[tuple[ClashKind, None]]:
    if is_same_audience(groups, others):
        yield ClashKind.AUDIENCE, None


def _clash(
    row: Any,
    how: Overlap,
    kind: ClashKind,
    what: str | None,
    *,
    part: str | None = None,
    hours: Any | None = None,
) -> Clash:
    """``hours`` are those of a session, where they are not those of the event."""
    is_told = row.is_ours or row.state != EventState.DRAFT
    held = hours or row
    start_on = local(held.starts_at, zone_of(row.zone_name)).date() if hours else row.start_on
    return Clash(
        kind=kind,
        what=what,
        part=part if is_told else None,
        title=row.title if is_told else None,
        slug=row.slug if is_told else None,
        office=row.organiser_name if is_told else None,
        is_ours=bool(row.is_ours),
        is_hour_known=how == Overlap.HOURS,
        start_on=start_on,
        starts_at=held.starts_at,
        ends_at=held.ends_at,
        zone_name=row.zone_name,
    )
