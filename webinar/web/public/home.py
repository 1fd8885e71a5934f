"""Home: the nearest event with its clocks, the next ones, the latest berita."""

from __future__ import annotations

from webinar.queries.berita import latest_berita
from webinar.queries.public_calendar import coming_events
from webinar.web.layout import render
from webinar.web.preferences import chosen_zone
from webinar.web.public import blueprint
from webinar.web.public.clock import now
from webinar.web.public.listing import by_month, entry

ON_HOME = 8


@blueprint.get("/")
def home() -> str:
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
