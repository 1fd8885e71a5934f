"""Whose roles reach an office from above."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import func, or_, select

from webinar.core.access import OfficeRole
from webinar.db import db
from webinar.models import Membership, Office, User

MOST = 50


class HolderAbove(NamedTuple):
    """Somebody whose role at an office above holds below as well; without a name: of the installation."""

    name: str
    role: OfficeRole
    office_name: str | None


def holders_above(chain: str) -> list[HolderAbove]:
    """The holders of roles above the office with this chain, the highest first; at most ``MOST``."""
    above = [int(id_) for id_ in chain.split("/")[1:-1]][:-1]
    rows = db.session.execute(
        select(User.name, Membership.role, Office.name)
        .join(Membership, Membership.user_id == User.id)
        .outerjoin(Office, Office.id == Membership.office_id)
        .where(or_(Membership.office_id.is_(None), Membership.office_id.in_(above)), User.active)
        .order_by(func.length(func.coalesce(Office.chain, "")), Office.name, func.lower(User.name), User.id)
        .limit(MOST)
    )
    return [HolderAbove(name, OfficeRole(role), office) for name, role, office in rows]
