"""The history: who changed what and when, field by field."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webinar.db import Base, UtcDateTime


class Change(Base):
    """One act on one thing. ``fields`` maps a field's path to its old and new value, never a secret.

    A path that leads into a part (``roles.12.position``) has the part's name as a third value.

    The thing is named, not referred to: its history outlives it. ``actor_name`` is kept beside the account,
    which may be gone; both are absent where the system or its command line acted.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"), index=True)
    actor_name: Mapped[str | None] = mapped_column(String(200))
    thing: Mapped[str] = mapped_column(String(20))  # core.history.Thing
    thing_id: Mapped[int]
    title: Mapped[str] = mapped_column(String(500))  # what it was called then
    office_id: Mapped[int | None] = mapped_column(ForeignKey("office.id", ondelete="SET NULL"), index=True)
    act: Mapped[str] = mapped_column(String(20))  # core.history.Act
    reason: Mapped[str | None] = mapped_column(Text)
    fields: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)

    __table_args__ = (Index("ix_change_thing", "thing", "thing_id", "id"),)
