"""Finding published berita."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, or_, select

from webinar.core.errors import NotFound
from webinar.core.states import BeritaState, EventState
from webinar.db import db
from webinar.models import Berita, Event


class BeritaLine(NamedTuple):
    """A berita as lists print it."""

    id: int
    slug: str
    headline: str | None
    unit_name: str
    published_at: datetime | None
    event_title: str


@dataclass(frozen=True)
class BeritaPage:
    """Some lines of a list, and where the next ones begin."""

    lines: tuple[BeritaLine, ...]
    next_key: tuple[datetime, int] | None


class PublishedBerita(NamedTuple):
    """A berita with what its page says of the event."""

    id: int
    slug: str
    headline: str | None
    unit_name: str
    article: dict[str, Any] | None
    hashtags: list[str]
    photos: list[dict[str, Any]]
    byline: dict[str, Any] | None
    published_at: datetime | None
    changed_at: datetime
    view_count: int
    event_id: int
    event_slug: str
    event_title: str
    event_state: str
    event_zone: str
    organiser_name: str


_LINE = (Berita.id, Berita.slug, Berita.headline, Berita.unit_name, Berita.published_at, Event.title)
_IS_PUBLISHED = and_(Berita.state == BeritaState.PUBLISHED, Event.state != EventState.DRAFT)


def latest_berita(*, limit: int, after: tuple[datetime, int] | None = None) -> BeritaPage:
    """Newest first, by keyset: ``after`` is time and id of the last line of the page before."""
    statement = select(*_LINE).join(Event, Event.id == Berita.event_id).where(_IS_PUBLISHED)
    if after is not None:
        at, last_id = after
        statement = statement.where(
            or_(Berita.published_at < at, and_(Berita.published_at == at, Berita.id < last_id))
        )
    statement = statement.order_by(Berita.published_at.desc(), Berita.id.desc()).limit(limit + 1)
    lines = [BeritaLine(*row) for row in db.session.execute(statement)]
    shown = tuple(lines[:limit])
    last = shown[-1] if len(lines) > limit else None
    return BeritaPage(shown, (last.published_at, last.id) if last and last.published_at else None)


def published_berita(slug: str) -> PublishedBerita:
    """Raises NotFound for what does not exist or is not published."""
    columns = [getattr(Berita, name) for name in PublishedBerita._fields[:12]]
    row = db.session.execute(
        select(*columns, Event.slug, Event.title, Event.state, Event.zone_name, Event.organiser_name)
        .join(Event, Event.id == Berita.event_id)
        .where(Berita.slug == slug, _IS_PUBLISHED)
    ).one_or_none()
    if row is None:
        raise NotFound
    return PublishedBerita._make(row)


def other_berita(event_id: int, *, than: int, limit: int = 5) -> tuple[BeritaLine, ...]:
    """What other offices published on the same event."""
    statement = (
        select(*_LINE)
        .join(Event, Event.id == Berita.event_id)
        .where(Berita.event_id == event_id, Berita.id != than, _IS_PUBLISHED)
        .order_by(Berita.published_at, Berita.id)
        .limit(limit)
    )
    return tuple(BeritaLine(*row) for row in db.session.execute(statement))
