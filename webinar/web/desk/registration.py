"""The registrations of an event, as its organiser reads them."""

from __future__ import annotations

from flask import render_template, request

from webinar.core.access import Action
from webinar.queries.desk import desk_event
from webinar.queries.registration_list import event_registrations
from webinar.web.desk import blueprint
from webinar.web.guards import needs


@blueprint.get("/kegiatan/<slug>/pendaftar")
@needs(Action.READ_REGISTRATIONS)
def registrations(slug: str) -> str:
    event = desk_event(slug)
    search = request.args.get("cari", "")[:100]
    state = request.args.get("status", "")
    page = event_registrations(event.id, search=search, state=state, after=request.args.get("setelah"))
    return render_template("desk/registration/list.html", event=event, page=page, search=search, state=state)
