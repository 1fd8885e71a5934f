"""Finding pictures, and those that nobody refers to any more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, select

from webinar.db import Base, db
from webinar.models import Picture


def picture_named(name: str) -> Picture | None:
    """The picture kept under this name."""
    return db.session.scalar(select(Picture).where(Picture.name == name))


def picture_of(picture_id: int | None) -> Picture | None:
    """The picture of this id, as a person or an event refers to it."""
    return db.session.get(Picture, picture_id) if picture_id is not None else None


def pictures_unused(*, before: datetime) -> Sequence[Picture]:
    """Pictures stored before an instant to which no row of any table refers."""
    used = [exists().where(column == Picture.id) for column in _referring()]
    statement = select(Picture).where(Picture.created_at < before)
    return db.session.scalars(statement.where(*(~one for one in used))).all()


def picture_names() -> set[str]:
    """The names of all pictures of the record."""
    return set(db.session.scalars(select(Picture.name)))


def _referring() -> list[object]:
    """Every column that refers to a picture, those of later features too."""
    return [
        key.parent
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table is Picture.__table__
    ]
