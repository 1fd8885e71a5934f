"""What is there already when somebody begins an event."""

from __future__ import annotations

from sqlalchemy import select

from webinar.core.document.model import EventDocument
from webinar.core.states import EventState
from webinar.core.zones import WIB, Zone, zone_of
from webinar.db import db
from webinar.models import Berita, Event, Office, Region
from webinar.queries.document import recorded_event


def zone_of_office(name: str) -> Zone:
    """The zone of the office's region; WIB where that is not known."""
    zone_name = db.session.scalar(
        select(Region.zone_name).join(Office, Office.region_code == Region.code).where(Office.name == name)
    )
    return zone_of(zone_name) if zone_name else WIB


def attended_event(document: EventDocument, office_id: int) -> Event | None:
    """The event of a document, if it is recorded and public or this office's own; locked."""
    event = recorded_event(document)
    is_hidden = event is not None and event.state == EventState.DRAFT and event.keeper_id != office_id
    return None if is_hidden else event


def report_of(event_id: int, office_id: int) -> int | None:
    """The id of an office's report on an event."""
    return db.session.scalar(
        select(Berita.id).where(Berita.event_id == event_id, Berita.office_id == office_id).limit(1)
    )
