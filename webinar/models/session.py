"""Sessions of an event in running order."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from webinar.db import IDS_ONCE, Base, UtcDateTime


class EventSession(Base):
    """A part of the programme; ``number`` is its place in the list, ``order`` what the record calls it."""

    __table_args__ = (IDS_ONCE,)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    order: Mapped[int | None]
    name: Mapped[str | None] = mapped_column(String(500))
    kind: Mapped[str | None] = mapped_column(String(20))  # plenary, panel, breakout, training, break
    theme: Mapped[str | None] = mapped_column(String(500))
    audience: Mapped[str | None] = mapped_column(String(500))
    day: Mapped[int | None]
    starts_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
