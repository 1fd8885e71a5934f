"""Published berita: the list, the page with its counter, and the text as a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from flask import Response, request
from markupsafe import Markup

from webinar.adapters.links import absolute, reader_digest
from webinar.core.zones import WIB, local, zone_of
from webinar.queries.berita import PublishedBerita, latest_berita, other_berita, published_berita
from webinar.services.reading import count_reading
from webinar.web.filters import article_html
from webinar.web.kept import kept
from webinar.web.layout import render
from webinar.web.preferences import chosen_zone
from webinar.web.public import blueprint
from webinar.web.public.clock import now
from webinar.web.public.files import FORMATS, berita_file
from webinar.web.public.linked_data import berita_json_ld
from webinar.web.public.robots import is_person
from webinar.web.public.sharing import share_links

ON_PAGE = 15
LONGEST_LEAD = 300


@dataclass(frozen=True)
class Text:
    """What is made of an article once: the body, and its first sentence for those who share it."""

    body: Markup
    lead: str


@blueprint.get("/berita")
def berita_list() -> str:
    page = latest_berita(limit=ON_PAGE, after=_key(request.args.get("sesudah", "")))
    next_url = None
    if page.next_key is not None:
        at, last_id = page.next_key
        next_url = f"/berita?sesudah={at.astimezone(UTC):%Y%m%dT%H%M%S.%fZ}.{last_id}"
    return render("public/berita/list.html", section="berita", lines=page.lines, next_url=next_url)


@blueprint.get("/berita/<slug>")
def berita(slug: str) -> Response:
    """The article; a person's first reading of a day is counted."""
    found = published_berita(slug)
    text = kept("berita").get((found.id, found.slug, found.changed_at), lambda: _text(found))
    url = absolute(f"/berita/{found.slug}")
    page = render(
        "public/berita/berita.html",
        section="berita",
        berita=found,
        body=text.body,
        lead=text.lead,
        zone=chosen_zone() or zone_of(found.event_zone),
        view_count=found.view_count + _count(found),
        others=other_berita(found.event_id, than=found.id),
        url=url,
        share_links=share_links(found.headline or found.event_title, url),
        json_ld=berita_json_ld(found, url, text.lead),
        downloads=[(suffix, fmt.word) for suffix, fmt in FORMATS.items()] if found.article else [],
    )
    return Response(page, headers={"Cache-Control": "no-cache", "Vary": "Cookie"})


@blueprint.get("/berita/<slug>.<any(txt, md, docx, pdf):suffix>")
def berita_download(slug: str, suffix: str) -> Response:
    """The text to carry away; made once for a version of the article."""
    found = published_berita(slug)
    key = (found.id, found.slug, found.changed_at, suffix)
    content = kept("berita files", 50).get(key, lambda: berita_file(found, suffix))
    response = Response(content, content_type=FORMATS[suffix].content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{found.slug}.{suffix}"'
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response


def _text(found: PublishedBerita) -> Text:
    from webinar.core.berita import article_from_dict  # its word tables are wanted by berita pages only

    if not found.article:
        return Text(Markup(), found.event_title)
    article = article_from_dict(found.article)
    sentences = article.sentences
    lead = sentences[0].text if sentences else found.event_title
    return Text(article_html(article), lead[:LONGEST_LEAD])


def _count(found: PublishedBerita) -> int:
    """1 when this reading is a person's first today, else 0."""
    if not is_person(request):
        return 0
    at = now()
    address, agent = request.remote_addr or "", request.headers.get("User-Agent", "")
    reader = reader_digest(local(at, WIB).date().isoformat(), address, agent)
    # A reload is told from this process's memory; only what it has not seen asks for the write lock.
    key = (found.id, found.slug, reader)
    if kept("readers", 20_000).has(key):
        return 0
    is_first = count_reading(found.id, reader, now=at)
    kept("readers", 20_000).get(key, lambda: True)
    return int(is_first)


def _key(text: str) -> tuple[datetime, int] | None:
    found = re.fullmatch(r"(\d{8}T\d{6}\.\d{6}Z)\.(\d{1,9})", text, re.ASCII)
    if found is None:
        return None
    try:
        return datetime.strptime(found[1], "%Y%m%dT%H%M%S.%fZ").replace(tzinfo=UTC), int(found[2])
    except ValueError:
        return None
