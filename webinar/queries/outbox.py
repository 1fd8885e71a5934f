"""Mails that wait, and the facts they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

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


def next_due(now: datetime) -> OutboxMail | None:
    """The mail that has waited longest beyond its time."""
    return db.session.scalar(
        select(OutboxMail)
        .where(OutboxMail.state == MailState.QUEUED, OutboxMail.due_at <= now)
        .order_by(OutboxMail.due_at, OutboxMail.id)
        .limit(1)
    )


def registration_facts(registration_id: int) -> RegistrationFacts:
    row = db.session.execute(
        select(Registration, Event)
        .join(Event, Registration.event_id == Event.id)
        .where(Registration.id == registration_id)
    ).one()
    return RegistrationFacts(*row, position=waiting_position(row[0]))
