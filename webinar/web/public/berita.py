"""Published berita: the list, the page with its counter, and the text as a file."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from flask import request

from webinar.adapters.links import absolute, reader_digest
from webinar.core.zones import WIB, local
from webinar.queries.berita import PublishedBerita, latest_berita, other_berita, published_berita
from webinar.services.reading import count_reading
from webinar.web.layout import render
from webinar.web.public import blueprint
from webinar.web.public.clock import now
from webinar.web.public.robots import is_person
from webinar.web.public.sharing import share_links

ON_PAGE = 15


@blueprint.get("/berita")
def berita_list() -> str:
    page = latest_berita(limit=ON_PAGE, after=_key(request.args.get("sesudah", "")))
    next_url = None
    if page.next_key is not None:
        at, last_id = page.next_key
        next_url = f"/berita?sesudah={at.astimezone(UTC):%Y%m%dT%H%M%S.%fZ}.{last_id}"
    return render("public/berita/list.html", section="berita", lines=page.lines, next_url=next_url)


@blueprint.get("/berita/<slug>")
def berita(slug: str) -> str:
    found = published_berita(slug)
    view_count = found.view_count + _count(found)
    url = absolute(f"/berita/{found.slug}")
    return render(
        "public/berita/berita.html",
        section="berita",
        berita=found,
        body=_body(found),
        view_count=view_count,
        others=other_berita(found.event_id, than=found.id),
        url=url,
        share_links=share_links(found.headline or "", url),
    )


def _body(found: PublishedBerita) -> str:
    return ""


def _count(found: PublishedBerita) -> int:
    """1 when this reading is a person's first today, else 0."""
    if not is_person(request):
        return 0
    at = now()
    address, agent = request.remote_addr or "", request.headers.get("User-Agent", "")
    reader = reader_digest(local(at, WIB).date().isoformat(), address, agent)
    return int(count_reading(found.id, reader, now=at))


def _key(text: str) -> tuple[datetime, int] | None:
    found = re.fullmatch(r"(\d{8}T\d{6}\.\d{6}Z)\.(\d{1,15})", text, re.ASCII)
    if found is None:
        return None
    try:
        return datetime.strptime(found[1], "%Y%m%dT%H%M%S.%fZ").replace(tzinfo=UTC), int(found[2])
    except ValueError:
        return None
