"""Signing in and out. A sign-in is a row: whoever ends it ends it, whatever cookie is still about."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, update

from webinar.adapters.links import token_digest
from webinar.core.errors import NotFound
from webinar.db import Transaction, transaction
from webinar.models import SignIn

IDLE = timedelta(hours=12)  # since last seen, where the browser forgets the cookie when it closes
KEPT = timedelta(days=30)  # since the sign-in, where somebody asked to stay signed in
NOTED_EVERY = timedelta(minutes=5)
MOST_AGENT, MOST_ADDRESS = 300, 45


def begin_sign_in(user_id: int, *, agent: str, address: str, is_kept: bool, now: datetime) -> str:
    """Returns the token for the cookie: 256 random bits, of which the table keeps the digest."""
    token = secrets.token_urlsafe(32)
    with transaction() as tx:
        tx.session.add(
            SignIn(
                user_id=user_id,
                token_digest=token_digest(token),
                is_kept=is_kept,
                agent=agent[:MOST_AGENT],
                address=address[:MOST_ADDRESS],
                created_at=now,
                seen_at=now,
                expires_at=now + (KEPT if is_kept else IDLE),
            )
        )
    return token


def note_sign_in(sign_in_id: int, *, address: str, now: datetime) -> None:
    """Somebody was seen; writes at most once in NOTED_EVERY, however many requests come."""
    due = SignIn.seen_at <= now - NOTED_EVERY
    with transaction() as tx:
        noted = update(SignIn).where(SignIn.id == sign_in_id, due)
        tx.session.execute(noted.values(seen_at=now, address=address[:MOST_ADDRESS]))
        tx.session.execute(
            update(SignIn).where(SignIn.id == sign_in_id, ~SignIn.is_kept).values(expires_at=now + IDLE)
        )


def end_sign_in(user_id: int, sign_in_id: int) -> None:
    """Sign somebody out in one browser. Raises NotFound where it is not theirs, or ended before."""
    with transaction() as tx:
        found = tx.session.get(SignIn, sign_in_id)
        if found is None or found.user_id != user_id:
            raise NotFound
        tx.session.delete(found)


def end_sign_ins(user_id: int, *, but: int | None = None) -> int:
    """Sign somebody out everywhere, except in one browser; returns in how many."""
    with transaction() as tx:
        return drop_sign_ins(tx, user_id, but=but)


def drop_sign_ins(tx: Transaction, user_id: int, *, but: int | None = None) -> int:
    """Within the transaction of what causes it, such as a new password."""
    gone = tx.session.execute(delete(SignIn).where(SignIn.user_id == user_id, SignIn.id != (but or 0)))
    return gone.rowcount  # type: ignore[attr-defined, no-any-return]


def forget_sign_ins(*, now: datetime) -> int:
    """Delete the sign-ins that ran out, with the addresses they came from; returns how many."""
    with transaction() as tx:
        gone = tx.session.execute(delete(SignIn).where(SignIn.expires_at <= now))
    return gone.rowcount  # type: ignore[attr-defined, no-any-return]
