"""Offices: all of them province by province, and the page of each with its events and berita."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from flask import request
from flask_babel import gettext as _

from webinar.adapters.links import absolute
from webinar.core.zones import zone_of
from webinar.queries.public_calendar import Wanted, event_list
from webinar.queries.public_office import (
    OfficeLine,
    PublicOffice,
    office_berita,
    office_index,
    offices_below,
    public_office,
)
from webinar.queries.region import region_label
from webinar.web.layout import render
from webinar.web.preferences import chosen_zone
from webinar.web.public import blueprint
from webinar.web.public.clock import now
from webinar.web.public.facts import web_address
from webinar.web.public.listing import entry

PATH = "/satuan-kerja"
LONGEST_SEARCH = 100
COMING, PAST, BERITA = 10, 6, 5


@blueprint.get(PATH)
def office_list() -> str:
    """In one select; the words are looked for in name and province."""
    words = " ".join(request.args.get("cari", "")[:LONGEST_SEARCH].replace("\0", " ").split())
    found = [line for line in office_index() if _has_words(line, words.casefold().split())]
    return render(
        "public/office/list.html",
        section="satuan-kerja",
        words=words,
        groups=_by_province(found),
        count=len(found),
        canonical=None if words else absolute(PATH),
    )


@blueprint.get(f"{PATH}/<slug>")
def office(slug: str) -> str:
    """Five selects, however many offices are below."""
    found, at, zone = public_office(slug), now(), chosen_zone()
    with_below = request.args.get("bawah") == "1"
    wanted = Wanted(office_id=found.id, with_below=with_below)
    coming = event_list(now=at, wanted=wanted, limit=COMING)
    past = event_list(now=at, wanted=wanted, past=True, limit=PAST)
    path = f"{PATH}/{found.slug}"
    return render(
        "public/office/office.html",
        section="satuan-kerja",
        office=found,
        region=_region(found),
        office_zone=zone_of(found.zone_name) if found.zone_name else None,
        website=_website(found.website),
        with_below=with_below,
        below=offices_below(found.id),
        coming=[entry(line, zone=zone, now=at) for line in coming.lines],
        has_more_coming=coming.next_key is not None,
        past=[entry(line, zone=zone, now=at) for line in past.lines],
        has_more_past=past.next_key is not None,
        berita=office_berita(found.id, with_below=with_below, limit=BERITA),
        path=path,
        list_url=f"/kegiatan?satker={found.slug}" + ("&bawah=1" if with_below else ""),
        url=absolute(path),
    )


def _has_words(line: OfficeLine, words: Iterable[str]) -> bool:
    text = f"{line.name} {line.long_name or ''} {line.province or ''}".casefold()
    return all(word in text for word in words)


def _by_province(lines: Iterable[OfficeLine]) -> list[tuple[str, str, list[OfficeLine]]]:
    """Name, anchor and offices of each group: the national ones, the provinces, and who has no region."""
    known = list(lines)
    national = [line for line in known if line.province is None and line.level == "national"]
    rest = [line for line in known if line not in national]
    groups = [(_("Pusat"), "pusat", national)] if national else []
    others: list[OfficeLine] = []
    for (code, name), members in groupby(rest, key=lambda line: (line.province_code, line.province)):
        if code and name:
            groups.append((name, f"provinsi-{code}", list(members)))
        else:
            others += members
    return [*groups, (_("Lembaga lain"), "lembaga-lain", others)] if others else groups


def _region(found: PublicOffice) -> str | None:
    if found.region is None:
        return found.city
    label = region_label(found.region, found.region_kind or "")
    is_below = found.province is not None and found.province != found.region
    return f"{label}, {found.province}" if is_below else _("Provinsi %(name)s", name=label)


def _website(text: str | None) -> tuple[str, str] | None:
    """The address to follow and how it is shown; offices write theirs without a scheme, too."""
    if not text:
        return None
    bare = re.sub(r"^https?://", "", text.strip()).rstrip("/")
    address = web_address(text.strip()) or web_address(f"https://{bare}")
    return (address, bare) if address and "." in bare else None
