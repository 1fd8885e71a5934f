"""An event document as the values of the record's columns; ``queries/document.py`` is the way back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from webinar.core.document.model import (
    BY_POSITION,
    EventDocument,
    Person,
    PersonWithRemarks,
    Speaker,
)
from webinar.core.document.write import write_part
from webinar.core.document.zone import event_zone
from webinar.core.states import GroupKind, NoteKind, Part

SAME_IN_EVENT = (
    *("language", "event_type", "title", "theme", "occasion", "background", "first_of_its_kind"),
    *("target_region", "timezone", "tz_database", "mode", "platform", "live_stream", "venue"),
)
SAME_IN_ROLE = (
    *("name", "title_prefix", "title_suffix", "short_name", "position", "institution", "acting"),
    "represents",
)
SAME_FOR_SPEAKER = ("session_order", "role", "talk_title", "session")
SAME_IN_SESSION = ("order", "name", "kind", "theme", "audience", "day")
SAME_IN_REPORT = ("perspective", "attending_from", "dateline_city", "closing_note")

Values = dict[str, Any]


@dataclass(frozen=True)
class RoleValues:
    """A person's part: the columns, and what one office's note taker wrote down of it."""

    columns: Values
    notes: tuple[tuple[NoteKind, int, str], ...]


def event_values(document: EventDocument) -> Values:
    """What every office knows of the event; instants in UTC, the zone in force always named."""
    organiser = document.organiser
    return {
        **_same(document, SAME_IN_EVENT),
        "series": write_part(document.series),
        "invitation_letter": write_part(document.invitation_letter),
        "legal_basis": _parts(document.legal_basis),
        "organiser_name": organiser.name,
        "organiser_long_name": organiser.long_name,
        "organiser_level": organiser.level,
        "co_organisers": _parts(document.co_organisers),
        "start_on": document.dates.start_date,
        "end_on": document.dates.end_date,
        "starts_at": _instant(document.start),
        "ends_at": _instant(document.end),
        "zone_name": document.tz_database or event_zone(document).name,
    }


def session_values(document: EventDocument) -> list[Values]:
    """``number`` is the place in the list, ``order`` what the document calls the session."""
    return [
        {
            "number": number,
            **_same(session, SAME_IN_SESSION),
            "starts_at": _instant(session.start),
            "ends_at": _instant(session.end),
        }
        for number, session in enumerate(document.sessions)
    ]


def group_values(document: EventDocument) -> list[Values]:
    """Rules and lists; that a group is open to everybody a document does not say."""
    return [
        {
            "number": number,
            "kind": GroupKind.RULE if group.kind == BY_POSITION else GroupKind.LIST,
            "positions": list(group.positions),
            "units": list(group.units),
            "label": group.label,
            "members": list(group.members),
            "scope": group.scope,
        }
        for number, group in enumerate(document.participant_groups)
    ]


def report_values(document: EventDocument) -> Values:
    """What one office alone knows: its view, its people, its notes of the whole."""
    unit = document.reporting_unit
    return {
        **_same(document, SAME_IN_REPORT),
        "unit_name": unit.name,
        "unit_long_name": unit.long_name,
        "unit_level": unit.level,
        "unit_city": unit.city,
        "unit_site": unit.site,
        "reported_day": document.dates.reported_day,
        "delegation": _parts(document.delegation),
        "attendance": write_part(document.attendance),
        "discussion": _parts(document.discussion),
        "quotes": _parts(document.quotes),
        "hashtags": list(document.hashtags),
        "photos": _parts(document.photos),
        "byline": write_part(document.byline),
    }


def role_values(document: EventDocument) -> list[RoleValues]:
    """All parts that people have, each part numbered by itself."""
    return [
        *_roles(Part.OPENER, [document.opened_by] if document.opened_by else []),
        *_roles(Part.REMARKS, document.remarks_by),
        *_roles(Part.SPEAKER, document.speakers),
        *_roles(Part.MODERATOR, document.moderators),
        *_roles(Part.ALSO_PRESENT, document.also_present),
        *_roles(Part.MASTER_OF_CEREMONIES, document.masters_of_ceremonies),
        *_roles(Part.NOTE_TAKER, document.note_takers),
        *_roles(Part.CLOSER, [document.closed_by] if document.closed_by else []),
    ]


def _roles(part: Part, people: Sequence[Person]) -> Iterator[RoleValues]:
    for number, person in enumerate(people):
        columns = {"part": part, "number": number, **_same(person, SAME_IN_ROLE)}
        columns |= {name: getattr(person, name, None) for name in SAME_FOR_SPEAKER}
        yield RoleValues(columns, tuple(_notes(person)))


def _notes(person: Person) -> Iterator[tuple[NoteKind, int, str]]:
    if isinstance(person, PersonWithRemarks):
        yield from _numbered(NoteKind.REMARK, person.remarks)
    if isinstance(person, Speaker):
        yield from _numbered(NoteKind.INTRO, [person.intro] if person.intro else [])
        yield from _numbered(NoteKind.KEY_POINT, person.key_points)
        yield from _numbered(NoteKind.SUMMARY, [person.summary] if person.summary else [])
        yield from _numbered(NoteKind.QUOTE, person.quotes)


def _numbered(kind: NoteKind, texts: Sequence[str]) -> Iterator[tuple[NoteKind, int, str]]:
    return ((kind, number, text) for number, text in enumerate(texts))


def _same(source: object, names: Sequence[str]) -> Values:
    return {name: getattr(source, name) for name in names}


def _parts(parts: Sequence[object]) -> list[Values | None]:
    return [write_part(part) for part in parts]


def _instant(moment: datetime | None) -> datetime | None:
    return moment and moment.astimezone(UTC)
