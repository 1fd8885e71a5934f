"""A new event from one there is: the same document with chosen parts, moved to another day.

What one office reported of the old event (notes, delegation, attendance, quotations, photos) is never copied.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from webinar.core.document.model import (
    EventDocument,
    Organiser,
    Person,
    PersonWithRemarks,
    ReportingUnit,
    Session,
    Speaker,
)

PersonOf = TypeVar("PersonOf", bound=Person)


class CopyPart(StrEnum):
    """What may be taken over or left; a copy always has title, kind, organiser and clock times."""

    DESCRIPTION = "description"
    PLACE = "place"
    PEOPLE = "people"
    PROGRAMME = "programme"
    AUDIENCE = "audience"
    PARTNERS = "partners"
    REGISTRATION = "registration"
    POSTER = "poster"
    COMMITTEE = "committee"
    TIMES = "times"  # only between events that there are


ALL_PARTS = frozenset(CopyPart) - {CopyPart.TIMES}
_ALWAYS = ("language", "event_type", "title", "organiser", "timezone", "tz_database", "perspective")
_OF_DOCUMENT: dict[CopyPart, tuple[str, ...]] = {
    CopyPart.DESCRIPTION: ("theme", "occasion", "background", "series", "target_region", "hashtags"),
    CopyPart.PLACE: ("mode", "platform", "live_stream", "venue"),
    CopyPart.PEOPLE: (
        *("opened_by", "closed_by", "remarks_by", "moderators", "also_present", "masters_of_ceremonies"),
        *("note_takers", "speakers"),
    ),
    CopyPart.PROGRAMME: ("sessions",),
    CopyPart.AUDIENCE: ("participant_groups",),
    CopyPart.PARTNERS: ("legal_basis", "co_organisers"),
    CopyPart.TIMES: ("start", "end"),
}
_OF_RECORD: dict[CopyPart, tuple[str, ...]] = {
    CopyPart.DESCRIPTION: ("topic", "hashtags"),
    CopyPart.PLACE: ("meeting_link", "meeting_access"),
    CopyPart.REGISTRATION: ("quota", "keeps_waiting_list"),
    CopyPart.POSTER: ("poster_id",),
    CopyPart.COMMITTEE: ("owner_id", "committee"),
}


def record_fields(parts: Collection[CopyPart]) -> tuple[str, ...]:
    """The event's columns of these parts that no document tells."""
    return tuple(name for part in CopyPart if part in parts for name in _OF_RECORD.get(part, ()))


def joined(document: EventDocument, other: EventDocument, parts: Collection[CopyPart]) -> EventDocument:
    """The document with the parts of the other one, moved to its own day; all else stays."""
    moved = copied(other, parts, start_on=document.dates.start_date)
    names = [name for part in CopyPart if part in parts for name in _OF_DOCUMENT.get(part, ())]
    values: dict[str, Any] = {name: getattr(moved, name) for name in names}
    return replace(document, **values)


def copied(
    document: EventDocument, parts: Collection[CopyPart], *, start_on: date, title: str | None = None
) -> EventDocument:
    """The new event's document, without identity; times and sessions are moved to begin on ``start_on``."""
    taken = [*_ALWAYS, *(name for part in parts for name in _OF_DOCUMENT.get(part, ()))]
    values: dict[str, Any] = {name: _without_notes(getattr(document, name)) for name in taken}
    moved = start_on - document.dates.start_date
    last = document.dates.end_date
    return EventDocument(
        **values
        | {
            "title": title or document.title,
            "dates": replace(
                document.dates, start_date=start_on, end_date=last and last + moved, reported_day=None
            ),
            "start": _moved(document.start, moved),
            "end": _moved(document.end, moved),
            "reporting_unit": _unit(document.organiser),
            "perspective": "organiser",
            "sessions": tuple(_session(session, moved) for session in values.get("sessions", ())),
            "speakers": tuple(
                speaker if CopyPart.PROGRAMME in parts else replace(speaker, session=None)
                for speaker in values.get("speakers", ())
            ),
        }
    )


def _moved(moment: datetime | None, days: timedelta) -> datetime | None:
    """The same clock time on another day; the zones of Indonesia have no summer time."""
    return moment and moment + days


def _session(session: Session, days: timedelta) -> Session:
    return replace(session, start=_moved(session.start, days), end=_moved(session.end, days))


def _unit(organiser: Organiser) -> ReportingUnit:
    return ReportingUnit(organiser.name, organiser.long_name, organiser.level)


def _without_notes(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_without_notes(item) for item in value)
    return _noteless(value) if isinstance(value, Person) else value


def _noteless(person: PersonOf) -> PersonOf:
    notes = {PersonWithRemarks: ("remarks",), Speaker: ("intro", "key_points", "summary", "quotes")}
    names = notes.get(type(person), ())
    empty: dict[str, Any] = {f.name: f.default for f in fields(person) if f.name in names}
    return replace(person, **empty)
