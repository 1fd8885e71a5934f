"""Who keeps an event's facts, and who else holds on to the rows of its programme."""

from __future__ import annotations

from sqlalchemy import func, select

from webinar.core.document.model import EventDocument
from webinar.db import db
from webinar.models import Berita, EventRole, Note, Registration


def groups_registered_for(event_id: int) -> set[int]:
    """The groups of an event that anybody has registered with, cancelled registrations included."""
    found = db.session.scalars(
        select(Registration.group_id)
        .where(Registration.event_id == event_id, Registration.group_id.is_not(None))
        .distinct()
    )
    return {group_id for group_id in found if group_id is not None}


def roles_noted(event_id: int) -> set[int]:
    """The roles that any unit's report has notes on."""
    noted = select(Note.role_id).join(EventRole, Note.role_id == EventRole.id)
    return set(db.session.scalars(noted.where(EventRole.event_id == event_id).distinct()))


def roles_noted_by_others(event_id: int, unit_name: str) -> set[int]:
    """The roles that another unit's report has notes on."""
    return set(
        db.session.scalars(
            select(Note.role_id)
            .join(Berita, Note.berita_id == Berita.id)
            .where(Berita.event_id == event_id, Berita.unit_name != unit_name)
            .distinct()
        )
    )


def is_keeper(event_id: int, document: EventDocument) -> bool:
    """Whether a document may change the event: the organiser's, or that of who recorded it first."""
    if document.perspective == "organiser":
        return True
    reports = db.session.execute(
        select(Berita.unit_name, Berita.perspective).where(Berita.event_id == event_id).order_by(Berita.id)
    ).all()
    keepers = [name for name, perspective in reports if perspective == "organiser"] or [
        name for name, _perspective in reports[:1]
    ]
    return not keepers or document.reporting_unit.name in keepers


def count_notes(role_id: int) -> int:
    """How many notes the reports of all offices have on this person's part."""
    return db.session.scalar(select(func.count()).where(Note.role_id == role_id)) or 0


def count_registered(group_id: int) -> int:
    """How many people have registered with this group, cancelled registrations included."""
    return db.session.scalar(select(func.count()).where(Registration.group_id == group_id)) or 0
