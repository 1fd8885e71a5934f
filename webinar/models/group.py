"""Groups of participants an event is meant for."""

from __future__ import annotations

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from webinar.db import IDS_ONCE, Base


class ParticipantGroup(Base):
    """A rule (positions x units of a level x region), a list with members, or everybody."""

    __table_args__ = (IDS_ONCE,)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(4))  # core.states.GroupKind
    positions: Mapped[list[str]] = mapped_column(JSON, default=list)
    units: Mapped[list[str]] = mapped_column(JSON, default=list)
    label: Mapped[str | None] = mapped_column(String(300))
    members: Mapped[list[str]] = mapped_column(JSON, default=list)
    scope: Mapped[str | None] = mapped_column(String(300))
    quota: Mapped[int | None]
    taken_count: Mapped[int] = mapped_column(default=0)
