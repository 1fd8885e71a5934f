"""The registrations of an event, as its organiser reads them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from flask import render_template, request, url_for
from flask_babel import gettext as _

from webinar.core.access import Action
from webinar.core.groups import group_phrase
from webinar.core.search import asked_words
from webinar.core.states import RegistrationState
from webinar.core.zones import zone_of
from webinar.queries.paging import key_number
from webinar.queries.registration_list import RegisteredEvent, event_registrations, registered_event
from webinar.queries.registration_search import RegistrationSearch, RegistrationSort
from webinar.web.desk import blueprint
from webinar.web.desk.listing import MOST_LETTERS, Choice, Listing, listing, turn
from webinar.web.filters import sentence
from webinar.web.forms.region import regencies_by_code
from webinar.web.guards import needs
from webinar.web.kept import kept

FAILED_MAIL = "surel-gagal"
SORTS = {
    "datang": RegistrationSort.ARRIVAL,
    "nama": RegistrationSort.NAME,
    "instansi": RegistrationSort.INSTITUTION,
}


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
    return render_template(
        "desk/registration/list.html",
        event=event,
        asked=asked,
        found=event_registrations(event, search, turn()),
        regions=regencies_by_code(),
        zone=zone_of(event.zone_name),
        groups={group.id: sentence(group_phrase(group)) for group in event.groups},
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
    choices = (
        Choice(
            "status",
            _("Status"),
            (
                ("", _("Semua")),
                ("confirmed", _("Terdaftar")),
                ("waiting", _("Daftar tunggu")),
                ("cancelled", _("Dibatalkan")),
                (FAILED_MAIL, _("Surel tidak sampai")),
            ),
        ),
        Choice("kelompok", _("Kelompok"), (("", _("Semua")), *groups)),
        Choice("provinsi", _("Provinsi"), (("", _("Semua")), *_provinces().items())),
    )
    return listing(
        url_for("desk.registrations", slug=event.slug),
        texts={"cari": _("Pencarian")},
        choices=tuple(choice for choice in choices if len(choice.options) > 1),
        orders=(
            ("datang", _("Urutan mendaftar")),
            ("-datang", _("Terakhir mendaftar")),
            ("nama", _("Nama")),
            ("instansi", _("Instansi")),
        ),
    )
