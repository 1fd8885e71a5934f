"""What somebody said, as one office's note taker wrote it down."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webinar.db import Base


class Note(Base):
    """A remark, lead-in, key point, summary or quotation of one person, for one office's report."""

    id: Mapped[int] = mapped_column(primary_key=True)
    berita_id: Mapped[int] = mapped_column(ForeignKey("berita.id", ondelete="CASCADE"), index=True)
    role_id: Mapped[int] = mapped_column(ForeignKey("event_role.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(10))  # core.states.NoteKind
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
