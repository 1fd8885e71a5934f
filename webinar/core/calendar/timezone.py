"""VTIMEZONE of the three zones, written by hand.

Generated ones carry the zone's whole history, with offsets in seconds (+070712 before 1924) that Outlook on
the web refuses. Indonesia has no daylight saving time: one STANDARD part is the whole truth for any webinar.
The short name (WIB) stands in TZNAME only: as a TZID five readers turn it into UTC or a floating time.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache

from icalendar import Timezone, TimezoneStandard

from webinar.core.zones import Zone


@cache
def timezone_bytes(zone: Zone) -> bytes:
    """``BEGIN:VTIMEZONE`` … with its final CRLF."""
    offset = timedelta(hours=zone.offset_hours)
    standard = TimezoneStandard()
    standard.add("DTSTART", datetime(1970, 1, 1))  # noqa: DTZ001 - wall time, as RFC 5545 3.6.5 demands
    standard.add("TZOFFSETFROM", offset)
    standard.add("TZOFFSETTO", offset)
    standard.add("TZNAME", zone.code)
    timezone = Timezone()
    timezone.add("TZID", zone.name)
    timezone.add_component(standard)
    return timezone.to_ical()
