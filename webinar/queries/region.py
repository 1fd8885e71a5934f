"""Regions for choosing from."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from webinar.db import db
from webinar.models import Region


def region_codes() -> set[str]:
    return set(db.session.scalars(select(Region.code)))


def provinces() -> Sequence[Region]:
    """All provinces, from west to east as their codes go."""
    return db.session.scalars(select(Region).where(Region.parent_code.is_(None)).order_by(Region.code)).all()


def regencies(province_code: str) -> Sequence[Region]:
    """The regencies and cities of a province."""
    return db.session.scalars(
        select(Region).where(Region.parent_code == province_code).order_by(Region.code)
    ).all()
