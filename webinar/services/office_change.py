"""Changing offices on the desk: found, described, moved, removed; each with its line in the history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from webinar.core.access import Actor
from webinar.core.errors import NotFound, OfficeChanged, OfficeInUse, OfficeKnown, OfficeNotManaged
from webinar.core.history import Act, Thing
from webinar.core.merge import Edit, merge
from webinar.core.office import OfficeData
from webinar.core.office_tree import Place, may_stand
from webinar.db import Transaction, transaction
from webinar.models import Institution, Office
from webinar.queries.office import data_of, office_called, office_uses
from webinar.queries.snapshot import Snapshot, office_snapshot
from webinar.services.history import record_change
from webinar.services.office import OFFICE_TREE, institution_of, office_slug, settle_chains


def add_office(data: OfficeData, place: Place, *, actor: Actor | None, now: datetime) -> str:
    """The slug of a new office at this place.

    Raises OfficeKnown where one is likeliest meant by its names, OfficeNotManaged where the actor does not
    manage the office above (or the installation, where there is none), OfficeTooDeep.
    """
    with transaction() as tx:
        tx.alone(OFFICE_TREE)
        office = found_office(tx, data, place, actor=actor)
        settle_chains(tx)
        record_office_change(tx, office, Act.CREATED, {}, actor=actor, now=now)
        return office.slug


def found_office(tx: Transaction, data: OfficeData, place: Place, *, actor: Actor | None) -> Office:
    """A new row; the caller settles the chains and writes the history. Raises as ``add_office`` does."""
    refuse_known(data.name, data.long_name)
    above = tx.session.get(Office, place.parent_id) if place.parent_id else None
    if not may_stand(actor, place, above.chain if above else None):
        raise OfficeNotManaged
    office = Office(
        slug=office_slug(data.name),
        parent_id=above.id if above else None,
        takes_rights=place.takes_rights,
        institution_id=above.institution_id if above else institution_of(tx, data.name).id,
        **asdict(data),
    )
    tx.session.add(office)
    tx.session.flush()
    return office


def change_office(office_id: int, edit: Edit, *, actor: Actor | None, now: datetime) -> bool:
    """Describe an office anew by the fields of OfficeData; its slug stays. Tells whether anything changed.

    What others changed meanwhile stays. Raises NotFound, OfficeKnown, and OfficeChanged where both changed
    the same field: then nothing is written.
    """
    with transaction() as tx:
        tx.alone(OFFICE_TREE)
        office = _office(tx, office_id)
        before = office_snapshot(office_id)
        merged = merge(edit, asdict(data_of(office)))
        if merged.conflicts:
            raise OfficeChanged({name: conflict.theirs for name, conflict in merged.conflicts.items()})
        describe_office(office, merged.write)
        return record_office_change(tx, office, Act.CHANGED, before, actor=actor, now=now)


def describe_office(office: Office, values: Mapping[str, str | None]) -> None:
    """Set fields of OfficeData; the caller writes the history. Raises OfficeKnown."""
    names = {name: values.get(name, getattr(office, name)) for name in ("name", "long_name")}
    if any(getattr(office, name) != value for name, value in names.items()):
        refuse_known(names["name"] or "", names["long_name"], office)
    for name, value in values.items():
        setattr(office, name, value)


def move_office(office_id: int, place: Place, *, actor: Actor | None, now: datetime) -> bool:
    """Give an office another place; those below come along. Tells whether anything changed.

    It joins the institution of the office above. Raises NotFound, OfficeNotManaged (``core.office_tree``),
    OfficeLoop, OfficeTooDeep.
    """
    with transaction() as tx:
        tx.alone(OFFICE_TREE)
        office = _office(tx, office_id)
        before, left = office_snapshot(office_id), office.institution_id
        set_place(tx, office, place, actor=actor)
        settle_chains(tx)
        take_along(tx, office, left)
        return record_office_change(tx, office, Act.CHANGED, before, actor=actor, now=now)


def set_place(tx: Transaction, office: Office, place: Place, *, actor: Actor | None) -> None:
    """The caller settles the chains. Raises NotFound and OfficeNotManaged."""
    above = tx.session.get(Office, office.parent_id) if office.parent_id else None
    under = _office(tx, place.parent_id) if place.parent_id else None
    old = Place(office.parent_id, office.takes_rights)
    chains = (under.chain if under else None, above.chain if above else None)
    if not may_stand(actor, place, chains[0], old=old, above=chains[1]):
        raise OfficeNotManaged
    office.parent_id, office.takes_rights = place.parent_id, place.takes_rights
    if under is not None:
        office.institution_id = under.institution_id


def take_along(tx: Transaction, office: Office, left: int) -> None:
    """Those below a moved office belong to its institution; the one they left goes when it is empty."""
    below, level = [], [office.id]
    while level:
        level = list(tx.session.scalars(select(Office.id).where(Office.parent_id.in_(level))))
        below += level
    tx.session.execute(
        update(Office).where(Office.id.in_(below)).values(institution_id=office.institution_id)
    )
    _drop_if_empty(tx, left)


def _drop_if_empty(tx: Transaction, institution_id: int) -> None:
    has_office = select(Office.id).where(Office.institution_id == institution_id).exists()
    tx.session.execute(delete(Institution).where(Institution.id == institution_id, ~has_office))


def remove_office(office_id: int, *, actor: Actor | None, now: datetime) -> None:
    """Remove an office that nothing refers to; its history stays. Raises NotFound and OfficeInUse."""
    with transaction() as tx:
        tx.alone(OFFICE_TREE)
        office = _office(tx, office_id)
        uses = office_uses(office_id)
        if uses:
            raise OfficeInUse(uses)
        before, institution_id = office_snapshot(office_id), office.institution_id
        record_change(
            tx,
            Act.DELETED,
            Thing.OFFICE,
            office_id,
            title=office.name,
            office_id=office.parent_id,
            actor=actor,
            now=now,
            before=before,
        )
        tx.session.delete(office)
        try:
            tx.session.flush()
        except IntegrityError as error:  # somebody began to refer to it this very moment
            raise OfficeInUse({}) from error
        _drop_if_empty(tx, institution_id)


def record_office_change(
    tx: Transaction,
    office: Office,
    act: Act,
    before: Snapshot,
    *,
    actor: Actor | None,
    now: datetime,
    reason: str | None = None,
) -> bool:
    """The office's line in the history, filed at the office itself. Tells whether anything changed."""
    tx.session.flush()
    return record_change(
        tx,
        act,
        Thing.OFFICE,
        office.id,
        title=office.name,
        office_id=office.id,
        actor=actor,
        now=now,
        before=before,
        after=office_snapshot(office.id),
        reason=reason,
    )


def refuse_known(name: str, long_name: str | None, office: Office | None = None) -> None:
    """Raises OfficeKnown where another office bears one of these names, or is likeliest meant by them."""
    found = office_called(name, long_name)
    if found is not None and (office is None or found.id != office.id):
        raise OfficeKnown(found.name, found.slug)


def _office(tx: Transaction, office_id: int) -> Office:
    office = tx.session.get(Office, office_id)
    if office is None:
        raise NotFound
    return office
