"""Calendar files of this installation, with what HTTP needs to know of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from webinar.adapters.links import settings
from webinar.core.calendar.event import CalendarEvent, entries_of
from webinar.core.calendar.publication import publication
from webinar.core.calendar.schedule import SessionTime

PRODUCT = "-//webinar//Kegiatan daring//ID"


@dataclass(frozen=True)
class CalendarFile:
    """The bytes of the file, their strong ETag, and when the content last changed."""

    content: bytes
    etag: str
    changed_at: datetime


def calendar_file(event: CalendarEvent, sessions: Sequence[SessionTime]) -> CalendarFile:
    """The file of an event; the same version always gives the same bytes."""
    chosen = settings()
    entries = entries_of(event, sessions, base_url=chosen.base_url, contact=chosen.contact)
    content = publication(entries, product=PRODUCT)
    return CalendarFile(content, sha256(content).hexdigest()[:32], event.changed_at)
