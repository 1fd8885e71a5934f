"""The three zones of Indonesia: clock words, three clocks, and the date per zone (Keppres 41/1987).

Instants are aware datetimes; zone names are full names of the zone database (``Asia/Jakarta``).
Python's own short names are not used: only this table says which name means WIB, WITA or WIT.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from webinar.core.indonesian.dates import long_date


@dataclass(frozen=True)
class Zone:
    """One zone: ``code`` as printed, ``name`` in the zone database, whole hours east of UTC."""

    code: str
    name: str
    label: str
    offset_hours: int

    @property
    def info(self) -> ZoneInfo:
        return ZoneInfo(self.name)


WIB = Zone("WIB", "Asia/Jakarta", "Waktu Indonesia Barat", 7)
WITA = Zone("WITA", "Asia/Makassar", "Waktu Indonesia Tengah", 8)
WIT = Zone("WIT", "Asia/Jayapura", "Waktu Indonesia Timur", 9)
ZONES: tuple[Zone, ...] = (WIB, WITA, WIT)

BY_CODE = {zone.code: zone for zone in ZONES}
BY_NAME = {zone.name: zone for zone in ZONES} | {"Asia/Pontianak": WIB}


def zone_of(name_or_code: str) -> Zone:
    """The zone of ``WIB`` or ``Asia/Jakarta``. Raises KeyError for anything else."""
    return BY_CODE.get(name_or_code) or BY_NAME[name_or_code]


def local(instant: datetime, zone: Zone) -> datetime:
    """The instant as that zone's wall time (aware)."""
    return instant.astimezone(zone.info)


def clock(instant: datetime, zone: Zone) -> str:
    """``13.00`` in that zone."""
    return local(instant, zone).strftime("%H.%M")


def clock_with_zone(instant: datetime, zone: Zone) -> str:
    """``13.00 WIB``."""
    return f"{clock(instant, zone)} {zone.code}"


@dataclass(frozen=True)
class Clock:
    """One of the three clocks; ``on`` is the local date, ``date_differs`` against the organiser's zone."""

    zone: Zone
    text: str
    on: date
    date_differs: bool


def three_clocks(instant: datetime, *, home: Zone, first: Zone | None = None) -> tuple[Clock, ...]:
    """The instant in all three zones; ``first`` (the reader's zone) leads, else west to east."""
    order = sorted(ZONES, key=lambda z: z is not first) if first else list(ZONES)
    home_date = local(instant, home).date()
    return tuple(
        Clock(z, clock(instant, z), local(instant, z).date(), local(instant, z).date() != home_date)
        for z in order
    )


def hour(instant: datetime, zone: Zone) -> str:
    """``pukul 13.00 WIB``."""
    return f"pukul {clock_with_zone(instant, zone)}"


def hours(start: datetime, end: datetime, zone: Zone) -> str:
    """``pukul 13.00–16.30 WIB``; with both dates where midnight lies between in that zone."""
    if local(start, zone).date() != local(end, zone).date():
        return hours_from_to(start, end, zone)
    return f"pukul {clock(start, zone)}–{clock_with_zone(end, zone)}"


def hours_from_to(start: datetime, end: datetime, zone: Zone) -> str:
    """``dari pukul 13.00 hingga 16.30 WIB``; with both dates where midnight lies between in that zone."""
    first, last = local(start, zone).date(), local(end, zone).date()
    if first == last:
        return f"dari pukul {clock(start, zone)} hingga {clock_with_zone(end, zone)}"
    return f"dari {long_date(first)}, {hour(start, zone)}, hingga {long_date(last)}, {hour(end, zone)}"
