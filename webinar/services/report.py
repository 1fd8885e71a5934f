"""One office's report on an event: begun empty, or brought to what a document says."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_, select

from webinar.core.access import Actor
from webinar.core.document.model import EventDocument
from webinar.core.errors import NotFound
from webinar.core.history import Act, Thing
from webinar.core.slug import slug, unused
from webinar.db import Transaction, transaction
from webinar.models import Berita, Event, Note, Office
from webinar.queries.document import berita_slugs_like
from webinar.queries.registration import lock_event
from webinar.services.document import Values, report_values, role_values
from webinar.services.history import record_change
from webinar.services.office import office_for
from webinar.services.programme import assign, roles_of

MOST_UNIT_SLUG = 45


def start_report(event_id: int, office_id: int, *, actor: Actor | None, now: datetime) -> int:
    """Begin the report of an office on an event; returns its id, also where there is one already.

    Raises NotFound.
    """
    with transaction() as tx:
        lock_event(event_id)  # of two who begin at once the second finds the first one's
        event, office = tx.session.get(Event, event_id), tx.session.get(Office, office_id)
        if event is None or office is None:
            raise NotFound
        same = or_(Berita.office_id == office_id, Berita.unit_name == office.name)
        found = tx.session.scalar(select(Berita.id).where(Berita.event_id == event_id, same).limit(1))
        if found is not None:
            return found
        report = _new_report(event, office, _own_values(event, office), now)
        tx.session.add(report)
        tx.session.flush()
        _record_start(tx, report, event, actor, now)
    return report.id


def _own_values(event: Event, office: Office) -> Values:
    return {
        "perspective": "organiser" if office.id == event.organiser_id else "attendee",
        "unit_name": office.name,
        "unit_long_name": office.long_name,
        "unit_level": office.level,
        "unit_city": office.city,
    }


def _record_start(tx: Transaction, report: Berita, event: Event, actor: Actor | None, now: datetime) -> None:
    record_change(
        tx,
        Act.CREATED,
        Thing.BERITA,
        report.id,
        title=f"{report.unit_name}: {event.title}",
        office_id=report.office_id,
        actor=actor,
        now=now,
        after={"unit_name": report.unit_name},
    )


def _new_report(event: Event, office: Office, values: Values, now: datetime) -> Berita:
    wanted = f"{slug(values['unit_name'], most=MOST_UNIT_SLUG, otherwise='berita')}-{event.slug}"
    return Berita(
        event_id=event.id,
        office_id=office.id,
        slug=unused(wanted, berita_slugs_like(wanted)),
        created_at=now,
        changed_at=now,
        **values,
    )


def sync_report(
    tx: Transaction, event: Event, document: EventDocument, *, now: datetime
) -> tuple[Berita, bool]:
    """The report and whether anything in it changed; the text that was made of it stays as it is."""
    report = tx.session.scalar(
        select(Berita).where(Berita.event_id == event.id, Berita.unit_name == document.reporting_unit.name)
    )
    if report is None:
        report = _report_of_office(tx, event, document, now)
    is_new = report.id is None
    changed = is_new or assign(report, report_values(document))
    tx.session.flush()
    changed |= _sync_notes(tx, event, report, document)
    if changed and not is_new:
        report.changed_at = now
    return report, changed


def _report_of_office(tx: Transaction, event: Event, document: EventDocument, now: datetime) -> Berita:
    """The report of the same office under another spelling of its name, or a new one."""
    unit = document.reporting_unit
    office = office_for(tx, unit.name, long_name=unit.long_name, level=unit.level, city=unit.city)
    report = tx.session.scalar(
        select(Berita).where(Berita.event_id == event.id, Berita.office_id == office.id)
    )
    if report is None:
        report = _new_report(event, office, report_values(document), now)
        tx.session.add(report)
    return report


def _sync_notes(tx: Transaction, event: Event, report: Berita, document: EventDocument) -> bool:
    wanted = {
        (role.id, str(kind), number): text
        for role, values in zip(roles_of(event, document), role_values(document), strict=True)
        if role is not None
        for kind, number, text in values.notes
    }
    notes = tx.session.scalars(select(Note).where(Note.berita_id == report.id)).all()
    changed = False
    for note in notes:
        text = wanted.pop((note.role_id, note.kind, note.number), None)
        if text is None:
            tx.session.delete(note)
            changed = True
        else:
            changed |= assign(note, {"text": text})
    for (role_id, kind, number), text in wanted.items():
        tx.session.add(Note(berita_id=report.id, role_id=role_id, kind=kind, number=number, text=text))
    return changed or bool(wanted)
