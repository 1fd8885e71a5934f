"""Taking a table of offices in: what it would do, and exactly that."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from webinar.core.access import Actor
from webinar.core.errors import TableOutdated
from webinar.core.history import Act, Thing
from webinar.core.office_import import COLUMNS
from webinar.core.office_plan import Node, OfficePlan, OfficeStep, plan_offices
from webinar.core.region_names import RegionNames
from webinar.core.table_import.plan import Outcome, plan_digest
from webinar.core.table_import.reading import ReadRow
from webinar.db import Transaction, transaction
from webinar.models import Institution, Office
from webinar.queries.office import institutions_called, known_offices, office_slugs_like
from webinar.queries.region import region_names
from webinar.queries.snapshot import Snapshot, office_snapshots
from webinar.services.history import record_change
from webinar.services.office import ADDRESSES, OFFICE_TREE, office_slug, settle_chains
from webinar.services.office_change import take_along
from webinar.services.table_reading import TableKind

OFFICES = TableKind(COLUMNS, most_rows=2_000)  # all are written under one lock
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class OfficesTaken:
    """How many offices a table made and changed."""

    created: int
    changed: int


def preview_offices(rows: Sequence[ReadRow], *, actor: Actor | None) -> OfficePlan:
    """What taking these rows in would do by now, in two selects; nothing is written."""
    return plan_offices(rows, known_offices(), RegionNames(region_names()), actor=actor)


def take_in_offices(
    rows: Sequence[ReadRow], *, digest: str | None, filename: str, actor: Actor | None, now: datetime
) -> OfficesTaken:
    """Do what the rows say, all or nothing, with a line in each office's history that names the file.

    ``digest`` is that of the steps somebody has seen (``core.table_import.plan``); None takes them as they
    come. Raises TableOutdated where the record has changed so that other things would be done, OfficeLoop and
    OfficeTooDeep. Rows at fault are passed over.
    """
    with transaction() as tx:
        tx.alone(OFFICE_TREE)
        steps = preview_offices(rows, actor=actor).steps
        if digest is not None and plan_digest(steps) != digest:
            raise TableOutdated
        done = [step for step in steps if step.outcome != Outcome.UNCHANGED]
        before = office_snapshots([step.office_id for step in done if step.office_id])
        offices = _write(tx, done)
        settle_chains(tx)
        _record(tx, offices, before, filename=filename, actor=actor, now=now)
    taken = OfficesTaken(*(sum(s.outcome == o for s in done) for o in (Outcome.CREATED, Outcome.CHANGED)))
    log.info("offices from %s: %s", filename, taken)
    return taken


def _write(tx: Transaction, steps: Sequence[OfficeStep]) -> list[Office]:
    """The offices of the steps, made and changed; a generation at a time, since who stands below needs the
    id of who stands above."""
    ids = {node for step in steps for node in (step.office_id, step.parent) if node and node > 0}
    offices: dict[Node, Office] = {
        office.id: office for office in tx.session.scalars(select(Office).where(Office.id.in_(ids)))
    }
    left = {step.node: offices[step.node].institution_id for step in steps if step.office_id and step.parent}
    alone = _institutions([step.title for step in steps if not step.office_id and not step.parent])
    slugs = office_slugs_like("") | ADDRESSES
    for generation in _generations(steps):
        for step in generation:
            office = offices.get(step.node) or _new_office(step.title, slugs)
            offices[step.node] = office
            _describe(office, step, offices.get(step.parent or 0), alone)
            tx.session.add(office)
        tx.session.flush()
    for node, institution_id in left.items():
        take_along(tx, offices[node], institution_id)
    return [offices[step.node] for step in steps]


def _generations(steps: Sequence[OfficeStep]) -> list[list[OfficeStep]]:
    """Steps of which none stands below another of the same list; they come with who stands above first."""
    depths: dict[Node, int] = {}
    found: list[list[OfficeStep]] = []
    for step in steps:
        depth = depths.get(step.parent or 0, -1) + 1
        depths[step.node] = depth
        if depth == len(found):
            found.append([])
        found[depth].append(step)
    return found


def _new_office(name: str, slugs: set[str]) -> Office:
    office = Office(slug=office_slug(name, slugs), takes_rights=True)
    slugs.add(office.slug)
    return office


def _describe(
    office: Office, step: OfficeStep, above: Office | None, alone: Mapping[str, Institution]
) -> None:
    for name, value in step.values.items():
        setattr(office, name, value)
    if above is not None:
        office.parent_id, office.institution_id = above.id, above.institution_id
    elif step.office_id is None:
        office.institution = alone[step.title]


def _institutions(names: Sequence[str]) -> dict[str, Institution]:
    """Of offices that stand alone, by their names; what is not there yet is made with its office."""
    found = {one.name: one for one in institutions_called(names)}
    return {name: found.get(name) or Institution(name=name, kind="other") for name in names}


def _record(
    tx: Transaction,
    offices: Sequence[Office],
    before: Mapping[int, Snapshot],
    *,
    filename: str,
    actor: Actor | None,
    now: datetime,
) -> None:
    """A line in the history of each office, with the file as its reason."""
    tx.session.flush()
    after = office_snapshots([office.id for office in offices])
    for office in offices:
        record_change(
            tx,
            Act.IMPORTED,
            Thing.OFFICE,
            office.id,
            title=office.name,
            office_id=office.id,
            actor=actor,
            now=now,
            before=before.get(office.id, {}),
            after=after[office.id],
            reason=filename,
        )
