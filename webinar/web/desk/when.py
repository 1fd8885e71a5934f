"""Answers while somebody types a date and hours: what they mean, and what speaks against them."""

from __future__ import annotations

from flask import render_template, request

from webinar.core.access import Action, may
from webinar.core.checklist import by_phase
from webinar.core.errors import NotFound
from webinar.core.zones import BY_CODE, zone_of
from webinar.models import Event
from webinar.queries.clash import audience_of_event, event_clashes, watched_event
from webinar.web.cautions import caution_sentence
from webinar.web.checklist import checklist_word, phase_word
from webinar.web.clashes import clash_sentence
from webinar.web.desk import blueprint
from webinar.web.echo import echo_typed
from webinar.web.guards import actor, needs

LONGEST_ASKED = 300  # characters of one part of the question
MOST_SCOPES = 20

for function in (echo_typed, caution_sentence, clash_sentence, by_phase, phase_word, checklist_word):
    blueprint.add_app_template_global(function)


@blueprint.get("/waktu")
@needs(Action.EDIT_EVENT)
def when() -> str:
    """A fragment of a page. ``kegiatan`` is the event whose people, room and groups are watched;
    ``wilayah`` may come several times (``se-Indonesia``, ``Papua``).
    """
    asked = {name: request.args.get(name, "")[:LONGEST_ASKED] for name in request.args}
    event = _watched(asked.get("kegiatan"))
    zone = BY_CODE.get(asked.get("zona", "")) or zone_of(event.zone_name if event else "WIB")
    echo = echo_typed(
        day=asked.get("tanggal", ""),
        last=asked.get("sampai", ""),
        start=asked.get("mulai", ""),
        end=asked.get("selesai", ""),
        zone=zone.code,
        scopes=[scope[:LONGEST_ASKED] for scope in request.args.getlist("wilayah")[:MOST_SCOPES]],
        invited=audience_of_event(event, zone) if event else None,
    )
    clashes = event_clashes(event, actor=actor(), planned=echo.planned) if event and echo.planned else ()
    return render_template("desk/when/_echo.html", echo=echo, clashes=clashes)


def _watched(slug: str | None) -> Event | None:
    """An event this person may edit; nothing is told of others."""
    if not slug:
        return None
    try:
        event, chain = watched_event(slug)
    except NotFound:
        return None
    return event if may(actor(), Action.EDIT_EVENT, chain) else None
