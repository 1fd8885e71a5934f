"""The text of an entry: the three clocks first, then what the event is, then where to read on."""

from __future__ import annotations

from datetime import date, datetime

from webinar.core.calendar.entry import Entry, EntryStatus
from webinar.core.calendar.plain import one_line, several_lines, without_spaces
from webinar.core.indonesian.dates import long_date
from webinar.core.zones import ZONES, Zone, local, three_clocks, zone_of


def description(entry: Entry) -> str:
    """Paragraphs separated by one blank line; absent facts leave no trace."""
    cancelled = "Kegiatan ini dibatalkan." if entry.status is EntryStatus.CANCELLED else ""
    facts = "\n".join(filter(None, map(one_line, entry.facts)))
    last = [f"Halaman kegiatan: {without_spaces(entry.url)}"]
    if entry.contact and one_line(entry.contact):
        last.append(f"Narahubung: {one_line(entry.contact)}")
    parts = [
        cancelled,
        time_lines(entry.starts_at, entry.ends_at, zone_of(entry.zone)),
        facts,
        "\n".join(last),
    ]
    return several_lines("\n\n".join(filter(None, parts)))


def time_lines(starts_at: datetime | date, ends_at: datetime | None, home: Zone) -> str:
    """Date and three clocks, one line a zone where midnight lies between; then the end in the same manner."""
    if not isinstance(starts_at, datetime):
        return f"{long_date(starts_at)}\nWaktu belum ditentukan"
    start = _moment(starts_at, home)
    if ends_at is None:
        return f"{start}\nSampai selesai"
    if _days(starts_at) == _days(ends_at) and len(set(_days(ends_at))) == 1:
        return f"{start}\nSampai {_clocks(ends_at, home)}"
    return f"{start}\nSampai\n{_moment(ends_at, home)}"


def _moment(instant: datetime, home: Zone) -> str:
    days = _days(instant)
    if len(set(days)) == 1:
        return f"{long_date(days[0])}\n{_clocks(instant, home)}"
    clocks = three_clocks(instant, home=home)
    return "\n".join(f"{long_date(c.on)}, {c.text} {c.zone.code}" for c in clocks)


def _clocks(instant: datetime, home: Zone) -> str:
    return " / ".join(f"{c.text} {c.zone.code}" for c in three_clocks(instant, home=home))


def _days(instant: datetime) -> list[date]:
    return [local(instant, zone).date() for zone in ZONES]
