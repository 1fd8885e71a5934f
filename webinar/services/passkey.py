"""Passkeys: added, used in place of the password, removed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from webinar.adapters.passkeys import credential_id, new_key, proven
from webinar.core.access import Actor
from webinar.core.errors import NotFound, PasskeysFull, PasskeyUnfit
from webinar.db import Transaction, transaction
from webinar.models import Passkey, User
from webinar.services.account_history import record_account
from webinar.services.account_mail import named_in_mail
from webinar.services.outbox import post_account_mail

MOST = 10


def add_passkey(
    user_id: int, name: str, credential: str, challenge: str, *, actor: Actor, now: datetime
) -> None:
    """Keep the public half of a key that a browser made for this account.

    ``challenge`` is what the browser was asked with. Raises PasskeyUnfit, PasskeysFull.
    """
    made = new_key(credential, challenge)
    with transaction() as tx:
        user = tx.session.get_one(User, user_id, with_for_update=True)
        count = tx.session.scalar(select(func.count(Passkey.id)).where(Passkey.user_id == user_id)) or 0
        if count >= MOST:
            raise PasskeysFull(MOST)
        tx.session.add(Passkey(user_id=user_id, name=name, created_at=now, **made._asdict()))
        try:
            tx.session.flush()
        except IntegrityError as error:
            raise PasskeyUnfit("the key is known already") from error
        record_account(tx, user, {"passkeys": count}, {"passkeys": count + 1}, actor=actor, now=now)
        _tell(tx, user, "account_passkey_added", name, now)


def remove_passkey(user_id: int, passkey_id: int, *, actor: Actor, now: datetime) -> None:
    """The key opens nothing any more. Raises NotFound where it is not theirs."""
    with transaction() as tx:
        user = tx.session.get_one(User, user_id, with_for_update=True)
        passkey = tx.session.get(Passkey, passkey_id)
        if passkey is None or passkey.user_id != user_id:
            raise NotFound
        count = tx.session.scalar(select(func.count(Passkey.id)).where(Passkey.user_id == user_id)) or 0
        tx.session.delete(passkey)
        record_account(tx, user, {"passkeys": count}, {"passkeys": count - 1}, actor=actor, now=now)
        _tell(tx, user, "account_passkey_removed", passkey.name, now)


def check_passkey(credential: str, challenge: str, *, now: datetime) -> int:
    """The id of the account whose key signed the challenge. Raises PasskeyUnfit."""
    used = credential_id(credential)
    with transaction() as tx:
        row = tx.session.execute(
            select(Passkey, User)
            .join(User, User.id == Passkey.user_id)
            .where(Passkey.credential_id == used)
            .with_for_update()
        ).one_or_none()
        if row is None or not row[1].active:
            raise PasskeyUnfit("unknown key")
        passkey: Passkey = row[0]
        passkey.sign_count = proven(
            credential,
            challenge,
            user_id=passkey.user_id,
            public_key=passkey.public_key,
            sign_count=passkey.sign_count,
        )
        passkey.used_at = now
        return passkey.user_id


def _tell(tx: Transaction, user: User, kind: str, name: str, now: datetime) -> None:
    facts = {**named_in_mail(user), "at": now.isoformat(), "passkey": name}
    post_account_mail(tx, kind, to=user.email, facts=facts, now=now)
