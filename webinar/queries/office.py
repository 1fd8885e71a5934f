"""Finding offices."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields

from sqlalchemy import func, or_, select

from webinar.core.office import OfficeData, names_alike
from webinar.core.office_plan import KnownOffice
from webinar.core.office_tree import Place
from webinar.db import db
from webinar.models import Change, Institution, Office


def office_called(name: str, long_name: str | None = None) -> Office | None:
    """The office that bears this name, or is likeliest meant by it."""
    alike = names_alike([name, long_name])
    found = db.session.scalars(
        select(Office)
        .where(
            or_(
                Office.name == name,
                func.lower(Office.name).in_(alike),
                func.lower(Office.long_name).in_(alike),
            )
        )
        .order_by(Office.id)
    ).all()
    far = len(alike)
    places = {text: place for place, text in enumerate(alike)}

    def distance(office: Office) -> int:
        if office.name == name:
            return -1
        by_long_name = places.get((office.long_name or "").lower(), far)
        return min(places.get(office.name.lower(), far), by_long_name + far)

    return min(found, key=distance, default=None)


def offices_by_name(names: Collection[str]) -> dict[str, Office]:
    found = db.session.scalars(select(Office).where(Office.name.in_(names)))
    return {office.name: office for office in found}


def office_names() -> list[str]:
    """All names in one select, as an office writes them: for suggestions while somebody types."""
    return list(db.session.scalars(select(Office.name).order_by(Office.name)))


def institution_called(name: str) -> Institution | None:
    return db.session.scalar(select(Institution).where(Institution.name == name))


def institutions_called(names: Collection[str]) -> list[Institution]:
    return list(db.session.scalars(select(Institution).where(Institution.name.in_(names))))


def office_slugs_like(wanted: str) -> set[str]:
    """The slugs in use that begin like this one."""
    return set(db.session.scalars(select(Office.slug).where(Office.slug.startswith(wanted, autoescape=True))))


def data_of(office: Office) -> OfficeData:
    return OfficeData(**{field.name: getattr(office, field.name) for field in fields(OfficeData)})


def known_offices() -> list[KnownOffice]:
    """All there are, for comparing with a table, in one select."""
    return [
        KnownOffice(office.id, data_of(office), Place(office.parent_id, office.takes_rights), office.chain)
        for office in db.session.scalars(select(Office).order_by(Office.id))
    ]


def office_uses(office_id: int) -> dict[str, int]:
    """What refers to an office, counted by ``table.column`` in one select; its history does not hold it."""
    columns = [
        key.parent
        for table in db.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table is Office.__table__ and table is not Change.__table__
    ]
    counts = [
        select(func.count()).select_from(column.table).where(column == office_id).scalar_subquery()
        for column in columns
    ]
    row = db.session.execute(select(*counts)).one()
    return {str(column): count for column, count in zip(columns, row, strict=True) if count}
