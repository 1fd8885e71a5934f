"""A copy of an event, and an event kept as a template."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webinar.core.access import Action
from webinar.core.copy import ALL_PARTS, CopyPart
from webinar.core.errors import NotFound
from webinar.core.zones import clock, zone_of
from webinar.models import Event
from webinar.queries.desk import desk_event
from webinar.services.copy import copy_event
from webinar.services.template import save_template
from webinar.web.desk import blueprint
from webinar.web.forms.copy import CopyForm, TemplateForm
from webinar.web.guards import actor, needs

EVERY_PART = [part for part in CopyPart if part in ALL_PARTS]


@blueprint.route("/kegiatan/<slug>/salin", methods=["GET", "POST"])
@needs(Action.EDIT_EVENT)
def copy_of_event(slug: str) -> Response:
    """A draft with the parts chosen; it belongs to the same office."""
    event = desk_event(slug)
    proposed = {"title": event.title, "start_on": event.start_on + timedelta(days=7), "parts": EVERY_PART}
    form = CopyForm() if request.method == "POST" else CopyForm(data=proposed)
    if not form.validate_on_submit() or form.start_on.data is None:
        page = render_template("desk/copy/copy.html", event=event, form=form, hours=_hours_of(event))
        return make_response(page, 422 if form.errors else 200)
    made = copy_event(
        event.id,
        set(form.parts.data),
        title=form.title.data or "",
        start_on=form.start_on.data,
        keeper_id=_keeper_of(event),
        actor=actor(),
        now=datetime.now(UTC),
    )
    flash(_("Salinan telah dibuat sebagai draf. Pendaftar dan catatan tidak ikut disalin."))
    return redirect(url_for("desk.event", slug=made), 303)


@blueprint.route("/kegiatan/<slug>/templat", methods=["GET", "POST"])
@needs(Action.EDIT_EVENT)
def keep_as_template(slug: str) -> Response:
    event = desk_event(slug)
    proposed = {"name": event.title[:200], "parts": EVERY_PART}
    form = TemplateForm() if request.method == "POST" else TemplateForm(data=proposed)
    if not form.validate_on_submit():
        page = render_template("desk/template/new.html", event=event, form=form)
        return make_response(page, 422 if form.errors else 200)
    save_template(
        event.id,
        set(form.parts.data),
        name=form.name.data or "",
        office_id=_keeper_of(event),
        actor=actor(),
        now=datetime.now(UTC),
    )
    flash(_("Templat telah disimpan. Satuan kerja di bawah dapat memakainya juga."))
    return redirect(url_for("desk.templates"), 303)


def _hours_of(event: Event) -> dict[str, str]:
    """As they would be typed, so that the new date is answered with the hours it will have."""
    zone = zone_of(event.zone_name)
    start, end = (clock(at, zone) if at else "" for at in (event.starts_at, event.ends_at))
    return {"start": start, "end": end, "zone": zone.code}


def _keeper_of(event: Event) -> int:
    """Raises NotFound for an event that no office keeps: nothing of its kind can belong to one."""
    if event.keeper_id is None:
        raise NotFound
    return event.keeper_id
