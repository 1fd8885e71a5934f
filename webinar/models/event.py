"""The event: what is known before it, and the seats of its registration."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from webinar.core.states import EventState
from webinar.db import IDS_ONCE, Base, UtcDateTime
from webinar.models.group import ParticipantGroup
from webinar.models.role import EventRole
from webinar.models.search_key import Key, key_of_attributes, key_of_columns
from webinar.models.session import EventSession

SEARCHED = ("title", "theme", "organiser_name")


class Event(Base):
    """One event, recorded once. The organiser's name is kept as printed at the time, beside the office.

    ``version`` counts every change of content, ``sequence`` only those of time or state (RFC 5546 2.1.4);
    ``taken_count`` and ``waiting_count`` are kept by the registration service under the row's lock.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(255), unique=True)
    slug: Mapped[str] = mapped_column(String(120), unique=True)
    state: Mapped[str] = mapped_column(String(12), default=EventState.PUBLISHED)
    version: Mapped[int] = mapped_column(default=1)
    sequence: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)

    language: Mapped[str] = mapped_column(String(2), default="id")
    event_type: Mapped[str | None] = mapped_column(String(100))
    title: Mapped[str] = mapped_column(String(500))
    theme: Mapped[str | None] = mapped_column(String(500))
    occasion: Mapped[str | None] = mapped_column(Text)
    background: Mapped[str | None] = mapped_column(Text)
    series: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    first_of_its_kind: Mapped[bool | None]
    target_region: Mapped[str | None] = mapped_column(String(300))
    invitation_letter: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    legal_basis: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)

    search_key: Mapped[str] = mapped_column(Key, default=key_of_columns(*SEARCHED), server_default="")

    keeper_id: Mapped[int | None] = mapped_column(ForeignKey("office.id"))  # whose desk keeps it
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    committee: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)  # name, task
    organiser_id: Mapped[int | None] = mapped_column(ForeignKey("office.id"), index=True)
    organiser_name: Mapped[str] = mapped_column(String(300))
    organiser_long_name: Mapped[str | None] = mapped_column(String(300))
    organiser_level: Mapped[str | None] = mapped_column(String(10))
    co_organisers: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)

    start_on: Mapped[date]
    end_on: Mapped[date | None]
    starts_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    zone_name: Mapped[str] = mapped_column(String(32))  # the organiser's zone in force, always set
    timezone: Mapped[str | None] = mapped_column(String(4))  # as recorded: WIB, WITA, WIT
    tz_database: Mapped[str | None] = mapped_column(String(32))  # as recorded: Asia/Jakarta …

    mode: Mapped[str | None] = mapped_column(String(10))
    platform: Mapped[str | None] = mapped_column(String(300))
    live_stream: Mapped[str | None] = mapped_column(String(500))
    venue: Mapped[str | None] = mapped_column(String(500))
    meeting_link: Mapped[str | None] = mapped_column(String(1000))  # for registered participants only
    meeting_access: Mapped[str | None] = mapped_column(String(300))  # meeting id and passcode, as typed
    topic: Mapped[str | None] = mapped_column(String(80))
    hashtags: Mapped[list[str]] = mapped_column(JSON, default=list)
    poster_id: Mapped[int | None] = mapped_column(ForeignKey("picture.id", ondelete="SET NULL"))
    announcements: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)  # core.announcement

    event_series_id: Mapped[int | None] = mapped_column(
        ForeignKey("event_series.id", ondelete="SET NULL"), index=True
    )
    registers_with_id: Mapped[int | None] = mapped_column(
        ForeignKey("event.id", ondelete="SET NULL"), index=True
    )  # the event of the series that takes its registrations; absent: itself

    registration_open: Mapped[bool] = mapped_column(default=False)
    registration_closes_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # absent: at the start
    registration_until: Mapped[datetime | None] = mapped_column(
        UtcDateTime
    )  # the last start of others that register with it (services.series_registration); absent: none
    quota: Mapped[int | None]  # absent: no limit
    keeps_waiting_list: Mapped[bool] = mapped_column(default=True)
    taken_count: Mapped[int] = mapped_column(default=0)
    waiting_count: Mapped[int] = mapped_column(default=0)
    waiting_last: Mapped[int] = mapped_column(default=0)  # the last number given on the waiting list

    roles: Mapped[list[EventRole]] = relationship(
        order_by="EventRole.number", cascade="all, delete-orphan", passive_deletes=True
    )
    sessions: Mapped[list[EventSession]] = relationship(
        order_by="EventSession.number", cascade="all, delete-orphan", passive_deletes=True
    )
    groups: Mapped[list[ParticipantGroup]] = relationship(
        order_by="ParticipantGroup.number", cascade="all, delete-orphan", passive_deletes=True
    )

    __table_args__ = (
        Index("ix_event_state_start", "state", "start_on", "id"),
        Index("ix_event_keeper_start", "keeper_id", "start_on", "id"),
        Index("ix_event_start", "start_on", "id", "search_key"),  # searched in the order of days
        Index("ix_event_end", "end_on", "start_on"),
        Index("ix_event_topic_type", "topic", "event_type", "state"),
        Index("ix_event_search", "search_key", "id"),
        Index("ix_event_changed", "changed_at", "id"),
        IDS_ONCE,
    )

    @validates(*SEARCHED)
    def _find_by(self, name: str, value: str | None) -> str | None:
        self.search_key = key_of_attributes(self, SEARCHED, name, value)
        return value
