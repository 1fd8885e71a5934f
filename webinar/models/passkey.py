"""Passkeys (WebAuthn credentials) of accounts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webinar.db import Base, UtcDateTime


class Passkey(Base):
    """The public half of a key that a device keeps; ids and keys are base64url."""

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(64))  # what its owner calls it
    credential_id: Mapped[str] = mapped_column(String(1400), unique=True)  # at most 1,023 bytes
    public_key: Mapped[str] = mapped_column(Text)
    sign_count: Mapped[int]
    transports: Mapped[list[str]] = mapped_column(JSON, default=list)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
