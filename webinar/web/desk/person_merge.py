"""Two records of one person: proposed, shown side by side, and made one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from werkzeug.wrappers import Response

from webinar.core.access import Action
from webinar.core.errors import NotFound, PersonChanged
from webinar.core.likeness import Likeness
from webinar.core.people import post
from webinar.core.person import differing, merged, pair_digest, united
from webinar.core.text import clean
from webinar.models import Office, Person
from webinar.queries import person as query
from webinar.queries.person_event import role_count
from webinar.queries.person_merge import known_of, likely_pairs, people_like
from webinar.queries.picture import picture_of
from webinar.services.person_merge import merge_people
from webinar.web.desk import blueprint
from webinar.web.desk.person import LONGEST_SEARCH, may_edit_person
from webinar.web.forms.when import today
from webinar.web.guards import actor, needs

PERSON = "/orang/<int(max=2147483647):person_id>"
FIELD_WORDS = {
    "title_prefix": _l("Gelar depan"),
    "name": _l("Nama"),
    "title_suffix": _l("Gelar belakang"),
    "short_name": _l("Sebutan singkat"),
    "photo_id": _l("Foto"),
    "biography": _l("Riwayat hidup singkat"),
    "precedence": _l("Urutan protokoler"),
    "email": _l("Alamat surel"),
    "whatsapp": _l("Nomor WhatsApp"),
    "contact_note": _l("Catatan kontak"),
    "keeper_id": _l("Dikelola oleh"),
}


@dataclass(frozen=True)
class Row:
    """A field of both records; ``is_open``: they differ and somebody has to choose."""

    name: str
    word: Any
    kept: Any
    other: Any
    is_open: bool


@blueprint.get("/orang/ganda")
@needs(Action.EDIT_PERSON)
def likely_same_people() -> str:
    """Pairs of the whole directory; those of others are seen, and merged by who keeps both."""
    pairs = likely_pairs(today())
    return render_template(
        "desk/person/pairs.html",
        sure=[pair for pair in pairs if pair.likeness == Likeness.SAME_POST],
        unsure=[pair for pair in pairs if pair.likeness == Likeness.SAME_NAME],
        may_edit_person=may_edit_person,
    )


@blueprint.get(f"{PERSON}/gabung")
@needs(Action.EDIT_PERSON)
def choose_same_person(person_id: int) -> str:
    """Who else this may be: guessed, or looked for."""
    found = query.person_found(person_id)
    search = clean(request.args.get("cari", ""))[:LONGEST_SEARCH]
    page = query.people_page(query.person_search(search), today()) if search else None
    return render_template(
        "desk/person/choose.html",
        person=found,
        alike=people_like(known_of(found), today()),
        rows=[row for row in page.rows if row.id != person_id] if page else None,
        search=search,
        may_edit_person=may_edit_person,
    )


@blueprint.route(f"{PERSON}/gabung/<int(max=2147483647):other_id>", methods=["GET", "POST"])
@needs(Action.EDIT_PERSON)
def merge_two_people(person_id: int, other_id: int) -> Response:
    """Both side by side; the address names first the record that stays."""
    if person_id == other_id:
        raise NotFound
    kept, other = query.person_found(person_id), query.person_found(other_id)
    if request.method == "GET":
        return _comparison(kept, other)
    chosen = [name for name in FIELD_WORDS if request.form.get(name) == "other"]
    try:
        moved = merge_people(
            person_id,
            other_id,
            chosen,
            actor=actor(),
            now=datetime.now(UTC),
            seen=request.form.get("seen", ""),
        )
    except PersonChanged:
        return _comparison(query.person_found(person_id), query.person_found(other_id), is_stale=True)
    flash(_("Kedua data telah digabungkan."))
    if moved:
        flash(ngettext("%(num)d peran kegiatan ikut pindah.", "%(num)d peran kegiatan ikut pindah.", moved))
    return redirect(url_for("desk.person", person_id=person_id), 303)


def _comparison(kept: Person, other: Person, *, is_stale: bool = False) -> Response:
    mine, theirs = query.data_of(kept), query.data_of(other)
    terms = united(query.positions_data(kept), query.positions_data(other))
    page = render_template(
        "desk/person/merge.html",
        kept=kept,
        other=other,
        rows=_rows(kept, other),
        result=merged(mine, theirs, []),
        terms=[(post(term.name, term.institution, term.acting), term) for term in terms],
        counts=(role_count(kept.id), role_count(other.id)),
        seen=pair_digest(mine, theirs),
        is_stale=is_stale,
    )
    return make_response(page, 409 if is_stale else 200)


def _rows(kept: Person, other: Person) -> list[Row]:
    """The fields of which either knows anything, with what a reader sees of them."""
    mine, theirs = query.data_of(kept), query.data_of(other)
    open_fields = differing(mine, theirs)
    offices = (query.keeper_of(kept), query.keeper_of(other))
    seen: dict[str, tuple[Any, Any]] = {
        "photo_id": (picture_of(kept.photo_id), picture_of(other.photo_id)),
        "keeper_id": (_name(offices[0]), _name(offices[1])),
    }
    return [
        Row(name, word, *seen.get(name, (getattr(mine, name), getattr(theirs, name))), name in open_fields)
        for name, word in FIELD_WORDS.items()
        if getattr(mine, name) is not None or getattr(theirs, name) is not None
    ]


def _name(office: Office | None) -> str | None:
    return office.name if office else None
