"""Finding registrations, and the seats they compete for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select

from webinar.core.errors import NotFound
from webinar.core.seats import Quota
from webinar.core.states import RegistrationState
from webinar.db import db
from webinar.models import Event, ParticipantGroup, Registration


@dataclass(frozen=True)
class LockedEvent:
    """The event's seats and times, read under its row lock (on SQLite under the one write lock)."""

    id: int
    state: str
    registration_open: bool
    closes_at: datetime | None
    ends_at: datetime | None
    quota: Quota
    keeps_waiting_list: bool
    waiting_count: int
    waiting_last: int


def lock_event(event_id: int) -> LockedEvent:
    """Wait for and take the event's lock. Raises NotFound."""
    statement = (
        select(
            Event.id,
            Event.state,
            Event.registration_open,
            func.coalesce(Event.registration_closes_at, Event.starts_at),
            Event.ends_at,
            Event.quota,
            Event.taken_count,
            Event.keeps_waiting_list,
            Event.waiting_count,
            Event.waiting_last,
        )
        .where(Event.id == event_id)
        .with_for_update()
    )
    row = db.session.execute(statement).one_or_none()
    if row is None:
        raise NotFound
    before, (limit, taken), after = tuple(row)[:5], tuple(row)[5:7], tuple(row)[7:]
    return LockedEvent(*before, Quota(limit, taken), *after)  # type: ignore[call-arg]


def group_quota(event_id: int, group_id: int) -> Quota:
    """The seats of a group of this event. Read it after ``lock_event``. Raises NotFound."""
    row = db.session.execute(
        select(ParticipantGroup.quota, ParticipantGroup.taken_count).where(
            ParticipantGroup.id == group_id, ParticipantGroup.event_id == event_id
        )
    ).one_or_none()
    if row is None:
        raise NotFound
    return Quota(*row)


def next_waiting(event_id: int) -> Registration | None:
    """Who is first in line among those whose group has room."""
    return db.session.scalar(
        select(Registration)
        .outerjoin(ParticipantGroup, Registration.group_id == ParticipantGroup.id)
        .where(
            Registration.event_id == event_id,
            Registration.state == RegistrationState.WAITING,
            or_(
                Registration.group_id.is_(None),
                ParticipantGroup.quota.is_(None),
                ParticipantGroup.taken_count < ParticipantGroup.quota,
            ),
        )
        .order_by(Registration.waiting_number)
        .limit(1)
    )


def registration_by_submission(submission_key: str) -> Registration | None:
    return db.session.scalar(select(Registration).where(Registration.submission_key == submission_key))


def registration_by_digest(digest: str) -> Registration:
    """Raises NotFound."""
    found = db.session.scalar(select(Registration).where(Registration.token_digest == digest))
    if found is None:
        raise NotFound
    return found


def active_registration(event_id: int, email_key: str) -> Registration | None:
    return db.session.scalar(
        select(Registration).where(
            Registration.event_id == event_id,
            Registration.email_key == email_key,
            Registration.state != RegistrationState.CANCELLED,
        )
    )


def waiting_position(registration: Registration) -> int | None:
    """Place in line, counted from 1; None for who does not wait."""
    if registration.state != RegistrationState.WAITING:
        return None
    return db.session.scalar(
        select(func.count()).where(
            Registration.event_id == registration.event_id,
            Registration.state == RegistrationState.WAITING,
            Registration.waiting_number <= registration.waiting_number,
        )
    )
