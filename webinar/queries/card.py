"""What the card of an event is made from."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import bindparam, select

from webinar.core.card import CardFacts
from webinar.core.errors import NotFound
from webinar.core.states import EventState
from webinar.models import Event
from webinar.queries.quick import quick_row

_COLUMNS = [getattr(Event, field.name) for field in fields(CardFacts)]
_BY_SLUG = select(*_COLUMNS).where(Event.slug == bindparam("slug"), Event.state != EventState.DRAFT)


def card_facts(slug: str) -> CardFacts:
    """In one narrow select. Raises NotFound for what does not exist and for drafts."""
    row = quick_row(_BY_SLUG, slug=slug)
    if row is None:
        raise NotFound
    return CardFacts(*tuple(row))
