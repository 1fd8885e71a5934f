"""Organisers' accounts: the first of all, and what people change about their own."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from sqlalchemy.exc import IntegrityError

from webinar.adapters.links import unseal
from webinar.core.access import Actor, OfficeRole
from webinar.core.errors import AddressTaken, NotFound
from webinar.core.registration import email_key
from webinar.db import Transaction, transaction
from webinar.models import Membership, User
from webinar.queries.account import account_by_email, account_by_id
from webinar.queries.installation import has_organiser
from webinar.services.account_history import record_account
from webinar.services.account_mail import ADDRESS, named_in_mail
from webinar.services.office import office_for
from webinar.services.outbox import post_account_mail
from webinar.services.password import hashed_password, require_strong

FIRST_ORGANISER = 0x6F72_6761  # the key under which set-ups wait for each other


def create_first_organiser(
    *, name: str, email: str, password: str, office_name: str | None = None, now: datetime
) -> User:
    """The first account, which manages the whole installation, and the office it begins with.

    An office that is known by the name, or likely meant by it, is taken as it is. Raises NotFound once there
    is an account: the link was for one use; WeakPassword.
    """
    require_strong(password, name, email)
    hashed = hashed_password(password)
    with transaction() as tx:
        tx.alone(FIRST_ORGANISER)
        if has_organiser():
            raise NotFound
        user = add_account(tx, name=name, email=email, hashed=hashed, now=now)
        tx.session.add(Membership(user_id=user.id, role=OfficeRole.MANAGER, created_at=now))
        if office_name:
            office_for(tx, office_name, long_name=None, level=None)
    return user


def add_account(tx: Transaction, *, name: str, email: str, hashed: str, now: datetime) -> User:
    """Within the transaction of what leads to it. Raises AddressTaken."""
    if account_by_email(email) is not None:
        raise AddressTaken
    user = User(
        email=email_key(email),
        name=name,
        password=hashed,
        password_changed_at=now,
        fs_uniquifier=uuid4().hex,
        created_at=now,
    )
    tx.session.add(user)
    try:
        tx.session.flush()
    except IntegrityError as error:
        raise AddressTaken from error
    return user


def rename_account(user_id: int, name: str, *, actor: Actor | None, now: datetime) -> None:
    """Change how somebody is called on the desk and in the history to come."""
    with transaction() as tx:
        user = tx.session.get_one(User, user_id)
        before, user.name = user.name, name
        record_account(tx, user, {"name": before}, {"name": name}, actor=actor, now=now)


def ask_address_change(user_id: int, email: str, *, now: datetime) -> None:
    """Mail a link to the new address; nothing changes before it is opened.

    An address that another account has gets no mail, and the answer does not tell.
    """
    with transaction() as tx:
        facts = named_in_mail(tx.session.get_one(User, user_id))
        post_account_mail(tx, "account_address_confirm", to=email_key(email), facts=facts, now=now)


def address_to_confirm(user_id: int, token: str, *, now: datetime) -> str:
    """The new address a mailed link stands for. Raises NotFound for a link of somebody else, used or old."""
    values = unseal(ADDRESS, token, now=now)
    user = account_by_id(user_id)
    if user is None or values is None or values[:2] != [user.id, user.email]:
        raise NotFound
    return str(values[2])


def confirm_address(user_id: int, token: str, *, actor: Actor | None, now: datetime) -> None:
    """Take the new address; the old one is told. Raises NotFound, AddressTaken."""
    with transaction() as tx:
        user = tx.session.get_one(User, user_id, with_for_update=True)
        new, old = address_to_confirm(user_id, token, now=now), user.email
        user.email = new
        try:
            tx.session.flush()
        except IntegrityError as error:
            raise AddressTaken from error
        record_account(tx, user, {"email": old}, {"email": new}, actor=actor, now=now)
        facts = {**named_in_mail(user), "email": new, "at": now.isoformat()}
        post_account_mail(tx, "account_address_changed", to=old, facts=facts, now=now)
