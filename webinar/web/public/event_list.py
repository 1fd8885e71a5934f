"""The list of events: coming or past, of a month or a day, narrowed by choice, a page at a time."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from flask import request

from webinar.adapters.links import absolute
from webinar.core.month import month_text, months_around
from webinar.core.zones import WIB, local
from webinar.queries.public_calendar import event_list
from webinar.web.layout import render
from webinar.web.preferences import chosen_zone
from webinar.web.public import blueprint
from webinar.web.public.clock import now
from webinar.web.public.listing import by_month
from webinar.web.public.narrowing import LEVELS, Narrowing, choices, level_word, read_narrowing, wanted

ON_PAGE = 20
PATH = "/kegiatan"
MONTHS_BEFORE, MONTHS_AFTER = 6, 12


@blueprint.get(PATH)
def events() -> str:
    """At most three selects: the office named, what can be chosen, the lines."""
    at, zone = now(), chosen_zone()
    narrowing, known = read_narrowing(request.args), choices()
    page = event_list(
        now=at,
        wanted=wanted(narrowing, known),
        days=narrowing.days_of(zone),
        past=narrowing.past,
        after=_key(request.args.get("sesudah", "")),
        limit=ON_PAGE,
    )
    today = local(at, zone or WIB).date()
    latest_first = narrowing.past and narrowing.days is None
    return render(
        "public/event/list.html",
        section="kegiatan",
        narrowing=narrowing,
        choices=known,
        levels=[(level, level_word(level)) for level in LEVELS],
        months=by_month(page.lines, zone=zone, now=at, latest_first=latest_first),
        count=len(page.lines),
        is_first="sesudah" not in request.args,
        next_url=_next_url(page.next_key, narrowing),
        month_choices=_months(today, narrowing),
        chips=narrowing.chips(PATH),
        coming_url=_at(narrowing, past=False),
        past_url=_at(narrowing, past=True),
        month_url=_month_url(narrowing, today),
        canonical=_canonical(narrowing),
    )


def _at(narrowing: Narrowing, *, past: bool) -> str:
    return replace(narrowing, month=None, day=None, past=past).address(PATH)


def _month_url(narrowing: Narrowing, today: date) -> str:
    month = (narrowing.day or narrowing.month or today).replace(day=1)
    path = f"{PATH}/bulan/{month_text(month)}"
    return replace(narrowing, month=None, day=None, past=False).address(path)


def _canonical(narrowing: Narrowing) -> str | None:
    """The address of this list without choices; None where the page is nothing for search engines."""
    if narrowing.is_narrowed or narrowing.day or "sesudah" in request.args:
        return None
    if narrowing.month:
        return absolute(f"{PATH}/bulan/{month_text(narrowing.month)}")
    return absolute(narrowing.address(PATH))


def _months(today: date, narrowing: Narrowing) -> list[date]:
    chosen = {narrowing.month} if narrowing.month else set()
    return sorted({*months_around(today, before=MONTHS_BEFORE, after=MONTHS_AFTER), *chosen})


def _key(text: str) -> tuple[date, int] | None:
    """``2026-08-12.17``, as ``_next_url`` wrote it; anything else starts at the beginning."""
    found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})\.(\d{1,9})", text, re.ASCII)
    if found is None:
        return None
    try:
        return date.fromisoformat(found[1]), int(found[2])
    except ValueError:
        return None


def _next_url(key: tuple[date, int] | None, narrowing: Narrowing) -> str | None:
    return narrowing.address(PATH, sesudah=f"{key[0].isoformat()}.{key[1]}") if key else None
