"""One event on the desk, and the terms of its registration."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webinar.core.access import Action
from webinar.queries import desk as query
from webinar.services.seats import RegistrationTerms, set_registration_terms
from webinar.web.desk import blueprint
from webinar.web.forms.terms import TermsForm
from webinar.web.guards import actor, needs


@blueprint.get("/kegiatan/<slug>")
@needs(Action.READ)
def event(slug: str) -> str:
    found = query.desk_event(slug)
    return render_template("desk/event/show.html", event=found, berita=query.event_berita(found.id))


@blueprint.route("/kegiatan/<slug>/pendaftaran", methods=["GET", "POST"])
@needs(Action.EDIT_EVENT)
def terms(slug: str) -> Response:
    """Open or close registration, set quota and waiting list."""
    found = query.desk_event(slug)
    groups = query.event_groups(found.id)
    form = TermsForm() if request.method == "POST" else TermsForm.of(found)
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        page = render_template("desk/event/terms.html", event=found, groups=groups, form=form)
        return make_response(page, status)
    promoted = set_registration_terms(
        found.id,
        RegistrationTerms(
            is_open=form.is_open.data,
            quota=form.quota.data,
            keeps_waiting_list=form.keeps_waiting_list.data,
            closes_at=found.registration_closes_at,
        ),
        actor=actor(),
        now=datetime.now(UTC),
    )
    flash(_("Pengaturan pendaftaran telah disimpan."))
    if promoted:
        flash(_("%(count)d orang dari daftar tunggu mendapat kursi.", count=promoted))
    return redirect(url_for("desk.event", slug=slug), 303)
