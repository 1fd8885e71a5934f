"""Mails that wait, and the facts they are made of."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from webinar.db import db
from webinar.models import Event, Registration
from webinar.queries.registration import waiting_position


@dataclass(frozen=True)
class RegistrationFacts:
    """What a mail to a registrant says. ``position`` is the place on the waiting list."""

    registration: Registration
    event: Event
    position: int | None


_WITH_EVENT = (
    select(Registration, Event)
    .join(Event, Registration.event_id == Event.id)
    .where(Registration.id == bindparam("id"))
)


def registration_facts(registration_id: int) -> RegistrationFacts:
    row = db.session.execute(_WITH_EVENT, {"id": registration_id}).one()
    return RegistrationFacts(*row, position=waiting_position(row[0]))
