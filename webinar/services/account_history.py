"""What changes of an account, in the history: that it changed and when, never a secret."""

from __future__ import annotations

from datetime import datetime

from webinar.core.access import Actor
from webinar.core.history import Act, Thing
from webinar.db import Transaction
from webinar.models import User
from webinar.services.history import Values, record_change


def record_account(
    tx: Transaction, user: User, before: Values, after: Values, *, actor: Actor | None, now: datetime
) -> None:
    """A line about the account itself; it belongs to no office."""
    record_change(
        tx,
        Act.CHANGED,
        Thing.ACCOUNT,
        user.id,
        title=user.name,
        office_id=None,
        actor=actor,
        now=now,
        before=before,
        after=after,
    )
