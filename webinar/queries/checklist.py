"""What events still lack, with all that the answer depends on, in seven selects however many they are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from webinar.core.checklist import ChecklistFacts, Item, checklist
from webinar.core.document.model import EventDocument
from webinar.core.errors import NotFound
from webinar.db import db
from webinar.models import Event, Office
from webinar.queries.document import kept_documents


def event_checklist(event_id: int) -> tuple[Item, ...]:
    """What is looked for of one event. Raises NotFound."""
    found = event_checklists([event_id])
    if not found:
        raise NotFound
    return found[event_id]


def event_checklists(event_ids: Collection[int]) -> dict[int, tuple[Item, ...]]:
    """What is looked for of each event, seen from the office that keeps it; without those there are not."""
    if not event_ids:
        return {}
    documents = kept_documents(event_ids)
    return {
        row.id: checklist(_as_kept(documents[row.id], row), checklist_facts(row))
        for row in _rows(event_ids)
        if row.id in documents
    }


def checklist_facts(event: Any) -> ChecklistFacts:
    """What no document tells, of an event or a row with its columns.

    Where another event of its series takes the registrations, nothing is to be done about them here.
    """
    is_led = event.registers_with_id is not None
    return ChecklistFacts(
        is_registration_open=event.registration_open or is_led,
        has_seat_rules=is_led or event.quota is not None or event.registration_closes_at is not None,
        has_link=bool(event.meeting_link or event.meeting_access),
        has_poster=event.poster_id is not None,
        has_committee=bool(event.committee) or event.owner_id is not None,
    )


def _rows(event_ids: Collection[int]) -> Any:
    columns = (
        *(Event.id, Event.registration_open, Event.quota, Event.registration_closes_at),
        Event.registers_with_id,
        *(Event.meeting_link, Event.meeting_access, Event.poster_id, Event.committee, Event.owner_id),
        *(Event.keeper_id, Event.organiser_id, Event.organiser_name),
    )
    statement = select(*columns, Office.name.label("keeper_name"))
    statement = statement.outerjoin(Office, Office.id == Event.keeper_id)
    return db.session.execute(statement.where(Event.id.in_(event_ids)))


def _as_kept(document: EventDocument, row: Any) -> EventDocument:
    """Told by an office that keeps somebody else's event and has no report of it yet: it attends."""
    holds = row.keeper_id in (None, row.organiser_id) or row.keeper_name == row.organiser_name
    reports = document.reporting_unit.name != document.organiser.name
    return document if holds or reports else replace(document, perspective="attendee")
