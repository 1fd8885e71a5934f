"""An event for the public: the stamp that says whether a kept page still holds, and the content."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    Select,
    Text,
    bindparam,
    cast,
    func,
    literal,
    literal_column,
    null,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import aliased, defer, joinedload

from webinar.core.errors import NotFound
from webinar.core.states import BeritaState, EventState
from webinar.db import UtcDateTime, db
from webinar.models import Berita, Event, EventSession, Office, ParticipantGroup, Picture
from webinar.queries.quick import quick_row


class EventStamp(NamedTuple):
    """Everything the pages of an event depend on besides the clock: equal stamps, equal pages.

    ``groups_taken`` is ``id:taken`` of the groups with seats of their own, ``berita_mark`` changes with
    every change of a published berita, ``leader`` is the public event that takes its registrations.
    """

    id: int
    uid: str
    slug: str
    version: int
    changed_at: datetime
    state: str
    start_on: date
    end_on: date | None
    starts_at: datetime | None
    ends_at: datetime | None
    zone_name: str
    registration_open: bool
    registration_closes_at: datetime | None
    registration_until: datetime | None
    quota: int | None
    taken_count: int
    keeps_waiting_list: bool
    waiting_count: int
    registers_with_id: int | None
    groups_taken: str | None
    berita_mark: str | None
    leader: str | None

    @property
    def content_key(self) -> tuple[object, ...]:
        """What the content depends on: not the seats, not the clock."""
        return self.uid, self.version, self.changed_at, self.state, self.berita_mark, self.leader

    @property
    def taken_by_group(self) -> dict[int, int]:
        pairs = (pair.split(":") for pair in (self.groups_taken or "").split(",") if pair)
        return {int(group): int(taken) for group, taken in pairs}


@dataclass(frozen=True)
class PublicSession:
    order: int | None
    name: str | None
    kind: str | None
    theme: str | None
    audience: str | None
    day: int | None
    starts_at: datetime | None
    ends_at: datetime | None


@dataclass(frozen=True)
class PublicGroup:
    id: int
    kind: str
    label: str | None
    positions: tuple[str, ...]
    units: tuple[str, ...]
    members: tuple[str, ...]
    scope: str | None
    quota: int | None


@dataclass(frozen=True)
class BeritaLink:
    slug: str
    headline: str
    unit_name: str
    published_at: datetime | None


@dataclass(frozen=True)
class Poster:
    name: str
    alt: str | None
    width: int
    height: int


@dataclass(frozen=True)
class PublicEvent:
    """An event as everybody may read it; the counters of its seats are in the stamp.

    ``office_slug`` is the organiser's page, ``registers_with_slug`` the event of the series that takes the
    registrations of this one.
    """

    event: Event  # detached; its roles are loaded, nothing else may be asked of it
    sessions: tuple[PublicSession, ...]
    groups: tuple[PublicGroup, ...]
    berita: tuple[BeritaLink, ...]
    poster: Poster | None
    office_slug: str | None
    registers_with_slug: str | None
    keeper_name: str | None  # who recorded it, where that is not the organiser


def event_stamp(slug: str) -> EventStamp:
    """One narrow select. Raises NotFound for what does not exist and for drafts."""
    return _stamp(quick_row(_STAMP, slug=slug))


def event_stamp_by_id(event_id: int) -> EventStamp:
    """For personal links, which outlive a change of address. Raises NotFound."""
    return _stamp(quick_row(_STAMP_BY_ID, id=event_id))


def _stamp(row: Row[Any] | None) -> EventStamp:
    if row is None:
        raise NotFound
    return EventStamp._make(row)


def public_event(event_id: int) -> PublicEvent:
    """The content, in two selects whatever the number of people, sessions, groups and berita.

    How to join is not read: it is for participants (``queries.joining``).
    """
    unread = [defer(column, raiseload=True) for column in (Event.meeting_link, Event.meeting_access)]
    statement = select(Event).options(joinedload(Event.roles), *unread).where(Event.id == event_id)
    event = db.session.scalars(statement).unique().one_or_none()
    if event is None:
        raise NotFound
    parts = db.session.execute(_parts(event_id)).all()
    db.session.expunge(event)
    links = {row.tag: row.a for row in parts if row.tag in ("office", "register", "keeper")}
    return PublicEvent(
        event=event,
        sessions=tuple(_session(row) for row in parts if row.tag == "session"),
        groups=tuple(_group(row) for row in parts if row.tag == "group"),
        berita=tuple(BeritaLink(row.a, row.b or "", row.c, row.at1) for row in parts if row.tag == "berita"),
        poster=next((Poster(row.a, row.b, row.n, row.m) for row in parts if row.tag == "poster"), None),
        office_slug=links.get("office"),
        registers_with_slug=links.get("register"),
        keeper_name=links.get("keeper"),
    )


def _joined(texts: ColumnElement[str]) -> ColumnElement[str]:
    """All of them with commas. The comma is written out: as a value it is rendered at every execution."""
    return func.aggregate_strings(texts, literal_column("','"))  # type: ignore[arg-type]


def _stamp_statement() -> Select[Any]:
    groups = (
        select(_joined(cast(ParticipantGroup.id, Text) + ":" + cast(ParticipantGroup.taken_count, Text)))
        .where(ParticipantGroup.event_id == Event.id, ParticipantGroup.quota.is_not(None))
        .correlate(Event)
        .scalar_subquery()
    )
    berita = (
        select(_joined(cast(Berita.id, Text) + "@" + cast(Berita.changed_at, Text)))
        .where(Berita.event_id == Event.id, Berita.state == BeritaState.PUBLISHED)
        .correlate(Event)
        .scalar_subquery()
    )
    other = aliased(Event)
    leader = (
        select(other.slug)
        .where(other.id == Event.registers_with_id, other.state != EventState.DRAFT)
        .correlate(Event)
        .scalar_subquery()
    )
    columns = [getattr(Event, name) for name in EventStamp._fields[:-3]]
    return select(*columns, groups, berita, leader)


_STAMP = _stamp_statement().where(Event.slug == bindparam("slug"), Event.state != EventState.DRAFT)
_STAMP_BY_ID = _stamp_statement().where(Event.id == bindparam("id"))


def _parts(event_id: int) -> Any:
    """All that hangs on an event besides its roles, in one statement with columns of the same types."""
    nothing = cast(null(), Text)
    no_number = cast(null(), Integer)
    never = type_coerce(cast(null(), UtcDateTime), UtcDateTime)
    session = select(
        literal("session").label("tag"),
        EventSession.number.label("number"),
        EventSession.name.label("a"),
        EventSession.kind.label("b"),
        EventSession.theme.label("c"),
        EventSession.audience.label("d"),
        nothing.label("e"),
        nothing.label("f"),
        EventSession.order.label("n"),
        EventSession.day.label("m"),
        EventSession.starts_at.label("at1"),
        EventSession.ends_at.label("at2"),
    ).where(EventSession.event_id == event_id)
    group = select(
        literal("group"),
        ParticipantGroup.number,
        ParticipantGroup.kind,
        ParticipantGroup.label,
        ParticipantGroup.scope,
        cast(ParticipantGroup.positions, Text),
        cast(ParticipantGroup.units, Text),
        cast(ParticipantGroup.members, Text),
        ParticipantGroup.id,
        ParticipantGroup.quota,
        never,
        never,
    ).where(ParticipantGroup.event_id == event_id)
    berita = select(
        literal("berita"),
        Berita.id,
        Berita.slug,
        Berita.headline,
        Berita.unit_name,
        nothing,
        nothing,
        nothing,
        no_number,
        no_number,
        Berita.published_at,
        never,
    ).where(Berita.event_id == event_id, Berita.state == BeritaState.PUBLISHED)
    poster = _link("poster", Picture.name, Picture.alt, Picture.width, Picture.height)
    poster = poster.join(Event, Event.poster_id == Picture.id).where(Event.id == event_id)
    office = _link("office", Office.slug).join(Event, Event.organiser_id == Office.id)
    leader, own = aliased(Event), aliased(Event)
    register = _link("register", leader.slug).join(own, own.registers_with_id == leader.id)
    register = register.where(own.id == event_id, leader.id != event_id, leader.state != EventState.DRAFT)
    office = office.where(Event.id == event_id)
    keeper = _link("keeper", Office.name).join(Event, Event.keeper_id == Office.id)
    keeper = keeper.where(Event.id == event_id, Event.keeper_id != Event.organiser_id)
    return union_all(session, group, berita, poster, office, register, keeper).order_by("tag", "number")


def _link(tag: str, a: Any, b: Any = None, n: Any = None, m: Any = None) -> Select[Any]:
    """A row of at most two texts and two numbers, with the columns of ``_parts``."""
    texts = [cast(null(), Text) if text is None else text for text in (a, b, None, None, None, None)]
    numbers = [cast(null(), Integer) if number is None else number for number in (n, m)]
    never = type_coerce(cast(null(), UtcDateTime), UtcDateTime)
    return select(literal(tag), literal(0), *texts, *numbers, never, never)


def _session(row: Any) -> PublicSession:
    return PublicSession(row.n, row.a, row.b, row.c, row.d, row.m, row.at1, row.at2)


def _group(row: Any) -> PublicGroup:
    positions, units, members = (tuple(json.loads(text or "[]")) for text in (row.d, row.e, row.f))
    return PublicGroup(row.n, row.a, row.b, positions, units, members, row.c, row.m)
