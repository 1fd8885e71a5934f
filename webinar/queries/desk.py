"""Single things as the desk opens them."""

from __future__ import annotations

from sqlalchemy import select

from webinar.core.errors import NotFound
from webinar.db import db
from webinar.models import Berita, Event, ParticipantGroup


def desk_event(slug: str) -> Event:
    """Raises NotFound."""
    event = db.session.scalar(select(Event).where(Event.slug == slug))
    if event is None:
        raise NotFound(f"no event has the slug {slug!r}")
    return event


def event_groups(event_id: int) -> list[ParticipantGroup]:
    return list(
        db.session.scalars(
            select(ParticipantGroup)
            .where(ParticipantGroup.event_id == event_id)
            .order_by(ParticipantGroup.number)
        )
    )


def desk_berita(berita_id: int) -> Berita:
    """Raises NotFound."""
    berita = db.session.get(Berita, berita_id)
    if berita is None:
        raise NotFound
    return berita
