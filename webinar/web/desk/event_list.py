"""All events somebody may read, as a list."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from flask import render_template, url_for
from flask_babel import gettext as _

from webinar.core.access import Action
from webinar.core.search import asked_words
from webinar.core.status import Status, desk_status_of
from webinar.core.zones import WIB, clock_with_zone, local, zone_of
from webinar.queries import event_list as query
from webinar.queries.event_list import EventLine, EventSearch, EventSort, Part
from webinar.web.desk import blueprint
from webinar.web.desk.listing import Choice, Listing, listing, turn
from webinar.web.filters import number, sentence, short_range
from webinar.web.guards import actor, needs
from webinar.web.kept import kept
from webinar.web.language import chosen_language
from webinar.web.preferences import chosen_zone

SORTS = {
    "tanggal": EventSort.DATE,
    "judul": EventSort.TITLE,
    "diubah": EventSort.CHANGED,
    "terdaftar": EventSort.REGISTERED,
}
PARTS = {"sendiri": Part.OWN, "ikut": Part.ATTENDED}


class EventRow(NamedTuple):
    """A line as it is printed; what is empty is not known or not to be said."""

    slug: str
    title: str
    organiser_name: str
    days: str
    time: str
    status: Status
    seats: str
    waiting: str


@blueprint.get("/kegiatan")
@needs(Action.READ)
def events() -> str:
    now = datetime.now(UTC)
    today = local(now, WIB).date()
    asked = _asked(today)
    page = query.desk_events(actor(), _search(asked, today), turn())
    rows = event_rows(page.rows, now)
    return render_template(
        "desk/event/list.html", asked=asked, page=page, rows=rows, statuses={row.status for row in rows}
    )


def event_rows(lines: Iterable[EventLine], now: datetime) -> list[EventRow]:
    own = chosen_zone()
    return [
        EventRow(
            slug=line.slug,
            title=line.title,
            organiser_name=line.organiser_name,
            days=short_range(line.start_on, line.end_on),
            time=clock_with_zone(line.starts_at, own or zone_of(line.zone_name)) if line.starts_at else "",
            status=desk_status_of(line, now),
            seats=number(line.taken_count) + (f" / {number(line.quota)}" if line.quota is not None else ""),
            waiting=number(line.waiting_count) if line.waiting_count else "",
        )
        for line in lines
    ]


def _asked(today: date) -> Listing:
    return listing(
        url_for("desk.events"),
        texts={"cari": _("Pencarian"), "satker": _("Nama satuan kerja")},
        choices=_choices(chosen_language(), today, _kinds()),
        orders=_orders(chosen_language()),
    )


def _kinds() -> tuple[str, ...]:
    """The kinds there are, as they were less than a minute ago."""
    return kept("kinds").get(int(time.monotonic() // 60), lambda: tuple(query.event_kinds()))


@lru_cache(8)
def _choices(_language: str, today: date, kinds: tuple[str, ...]) -> tuple[Choice, ...]:
    everything = ("", _("Semua"))
    return (
        Choice("status", _("Status"), (everything, *_states())),
        Choice("periode", _("Waktu"), (everything, *_periods(today))),
        Choice("jenis", _("Jenis"), (everything, *((kind, sentence(kind)) for kind in kinds))),
        Choice("peran", _("Peran"), (everything, ("sendiri", _("Diselenggarakan")), ("ikut", _("Diikuti")))),
    )


@lru_cache(8)
def _orders(_language: str) -> tuple[tuple[str, str], ...]:
    return (
        ("-tanggal", _("Tanggal, dari yang terbaru")),
        ("tanggal", _("Tanggal, dari yang terlama")),
        ("judul", _("Judul")),
        ("-diubah", _("Terakhir diubah")),
        ("-terdaftar", _("Pendaftar terbanyak")),
    )


def _states() -> tuple[tuple[str, str], ...]:
    return (
        ("draft", _("Draf")),
        ("published", _("Terbit")),
        ("postponed", _("Ditunda")),
        ("cancelled", _("Dibatalkan")),
        ("archived", _("Diarsipkan")),
    )


def _periods(today: date) -> tuple[tuple[str, str], ...]:
    return (
        ("hari-ini", _("Hari ini")),
        ("mendatang", _("Hari ini dan mendatang")),
        ("30-hari", _("30 hari ke depan")),
        ("lalu", _("Sudah lewat")),
        *((str(year), _("Tahun %(year)s", year=year)) for year in range(today.year, today.year - 5, -1)),
    )


def _days(period: str, today: date) -> dict[str, date]:
    """What a period asks of the days of an event, as ``EventSearch`` names it."""
    if period.isdigit():
        return {"first_day": date(int(period), 1, 1), "last_day": date(int(period), 12, 31)}
    return {
        "hari-ini": {"first_day": today, "last_day": today},
        "mendatang": {"first_day": today},
        "30-hari": {"first_day": today, "last_day": today + timedelta(days=30)},
        "lalu": {"over_by": today - timedelta(days=1)},
    }.get(period, {})


def _search(asked: Listing, today: date) -> EventSearch:
    given = asked.given
    return EventSearch(
        words=asked_words(given["cari"]),
        state=given.get("status") or None,
        office_words=asked_words(given["satker"]),
        **_days(given.get("periode", ""), today),
        event_type=given.get("jenis") or None,
        part=PARTS.get(given.get("peran", "")),
        sort=SORTS[asked.sort],
        is_descending=asked.is_descending,
    )
