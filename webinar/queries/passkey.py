"""Finding passkeys."""

from __future__ import annotations

from sqlalchemy import select

from webinar.db import db
from webinar.models import Passkey


def passkeys_of(user_id: int) -> list[Passkey]:
    """Of one account, the oldest first."""
    return list(db.session.scalars(select(Passkey).where(Passkey.user_id == user_id).order_by(Passkey.id)))
