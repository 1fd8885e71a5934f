"""Finding accounts, and what somebody sees of the own one."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import func, select

from webinar.core.access import OfficeRole
from webinar.core.registration import email_key
from webinar.db import db
from webinar.models import Membership, Office, User


def account_by_id(user_id: int) -> User | None:
    return db.session.get(User, user_id)


def account_by_email(email: str) -> User | None:
    """The account with this address; capitals do not matter."""
    return db.session.scalar(select(User).where(User.email == email_key(email)))


def accounts() -> list[User]:
    """All there are, by name."""
    return list(db.session.scalars(select(User).order_by(func.lower(User.name), User.id)))


class OwnMembership(NamedTuple):
    """A role of somebody; ``office`` is None where it holds for the whole installation."""

    role: OfficeRole
    office: str | None


def own_memberships(user_id: int) -> list[OwnMembership]:
    """Roles of one account, those for the whole installation first, then by office."""
    rows = db.session.execute(
        select(Membership.role, Office.name)
        .outerjoin(Office, Office.id == Membership.office_id)
        .where(Membership.user_id == user_id)
        .order_by(Membership.office_id.is_not(None), Office.name, Membership.id)
    )
    return [OwnMembership(OfficeRole(role), office) for role, office in rows]
