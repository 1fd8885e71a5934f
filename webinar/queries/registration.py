"""Finding registrations, and the seats they compete for."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime

from sqlalchemy import bindparam, func, or_, select, update

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
    start_on: date
    end_on: date | None
    starts_at: datetime | None
    ends_at: datetime | None
    zone_name: str
    registration_open: bool
    registration_closes_at: datetime | None
    registration_until: datetime | None
    registers_with_id: int | None
    quota: int | None
    taken_count: int
    keeps_waiting_list: bool
    waiting_last: int

    @property
    def seats(self) -> Quota:
        return Quota(self.quota, self.taken_count)


_LOCKED = (
    select(*(getattr(Event, field.name) for field in fields(LockedEvent)))
    .where(Event.id == bindparam("event_id"))
    .with_for_update(key_share=True)
)
_GROUP = select(ParticipantGroup.quota, ParticipantGroup.taken_count).where(
    ParticipantGroup.id == bindparam("group_id"), ParticipantGroup.event_id == bindparam("event_id")
)


_COLUMNS = [getattr(Event, field.name) for field in fields(LockedEvent)]
TAKE_SEAT = (
    update(Event)
    .where(
        Event.id == bindparam("counted_event"), or_(Event.quota.is_(None), Event.taken_count < Event.quota)
    )
    .values(taken_count=Event.taken_count + 1)
    .returning(*_COLUMNS)
)
TAKE_GROUP_SEAT = (
    update(ParticipantGroup)
    .where(
        ParticipantGroup.id == bindparam("counted_group"),
        ParticipantGroup.event_id == bindparam("counted_event"),
        or_(ParticipantGroup.quota.is_(None), ParticipantGroup.taken_count < ParticipantGroup.quota),
    )
    .values(taken_count=ParticipantGroup.taken_count + 1)
    .returning(ParticipantGroup.id)
)


def lock_event(event_id: int) -> LockedEvent:
    """Wait for and take the event's lock. Raises NotFound."""
    row = db.session.connection().execute(_LOCKED, {"event_id": event_id}).one_or_none()
    if row is None:
        raise NotFound
    return LockedEvent(*tuple(row))


def group_quota(event_id: int, group_id: int) -> Quota:
    """The seats of a group of this event. Read it after ``lock_event``. Raises NotFound."""
    values = {"event_id": event_id, "group_id": group_id}
    row = db.session.connection().execute(_GROUP, values).one_or_none()
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
