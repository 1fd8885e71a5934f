"""Calendar files, built once per version of an event and kept in this process."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from webinar.adapters.links import settings
from webinar.core.calendar.event import CalendarEvent, entries_of
from webinar.core.calendar.publication import publication
from webinar.core.calendar.schedule import SessionTime

PRODUCT = "-//webinar//Kegiatan daring//ID"
MOST_KEPT = 500
_kept: OrderedDict[tuple[object, ...], CalendarFile] = OrderedDict()


@dataclass(frozen=True)
class CalendarFile:
    """The bytes of the file, their strong ETag, and when the content last changed."""

    content: bytes
    etag: str
    changed_at: datetime


def calendar_file(event: CalendarEvent, sessions: Callable[[], Sequence[SessionTime]]) -> CalendarFile:
    """The file of an event; ``sessions`` is only asked when this version was not built before."""
    chosen = settings()
    key = (chosen.base_url, chosen.contact, event.id, event.uid, event.version, event.state)
    file = _kept.get(key)
    if file is None:
        entries = entries_of(event, sessions(), base_url=chosen.base_url, contact=chosen.contact)
        content = publication(entries, product=PRODUCT)
        file = CalendarFile(content, sha256(content).hexdigest()[:32], event.changed_at)
        _kept[key] = file
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return file
