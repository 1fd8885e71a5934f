"""Beginning an event: a draft of an office's own, or one that others organise and the office attends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from webinar.core.access import Actor
from webinar.core.document.model import Dates, Delegate, EventDocument, Organiser, ReportingUnit
from webinar.core.document.read import read_document
from webinar.core.document.write import write_document
from webinar.core.errors import NotFound
from webinar.core.history import Act
from webinar.core.typed import TypedTime, stretch
from webinar.core.zones import zone_of
from webinar.db import Transaction, transaction
from webinar.models import Office
from webinar.queries.event_start import attended_event, report_of
from webinar.services.copy import add_draft
from webinar.services.event import IMPORTS, add_event
from webinar.services.event_change import record_event_change
from webinar.services.report import sync_report


@dataclass(frozen=True)
class EventPlan:
    """What is known at the beginning; the clock times are those of the zone."""

    title: str
    start_on: date
    zone_code: str
    starts: TypedTime | None = None
    ends: TypedTime | None = None
    event_type: str | None = None
    mode: str | None = None
    platform: str | None = None
    venue: str | None = None


@dataclass(frozen=True)
class Attended:
    """``is_new_event``: nobody had recorded it; ``is_new_report``: the office had not reported on it."""

    slug: str
    berita_id: int
    is_new_event: bool
    is_new_report: bool


def start_event(office_id: int, plan: EventPlan, *, actor: Actor | None, now: datetime) -> str:
    """A draft that the office organises and keeps; returns its slug.

    Raises NotFound for an office that is gone, TypedUnfit for times that contradict each other.
    """
    with transaction() as tx:
        office = _office(tx, office_id)
        organiser = Organiser(office.name, office.long_name, office.level)
        unit = ReportingUnit(office.name, office.long_name, office.level)
        document = _document(plan, organiser=organiser, unit=unit, perspective="organiser")
        return add_draft(tx, document, {}, keeper_id=office.id, actor=actor, now=now).slug


def record_attended_event(
    office_id: int,
    plan: EventPlan,
    organiser_name: str,
    delegation: tuple[Delegate, ...],
    *,
    actor: Actor | None,
    now: datetime,
) -> Attended:
    """The office's report on an event of somebody else, which is recorded and published with it if need be.

    An event that is there already stays as it is, and so does a report that the office has made of it.
    Drafts of others are not looked at. Raises NotFound, TypedUnfit.
    """
    with transaction() as tx:
        tx.alone(IMPORTS)
        office = _office(tx, office_id)
        unit = ReportingUnit(office.name, office.long_name, office.level, office.city)
        document = _document(
            plan,
            organiser=Organiser(organiser_name),
            unit=unit,
            perspective="attendee",
            delegation=delegation,
        )
        event = attended_event(document, office.id)
        is_new = event is None
        if event is None:
            event = add_event(tx, document, keeper_id=office.id, now=now)
            record_event_change(tx, event, Act.CREATED, before={}, times=None, actor=actor, now=now)
        if (known := report_of(event.id, office.id)) is not None:
            return Attended(event.slug, known, is_new_event=is_new, is_new_report=False)
        report, _is_changed = sync_report(tx, event, document, now=now)
        return Attended(event.slug, report.id, is_new_event=is_new, is_new_report=True)


def _office(tx: Transaction, office_id: int) -> Office:
    office = tx.session.get(Office, office_id)
    if office is None:
        raise NotFound
    return office


def _document(
    plan: EventPlan,
    *,
    organiser: Organiser,
    unit: ReportingUnit,
    perspective: str,
    delegation: tuple[Delegate, ...] = (),
) -> EventDocument:
    """Checked as every document is."""
    zone = zone_of(plan.zone_code)
    span = stretch(plan.start_on, None, plan.starts, plan.ends, zone)
    document = EventDocument(
        title=plan.title,
        event_type=plan.event_type,
        organiser=organiser,
        reporting_unit=unit,
        perspective=perspective,
        dates=Dates(plan.start_on),
        start=span.start,
        end=span.end,
        timezone=zone.code,
        tz_database=zone.name,
        mode=plan.mode,
        platform=plan.platform,
        venue=plan.venue,
        delegation=delegation,
    )
    return read_document(write_document(document))
