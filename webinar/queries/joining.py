"""How registered participants come into the room; no public page asks for it."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import bindparam, select

from webinar.core.states import EventState
from webinar.models import Event
from webinar.queries.quick import quick_row


class Joining(NamedTuple):
    """The link of the room, and its id and passcode as typed."""

    link: str | None
    access: str | None


_COLUMNS = [getattr(Event, f"meeting_{name}") for name in Joining._fields]
_JOINING = select(*_COLUMNS).where(Event.id == bindparam("id"), Event.state == EventState.PUBLISHED)


def joining_of(event_id: int) -> Joining:
    """In one narrow select. Nothing while the event is not published: then there is nothing to join."""
    row = quick_row(_JOINING, id=event_id)
    return Joining._make(row) if row else Joining(None, None)
