"""The other dates of a series that one registration holds for, on the personal page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webinar.core.states import RegistrationState
from webinar.core.status import Status, status_of
from webinar.core.zones import Zone
from webinar.models import Event, Registration
from webinar.queries.series import FurtherDate
from webinar.queries.series import further_dates as found_dates
from webinar.web.public.facts import web_address
from webinar.web.public.joining import CLOSED
from webinar.web.public.when import When, when


@dataclass(frozen=True)
class Further:
    """``address`` leads into the room, where there is one to be told of; ``access`` is shown with it."""

    line: FurtherDate
    when: When
    status: Status
    address: str | None
    access: str | None


def further_dates(registration: Registration, event: Event, zone: Zone, now: datetime) -> list[Further]:
    """In order; empty, without asking, for an event that belongs to no series."""
    if event.event_series_id is None:
        return []
    has_seat = registration.state == RegistrationState.CONFIRMED
    return [_further(line, zone, now, has_seat=has_seat) for line in found_dates(event.id)]


def _further(line: FurtherDate, zone: Zone, now: datetime, *, has_seat: bool) -> Further:
    status = status_of(line, now)
    is_told = has_seat and status not in CLOSED
    return Further(
        line,
        when(line, zone),
        status,
        web_address(line.meeting_link) if is_told else None,
        line.meeting_access if is_told else None,
    )
