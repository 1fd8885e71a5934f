"""An event's time as a page shows it: the leading zone, three clocks, dates, and a line about the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flask_babel import gettext as _

from webinar.core.status import Timetable
from webinar.core.zones import Clock, Zone, clock_with_zone, local, three_clocks, zone_of
from webinar.web.filters import moment

MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True)
class When:
    """Ready to print. ``is_own``: the leading zone is the reader's, not the organiser's."""

    first_day: date
    last_day: date | None
    instant: datetime | None
    starts: tuple[Clock, ...]
    dates_differ: bool
    is_own: bool
    zone: Zone
    note: str


def when(event: Timetable, own: Zone | None) -> When:
    """The event's time for a reader whose zone is ``own`` (None: not chosen)."""
    home = zone_of(event.zone_name)
    zone = own or home
    if event.starts_at is None:
        note = _("Waktu belum ditentukan.")
        return When(event.start_on, event.end_on, None, (), False, own is not None, zone, note)
    starts = three_clocks(event.starts_at, home=home, first=zone)
    differ = len({clock.on for clock in starts}) > 1
    return When(
        first_day=starts[0].on,
        last_day=_last_day(event, zone, starts[0].on),
        instant=event.starts_at,
        starts=starts,
        dates_differ=differ,
        is_own=own is not None,
        zone=zone,
        note=_note(event, zone, home),
    )


def _last_day(event: Timetable, zone: Zone, first: date) -> date | None:
    """The last day of several; a webinar that ends after midnight is still one evening, and a day that ends
    at midnight is no other one."""
    if event.end_on is None or event.end_on <= event.start_on:
        return None
    last = local(event.ends_at - MOMENT, zone).date() if event.ends_at else event.end_on
    return last if last > first else None


def _note(event: Timetable, zone: Zone, home: Zone) -> str:
    assert event.starts_at is not None  # noqa: S101 - said for the type checker
    parts = []
    if event.ends_at is None:
        parts.append(_("Sampai selesai."))
    elif local(event.ends_at, zone).date() == local(event.starts_at, zone).date():
        parts.append(_("Selesai pukul %(clock)s.", clock=clock_with_zone(event.ends_at, zone)))
    else:
        parts.append(_("Selesai %(moment)s.", moment=moment(event.ends_at, zone)))
    if zone is not home:
        parts.append(_("Waktu penyelenggara: pukul %(clock)s.", clock=clock_with_zone(event.starts_at, home)))
    return " ".join(parts)
