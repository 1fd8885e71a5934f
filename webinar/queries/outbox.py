"""Mails that wait, and the facts they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Integer, bindparam, func, select

from webinar.core.states import MailState
from webinar.db import db
from webinar.models import Event, OutboxMail, Registration
from webinar.queries.registration import waiting_position


@dataclass(frozen=True)
class RegistrationFacts:
    """What a mail to a registrant says. ``position`` is the place on the waiting list."""

    registration: Registration
    event: Event
    position: int | None


_WITH_EVENT = (
    select(Registration, Event)
    .join(Event, Event.id == func.coalesce(bindparam("event_id", type_=Integer), Registration.event_id))
    .where(Registration.id == bindparam("id"))
)


def registration_facts(registration_id: int, event_id: int | None = None) -> RegistrationFacts:
    """``event_id``: the event a mail is about, where another of its series takes the registrations."""
    row = db.session.execute(_WITH_EVENT, {"id": registration_id, "event_id": event_id}).one()
    return RegistrationFacts(*row, position=waiting_position(row[0]))


def has_mail_since(registration_id: int, kind: str, since: datetime) -> bool:
    """Whether a mail of this kind was queued for the registration after that."""
    return (
        db.session.scalar(
            select(OutboxMail.id)
            .where(
                OutboxMail.registration_id == registration_id,
                OutboxMail.kind == kind,
                OutboxMail.created_at > since,
            )
            .limit(1)
        )
        is not None
    )


def failed_mails() -> list[OutboxMail]:
    """Mails that were given up, the latest first; at most a hundred."""
    statement = select(OutboxMail).where(OutboxMail.state == MailState.FAILED)
    return list(db.session.scalars(statement.order_by(OutboxMail.id.desc()).limit(100)))


def has_due(now: datetime) -> bool:
    """Whether any mail is to be sent now."""
    due = select(OutboxMail.id).where(OutboxMail.state == MailState.QUEUED, OutboxMail.due_at <= now)
    found = db.session.scalar(due.limit(1)) is not None
    db.session.rollback()
    return found
