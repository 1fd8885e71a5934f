"""Public addresses for search engines, in pages by ranges of ids: nothing is counted and nothing skipped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, cast, func, literal, null, select, type_coerce, union_all

from webinar.core.states import BeritaState
from webinar.db import UtcDateTime, db
from webinar.models import Berita, Event, Office
from webinar.queries.public_calendar import IS_PUBLIC
from webinar.queries.public_office import IS_PUBLIC_OFFICE

ON_PAGE = 5_000


class Part(StrEnum):
    """The kinds of pages, as addresses name them."""

    EVENTS = "kegiatan"
    BERITA = "berita"
    OFFICES = "satuan-kerja"


class SitemapPage(NamedTuple):
    """A page that has at least one address, and when the latest of them changed, where that is known."""

    part: str
    number: int
    changed_at: datetime | None


class SitemapEntry(NamedTuple):
    slug: str
    changed_at: datetime | None


def _never() -> ColumnElement[datetime | None]:
    return type_coerce(cast(null(), UtcDateTime), UtcDateTime)


def _sources() -> dict[Part, tuple[Any, ColumnElement[bool], Any]]:
    return {
        Part.EVENTS: (Event, IS_PUBLIC, Event.changed_at),
        Part.BERITA: (Berita, Berita.state == BeritaState.PUBLISHED, Berita.changed_at),
        Part.OFFICES: (Office, IS_PUBLIC_OFFICE, _never()),
    }


def sitemap_pages() -> list[SitemapPage]:
    """In one select."""
    parts = []
    for part, (model, condition, changed_at) in _sources().items():
        number = ((model.id - 1) // ON_PAGE + 1).label("number")
        latest = type_coerce(func.max(changed_at), UtcDateTime)
        parts.append(
            select(literal(part.value).label("part"), number, latest).where(condition).group_by(number)
        )
    rows = db.session.execute(union_all(*parts).order_by("part", "number"))
    return [SitemapPage(*row) for row in rows]


def sitemap_entries(part: Part, number: int) -> Iterator[SitemapEntry]:
    """At most ON_PAGE of them, in one narrow select."""
    model, condition, changed_at = _sources()[part]
    first = (number - 1) * ON_PAGE
    statement = (
        select(model.slug, changed_at)
        .where(model.id > first, model.id <= first + ON_PAGE, condition)
        .order_by(model.id)
    )
    return (SitemapEntry(*row) for row in db.session.execute(statement))
