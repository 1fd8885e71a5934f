"""The public addresses for search engines: an index, and its pages (sitemaps.org, protocol 0.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain
from xml.sax.saxutils import escape

from flask import Response

from webinar.adapters.links import absolute
from webinar.core.errors import NotFound
from webinar.queries.sitemap import Part, sitemap_entries, sitemap_pages
from webinar.web.public import blueprint

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
PAGES = ("/", "/kegiatan", "/berita", "/satuan-kerja", "/pelindungan-data")
IN_A_PIECE = 500  # addresses sent at a time


@blueprint.get("/sitemap.xml")
def sitemap() -> Response:
    """One select. Only pages with something on them."""
    pages = ((f"/sitemap/{p.part}-{p.number}.xml", p.changed_at) for p in sitemap_pages())
    return _answer("sitemapindex", "sitemap", chain([("/sitemap/halaman.xml", None)], pages))


@blueprint.get("/sitemap/halaman.xml")
def sitemap_of_lists() -> Response:
    return _answer("urlset", "url", ((path, None) for path in PAGES))


@blueprint.get("/sitemap/<any('kegiatan', 'berita', 'satuan-kerja'):part>-<int(max=400000):number>.xml")
def sitemap_page(part: str, number: int) -> Response:
    """At most 5,000 addresses, in one select."""
    entries = [(f"/{part}/{entry.slug}", entry.changed_at) for entry in sitemap_entries(Part(part), number)]
    if not entries:
        raise NotFound
    return _answer("urlset", "url", entries)


def _answer(root: str, tag: str, entries: Iterable[tuple[str, datetime | None]]) -> Response:
    response = Response(_pieces(root, tag, absolute(""), list(entries)), mimetype="application/xml")
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


def _pieces(root: str, tag: str, base: str, entries: list[tuple[str, datetime | None]]) -> Iterator[str]:
    """The document in pieces, so that its text is never whole in memory."""
    yield f"{HEAD}<{root} {NAMESPACE}>\n"
    for start in range(0, len(entries), IN_A_PIECE):
        piece = entries[start : start + IN_A_PIECE]
        yield "".join(_entry(tag, base + path, changed_at) for path, changed_at in piece)
    yield f"</{root}>\n"


def _entry(tag: str, address: str, changed_at: datetime | None) -> str:
    lastmod = f"<lastmod>{changed_at.isoformat(timespec='seconds')}</lastmod>" if changed_at else ""
    return f"<{tag}><loc>{escape(address)}</loc>{lastmod}</{tag}>\n"
