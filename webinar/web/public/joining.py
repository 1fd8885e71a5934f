"""How a participant comes into the room, on the personal page: never for who waits or has cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from webinar.core.states import RegistrationState
from webinar.core.status import Status, begins
from webinar.models import Registration
from webinar.queries.event import EventStamp
from webinar.queries.joining import joining_of
from webinar.web.public.facts import web_address

DOORS_OPEN = timedelta(hours=1)
"""How long before the start the way in stands first and large on the page."""
CLOSED = frozenset({Status.FINISHED, Status.CANCELLED, Status.POSTPONED})


@dataclass(frozen=True)
class WayIn:
    """``text`` is the link as recorded, ``address`` the same where it may be followed."""

    text: str | None
    address: str | None
    access: str | None
    is_near: bool


def way_in(registration: Registration, stamp: EventStamp, status: Status, now: datetime) -> WayIn | None:
    """One narrow select for who holds a seat, none for others; None as well while nothing is recorded."""
    if registration.state != RegistrationState.CONFIRMED or status in CLOSED:
        return None
    found = joining_of(stamp.id)
    if not found.link and not found.access:
        return None
    is_near = now >= begins(stamp) - DOORS_OPEN
    return WayIn(found.link, web_address(found.link), found.access, is_near)
