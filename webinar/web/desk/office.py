"""Offices on the desk: the tree, one office, and what its managers do with it."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import groupby

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webinar.core.access import Action
from webinar.core.errors import OfficeChanged, OfficeInUse, OfficeKnown, Refusal
from webinar.core.office import LEVELS
from webinar.core.office_tree import Place
from webinar.core.search import asked_words
from webinar.core.text import clean
from webinar.core.zones import WIB, local
from webinar.queries import office_list as query
from webinar.queries.colleague import members_of
from webinar.queries.office import data_of, office_uses
from webinar.queries.paging import Turn
from webinar.services.office_change import add_office, change_office, move_office, remove_office
from webinar.web.desk import blueprint
from webinar.web.forms.office import (
    NewOfficeForm,
    OfficeForm,
    PlaceForm,
    level_options,
    level_word,
    office_region_options,
    province_names,
    province_options,
    region_label,
)
from webinar.web.guards import actor, needs
from webinar.web.office_words import place_fault, use_words

for word in (level_options, level_word, office_region_options, province_options, region_label):
    blueprint.add_app_template_global(word)


@blueprint.get("/satuan-kerja")
@needs(Action.READ)
def offices() -> str:
    search = clean(request.args.get("cari", ""))[:100]
    level, province = request.args.get("jenjang", ""), request.args.get("provinsi", "")
    wanted = query.OfficeSearch(
        words=asked_words(search),
        level=level if level in LEVELS else None,
        province=province if province in province_names() else None,
    )
    page = query.desk_offices(actor(), wanted, request.args.get("setelah"))
    return render_template(
        "desk/office/list.html", page=page, groups=_by_province(page.rows), search=search, wanted=wanted
    )


def _by_province(rows: list[query.OfficeLine]) -> list[tuple[str | None, list[query.OfficeLine]]]:
    """The rows as they come, under the name of their province; the centre stands above all headings."""
    found: list[tuple[str | None, list[query.OfficeLine]]] = []
    for code, group in groupby(rows, key=lambda row: (row.region_code or "")[:2]):
        outside = None if not found else _("Di luar wilayah")
        found.append((province_names().get(code, outside), list(group)))
    return found


@blueprint.get("/satuan-kerja/<office_slug>")
@needs(Action.READ)
def office(office_slug: str) -> str:
    found = query.desk_office(office_slug)
    today = local(datetime.now(UTC), WIB).date()
    return render_template(
        "desk/office/show.html",
        found=found,
        office=found.office,
        members=members_of(found.office.id, Turn()),
        events=query.coming_events_of(found.office.id, today=today),
    )


@blueprint.route("/satuan-kerja/baru", methods=["GET", "POST"])
@needs(Action.EDIT_OFFICE)
def new_office() -> Response:
    form = NewOfficeForm()
    if request.method == "GET":
        form.parent.data = clean(request.args.get("atas", ""))[:200]
    if form.validate_on_submit():
        place = Place(form.parent_id, form.takes_rights.data)
        try:
            slug = add_office(form.to_data(), place, actor=actor(), now=datetime.now(UTC))
        except Refusal as refusal:
            _explain(form, refusal)
        else:
            flash(_("Satuan kerja telah dibuat."))
            return redirect(url_for("desk.office", office_slug=slug), 303)
    page = render_template("desk/office/new.html", form=form)
    return make_response(page, 422 if form.errors else 200)


@blueprint.route("/satuan-kerja/<office_slug>/sunting", methods=["GET", "POST"])
@needs(Action.EDIT_OFFICE)
def edit_office(office_slug: str) -> Response:
    office = query.desk_office(office_slug).office
    form = OfficeForm()
    if request.method == "GET":
        form.show(data_of(office))
    elif form.validate_on_submit():
        try:
            change_office(office.id, form.to_edit(), actor=actor(), now=datetime.now(UTC))
        except OfficeChanged as refusal:
            _name_conflicts(form, refusal)
            form.see(data_of(query.desk_office(office_slug).office))
        except Refusal as refusal:
            _explain(form, refusal)
        else:
            flash(_("Data satuan kerja telah disimpan."))
            return redirect(url_for("desk.office", office_slug=office_slug), 303)
    page = render_template("desk/office/edit.html", form=form, office=office)
    return make_response(page, 422 if form.errors else 200)


@blueprint.route("/satuan-kerja/<office_slug>/pindah", methods=["GET", "POST"])
@needs(Action.EDIT_OFFICE)
def place_office(office_slug: str) -> Response:
    """Another office above, or another answer to whether rights come from there."""
    found = query.desk_office(office_slug)
    form = PlaceForm()
    if request.method == "GET":
        form.parent.data = found.above.name if found.above else None
        form.takes_rights.data = found.office.takes_rights
    elif form.validate_on_submit():
        place = Place(form.parent_id, form.takes_rights.data)
        try:
            move_office(found.office.id, place, actor=actor(), now=datetime.now(UTC))
        except Refusal as refusal:
            _explain(form, refusal)
        else:
            flash(_("Tempat satuan kerja telah disimpan."))
            return redirect(url_for("desk.office", office_slug=office_slug), 303)
    page = render_template("desk/office/place.html", form=form, found=found, office=found.office)
    return make_response(page, 422 if form.errors else 200)


@blueprint.route("/satuan-kerja/<office_slug>/hapus", methods=["GET", "POST"])
@needs(Action.EDIT_OFFICE)
def delete_office(office_slug: str) -> Response:
    """Asked once more; what refers to the office is named."""
    office = query.desk_office(office_slug).office
    uses = office_uses(office.id)
    if request.method == "POST":
        try:
            remove_office(office.id, actor=actor(), now=datetime.now(UTC))
        except OfficeInUse as refusal:
            uses = refusal.uses
        else:
            flash(_("%(name)s telah dihapus.", name=office.name))
            return redirect(url_for("desk.offices"), 303)
    page = render_template("desk/office/delete.html", office=office, uses=use_words(uses))
    return make_response(page, 409 if request.method == "POST" else 200)


def _explain(form: OfficeForm | PlaceForm, refusal: Refusal) -> None:
    """Put the sentence at the field it is about; what is no refusal of ours goes on."""
    if isinstance(refusal, OfficeKnown) and isinstance(form, OfficeForm):
        form.name.errors = [_("Sudah ada satuan kerja ini: %(name)s.", name=refusal.name)]
    elif isinstance(form, PlaceForm) and (sentence := place_fault(refusal, form.parent.data)):
        form.parent.errors = [sentence]
    else:
        raise refusal


def _name_conflicts(form: OfficeForm, refusal: OfficeChanged) -> None:
    again = _("Simpan lagi untuk memakai tulisan Anda.")
    for name, value in refusal.now.items():
        shown = level_word(value) if name == "level" else value
        changed = (
            _("Sementara Anda menulis, isian ini diubah menjadi “%(value)s”.", value=shown)
            if shown
            else _("Sementara Anda menulis, isian ini dikosongkan.")
        )
        form[name].errors = [f"{changed} {again}"]
