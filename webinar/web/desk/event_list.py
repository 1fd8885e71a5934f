"""All events somebody may read, as a list."""

from __future__ import annotations

from flask import render_template, request

from webinar.core.access import Action
from webinar.queries import event_list as query
from webinar.web.desk import blueprint
from webinar.web.guards import actor, needs


@blueprint.get("/kegiatan")
@needs(Action.READ)
def events() -> str:
    return render_template(
        "desk/event/list.html", page=query.desk_events(actor(), request.args.get("setelah"))
    )
