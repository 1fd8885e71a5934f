"""Bringing one office's report on an event to what a document says: its facts and its notes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from webinar.core.document.model import EventDocument
from webinar.core.slug import slug, unused
from webinar.db import Transaction
from webinar.models import Berita, Event, Note
from webinar.queries.document import berita_slugs_like
from webinar.services.document import report_values, role_values
from webinar.services.office import office_for
from webinar.services.programme import assign, roles_of

MOST_UNIT_SLUG = 45


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
        wanted = f"{slug(unit.name, most=MOST_UNIT_SLUG, otherwise='berita')}-{event.slug}"
        report = Berita(
            event_id=event.id,
            office_id=office.id,
            slug=unused(wanted, berita_slugs_like(wanted)),
            created_at=now,
            changed_at=now,
            **report_values(document),
        )
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
