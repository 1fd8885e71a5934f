"""Templates: begun from, renamed, deleted."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import flash, make_response, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webinar.core.access import Action, may
from webinar.queries.series import template_for, templates_for
from webinar.services.template import begin_from_template, delete_template, rename_template
from webinar.web.desk import blueprint
from webinar.web.desk.listing import Listing, turn
from webinar.web.forms.copy import BeginForm, RenameForm
from webinar.web.guards import actor, needs


@blueprint.get("/templat")
@needs(Action.EDIT_EVENT)
def templates() -> str:
    page = templates_for(actor(), turn())
    own = {line.id for line in page.rows if may(actor(), Action.EDIT_EVENT, line.office_chain)}
    asked = Listing(url_for("desk.templates"), {})
    return render_template("desk/template/list.html", page=page, asked=asked, own=own)


@blueprint.route("/templat/<int(max=2147483647):number>/pakai", methods=["GET", "POST"])
@needs(Action.EDIT_EVENT)
def begin_event(number: int) -> Response:
    """A draft from a template of one's own office or of one above it."""
    template = template_for(actor(), number)
    form = BeginForm()
    if not form.validate_on_submit() or form.office.office is None or form.start_on.data is None:
        page = render_template("desk/template/begin.html", template=template, form=form)
        return make_response(page, 422 if form.errors else 200)
    slug = begin_from_template(
        template.id,
        title=form.title.data or "",
        start_on=form.start_on.data,
        keeper_id=form.office.office.id,
        actor=actor(),
        now=datetime.now(UTC),
    )
    flash(_("Draf telah dibuat dari templat."))
    return redirect(url_for("desk.event", slug=slug), 303)


@blueprint.route("/templat/<int(max=2147483647):template_id>/ubah", methods=["GET", "POST"])
@needs(Action.EDIT_EVENT)
def rename_kept_template(template_id: int) -> Response:
    template = template_for(actor(), template_id)
    form = RenameForm(data={"name": template.name})
    if not form.validate_on_submit():
        page = render_template("desk/template/edit.html", template=template, form=form)
        return make_response(page, 422 if form.errors else 200)
    rename_template(template_id, form.name.data or "", actor=actor(), now=datetime.now(UTC))
    flash(_("Nama templat telah diubah."))
    return redirect(url_for("desk.templates"), 303)


@blueprint.post("/templat/<int(max=2147483647):template_id>/hapus")
@needs(Action.EDIT_EVENT)
def delete_kept_template(template_id: int) -> Response:
    delete_template(template_id, actor=actor(), now=datetime.now(UTC))
    flash(_("Templat telah dihapus. Kegiatan yang dibuat darinya tidak berubah."))
    return redirect(url_for("desk.templates"), 303)
