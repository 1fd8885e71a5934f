"""The positions of a person, each a row with small forms of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime

from flask import flash, make_response, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webinar.core.access import Action
from webinar.core.errors import EndsBeforeStart, NotFound, PersonChanged
from webinar.models import Person, Position
from webinar.queries.person import person_found, position_data
from webinar.services import person_change as service
from webinar.web.desk import blueprint
from webinar.web.desk.person import person_page
from webinar.web.forms.position import EndForm, PositionForm, prefix_of
from webinar.web.guards import actor, needs

PERSON = "/orang/<int(max=2147483647):person_id>"
POSITION = f"{PERSON}/jabatan/<int(max=2147483647):position_id>"


@blueprint.post(f"{PERSON}/jabatan")
@needs(Action.EDIT_PERSON)
def add_held_position(person_id: int) -> Response:
    form = PositionForm()
    if not form.validate_on_submit():
        return person_page(person_id, added=form)
    service.add_position(person_id, form.to_data(), actor=actor(), now=datetime.now(UTC))
    return _done(person_id, _("Jabatan telah ditambahkan."))


@blueprint.route(POSITION, methods=["GET", "POST"])
@needs(Action.EDIT_PERSON)
def edit_held_position(person_id: int, position_id: int) -> Response:
    form = PositionForm.of(position_data(_held(person_id, position_id)[1]))
    if not form.validate_on_submit():
        return _edit_page(person_id, position_id, form)
    try:
        service.change_position(person_id, position_id, form.to_edit(), actor=actor(), now=datetime.now(UTC))
    except PersonChanged as refusal:
        form.show_conflicts(refusal.theirs, position_data(_held(person_id, position_id)[1]))
        return _edit_page(person_id, position_id, form)
    except EndsBeforeStart:
        form.refuse_end()
        return _edit_page(person_id, position_id, form)
    return _done(person_id, _("Jabatan telah disimpan."))


def _held(person_id: int, position_id: int) -> tuple[Person, Position]:
    """Raises NotFound where the position is somebody else's."""
    person = person_found(person_id)
    position = next((held for held in person.positions if held.id == position_id), None)
    if position is None:
        raise NotFound
    return person, position


def _edit_page(person_id: int, position_id: int, form: PositionForm) -> Response:
    person, position = _held(person_id, position_id)
    page = render_template("desk/person/position.html", person=person, position=position, form=form)
    return make_response(page, 422 if form.errors else 200)


@blueprint.post(f"{POSITION}/akhiri")
@needs(Action.EDIT_PERSON)
def end_held_position(person_id: int, position_id: int) -> Response:
    form = EndForm(prefix=prefix_of(position_id))
    day = form.last_day.data if form.validate_on_submit() else None
    if not isinstance(day, date):
        return person_page(person_id, ended=(position_id, form))
    try:
        service.end_position(person_id, position_id, day, actor=actor(), now=datetime.now(UTC))
    except EndsBeforeStart:
        form.last_day.errors = [_("Tanggal ini mendahului hari mulai menjabat.")]
        return person_page(person_id, ended=(position_id, form))
    return _done(person_id, _("Akhir masa jabatan telah dicatat."))


@blueprint.post(f"{POSITION}/hapus")
@needs(Action.EDIT_PERSON)
def remove_held_position(person_id: int, position_id: int) -> Response:
    service.remove_position(person_id, position_id, actor=actor(), now=datetime.now(UTC))
    return _done(person_id, _("Jabatan telah dihapus."))


def _done(person_id: int, said: str) -> Response:
    flash(said)
    return redirect(url_for("desk.person", person_id=person_id, _anchor="jabatan"), 303)
