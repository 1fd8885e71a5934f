"""What the desk's first page is made of: each question one select, answered for the nearest or newest few."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from webinar.core.access import Action, Actor
from webinar.core.attention import Glance
from webinar.core.states import BeritaState, EventState, MailState, Part
from webinar.db import db
from webinar.models import Berita, Event, EventRole, Office, OutboxMail, Registration
from webinar.queries.access import readable_events, visible_to
from webinar.queries.event_list import LINE, EventLine, not_over_before

MOST_COMING, MOST_PAST, MOST_BERITA, MOST_MAILS = 40, 20, 10, 5
LOOKING_BACK = timedelta(days=14)


class NearEvent(NamedTuple):
    """An event with the chain of its office and what it has, as far as one select can tell."""

    line: EventLine
    chain: str
    glance: Glance


class PendingBerita(NamedTuple):
    """A report that is not published, of an event that has begun."""

    id: int
    state: str
    headline: str | None
    unit_name: str
    event_title: str
    chain: str


class FailedMails(NamedTuple):
    """How many mails to the registered of an event were given up."""

    slug: str
    title: str
    mail_count: int


def coming_of(actor: Actor, *, today: date) -> list[NearEvent]:
    """Today's events and the next ones that this person may read, nearest first."""
    statement = _near(actor).where(*not_over_before(today)).order_by(Event.start_on, Event.id)
    return _events(statement.limit(MOST_COMING))


def lately_over(actor: Actor, *, today: date) -> list[NearEvent]:
    """Those of the last two weeks, the latest first; whether they took place is for their status to say."""
    since = not_over_before(today - LOOKING_BACK)
    statement = _near(actor).where(*since, Event.start_on < today, Event.state != EventState.DRAFT)
    return _events(statement.order_by(Event.start_on.desc(), Event.id.desc()).limit(MOST_PAST))


def _near(actor: Actor) -> Select[Any]:
    has = (
        Event.organiser_id == Event.keeper_id,
        func.coalesce(Event.mode, "") != "onsite",
        _has_part(Part.SPEAKER),
        _has_part(Part.MODERATOR),
        or_(Event.meeting_link.is_not(None), Event.meeting_access.is_not(None)),
        exists().where(Berita.event_id == Event.id, Berita.state == BeritaState.PUBLISHED),
    )
    statement = select(*LINE, func.coalesce(Office.chain, "/"), *has)
    return readable_events(statement.outerjoin(Office, Office.id == Event.keeper_id), actor)


def _has_part(part: Part) -> ColumnElement[bool]:
    return exists().where(EventRole.event_id == Event.id, EventRole.part == part)


def _events(statement: Select[Any]) -> list[NearEvent]:
    wide = len(LINE)
    return [_near_event(EventLine._make(row[:wide]), *row[wide:]) for row in db.session.execute(statement)]


def _near_event(line: EventLine, chain: str, *has: bool | None) -> NearEvent:
    own, online, speaker, moderator, link, news = map(bool, has)
    return NearEvent(line, chain, Glance(own, online, speaker, moderator, link, news, line.waiting_count))


def pending_berita(actor: Actor, *, today: date) -> list[PendingBerita]:
    """Reports that wait for somebody, of the offices this person may read; those in review first."""
    columns: Sequence[Any] = (Berita.id, Berita.state, Berita.headline, Berita.unit_name, Event.title)
    statement = (
        select(*columns, func.coalesce(Office.chain, "/"))
        .join(Event, Event.id == Berita.event_id)
        .outerjoin(Office, Office.id == Berita.office_id)
        .where(Berita.state != BeritaState.PUBLISHED, Berita.article.is_not(None), Event.start_on <= today)
        .order_by(Berita.state == BeritaState.DRAFT, Berita.changed_at.desc())
        .limit(MOST_BERITA)
    )
    found = db.session.execute(visible_to(statement, actor, Action.READ, Berita.office_id))
    return [PendingBerita._make(row) for row in found]


def failed_mails_of(actor: Actor, *, today: date) -> list[FailedMails]:
    """Events that are not long over and mails to whose people were given up, the most first."""
    told: Sequence[Any] = (Event.slug, Event.title)
    statement = (
        select(*told, func.count())
        .join(Registration, Registration.event_id == Event.id)
        .join(
            OutboxMail,
            and_(OutboxMail.registration_id == Registration.id, OutboxMail.state == MailState.FAILED),
        )
        .where(*not_over_before(today - LOOKING_BACK))
        .group_by(Event.id, *told)
        .order_by(func.count().desc(), Event.id)
        .limit(MOST_MAILS)
    )
    found = db.session.execute(visible_to(statement, actor, Action.READ_REGISTRATIONS, Event.keeper_id))
    return [FailedMails._make(row) for row in found]


def has_office() -> bool:
    return bool(db.session.scalar(select(exists().select_from(Office))))
