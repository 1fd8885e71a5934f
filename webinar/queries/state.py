"""Whom a change of an event's state concerns."""

from __future__ import annotations

from sqlalchemy import exists, func, select

from webinar.core.states import BeritaState, RegistrationState
from webinar.db import db
from webinar.models import Berita, Event, Registration


def recipient_count(event: Event) -> int:
    """How many are written to when the event is moved or cancelled: everybody with a seat or in line."""
    active = select(func.count()).where(
        Registration.event_id.in_((event.id, event.registers_with_id)),
        Registration.state != RegistrationState.CANCELLED,
    )
    return db.session.scalar(active) or 0


def is_untouched(event: Event) -> bool:
    """Whether nobody has registered, was told of a change, or published a report on it; in one select."""
    registered = exists().where(Registration.event_id.in_((event.id, event.registers_with_id)))
    reported = exists().where(Berita.event_id == event.id, Berita.state == BeritaState.PUBLISHED)
    touched = db.session.scalar(select(registered | reported))
    return not touched and not any(item.get("told_count") for item in event.announcements)
