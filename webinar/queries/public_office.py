"""Offices as everybody may read them.

An office that stands alone, outside every tree and region, came with a document that named it. It is shown
once something public is its own: until then nobody but its desk knows of it.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import and_, case, exists, func, or_, select
from sqlalchemy.orm import aliased

from webinar.core.errors import NotFound
from webinar.core.office import names_alike
from webinar.core.states import BeritaState
from webinar.db import db
from webinar.models import Berita, Event, Office, Region
from webinar.queries.berita import BeritaLine
from webinar.queries.public_calendar import IS_PUBLIC, below


class OfficeName(NamedTuple):
    id: int
    slug: str
    name: str


class OfficeLine(NamedTuple):
    """An office in the index, with the code and name of its province where it has one."""

    slug: str
    name: str
    long_name: str | None
    level: str | None
    province_code: str | None
    province: str | None


class PublicOffice(NamedTuple):
    """An office with the contacts its record holds, its region, and the office above it."""

    id: int
    slug: str
    name: str
    long_name: str | None
    level: str | None
    city: str | None
    email: str | None
    phone: str | None
    address: str | None
    website: str | None
    region: str | None
    region_kind: str | None
    zone_name: str | None
    province: str | None
    parent_slug: str | None
    parent_name: str | None


_PARENT, _CHILD, _PROVINCE = aliased(Office), aliased(Office), aliased(Region)
IS_PUBLIC_OFFICE = or_(
    Office.parent_id.is_not(None),
    Office.region_code.is_not(None),
    exists().where(_CHILD.parent_id == Office.id),
    exists().where(and_(Event.organiser_id == Office.id, IS_PUBLIC)),
    exists().where(and_(Berita.office_id == Office.id, Berita.state == BeritaState.PUBLISHED)),
)
"""Part of a tree or a region, or known by something public of its own."""


def office_meant(text: str) -> OfficeName | None:
    """The office with this slug, or called so in one of the usual ways; the slug comes first."""
    alike = names_alike([text])
    statement = (
        select(Office.id, Office.slug, Office.name)
        .where(or_(Office.slug == text, func.lower(Office.name).in_(alike)), IS_PUBLIC_OFFICE)
        .order_by(case((Office.slug == text, 0), else_=1), Office.id)
        .limit(1)
    )
    row = db.session.execute(statement).one_or_none()
    return OfficeName._make(row) if row else None


def public_office(slug: str) -> PublicOffice:
    """In one select. Raises NotFound."""
    own = [getattr(Office, name) for name in PublicOffice._fields[:10]]
    statement = (
        select(*own, Region.name, Region.kind, Region.zone_name, _PROVINCE.name, _PARENT.slug, _PARENT.name)
        .outerjoin(Region, Region.code == Office.region_code)
        .outerjoin(_PROVINCE, _PROVINCE.code == func.substr(Office.region_code, 1, 2))
        .outerjoin(_PARENT, _PARENT.id == Office.parent_id)
        .where(Office.slug == slug, IS_PUBLIC_OFFICE)
    )
    row = db.session.execute(statement).one_or_none()
    if row is None:
        raise NotFound
    return PublicOffice._make(row)


def offices_below(office_id: int) -> list[OfficeName]:
    """The offices directly below, in the order of their regions."""
    rows = db.session.execute(
        select(Office.id, Office.slug, Office.name)
        .where(Office.parent_id == office_id)
        .order_by(Office.region_code, Office.name)
    )
    return [OfficeName._make(row) for row in rows]


def office_index() -> list[OfficeLine]:
    """All offices in one select: those without a region, then province by province, the higher first."""
    rows = db.session.execute(
        select(Office.slug, Office.name, Office.long_name, Office.level, _PROVINCE.code, _PROVINCE.name)
        .outerjoin(_PROVINCE, _PROVINCE.code == func.substr(Office.region_code, 1, 2))
        .where(IS_PUBLIC_OFFICE)
        .order_by(
            _PROVINCE.code.nulls_first(), func.length(Office.region_code), Office.region_code, Office.name
        )
    )
    return [OfficeLine._make(row) for row in rows]


def office_berita(office_id: int, *, with_below: bool, limit: int) -> tuple[BeritaLine, ...]:
    """What the office published, newest first; with those below it where wanted."""
    columns = (Berita.id, Berita.slug, Berita.headline, Berita.unit_name, Berita.published_at, Event.title)
    whose = Berita.office_id.in_(below(office_id)) if with_below else Berita.office_id == office_id
    statement = (
        select(*columns)
        .join(Event, Event.id == Berita.event_id)
        .where(Berita.state == BeritaState.PUBLISHED, IS_PUBLIC, whose)
        .order_by(Berita.published_at.desc(), Berita.id.desc())
        .limit(limit)
    )
    return tuple(BeritaLine(*row) for row in db.session.execute(statement))
