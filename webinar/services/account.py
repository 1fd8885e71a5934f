"""Organisers' accounts."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from flask_security.utils import hash_password

from webinar.core.access import OfficeRole
from webinar.core.errors import NotFound
from webinar.core.registration import email_key
from webinar.db import transaction
from webinar.models import Membership, User
from webinar.queries.installation import has_organiser

FIRST_ORGANISER = 0x6F72_6761  # the key under which set-ups wait for each other


def create_first_organiser(*, name: str, email: str, password: str, now: datetime) -> User:
    """The first account, which manages the whole installation.

    Raises NotFound once there is one: the link was for one use.
    """
    hashed = hash_password(password)
    with transaction() as tx:
        tx.alone(FIRST_ORGANISER)
        if has_organiser():
            raise NotFound
        user = User(
            email=email_key(email),
            name=name,
            password=hashed,
            fs_uniquifier=uuid4().hex,
            created_at=now,
        )
        tx.session.add(user)
        tx.session.flush()
        tx.session.add(Membership(user_id=user.id, role=OfficeRole.MANAGER, created_at=now))
    return user


def end_sessions(user_id: int) -> None:
    """Sign a person out everywhere: no cookie given out before opens the desk again."""
    with transaction() as tx:
        tx.session.get_one(User, user_id).fs_uniquifier = uuid4().hex
