"""Events in lists for the public: what is coming, what is over, what touches some days; narrowed by choice.

Drafts are never among them. The lists walk an index on the first day from a bound: with thousands of events
only those that may be shown are read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Date, Select, and_, case, func, literal, not_, or_, select

from webinar.core.states import EventState
from webinar.core.zones import WIB, Zone, local
from webinar.db import db
from webinar.models import Event, Office

MOST_CHOICES = 1_000
ONE_DAY = timedelta(days=1)
LONGEST_AFTER_LAST_DAY = timedelta(days=2)  # past midnight, and the zones between


class EventLine(NamedTuple):
    """An event as lists print it."""

    id: int
    slug: str
    title: str
    theme: str | None
    organiser_name: str
    mode: str | None
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


@dataclass(frozen=True)
class Days:
    """From ``first`` to the day before ``after``: of the reader's zone, without one of each organiser's."""

    first: date
    after: date
    zone: Zone | None = None


@dataclass(frozen=True)
class Wanted:
    """What the lists are narrowed to; everything that is given must hold.

    ``words`` are looked for in title, theme and organiser, ``organiser_words`` in the organiser alone.
    ``with_below``: the office and all those below it in the tree, whatever rights reach them.
    """

    words: tuple[str, ...] = ()
    office_id: int | None = None
    with_below: bool = False
    organiser_words: tuple[str, ...] = ()
    level: str | None = None
    event_types: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class EventPage:
    """Some lines of a list, and where the next ones begin."""

    lines: tuple[EventLine, ...]
    next_key: tuple[date, int] | None


EVERYTHING = Wanted()
_LINE = [getattr(Event, name) for name in EventLine._fields]
IS_PUBLIC = Event.state.not_in([EventState.DRAFT])
_OTHER = Event.__table__.alias("other")


def coming_events(*, now: datetime, limit: int) -> tuple[EventLine, ...]:
    """What is not over, nearest first; cancelled events stay until they would have ended."""
    statement = (
        select(*_LINE)
        .where(IS_PUBLIC, *_is_coming(now))
        .order_by(Event.start_on, Event.starts_at.nulls_last(), Event.id)
        .limit(limit)
    )
    return tuple(EventLine(*row) for row in db.session.execute(statement))


def event_list(
    *,
    now: datetime,
    wanted: Wanted = EVERYTHING,
    days: Days | None = None,
    past: bool = False,
    after: tuple[date, int] | None = None,
    limit: int = 20,
) -> EventPage:
    """A page of events by keyset: coming ones nearest first, past ones latest first, days in their order.

    ``after`` is first day and id of the last line before.
    """
    statement = _narrowed(select(*_LINE).where(IS_PUBLIC), wanted)
    descending = past and days is None
    if days is not None:
        statement = statement.where(*_touches(days))
    elif past:
        statement = statement.where(Event.start_on <= local(now, WIB).date() + ONE_DAY, _is_over(now))
    else:
        statement = statement.where(*_is_coming(now))
    if after is not None:
        statement = statement.where(_beyond(*after, descending=descending))
    order = (Event.start_on.desc(), Event.id.desc()) if descending else (Event.start_on.asc(), Event.id.asc())
    lines = [EventLine(*row) for row in db.session.execute(statement.order_by(*order).limit(limit + 1))]
    shown = tuple(lines[:limit])
    return EventPage(shown, (shown[-1].start_on, shown[-1].id) if len(lines) > limit else None)


def events_touching(days: Days, wanted: Wanted = EVERYTHING, *, limit: int) -> tuple[EventLine, ...]:
    """All that touches the days, in order of time; at most ``limit``."""
    statement = _narrowed(select(*_LINE).where(IS_PUBLIC, *_touches(days)), wanted)
    statement = statement.order_by(Event.start_on, Event.id).limit(limit)
    return tuple(EventLine(*row) for row in db.session.execute(statement))


def kinds_and_topics() -> tuple[list[str], list[str]]:
    """The kinds and topics that published events have, as typed, in one select over an index."""
    rows = db.session.execute(
        select(Event.topic, Event.event_type).where(IS_PUBLIC).distinct().limit(MOST_CHOICES)
    ).all()
    return sorted({kind for _topic, kind in rows if kind}), sorted({topic for topic, _kind in rows if topic})


def below(office_id: int) -> Select[Any]:
    """The ids of an office and of all those below it, as a sub-select."""
    tree = select(Office.id).where(Office.id == office_id).cte("tree", recursive=True)
    tree = tree.union(select(Office.id).join(tree, Office.parent_id == tree.c.id))
    return select(tree.c.id)


def _narrowed(statement: Select[Any], wanted: Wanted) -> Select[Any]:
    conditions = [_mentions(word, Event.title, Event.theme, Event.organiser_name) for word in wanted.words]
    conditions += [_mentions(word, Event.organiser_name) for word in wanted.organiser_words]
    if wanted.office_id is not None and wanted.with_below:
        conditions.append(Event.organiser_id.in_(below(wanted.office_id)))
    elif wanted.office_id is not None:
        conditions.append(Event.organiser_id == wanted.office_id)
    if wanted.level is not None:
        conditions.append(_is_of_level(wanted.level))
    if wanted.event_types:
        conditions.append(Event.event_type.in_(wanted.event_types))
    if wanted.topics:
        conditions.append(Event.topic.in_(wanted.topics))
    return statement.where(*conditions)


def _is_of_level(level: str) -> ColumnElement[bool]:
    """As the organiser's office says; where there is none, or it does not say, as the event says."""
    office = select(Office.level).where(Office.id == Event.organiser_id).correlate(Event).scalar_subquery()
    return func.coalesce(office, Event.organiser_level) == level


def _mentions(word: str, *fields: Any) -> ColumnElement[bool]:
    pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    return or_(*(field.ilike(pattern, escape="\\") for field in fields))


def _beyond(day: date, last_id: int, *, descending: bool) -> ColumnElement[bool]:
    further = Event.start_on < day if descending else Event.start_on > day
    same_day = Event.id < last_id if descending else Event.id > last_id
    return or_(further, and_(Event.start_on == day, same_day))


def _is_over(now: datetime) -> ColumnElement[bool]:
    """Past its end; without one, when its last day is over in WIB, the last zone to see the day end."""
    last_day = func.coalesce(Event.end_on, Event.start_on)
    return or_(
        and_(Event.ends_at.is_not(None), Event.ends_at <= now),  # never NULL: it is negated too
        and_(Event.ends_at.is_(None), last_day < local(now, WIB).date()),
    )


def _is_coming(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return *_reaches(local(now, WIB).date() - LONGEST_AFTER_LAST_DAY), not_(_is_over(now))


def _reaches(day: date) -> tuple[ColumnElement[bool], ...]:
    """The last day is this one or later. The bound before it says from where the index is walked."""
    this = literal(day, Date)
    first = case((_OTHER.c.start_on < this, _OTHER.c.start_on), else_=this)
    bound = select(func.coalesce(func.min(first), this)).where(_OTHER.c.end_on >= this)
    return Event.start_on >= bound.scalar_subquery(), or_(Event.start_on >= this, Event.end_on >= this)


def _touches(days: Days) -> tuple[ColumnElement[bool], ...]:
    """As the page shows it: by the dates of the reader's zone once chosen, else by each organiser's."""
    by_date = and_(Event.start_on < days.after, or_(Event.start_on >= days.first, Event.end_on >= days.first))
    if days.zone is None:
        return *_reaches(days.first), by_date
    begin, finish = (datetime.combine(day, time(), days.zone.info) for day in (days.first, days.after))
    lasts = or_(Event.ends_at > begin, and_(Event.ends_at.is_(None), Event.end_on >= days.first))
    by_clock = and_(
        Event.starts_at < finish,
        or_(Event.starts_at >= begin, and_(Event.end_on > Event.start_on, lasts)),
    )
    return (
        *_reaches(days.first - 2 * ONE_DAY),
        Event.start_on <= days.after,
        or_(by_clock, and_(Event.starts_at.is_(None), by_date)),
    )
