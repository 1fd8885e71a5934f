"""One event with the ``icalendar`` library, no more than a reader needs."""

from __future__ import annotations

from datetime import UTC

from icalendar import Calendar, Event

from benchmarks.ceilings.record import Meeting


def one_event(meeting: Meeting) -> bytes:
    event = Event()
    event.add("UID", f"{meeting.id}@contoh.id")
    event.add("DTSTAMP", meeting.changed_at.replace(tzinfo=UTC))
    event.add("DTSTART", meeting.starts_at.replace(tzinfo=UTC))
    event.add("DTEND", meeting.ends_at.replace(tzinfo=UTC))
    event.add("SUMMARY", meeting.title)
    event.add("DESCRIPTION", meeting.theme)
    event.add("LOCATION", meeting.mode)
    calendar = Calendar()
    calendar.add("PRODID", "-//ceiling//ID")
    calendar.add("VERSION", "2.0")
    calendar.add_component(event)
    return calendar.to_ical()
