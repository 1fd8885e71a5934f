"""One field for everything: events, people and offices, from two letters on."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import render_template, request

from webinar.core.access import Action
from webinar.core.search import asked_words
from webinar.core.zones import WIB, local
from webinar.queries import search as query
from webinar.queries.search import MOST_FOUND
from webinar.web.desk import blueprint
from webinar.web.desk.event_list import event_rows
from webinar.web.desk.listing import MOST_LETTERS
from webinar.web.guards import actor, needs

LEAST_LETTERS = 2


@blueprint.get("/cari")
@needs(Action.READ)
def search() -> str:
    text = request.args.get("cari", "").strip()[:MOST_LETTERS]
    words = asked_words(text)
    if not words or len(words[0]) < LEAST_LETTERS:
        return render_template("desk/search/search.html", text=text, is_asked=False)
    now = datetime.now(UTC)
    events = query.found_events(actor(), words)
    return render_template(
        "desk/search/search.html",
        text=text,
        is_asked=True,
        most=MOST_FOUND,
        events=event_rows(events, now),
        people=query.found_people(words, on=local(now, WIB).date()),
        offices=query.found_offices(words),
    )
