"""Finding people of the record."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from webinar.db import db
from webinar.models import Person


def people_called(names: Collection[str]) -> Sequence[Person]:
    """Everybody of these names with the positions they held, in two selects."""
    return db.session.scalars(
        select(Person)
        .where(Person.name.in_(names))
        .options(selectinload(Person.positions))
        .order_by(Person.id)
    ).all()
