"""What an event's page shows besides its seats: people, sessions, berita."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from tests.factories.registration import NOW
from webinar.core.berita import Style, article_to_dict, compose
from webinar.core.document.model import EventDocument
from webinar.db import db, transaction
from webinar.models import Berita, Event, EventRole, EventSession

_numbers = count(1)


def slug_of(event_id: int) -> str:
    event = db.session.get_one(Event, event_id)
    slug = event.slug
    db.session.rollback()
    return slug


def a_role(event_id: int, **values: Any) -> None:
    """A speaker with titles and a position."""
    number = next(_numbers)
    defaults: dict[str, Any] = {
        "event_id": event_id,
        "part": "speaker",
        "number": number,
        "name": f"Sri Wahyuni {number}",
        "title_prefix": "Dr.",
        "title_suffix": "M.Si.",
        "position": "Ketua",
        "institution": "KPU Kabupaten Bantul",
    }
    with transaction() as tx:
        tx.session.add(EventRole(**defaults | values))


def speakers(event_id: int, many: int) -> None:
    for number in range(1, many + 1):
        a_role(event_id, number=number, session_order=number, session=number)


def sessions(event_id: int, many: int, *, start: datetime) -> None:
    """One after the other, half an hour each."""
    with transaction() as tx:
        for number in range(1, many + 1):
            begins = start + timedelta(minutes=30 * (number - 1))
            tx.session.add(
                EventSession(
                    event_id=event_id,
                    number=number,
                    order=number,
                    name=f"Sesi {number}",
                    starts_at=begins,
                    ends_at=begins + timedelta(minutes=30),
                )
            )


def a_berita(event_id: int, document: EventDocument | None = None, **values: Any) -> str:
    """The slug of a published report; its text is composed when a document is given."""
    number = next(_numbers)
    article = compose(document, Style()) if document else None
    defaults: dict[str, Any] = {
        "event_id": event_id,
        "slug": f"berita-{number}",
        "state": "published",
        "perspective": "attendee",
        "unit_name": f"KPU Kabupaten {number}",
        "headline": article.headline.text if article else f"KPU Kabupaten {number} Ikuti Webinar",
        "article": article_to_dict(article) if article else None,
        "created_at": NOW,
        "changed_at": NOW,
        "published_at": NOW,
    }
    with transaction() as tx:
        berita = Berita(**defaults | values)
        tx.session.add(berita)
        tx.session.flush()
        return berita.slug
