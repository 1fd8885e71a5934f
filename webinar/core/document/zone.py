"""The zone an event's clock times are told in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from webinar.core.document.model import EventDocument
from webinar.core.zones import WIB, ZONES, Zone, zone_of


def event_zone(document: EventDocument) -> Zone:
    """By the full zone name, else the zone's letters, else the offset of the first clock time, else WIB."""
    named = document.tz_database or document.timezone
    if named:
        return zone_of(named)
    first = next((moment for _, moment in clock_times(document)), None)
    return (first and zone_by_offset(first)) or WIB


def zone_by_offset(moment: datetime) -> Zone | None:
    """The Indonesian zone with the moment's offset from UTC."""
    return next((zone for zone in ZONES if timedelta(hours=zone.offset_hours) == moment.utcoffset()), None)


def clock_times(document: EventDocument) -> Iterator[tuple[str, datetime]]:
    """Every clock time in the document with its path, the event's own first."""
    given = [("start", document.start), ("end", document.end)]
    for number, session in enumerate(document.sessions):
        given += [(f"sessions[{number}].start", session.start), (f"sessions[{number}].end", session.end)]
    return ((path, moment) for path, moment in given if moment is not None)
