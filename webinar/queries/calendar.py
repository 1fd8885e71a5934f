"""What calendar files are made from."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import bindparam, select

from webinar.core.calendar.event import CalendarEvent
from webinar.core.calendar.schedule import SessionTime
from webinar.core.errors import NotFound
from webinar.core.states import EventState
from webinar.db import db
from webinar.models import Event, EventSession
from webinar.queries.quick import quick_row

_COLUMNS = [getattr(Event, field.name) for field in fields(CalendarEvent)]
_BY_SLUG = select(*_COLUMNS).where(Event.slug == bindparam("slug"), Event.state != EventState.DRAFT)


def calendar_event(slug: str) -> CalendarEvent:
    """The event as calendars see it, in one select; drafts are nobody's business. Raises NotFound."""
    row = quick_row(_BY_SLUG, slug=slug)
    if row is None:
        raise NotFound(f"no event has the slug {slug!r}")
    return CalendarEvent(*tuple(row))


def session_times(event_id: int) -> list[SessionTime]:
    rows = db.session.execute(
        select(
            EventSession.id,
            EventSession.name,
            EventSession.starts_at,
            EventSession.ends_at,
            EventSession.kind == "break",
        )
        .where(EventSession.event_id == event_id)
        .order_by(EventSession.number)
    )
    return [SessionTime(key, name, starts, ends, bool(rest)) for key, name, starts, ends, rest in rows]
