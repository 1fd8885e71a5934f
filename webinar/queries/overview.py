"""What the desk's page of one event shows besides the event itself."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from webinar.core.access import ALLOWED, Action, Actor, may
from webinar.core.errors import NotFound
from webinar.db import db
from webinar.models import Berita, Event, Office


class ReportLine(NamedTuple):
    """An office's report on the event; ``chain`` says who may read it while it is no more than a draft."""

    id: int
    slug: str
    state: str
    headline: str | None
    unit_name: str
    office_id: int | None
    published_at: datetime | None
    chain: str | None


class WritingOffice(NamedTuple):
    """An office that reports, or may begin to."""

    id: int
    slug: str
    name: str
    chain: str


_WRITING = select(*(getattr(Office, name) for name in WritingOffice._fields))


def report_lines(event_id: int) -> list[ReportLine]:
    columns = [getattr(Berita, name) for name in ReportLine._fields[:-1]]
    rows = db.session.execute(
        select(*columns, Office.chain)
        .outerjoin(Office, Office.id == Berita.office_id)
        .where(Berita.event_id == event_id)
        .order_by(Berita.id)
    )
    return [ReportLine._make(row) for row in rows]


def writing_offices(event: Event, reports: list[ReportLine], actor: Actor) -> list[WritingOffice]:
    """The offices at which this person holds a role that writes, and the event's own where it reaches that.

    Those below would be hundreds for the centre; each of them begins its report itself.
    """
    held = {g.office_id for g in actor.grants if g.role in ALLOWED[Action.WRITE_BERITA]}
    own = {event.keeper_id, event.organiser_id}
    wanted = (held | own) - {report.office_id for report in reports} - {None}
    rows = db.session.execute(_WRITING.where(Office.id.in_(wanted)).order_by(Office.name))
    offices = (WritingOffice(*row) for row in rows)
    return [office for office in offices if may(actor, Action.WRITE_BERITA, office.chain)]


def writing_office(slug: str) -> WritingOffice:
    """Raises NotFound."""
    row = db.session.execute(_WRITING.where(Office.slug == slug)).one_or_none()
    if row is None:
        raise NotFound
    return WritingOffice(*row)
