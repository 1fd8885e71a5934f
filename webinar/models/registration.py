"""Registrations for an event."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, validates

from webinar.core.search import registration_key, search_key
from webinar.db import Base, UtcDateTime
from webinar.models.search_key import Key


class Registration(Base):
    """One person's registration. ``email_key`` is the address normalised; only one active a key and event.

    ``search_key`` is what they are found by and sorted by name, ``institution_key`` sorts by institution.

    ``submission_key`` comes with the form: the same key again is the same submission. The personal link's
    token is derived from it and the secret; only the token's digest is stored.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    group_id: Mapped[int | None] = mapped_column(
        ForeignKey("participant_group.id", ondelete="SET NULL"), index=True
    )
    state: Mapped[str] = mapped_column(String(10))  # core.states.RegistrationState
    waiting_number: Mapped[int | None]  # order of arrival on the waiting list
    submission_key: Mapped[str] = mapped_column(String(64), unique=True)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)

    full_name: Mapped[str] = mapped_column(String(200))
    title_prefix: Mapped[str | None] = mapped_column(String(100))
    title_suffix: Mapped[str | None] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(254))
    email_key: Mapped[str] = mapped_column(String(254))
    whatsapp: Mapped[str | None] = mapped_column(String(20))  # +62812…
    institution: Mapped[str] = mapped_column(String(200))
    unit: Mapped[str | None] = mapped_column(String(200))
    position: Mapped[str | None] = mapped_column(String(200))
    region_code: Mapped[str | None] = mapped_column(ForeignKey("region.code"))
    attendance_mode: Mapped[str | None] = mapped_column(String(10))  # online, onsite
    accessibility_need: Mapped[str | None] = mapped_column(Text)
    question: Mapped[str | None] = mapped_column(Text)
    privacy_notice_version: Mapped[str] = mapped_column(String(20))
    consents_photo: Mapped[bool] = mapped_column(default=False)
    consents_contact: Mapped[bool] = mapped_column(default=False)
    search_key: Mapped[str] = mapped_column(Key, server_default="")
    institution_key: Mapped[str] = mapped_column(Key, server_default="")

    __table_args__ = (
        Index(
            "uq_registration_active_email",
            "event_id",
            "email_key",
            unique=True,
            sqlite_where=text("state <> 'cancelled'"),
            postgresql_where=text("state <> 'cancelled'"),
        ),
        Index("ix_registration_event_state", "event_id", "state", "waiting_number"),
        Index("ix_registration_event_created", "event_id", "id"),
        Index("ix_registration_event_search", "event_id", "search_key", "id"),
        Index("ix_registration_event_institution", "event_id", "institution_key", "id"),
    )

    @validates("full_name", "institution", "email")
    def _find_by(self, name: str, value: str) -> str:
        told = {"full_name": self.full_name, "institution": self.institution, "email": self.email}
        self.search_key = registration_key(**told | {name: value})
        if name == "institution":
            self.institution_key = search_key(value)
        return value
