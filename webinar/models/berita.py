"""The report of one office on one event: its own facts, and the text made of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webinar.core.states import BeritaState
from webinar.db import IDS_ONCE, Base, UtcDateTime
from webinar.models.event import Event


class Berita(Base):
    """One event, many reports: view, delegation, figures and notes belong to the office that reports.

    ``article`` is the composed text with its sources (``core.berita``), ``document_digest`` tells from
    which state of the record it was made.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    office_id: Mapped[int | None] = mapped_column(ForeignKey("office.id"), index=True)
    slug: Mapped[str] = mapped_column(String(160), unique=True)
    state: Mapped[str] = mapped_column(String(10), default=BeritaState.DRAFT)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    perspective: Mapped[str] = mapped_column(String(9))  # attendee, organiser
    unit_name: Mapped[str] = mapped_column(String(300))
    unit_long_name: Mapped[str | None] = mapped_column(String(300))
    unit_level: Mapped[str | None] = mapped_column(String(10))
    unit_city: Mapped[str | None] = mapped_column(String(100))
    unit_site: Mapped[str | None] = mapped_column(String(300))
    reported_day: Mapped[int | None]
    attending_from: Mapped[str | None] = mapped_column(String(300))
    dateline_city: Mapped[str | None] = mapped_column(String(100))
    delegation: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    attendance: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    discussion: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    quotes: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    closing_note: Mapped[str | None] = mapped_column(Text)
    hashtags: Mapped[list[str]] = mapped_column(JSON, default=list)
    photos: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    byline: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))

    headline: Mapped[str | None] = mapped_column(String(500))
    article: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    document_digest: Mapped[str | None] = mapped_column(String(64))
    view_count: Mapped[int] = mapped_column(default=0)

    event: Mapped[Event] = relationship()

    __table_args__ = (
        UniqueConstraint("event_id", "unit_name"),
        Index("ix_berita_state_published", "state", "published_at", "id"),
        IDS_ONCE,
    )


class BeritaReader(Base):
    """That somebody has read a berita on a day: a keyed digest, kept until the next day, nobody's address."""

    berita_id: Mapped[int] = mapped_column(ForeignKey("berita.id", ondelete="CASCADE"), primary_key=True)
    reader: Mapped[str] = mapped_column(String(32), primary_key=True)
    seen_on: Mapped[date] = mapped_column(index=True)
