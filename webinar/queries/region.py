"""Provinces with their regencies and cities, as forms and pages need them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from webinar.db import db
from webinar.models import Region


def region_names() -> dict[str, str]:
    """The names of all regions by their codes, in the order of the codes."""
    rows = db.session.execute(select(Region.code, Region.name).order_by(Region.code))
    return dict(rows.all())


@dataclass(frozen=True)
class Regency:
    """A regency or city; ``label`` says which: ``Kabupaten Bantul``, ``Kota Yogyakarta``."""

    code: str
    label: str
    zone_name: str
    province: str


def regencies() -> tuple[Regency, ...]:
    """All of them in one select, in the order of their codes: province by province."""
    rows = db.session.execute(
        select(Region.code, Region.name, Region.kind, Region.zone_name).order_by(Region.code)
    )
    provinces: dict[str, str] = {}
    found = []
    for code, name, kind, zone_name in rows:
        if kind == "province":
            provinces[code] = name
        else:
            found.append(Regency(code, region_label(name, kind), zone_name, provinces.get(code[:2], "")))
    return tuple(found)


def region_label(name: str, kind: str) -> str:
    """``Kabupaten Bantul``, ``Kota Yogyakarta``; a province by its name."""
    prefix = {"regency": "Kabupaten", "city": "Kota"}.get(kind, "")
    return name if not prefix or name.startswith(prefix) else f"{prefix} {name}"
