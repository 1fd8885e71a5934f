"""The directory of speakers and officials: the list, one person, and their record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime

from flask import flash, jsonify, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webinar.core.access import Action, may_with_person
from webinar.core.berita.printed import PrintedForms
from webinar.core.errors import PersonChanged
from webinar.core.likeness import Known, post_key
from webinar.core.person import PersonData, PositionData
from webinar.core.text import clean
from webinar.core.typed import TypedUnfit, typed_date
from webinar.models import Person
from webinar.queries import person as query
from webinar.queries.person_event import person_events, role_count
from webinar.queries.person_merge import known_of, people_like
from webinar.queries.picture import picture_of
from webinar.services.person_change import add_person, change_person, delete_person
from webinar.web.desk import blueprint
from webinar.web.forms.person import NewPersonForm, PersonForm
from webinar.web.forms.position import EndForm, PositionForm
from webinar.web.forms.when import today
from webinar.web.guards import actor, needs
from webinar.web.person_words import (
    ShownPosition,
    acting_words,
    held_today,
    positions_shown,
    printed_as,
    printed_preview,
    term_words,
)
from webinar.web.uploads import takes_files

LONGEST_SEARCH = 100

for word in (acting_words, term_words):
    blueprint.add_app_template_global(word)


def may_edit_person(chain: str) -> bool:
    """For lists: whether a record of this chain may be edited by who is signed in."""
    return may_with_person(actor(), Action.EDIT_PERSON, chain)


@blueprint.get("/orang")
@needs(Action.READ)
def people() -> str:
    search, institution = (
        clean(request.args.get(name, ""))[:LONGEST_SEARCH] for name in ("cari", "instansi")
    )
    wanted = query.person_search(search, institution)
    return render_template(
        "desk/person/list.html",
        page=query.people_page(wanted, today(), request.args.get("setelah")),
        institutions=query.institutions_named(),
        search=search,
        institution=institution,
    )


@blueprint.get("/orang/saran")
@needs(Action.EDIT_EVENT)
def suggested_people() -> Response:
    """For the editor of events, while somebody types a name: at most eight, from two letters on."""
    found = query.people_suggested(clean(request.args.get("cari", ""))[:LONGEST_SEARCH], asked_day())
    return jsonify([asdict(suggestion) for suggestion in found])


def asked_day() -> date:
    """The day an address asks for as it was typed; today where it asks for none that can be read."""
    try:
        return typed_date(request.args.get("tanggal", ""), today=today())
    except TypedUnfit:
        return today()


@blueprint.get("/orang/<int(max=2147483647):person_id>")
@needs(Action.READ)
def person(person_id: int) -> Response:
    return person_page(person_id)


def person_page(
    person_id: int, *, added: PositionForm | None = None, ended: tuple[int, EndForm] | None = None
) -> Response:
    """The page of a person, with the form of a position that has to be mended."""
    found = query.person_found(person_id)
    keeper = query.keeper_of(found)
    may_edit = may_edit_person(keeper.chain if keeper else "/")
    positions = positions_shown(found.positions, today())
    page = render_template(
        "desk/person/show.html",
        person=found,
        keeper=keeper,
        photo=picture_of(found.photo_id),
        positions=positions,
        preview=printed_preview(found),
        events=person_events(person_id, actor(), request.args.get("setelah")),
        may_edit=may_edit,
        alike=people_like(known_of(found), today()) if may_edit else [],
        added=added or PositionForm(formdata=None),
        ends=_end_forms(positions) | dict([ended] if ended else []),
    )
    return make_response(page, 422 if added or ended else 200)


def _end_forms(positions: list[ShownPosition]) -> dict[int, EndForm]:
    """A form for each position that is held and whose end nobody knows."""
    open_ones = (shown for shown in positions if shown.is_held and shown.position.valid_to is None)
    return {shown.id: EndForm.of(shown.id, today()) for shown in open_ones}


@blueprint.route("/orang/baru", methods=["GET", "POST"])
@needs(Action.EDIT_PERSON)
@takes_files
def new_person() -> Response:
    """Somebody of a name that is known already is shown those first; the second button saves."""
    form = NewPersonForm()
    now = datetime.now(UTC)
    photo_id = form.photo.taken(None, actor=actor(), now=now) if request.method == "POST" else None
    if "lihat" in request.form:
        return _new_page(form, preview=printed_as(form.to_data(photo_id), form.to_position()))
    if not form.validate_on_submit():
        return _new_page(form)
    position = form.to_position()
    alike = people_like(_known_by(form.to_data(photo_id), position), today())
    if alike and "tetap" not in request.form:
        return _new_page(form, alike=alike)
    made = add_person(form.to_data(photo_id), [position] if position else [], actor=actor(), now=now)
    flash(_("Data orang telah disimpan."))
    return redirect(url_for("desk.person", person_id=made), 303)


def _new_page(
    form: NewPersonForm,
    *,
    alike: Sequence[query.ListedPerson] = (),
    preview: PrintedForms | None = None,
) -> Response:
    page = render_template("desk/person/new.html", form=form, alike=alike, preview=preview)
    return make_response(page, 422 if form.errors or alike else 200)


def _known_by(data: PersonData, position: PositionData | None) -> Known:
    """Somebody not yet recorded, as guesses look at people."""
    posts = {post_key(position.name, position.institution)} if position else set()
    houses = {position.institution.casefold()} if position and position.institution else set()
    return Known(0, data.name, data.title_suffix, frozenset(posts), frozenset(houses))


@blueprint.route("/orang/<int(max=2147483647):person_id>/sunting", methods=["GET", "POST"])
@needs(Action.EDIT_PERSON)
@takes_files
def edit_person(person_id: int) -> Response:
    found = query.person_found(person_id)
    keeper = query.keeper_of(found)
    if request.method == "GET":
        return _edit_page(found, PersonForm.of(query.data_of(found), keeper.name if keeper else None))
    form = PersonForm()
    now = datetime.now(UTC)
    photo_id = form.photo.taken(found.photo_id, actor=actor(), now=now)
    if "lihat" in request.form:
        return _edit_page(found, form, printed_as(form.to_data(photo_id), held_today(found)))
    if not form.validate_on_submit():
        return _edit_page(found, form)
    try:
        is_changed = change_person(person_id, form.to_edit(photo_id), actor=actor(), now=now)
    except PersonChanged as refusal:
        fresh = query.person_found(person_id)
        form.show_conflicts(refusal.theirs, query.data_of(fresh))
        return _edit_page(fresh, form)
    flash(_("Data orang telah disimpan.") if is_changed else _("Tidak ada yang berubah."))
    return redirect(url_for("desk.person", person_id=person_id), 303)


def _edit_page(found: Person, form: PersonForm, preview: PrintedForms | None = None) -> Response:
    page = render_template("desk/person/edit.html", person=found, form=form, preview=preview)
    return make_response(page, 422 if form.errors else 200)


@blueprint.route("/orang/<int(max=2147483647):person_id>/hapus", methods=["GET", "POST"])
@needs(Action.EDIT_PERSON)
def remove_person(person_id: int) -> Response:
    """What happens is said first; events keep the name as they printed it."""
    found = query.person_found(person_id)
    count = role_count(person_id)
    if request.method == "GET":
        return make_response(render_template("desk/person/delete.html", person=found, count=count))
    name = found.name
    delete_person(person_id, actor=actor(), now=datetime.now(UTC))
    flash(_("Data %(name)s telah dihapus.", name=name))
    if count:
        flash(_("Nama pada kegiatan tetap seperti yang tercetak."))
    return redirect(url_for("desk.people"), 303)
