"""What has become of an event, in sentences for everybody."""

from __future__ import annotations

from datetime import datetime, timedelta

from flask_babel import gettext as _

from webinar.core.announcement import Announcement, Happening, Schedule
from webinar.core.zones import Zone, clock, clock_with_zone, local, zone_of
from webinar.web.filters import date_range, local_date, plain_date
from webinar.web.preferences import chosen_zone

MOMENT = timedelta(microseconds=1)  # what ends at midnight ends on the day before


def announcement_title(one: Announcement) -> str:
    """What happened, in a line."""
    return {
        Happening.RESCHEDULED: _move_title(one.was, one.now),
        Happening.POSTPONED: _("Kegiatan ini ditunda"),
        Happening.CANCELLED: _("Kegiatan ini dibatalkan"),
        Happening.REINSTATED: _("Kegiatan ini tetap dilaksanakan"),
    }[one.what]


def _move_title(was: Schedule, now: Schedule) -> str:
    """An hour that was not known before, or another end, is not another date."""
    if (was.start_on, was.end_on) == (now.start_on, now.end_on):
        if was.starts_at is None:
            return _("Waktu kegiatan ini telah ditetapkan")
        if was.starts_at == now.starts_at:
            return _("Waktu selesai kegiatan ini berubah")
    return _("Kegiatan ini dijadwalkan ulang")


def announcement_text(one: Announcement) -> str:
    """Which time is meant, and when that was decided; in the reader's zone, else in the organiser's."""
    was, now = schedule_text(one.was), schedule_text(one.now)
    day = plain_date(local_date(one.at, chosen_zone() or zone_of(one.now.zone_name)))
    if one.what == Happening.RESCHEDULED:
        return _("Semula %(was)s; menjadi %(now)s. Diubah pada %(day)s.", was=was, now=now, day=day)
    if one.what == Happening.POSTPONED:
        return _("Semula %(was)s. Ditunda pada %(day)s.", was=was, day=day)
    if one.what == Happening.CANCELLED:
        return _("Semula %(was)s. Dibatalkan pada %(day)s.", was=was, day=day)
    return _("Sesuai jadwal %(now)s. Ditetapkan pada %(day)s.", now=now, day=day)


def schedule_text(schedule: Schedule) -> str:
    """``Kamis, 12 Agustus 2026, pukul 13.00–15.00 WIB``."""
    zone = chosen_zone() or zone_of(schedule.zone_name)
    if schedule.starts_at is None:
        return date_range(schedule.start_on, schedule.end_on)
    last = local(schedule.ends_at - MOMENT, zone).date() if schedule.ends_at and schedule.end_on else None
    days = date_range(local(schedule.starts_at, zone).date(), last or schedule.end_on)
    return _("%(day)s, pukul %(clock)s", day=days, clock=_clocks(schedule.starts_at, schedule.ends_at, zone))


def _clocks(starts_at: datetime, ends_at: datetime | None, zone: Zone) -> str:
    if ends_at is None:
        return clock_with_zone(starts_at, zone)
    return f"{clock(starts_at, zone)}–{clock_with_zone(ends_at, zone)}"
