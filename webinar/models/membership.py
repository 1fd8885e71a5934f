"""Roles of accounts at offices, and the links by which colleagues are invited."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from webinar.db import IDS_ONCE, Base, UtcDateTime


class Membership(Base):
    """A role of an account at an office; without an office it holds for the whole installation."""

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    office_id: Mapped[int | None] = mapped_column(ForeignKey("office.id", ondelete="CASCADE"), index=True)
    role: Mapped[str] = mapped_column(String(10))  # core.access.OfficeRole
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (
        Index("uq_membership_user_office_role", "user_id", "office_id", "role", unique=True),
        Index(
            "uq_membership_user_role_everywhere",
            "user_id",
            "role",
            unique=True,
            sqlite_where=text("office_id IS NULL"),
            postgresql_where=text("office_id IS NULL"),
        ),
        IDS_ONCE,
    )


class ColleagueInvitation(Base):
    """A mailed link by which somebody joins an office. The token is derived from ``link_key`` and the secret;
    only its digest is kept."""

    __table_args__ = (IDS_ONCE,)

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), index=True)
    office_id: Mapped[int | None] = mapped_column(ForeignKey("office.id", ondelete="CASCADE"), index=True)
    role: Mapped[str] = mapped_column(String(10))
    link_key: Mapped[str] = mapped_column(String(32))
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    invited_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
