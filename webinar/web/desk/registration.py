"""The registrations of an event, as its organiser reads them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from flask import render_template, request, url_for
from flask_babel import gettext as _

from webinar.core.access import Action
from webinar.core.groups import group_phrase
from webinar.core.people import full_name
from webinar.core.search import asked_words
from webinar.core.states import RegistrationState
from webinar.core.zones import local, zone_of
from webinar.queries.paging import key_number
from webinar.queries.region import Regency
from webinar.queries.registration_list import (
    ListedRegistration,
    RegisteredEvent,
    event_registrations,
    registered_event,
)
from webinar.queries.registration_search import RegistrationSearch, RegistrationSort
from webinar.web.desk import blueprint
from webinar.web.desk.listing import MOST_LETTERS, Choice, Listing, listing, turn
from webinar.web.filters import sentence, short_date
from webinar.web.forms.region import regencies_by_code
from webinar.web.guards import needs
from webinar.web.kept import kept
from webinar.web.language import chosen_language

FAILED_MAIL = "surel-gagal"
SORTS = {
    "datang": RegistrationSort.ARRIVAL,
    "nama": RegistrationSort.NAME,
    "instansi": RegistrationSort.INSTITUTION,
}


class RegistrationRow(NamedTuple):
    """A line as it is printed, in the order the table tells it."""

    name: str
    email: str
    whatsapp: str | None
    institution: str
    unit: str | None
    position: str | None
    need: str | None
    question: str | None
    region: str
    state: str
    group: str | None
    day: str
    clock: str


@blueprint.get("/kegiatan/<slug>/pendaftar")
@needs(Action.READ_REGISTRATIONS)
def registrations(slug: str) -> str:
    given = request.args
    group_id = key_number(given.get("kelompok"))
    search = RegistrationSearch(
        words=asked_words(given.get("cari", "")[:MOST_LETTERS]),
        state=_known(given.get("status"), frozenset(RegistrationState)),
        group_id=group_id,
        has_failed_mail=given.get("status") == FAILED_MAIL,
        province=_known(given.get("provinsi"), _provinces()),
    )
    event = registered_event(slug, search)
    asked = _asked(event)
    search = replace(search, sort=SORTS[asked.sort], is_descending=asked.is_descending)
    found = event_registrations(event, search, turn())
    return render_template(
        "desk/registration/list.html",
        event=event,
        asked=asked,
        page=found.page,
        rows=_rows(found.page.rows, event),
        is_by_word=found.is_by_word,
        zone_code=zone_of(event.zone_name).code,
    )


def _rows(found: Iterable[ListedRegistration], event: RegisteredEvent) -> list[RegistrationRow]:
    zone, regions = zone_of(event.zone_name), regencies_by_code()
    groups = {group.id: sentence(group_phrase(group)) for group in event.groups}
    return [_row(one, local(one.created_at, zone), regions, groups) for one in found]


def _row(
    one: ListedRegistration, came: datetime, regions: Mapping[str, Regency], groups: Mapping[int, str]
) -> RegistrationRow:
    region = regions.get(one.region_code or "")
    return RegistrationRow(
        name=full_name(one.full_name, one.title_prefix, one.title_suffix),
        email=one.email,
        whatsapp=one.whatsapp,
        institution=one.institution,
        unit=one.unit,
        position=one.position,
        need=one.accessibility_need,
        question=one.question,
        region=region.label if region else "–",
        state=one.state,
        group=groups.get(one.group_id or 0),
        day=short_date(came.date()),
        clock=f"{came:%H.%M}",
    )


def _known(value: str | None, known: Container[str]) -> str | None:
    return value if value in known else None


def _provinces() -> dict[str, str]:
    """The names of provinces by their codes."""
    return kept("regencies").get(
        "provinces", lambda: {r.code.partition(".")[0]: r.province for r in regencies_by_code().values()}
    )


def _asked(event: RegisteredEvent) -> Listing:
    groups = tuple((str(group.id), sentence(group_phrase(group))) for group in event.groups)
    states, provinces, orders = _known_choices(chosen_language(), tuple(_provinces().items()))
    return listing(
        url_for("desk.registrations", slug=event.slug),
        texts={"cari": _("Pencarian")},
        choices=(
            states,
            *([Choice("kelompok", _("Kelompok"), (("", _("Semua")), *groups))] if groups else []),
            provinces,
        ),
        orders=orders,
    )


@lru_cache(8)
def _known_choices(
    _language: str, provinces: tuple[tuple[str, str], ...]
) -> tuple[Choice, Choice, tuple[tuple[str, str], ...]]:
    """Those that do not depend on the event, and the orders."""
    everything = ("", _("Semua"))
    states = (
        ("confirmed", _("Terdaftar")),
        ("waiting", _("Daftar tunggu")),
        ("cancelled", _("Dibatalkan")),
        (FAILED_MAIL, _("Surel tidak sampai")),
    )
    orders = (
        ("datang", _("Urutan mendaftar")),
        ("-datang", _("Terakhir mendaftar")),
        ("nama", _("Nama")),
        ("instansi", _("Instansi")),
    )
    return (
        Choice("status", _("Status"), (everything, *states)),
        Choice("provinsi", _("Provinsi"), (everything, *provinces)),
        orders,
    )
