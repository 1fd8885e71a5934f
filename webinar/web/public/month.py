"""A month of events as a table of days, Monday first; every event on every day it takes place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from flask import Response, redirect, request

from webinar.adapters.links import absolute
from webinar.core.errors import NotFound
from webinar.core.holidays import Holiday, holidays_on
from webinar.core.month import month_before, month_of, month_text, next_month, weeks
from webinar.core.status import Status, status_of
from webinar.core.zones import WIB, clock_with_zone, local, zone_of
from webinar.queries.public_calendar import Days, EventLine, events_touching
from webinar.web.layout import render
from webinar.web.preferences import chosen_zone
from webinar.web.public import blueprint
from webinar.web.public.clock import now
from webinar.web.public.narrowing import LEVELS, Narrowing, choices, level_word, read_narrowing, wanted
from webinar.web.public.when import when

LIST = "/kegiatan"
MOST_IN_MONTH = 1_000
MOST_IN_CELL = 4
ONE_DAY = timedelta(days=1)
SUNDAY = 6


@dataclass(frozen=True)
class Spot:
    """An event on one of its days: the time in the leading zone, and at home where that differs."""

    line: EventLine
    status: Status
    clock: str | None
    home_clock: str | None
    number: int  # which of its days
    count: int  # how many it has


@dataclass(frozen=True)
class DayCell:
    on: date
    is_inside: bool  # of the month shown
    is_today: bool
    spots: tuple[Spot, ...]
    more: int  # not shown in the cell
    url: str  # the day as a list
    holidays: tuple[Holiday, ...]

    @property
    def looks(self) -> str:
        """The words ``app.css`` knows a cell by."""
        if not self.is_inside:
            return "out"
        is_red = bool(self.holidays) or self.on.weekday() == SUNDAY
        known = {"today": self.is_today, "free": not self.spots, "red": is_red}
        return " ".join(word for word, holds in known.items() if holds)


@blueprint.get("/kalender")
@blueprint.get(f"{LIST}/bulan")
def this_month() -> Response:
    """The month that it is now."""
    today = local(now(), chosen_zone() or WIB).date()
    return redirect(f"{LIST}/bulan/{month_text(today)}", 302)  # type: ignore[return-value]


@blueprint.get(f"{LIST}/bulan/<text>")
def month(text: str) -> str:
    """At most three selects, as the list."""
    shown = month_of(text)
    if shown is None:
        raise NotFound
    at, zone = now(), chosen_zone()
    narrowing, known = _read(), choices()
    today = local(at, zone or WIB).date()
    days = Days(shown, next_month(shown), zone)
    lines = events_touching(days, wanted(narrowing, known), limit=MOST_IN_MONTH + 1)
    spots = _spots(lines[:MOST_IN_MONTH], days, at)
    path = f"{LIST}/bulan/{month_text(shown)}"
    return render(
        "public/event/month.html",
        section="kegiatan",
        month=shown,
        path=path,
        weeks=[[_cell(day, shown, today, spots, narrowing) for day in week] for week in weeks(shown)],
        count=len(lines[:MOST_IN_MONTH]),
        is_cut=len(lines) > MOST_IN_MONTH,
        has_today=days.first <= today < days.after,
        narrowing=narrowing,
        choices=known,
        levels=[(level, level_word(level)) for level in LEVELS],
        chips=narrowing.chips(path),
        before=_beside(month_before(shown), narrowing),
        following=_beside(next_month(shown), narrowing),
        this_month=_beside(today.replace(day=1), narrowing),
        list_url=replace(narrowing, month=shown).address(LIST),
        canonical=None if narrowing.is_narrowed or not lines else absolute(path),
    )


def _read() -> Narrowing:
    return replace(read_narrowing(request.args), month=None, day=None, past=False)


def _beside(month: date, narrowing: Narrowing) -> tuple[date, str] | None:
    """Another month with its address; None outside the years of calendars."""
    text = month_text(month)
    return (month, narrowing.address(f"{LIST}/bulan/{text}")) if month_of(text) else None


def _spots(lines: Iterable[EventLine], days: Days, at: datetime) -> Mapping[date, list[Spot]]:
    """On every one of the days that an event takes place, in the order of the clock."""
    found: dict[date, list[Spot]] = defaultdict(list)
    for line in sorted(lines, key=_instant):
        times, home, starts = when(line, days.zone), zone_of(line.zone_name), line.starts_at
        first, last = times.first_day, times.last_day or times.first_day
        own = clock_with_zone(starts, times.zone) if starts else None
        at_home = clock_with_zone(starts, home) if starts and times.zone is not home else None
        status, count = status_of(line, at), (last - first).days + 1
        day = max(first, days.first)
        while day <= min(last, days.after - ONE_DAY):
            found[day].append(Spot(line, status, own, at_home, (day - first).days + 1, count))
            day += ONE_DAY
    return found


def _instant(line: EventLine) -> tuple[bool, float, date]:
    return line.starts_at is None, line.starts_at.timestamp() if line.starts_at else 0.0, line.start_on


def _cell(
    day: date, month: date, today: date, spots: Mapping[date, list[Spot]], narrowing: Narrowing
) -> DayCell:
    is_inside = (day.year, day.month) == (month.year, month.month)
    here = spots.get(day, []) if is_inside else []
    shown = here if len(here) <= MOST_IN_CELL + 1 else here[:MOST_IN_CELL]
    url = replace(narrowing, day=day).address(LIST)
    holidays = holidays_on(day) if is_inside else ()
    return DayCell(day, is_inside, day == today, tuple(shown), len(here) - len(shown), url, holidays)
