"""The desk's list of events."""

from __future__ import annotations

from sqlalchemy import select, tuple_

from webinar.core.access import Action, Actor
from webinar.db import db
from webinar.models import Event
from webinar.queries.access import visible_to
from webinar.queries.paging import PAGE, Page, key_number, page_of


def desk_events(actor: Actor, after: str | None = None) -> Page[Event]:
    """Events this person may read, the latest day first. ``after`` is a key this gave."""
    statement = visible_to(select(Event), actor, Action.READ, Event.keeper_id)
    statement = statement.order_by(Event.start_on.desc(), Event.id.desc()).limit(PAGE + 1)
    key = key_number(after)
    if key is not None:
        event = db.session.get(Event, key)
        if event is not None:
            statement = statement.where(tuple_(Event.start_on, Event.id) < (event.start_on, event.id))
    return page_of(list(db.session.scalars(statement)))
