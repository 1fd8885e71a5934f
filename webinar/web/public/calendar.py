"""The calendar file of an event: the same bytes for every client until the record changes."""

from __future__ import annotations

from flask import Response, request

from webinar.adapters.calendar import calendar_file
from webinar.queries.calendar import calendar_event, session_times
from webinar.web.front import marked
from webinar.web.public import blueprint


@blueprint.get("/kegiatan/<slug>/event.ics")
def event_ics(slug: str) -> Response:
    """One select while this version is kept, two when it is made; 304 for who has it."""
    event = marked(lambda: calendar_event(slug))
    file = calendar_file(event, session_times(event.id))
    response = Response(file.content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{_ascii(slug)}.ics"'
    response.headers["Cache-Control"] = "public, max-age=300"
    response.last_modified = file.changed_at
    response.set_etag(file.etag)
    response.make_conditional(request)
    return response


def _ascii(slug: str) -> str:
    return "".join(c for c in slug if c.isascii() and (c.isalnum() or c in "-_")) or "kegiatan"
