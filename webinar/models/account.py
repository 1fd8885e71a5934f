"""Organisers' accounts."""

from __future__ import annotations

from datetime import datetime

from flask_security.core import UserMixin
from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from webinar.db import IDS_ONCE, Base, UtcDateTime


class User(Base, UserMixin):
    """Somebody who signs in to the desk.

    ``totp_secret`` is encrypted with the installation's secret; of recovery codes only digests are kept.
    """

    __table_args__ = (IDS_ONCE,)

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    password: Mapped[str | None] = mapped_column(String(255))
    password_changed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    totp_secret: Mapped[str | None] = mapped_column(String(500))  # there: a code is asked at each sign-in
    totp_counter: Mapped[int | None]  # of the last code taken: none is taken twice
    recovery_digests: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    sign_in_token = None  # type: str | None  # of the session this person came with, or begins

    def get_id(self) -> str:
        """What Flask-Login keeps in the cookie: the token of one sign-in, never the account's own name."""
        return self.sign_in_token or str(self.fs_uniquifier)
