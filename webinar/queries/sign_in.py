"""Who is signed in, and where."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select

from webinar.db import db
from webinar.models import SignIn, User

_BY_DIGEST = (
    select(User, SignIn)
    .join(SignIn, SignIn.user_id == User.id)
    .where(SignIn.token_digest == bindparam("digest"), SignIn.expires_at > bindparam("now"), User.active)
)


def signed_in(digest: str, now: datetime) -> tuple[User, SignIn] | None:
    """The account and the sign-in of a cookie's token, in one select; None once it was ended or ran out."""
    row = db.session.execute(_BY_DIGEST, {"digest": digest, "now": now}).one_or_none()
    return None if row is None else (row[0], row[1])


def sign_ins_of(user_id: int, now: datetime) -> list[SignIn]:
    """Where somebody is signed in, the latest seen first."""
    found = select(SignIn).where(SignIn.user_id == user_id, SignIn.expires_at > now)
    return list(db.session.scalars(found.order_by(SignIn.seen_at.desc(), SignIn.id.desc())))
