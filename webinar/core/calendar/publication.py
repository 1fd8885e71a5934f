"""Calendar files for download and feeds: METHOD:PUBLISH, the same bytes until the record changes.

An entry costs about 0.4 ms to write, so its bytes may be kept by the version of its content;
a file or feed is then a concatenation (``calendar_bytes``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vCalAddress, vUri
from icalendar.parser import Parameters

from webinar.core.calendar.description import description
from webinar.core.calendar.entry import Entry, EntryStatus
from webinar.core.calendar.plain import one_line, without_spaces
from webinar.core.calendar.timezone import timezone_bytes
from webinar.core.zones import local, zone_of

_ALARM_BEFORE = timedelta(minutes=30)
_END = b"END:VCALENDAR\r\n"


class _QuotedName(Parameters):
    """CN always quoted: degrees such as "S.Kom., M.T." hold commas, and four readers refuse them bare."""

    always_quoted = (*Parameters.always_quoted, "CN")  # type: ignore[assignment]


def publication(entries: Sequence[Entry], *, product: str) -> bytes:
    """The whole file. ``product`` is the constant PRODID; entries come in the order they are given."""
    return calendar_bytes(map(entry_bytes, entries), zones=zones_used(entries), product=product)


def calendar_bytes(events: Iterable[bytes], *, zones: Iterable[str], product: str) -> bytes:
    """A file around the bytes of ready entries; ``zones`` are the names they use, each written once."""
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", one_line(product))
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    head = calendar.to_ical().removesuffix(_END)
    timezones = dict.fromkeys(zone_of(name) for name in zones)
    return b"".join([head, *map(timezone_bytes, timezones), *events, _END])


def zones_used(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Zone names that need a VTIMEZONE; whole-day entries need none."""
    return tuple(dict.fromkeys(zone_of(entry.zone).name for entry in entries if entry.has_clock))


def entry_bytes(entry: Entry) -> bytes:
    """``BEGIN:VEVENT`` … with its final CRLF; depends on nothing but the entry."""
    event = Event()
    event.add("UID", entry.uid)
    event.add("SEQUENCE", entry.sequence)
    _add_stamps(event, entry)
    _add_time(event, entry)
    event.add("SUMMARY", one_line(entry.title))
    event.add("DESCRIPTION", description(entry))
    if entry.location and one_line(entry.location):
        event.add("LOCATION", one_line(entry.location))
    event.add("URL", vUri(without_spaces(entry.url)), parameters={"VALUE": "URI"})
    event.add("ORGANIZER", _organiser(entry))
    event.add("STATUS", entry.status.value)
    event.add("CLASS", "PUBLIC")
    if categories := [name for name in map(one_line, entry.categories) if name]:
        event.add("CATEGORIES", categories)
    if entry.status is not EntryStatus.CANCELLED and entry.has_clock:
        event.add_component(_alarm(entry))
    return event.to_ical()


def _add_stamps(event: Event, entry: Entry) -> None:
    """DTSTAMP is the last change, not the request: two fetches are byte-equal, every change is newer."""
    changed_at = _whole_second(entry.changed_at)
    event.add("DTSTAMP", changed_at)
    event.add("LAST-MODIFIED", changed_at)
    event.add("CREATED", _whole_second(entry.created_at))


def _add_time(event: Event, entry: Entry) -> None:
    """Wall time of the organiser's zone; nobody is shown as busy by a cancelled event or a whole day."""
    zone = zone_of(entry.zone)
    if isinstance(entry.starts_at, datetime):
        event.add("DTSTART", local(entry.starts_at, zone))
        if entry.ends_at is not None:
            event.add("DTEND", local(entry.ends_at, zone))
    else:
        event.add("DTSTART", entry.starts_at)
        event.add("DTEND", entry.starts_at + timedelta(days=1))
    is_busy = entry.has_clock and entry.status is not EntryStatus.CANCELLED
    event.add("TRANSP", "OPAQUE" if is_busy else "TRANSPARENT")


def _organiser(entry: Entry) -> vCalAddress:
    address = vCalAddress(f"mailto:{without_spaces(entry.organiser_mail)}")
    address.params = _QuotedName(CN=one_line(entry.organiser_name).replace('"', "'"))
    return address


def _alarm(entry: Entry) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("TRIGGER", -_ALARM_BEFORE)
    alarm.add("DESCRIPTION", one_line(entry.title))
    return alarm


def _whole_second(instant: datetime) -> datetime:
    return instant.astimezone(UTC).replace(microsecond=0)
