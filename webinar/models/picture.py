"""Pictures: posters and photos, made anew from what was uploaded."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from webinar.db import Base, UtcDateTime


class Picture(Base):
    """A picture kept as ``pictures/<name>`` in the instance folder; the name is its content's digest."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)  # <digest>.webp
    width: Mapped[int]
    height: Mapped[int]
    alt: Mapped[str | None] = mapped_column(String(1000))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
