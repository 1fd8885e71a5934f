"""The second step of a sign-in: a code counted out by an application, or one that was written down."""

from __future__ import annotations

from datetime import datetime

from webinar.adapters.codes import new_recovery_codes, recovery_digest, totp_counter
from webinar.core.access import Actor
from webinar.core.errors import NotFound, WrongCode
from webinar.db import Transaction, transaction
from webinar.models import User
from webinar.services.account_history import record_account
from webinar.services.account_mail import named_in_mail
from webinar.services.outbox import post_account_mail


def switch_on_second_step(user_id: int, secret: str, code: str, *, actor: Actor, now: datetime) -> list[str]:
    """Ask for a code at each sign-in from now on; returns the recovery codes, which nobody can read again.

    ``secret`` is what ``adapters.codes`` made, ``code`` proves that the application has it. Raises WrongCode.
    """
    with transaction() as tx:
        user = _account(tx, user_id)
        counter = totp_counter(secret, code, last=None, now=now)
        if counter is None:
            raise WrongCode
        was_on = user.totp_secret is not None
        user.totp_secret, user.totp_counter = secret, counter
        codes = _renew(user)
        record_account(tx, user, {"second_step": was_on}, {"second_step": True}, actor=actor, now=now)
        _tell(tx, user, "account_second_step_on", now)
    return codes


def switch_off_second_step(user_id: int, *, actor: Actor | None, now: datetime) -> None:
    """Password alone from now on; the recovery codes go as well."""
    with transaction() as tx:
        user = _account(tx, user_id)
        if user.totp_secret is None:
            return
        user.totp_secret = user.totp_counter = None
        user.recovery_digests = []
        record_account(tx, user, {"second_step": True}, {"second_step": False}, actor=actor, now=now)
        _tell(tx, user, "account_second_step_off", now)


def renew_recovery_codes(user_id: int, *, now: datetime) -> list[str]:
    """New codes in place of the old. Raises NotFound where the second step is off."""
    with transaction() as tx:
        user = _account(tx, user_id)
        if user.totp_secret is None:
            raise NotFound
        codes = _renew(user)
        _tell(tx, user, "account_recovery_renewed", now)
    return codes


def take_totp_code(user_id: int, code: str, *, now: datetime) -> None:
    """Raises WrongCode; also for a code that was taken before, as somebody may have looked on."""
    with transaction() as tx:
        user = _account(tx, user_id)
        if user.totp_secret is None:
            raise WrongCode
        counter = totp_counter(user.totp_secret, code, last=user.totp_counter, now=now)
        if counter is None:
            raise WrongCode
        user.totp_counter = counter


def take_recovery_code(user_id: int, code: str, *, now: datetime) -> int:
    """Use up one code; returns how many are left. Raises WrongCode."""
    with transaction() as tx:
        user = _account(tx, user_id)
        digest = recovery_digest(user_id, code)
        if digest not in user.recovery_digests:
            raise WrongCode
        user.recovery_digests = [one for one in user.recovery_digests if one != digest]
        left = len(user.recovery_digests)
        _tell(tx, user, "account_recovery_used", now, left=left)
    return left


def _account(tx: Transaction, user_id: int) -> User:
    """Under lock: of two who bring the same code at once, one is refused."""
    return tx.session.get_one(User, user_id, with_for_update=True)


def _renew(user: User) -> list[str]:
    codes = new_recovery_codes()
    user.recovery_digests = [recovery_digest(user.id, code) for code in codes]
    return codes


def _tell(tx: Transaction, user: User, kind: str, now: datetime, **facts: object) -> None:
    facts |= {**named_in_mail(user), "at": now.isoformat()}
    post_account_mail(tx, kind, to=user.email, facts=facts, now=now)
