"""Offices: the commission's tree, and single bodies that a document names."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, insert, select

from webinar.core.access import chain_of
from webinar.core.office import KPU, OfficeRow, kpu_tree
from webinar.core.office_tree import Place, chains
from webinar.core.slug import slug, unused
from webinar.db import Transaction, transaction
from webinar.models import Institution, Office
from webinar.queries.office import institution_called, office_called, office_slugs_like, offices_by_name
from webinar.queries.region import region_names
from webinar.services.region import load_regions

MOST_SLUG = 110  # the column has room for ``-2`` behind it
OFFICE_TREE = 0x7361_746B  # the key under which changes of the tree wait for each other
ADDRESSES = frozenset({"baru", "impor"})  # pages of the desk, so not the slug of an office


def load_kpu_offices() -> int:
    """The tree of 1 + 38 + 514 offices; returns how many were added or taken into it. Harmless to repeat.

    An office that an earlier import made under the same name, standing alone, is taken into the tree.
    """
    load_regions()
    with transaction() as tx:
        tx.alone(OFFICE_TREE)
        institution = institution_called(KPU) or _new_institution(tx, KPU, kind="election")
        planted = sum(_plant(tx, institution, level) for level in kpu_tree(region_names()))
        if planted:
            settle_chains(tx)
        return planted


def settle_chains(tx: Transaction) -> None:
    """Bring the chain of every office to what the tree says; after any office was moved or added.

    The caller holds OFFICE_TREE where offices are moved: two at once may close a loop that neither sees.
    Raises OfficeLoop and OfficeTooDeep.
    """
    tx.session.flush()
    offices = {office.id: office for office in tx.session.scalars(select(Office))}
    places = {id_: Place(office.parent_id, office.takes_rights) for id_, office in offices.items()}
    for id_, chain in chains(places).items():
        offices[id_].chain = chain
    tx.session.flush()


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
        office = Office(
            slug=office_slug(name),
            name=name,
            long_name=long_name,
            level=level,
            city=city,
            institution=institution_of(tx, name),
        )
        tx.session.add(office)
        tx.session.flush()
        office.chain = chain_of(office.id, None)
    return office


def office_slug(name: str, taken: set[str] | None = None) -> str:
    """A new office's slug, which stays when the name changes. ``taken`` may not be used; None looks."""
    wanted = slug(name, most=MOST_SLUG, otherwise="lembaga")
    return unused(wanted, office_slugs_like(wanted) | ADDRESSES if taken is None else taken)


def institution_of(tx: Transaction, name: str) -> Institution:
    """The institution of this name, or a new one for an office that stands alone."""
    return institution_called(name) or _new_institution(tx, name, kind="other")


def _new_institution(tx: Transaction, name: str, *, kind: str) -> Institution:
    institution = Institution(name=name, kind=kind)
    tx.session.add(institution)
    tx.session.flush()
    return institution
