"""Days of an event: a webinar over several days is one entry a day, never a block that hides the nights."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from webinar.core.zones import Zone, local


@dataclass(frozen=True)
class Day:
    """One day's time; ``number`` counts from 1 and names the entry (``hari-2``) as long as it exists."""

    number: int
    starts_at: datetime | date
    ends_at: datetime | None


def days_with_clock(starts_at: datetime, ends_at: datetime | None, *, zone: Zone) -> tuple[Day, ...]:
    """Split a stretch longer than 24 hours into days with the same clock times, read in the event's zone.

    12 August 08.00 to 14 August 16.00 is three days of 08.00–16.00; 22.00 to 01.00 stays one entry.
    """
    if ends_at is None or ends_at - starts_at <= timedelta(hours=24):
        return (Day(1, starts_at, ends_at),)
    first, last = local(starts_at, zone), local(ends_at, zone)
    count = (last.date() - first.date()).days
    length = timedelta(hours=last.hour - first.hour, minutes=last.minute - first.minute)
    if length <= timedelta(0):  # each day ends after midnight, so the last date only ends the day before
        length, count = length + timedelta(days=1), count - 1
    starts = (starts_at + timedelta(days=n) for n in range(count + 1))
    return tuple(Day(n, start, start + length) for n, start in enumerate(starts, 1))


def days_without_clock(start_date: date, end_date: date | None) -> tuple[Day, ...]:
    """One whole day each; both ends included."""
    count = ((end_date or start_date) - start_date).days + 1
    return tuple(Day(n + 1, start_date + timedelta(days=n), None) for n in range(max(count, 1)))
