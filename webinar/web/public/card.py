"""The picture that chats and networks show with the link of an event."""

from __future__ import annotations

from flask import Response, request

from webinar.adapters.documents.card import card_digest, kept_card
from webinar.adapters.links import settings
from webinar.core.card import card_of
from webinar.queries.card import card_facts
from webinar.web.public import blueprint


@blueprint.get("/kegiatan/<slug>/kartu.png")
def card(slug: str) -> Response:
    """One select and a file; made on the first request after a change. 304 for who has it."""
    wanted = card_of(card_facts(slug), site=settings().site_name)
    response = Response(mimetype="image/png")
    response.set_etag(card_digest(wanted))
    response.headers["Cache-Control"] = "public, max-age=3600"
    response.make_conditional(request)
    if response.status_code != 304:
        response.data = kept_card(wanted)
    return response
