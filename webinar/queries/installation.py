"""The state of the installation itself."""

from __future__ import annotations

from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError

from webinar.db import db
from webinar.models import Event, Region, User


def answers() -> bool:
    """Whether the database answers."""
    try:
        db.session.execute(text("select 1"))
    except SQLAlchemyError:
        db.session.rollback()
        return False
    return True


def has_regions() -> bool:
    return db.session.scalar(select(func.count()).select_from(Region)) != 0


def has_events() -> bool:
    return db.session.scalar(select(Event.id).limit(1)) is not None


def has_organiser() -> bool:
    """Whether anybody can sign in."""
    return db.session.scalar(select(User.id).limit(1)) is not None
