"""Passwords: checked, forgotten, changed. Flask-Security hashes them (Argon2 over a keyed digest)."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from uuid import uuid4

from flask_security.utils import hash_password, verify_password

from webinar.adapters.links import unseal
from webinar.core.access import Actor
from webinar.core.errors import NotFound, WeakPassword
from webinar.core.password import weakness
from webinar.db import Transaction, transaction
from webinar.models import User
from webinar.queries.account import account_by_email, account_by_id
from webinar.services.account_history import record_account
from webinar.services.account_mail import RESET, named_in_mail, reset_fingerprint
from webinar.services.outbox import post_account_mail
from webinar.services.sign_in import drop_sign_ins


def hashed_password(password: str) -> str:
    """What the database keeps; 0.1 s and 64 MiB, so never inside a transaction."""
    return hash_password(_normal(password))


def check_password(email: str, password: str) -> int | None:
    """The id of the account that opens with these; None otherwise, after the same time whoever it is."""
    user = account_by_email(email)
    if user is None or not user.active or user.password is None:
        hash_password(_normal(password))
        return None
    return user.id if verify_password(_normal(password), user.password) else None


def has_password(user_id: int, password: str) -> bool:
    """Whether this is the password of somebody who is signed in already."""
    user = account_by_id(user_id)
    return (
        user is not None and user.password is not None and verify_password(_normal(password), user.password)
    )


def require_strong(password: str, *personal: str) -> None:
    """Raises WeakPassword."""
    found = weakness(_normal(password), personal=personal)
    if found is not None:
        raise WeakPassword(found)


def ask_password_reset(email: str, *, now: datetime) -> None:
    """Queue the mail with the link. Whether there is such an account is looked up when the mail is sent, so
    that nobody can tell from the answer, nor from its time."""
    with transaction() as tx:
        post_account_mail(tx, "account_reset", to=email, facts={}, now=now)


def account_to_reset(token: str, *, now: datetime) -> User:
    """Whose password a mailed link sets anew. Raises NotFound once it was used or its time is over."""
    values = unseal(RESET, token, now=now)
    user = account_by_id(values[0]) if values else None
    if user is None or not user.active or values is None or values[1] != reset_fingerprint(user):
        raise NotFound
    return user


def reset_password(token: str, password: str, *, now: datetime) -> int:
    """Set a forgotten password anew and sign out everywhere; returns the account's id.

    Raises NotFound, WeakPassword.
    """
    user = account_to_reset(token, now=now)
    require_strong(password, user.name, user.email)
    hashed = hashed_password(password)
    with transaction() as tx:
        tx.session.get(User, user.id, with_for_update=True)  # of two at once, the second finds the link used
        user = account_to_reset(token, now=now)
        _set(tx, user, hashed, now=now, actor=None)
        drop_sign_ins(tx, user.id)
    return user.id


def change_password(user_id: int, password: str, *, here: int, actor: Actor, now: datetime) -> None:
    """A new password; signed out everywhere but in the sign-in ``here``. Raises WeakPassword."""
    require_strong(password, actor.name, actor.email)
    hashed = hashed_password(password)
    with transaction() as tx:
        _set(tx, tx.session.get_one(User, user_id), hashed, now=now, actor=actor)
        drop_sign_ins(tx, user_id, but=here)


def _set(tx: Transaction, user: User, hashed: str, *, now: datetime, actor: Actor | None) -> None:
    before = {"password_changed_at": user.password_changed_at}
    user.password = hashed
    user.password_changed_at = now
    user.fs_uniquifier = uuid4().hex
    record_account(tx, user, before, {"password_changed_at": now}, actor=actor, now=now)
    facts = {**named_in_mail(user), "at": now.isoformat()}
    post_account_mail(tx, "account_password_changed", to=user.email, facts=facts, now=now)


def _normal(password: str) -> str:
    """However the keyboard composed its letters (NFKD, as Flask-Security does)."""
    return unicodedata.normalize("NFKD", password)
