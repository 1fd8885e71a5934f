"""Who does what in an event."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from webinar.db import IDS_ONCE, Base


class EventRole(Base):
    """A person's part in an event, with titles and position as they were on that day."""

    __table_args__ = (IDS_ONCE,)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    part: Mapped[str] = mapped_column(String(12))  # core.states.Part
    number: Mapped[int]  # place among those of the same part
    name: Mapped[str | None] = mapped_column(String(200))
    title_prefix: Mapped[str | None] = mapped_column(String(100))
    title_suffix: Mapped[str | None] = mapped_column(String(200))
    short_name: Mapped[str | None] = mapped_column(String(100))
    position: Mapped[str | None] = mapped_column(String(300))
    institution: Mapped[str | None] = mapped_column(String(300))
    acting: Mapped[str | None] = mapped_column(String(30))
    represents: Mapped[str | None] = mapped_column(String(300))
    # of speakers only
    session_order: Mapped[int | None]  # running order
    role: Mapped[str | None] = mapped_column(String(100))  # speaker, keynote … or free text
    talk_title: Mapped[str | None] = mapped_column(String(500))
    session: Mapped[int | None]  # the session's ``order``
