"""Sign-ins: one row for each browser that somebody is signed in with."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from webinar.db import Base, UtcDateTime


class SignIn(Base):
    """The cookie holds a token, the row its digest: without the row the cookie opens nothing."""

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    is_kept: Mapped[bool]  # beyond the closing of the browser
    agent: Mapped[str] = mapped_column(String(300))  # the User-Agent header
    address: Mapped[str] = mapped_column(String(45))  # of the network, when last seen
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)  # noted every few minutes only
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
