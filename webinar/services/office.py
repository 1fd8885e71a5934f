"""Offices: the commission's tree, and single bodies that a document names."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, insert, select

from webinar.core.access import chain_of
from webinar.core.office import KPU, OfficeRow, kpu_tree
from webinar.core.slug import slug, unused
from webinar.db import Transaction, transaction
from webinar.models import Institution, Office
from webinar.queries.office import institution_called, office_called, office_slugs_like, offices_by_name
from webinar.queries.region import region_names
from webinar.services.region import load_regions

MOST_SLUG = 110  # the column has room for ``-2`` behind it


def load_kpu_offices() -> int:
    """The tree of 1 + 38 + 514 offices; returns how many were added or taken into it. Harmless to repeat.

    An office that an earlier import made under the same name, standing alone, is taken into the tree.
    """
    load_regions()
    with transaction() as tx:
        institution = institution_called(KPU) or _new_institution(tx, KPU, kind="election")
        planted = sum(_plant(tx, institution, level) for level in kpu_tree(region_names()))
        if planted:
            settle_chains(tx)
        return planted


def settle_chains(tx: Transaction) -> None:
    """Bring the chain of every office to what the tree says; after any office was moved or added."""
    tx.session.flush()
    offices = {office.id: office for office in tx.session.scalars(select(Office))}

    def chain(office: Office) -> str:
        above = offices.get(office.parent_id) if office.parent_id and office.takes_rights else None
        return chain_of(office.id, chain(above) if above else None)

    for office in offices.values():
        office.chain = chain(office)


def _plant(tx: Transaction, institution: Institution, level: list[OfficeRow]) -> int:
    """Put one level of the tree below the one above it."""
    parents = offices_by_name({row.parent_name for row in level if row.parent_name})
    known = offices_by_name([row.name for row in level])
    new, taken_in = [], 0
    for row in level:
        place = {
            "institution_id": institution.id,
            "parent_id": parents[row.parent_name].id if row.parent_name else None,
            "region_code": row.region_code,
            "level": row.level,
        }
        if (office := known.get(row.name)) is not None:
            taken_in += _take_in(tx, office, place)
            continue
        names = {"name": row.name, "long_name": row.long_name, "city": row.city}
        new.append({**names, **place, "slug": slug(row.name, most=MOST_SLUG, otherwise="kpu")})
    if new:
        tx.session.execute(insert(Office), new)
    return len(new) + taken_in


def _take_in(tx: Transaction, office: Office, place: Mapping[str, object]) -> bool:
    if all(getattr(office, name) == value for name, value in place.items()):
        return False
    before = office.institution_id
    for name, value in place.items():
        setattr(office, name, value)
    tx.session.flush()
    if tx.session.scalar(select(Office.id).where(Office.institution_id == before).limit(1)) is None:
        tx.session.execute(delete(Institution).where(Institution.id == before))
    return True


def office_for(
    tx: Transaction, name: str, *, long_name: str | None, level: str | None, city: str | None = None
) -> Office:
    """The office meant by a document, or a new one that stands alone outside every tree."""
    office = office_called(name, long_name)
    if office is None:
        wanted = slug(name, most=MOST_SLUG, otherwise="lembaga")
        office = Office(
            slug=unused(wanted, office_slugs_like(wanted)),
            name=name,
            long_name=long_name,
            level=level,
            city=city,
            institution=institution_called(name) or _new_institution(tx, name, kind="other"),
        )
        tx.session.add(office)
        tx.session.flush()
        office.chain = chain_of(office.id, None)
    return office


def _new_institution(tx: Transaction, name: str, *, kind: str) -> Institution:
    institution = Institution(name=name, kind=kind)
    tx.session.add(institution)
    tx.session.flush()
    return institution
