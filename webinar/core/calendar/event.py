"""An event as calendars see it, and the entries made from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from webinar.core.calendar.entry import Entry, EntryStatus
from webinar.core.calendar.identity import entry_uid
from webinar.core.calendar.schedule import Appearance, SessionTime, appearances
from webinar.core.states import EventState
from webinar.core.zones import zone_of

STATUS = {
    EventState.CANCELLED: EntryStatus.CANCELLED,
    EventState.POSTPONED: EntryStatus.TENTATIVE,
    EventState.DRAFT: EntryStatus.TENTATIVE,
}


@dataclass(frozen=True)
class CalendarEvent:
    """What the calendar file of an event is made from, sessions apart. ``version`` counts its changes."""

    id: int
    slug: str
    uid: str
    version: int
    sequence: int
    state: str
    created_at: datetime
    changed_at: datetime
    title: str
    event_type: str | None
    organiser_name: str
    start_on: date
    end_on: date | None
    starts_at: datetime | None
    ends_at: datetime | None
    zone_name: str
    mode: str | None
    platform: str | None
    venue: str | None
    live_stream: str | None


def entries_of(
    event: CalendarEvent, sessions: Sequence[SessionTime], *, base_url: str, contact: str
) -> tuple[Entry, ...]:
    """The entries, in order of time. ``base_url`` is the installation's address, ``contact`` its mailbox."""
    times = appearances(
        start_on=event.start_on,
        end_on=event.end_on,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        zone=zone_of(event.zone_name),
        sessions=sessions,
    )
    return tuple(_entry(event, time, base_url=base_url, contact=contact) for time in times)


def _entry(event: CalendarEvent, time: Appearance, *, base_url: str, contact: str) -> Entry:
    return Entry(
        uid=entry_uid(event.uid, time.key),
        sequence=event.sequence,
        starts_at=time.starts_at,
        ends_at=time.ends_at,
        zone=event.zone_name,
        title=f"{event.title}: {time.name}" if time.name else event.title,
        url=f"{base_url}/kegiatan/{event.slug}",
        organiser_name=event.organiser_name,
        organiser_mail=contact,
        created_at=event.created_at,
        changed_at=event.changed_at,
        location=location(event),
        facts=tuple(_facts(event)),
        contact=contact,
        categories=(event.event_type,) if event.event_type else (),
        status=STATUS.get(EventState(event.state), EntryStatus.CONFIRMED),
    )


def location(event: CalendarEvent) -> str | None:
    """The venue; ``Daring`` for what happens online only; nothing where nothing is known."""
    if event.mode == "online":
        return f"Daring ({event.platform})" if event.platform else "Daring"
    return event.venue


def _facts(event: CalendarEvent) -> list[str]:
    facts = [f"Penyelenggara: {event.organiser_name}"]
    if event.live_stream:
        facts.append(f"Siaran langsung: {event.live_stream}")
    return facts
