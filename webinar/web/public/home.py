"""Home, and the list of events."""

from __future__ import annotations

import re
from datetime import date, timedelta
from urllib.parse import urlencode

from flask import request

from webinar.queries.berita import latest_berita
from webinar.queries.event import coming_events, event_list
from webinar.web.layout import render
from webinar.web.preferences import chosen_zone
from webinar.web.public import blueprint
from webinar.web.public.clock import now
from webinar.web.public.listing import by_month, entry

ON_HOME = 8
ON_PAGE = 20
LONGEST_SEARCH = 100
MOST_WORDS = 6


@blueprint.get("/")
def home() -> str:
    """The nearest event with its clocks, the next ones, the latest berita."""
    at, zone = now(), chosen_zone()
    entries = [entry(line, zone=zone, now=at) for line in coming_events(now=at, limit=ON_HOME + 1)]
    nearest = next((item for item in entries if item.status not in ("cancelled", "postponed")), None)
    rest = [item.line for item in entries if item is not nearest][:ON_HOME]
    return render(
        "public/home/home.html",
        nearest=nearest,
        months=by_month(rest, zone=zone, now=at),
        berita=latest_berita(limit=4).lines,
    )


@blueprint.get("/kegiatan")
def events() -> str:
    """Search words, a month, coming or past, one page."""
    at, zone = now(), chosen_zone()
    words = request.args.get("cari", "")[:LONGEST_SEARCH].replace("\0", " ")
    month = _month(request.args.get("bulan", ""))
    past = request.args.get("waktu") == "lalu"
    page = event_list(
        now=at,
        words=words.split()[:MOST_WORDS],
        month=(month, _next_month(month)) if month else None,
        past=past,
        after=_key(request.args.get("sesudah", "")),
        limit=ON_PAGE,
    )
    latest_first = past and month is None
    return render(
        "public/event/list.html",
        section="kegiatan",
        words=words.strip(),
        month=month,
        past=past,
        months=by_month(page.lines, zone=zone, now=at, latest_first=latest_first),
        count=len(page.lines),
        is_first="sesudah" not in request.args,
        next_url=_next_url(page.next_key, words, month, past),
        month_choices=_month_choices(at.date(), month),
    )


def _month(text: str) -> date | None:
    """The first day of ``2026-08``; None for anything else."""
    if not re.fullmatch(r"20[0-9]{2}-(0[1-9]|1[0-2])", text, re.ASCII):
        return None
    return date(int(text[:4]), int(text[5:]), 1)


def _next_month(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1)


def _month_choices(today: date, chosen: date | None) -> list[date]:
    """Last six months, this one, the next twelve, and the one chosen."""
    first = today.replace(day=1)
    months = {first}
    before = after = first
    for _step in range(6):
        before = (before - timedelta(days=1)).replace(day=1)
        months.add(before)
    for _step in range(12):
        after = _next_month(after)
        months.add(after)
    return sorted(months | ({chosen} if chosen else set()))


def _key(text: str) -> tuple[date, int] | None:
    """``2026-08-12.17``, as ``_next_url`` wrote it; anything else starts at the beginning."""
    found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})\.(\d{1,9})", text, re.ASCII)
    if found is None:
        return None
    try:
        return date.fromisoformat(found[1]), int(found[2])
    except ValueError:
        return None


def _next_url(key: tuple[date, int] | None, words: str, month: date | None, past: bool) -> str | None:
    if key is None:
        return None
    given = {
        "cari": words.strip(),
        "bulan": month.strftime("%Y-%m") if month else "",
        "waktu": "lalu" if past else "",
        "sesudah": f"{key[0].isoformat()}.{key[1]}",
    }
    return "/kegiatan?" + urlencode({name: value for name, value in given.items() if value})
