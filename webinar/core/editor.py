"""The event editor's sections as data: which fields each has, how long they may be, where problems belong.

Lengths come from the table of the event document; fields that no document tells have theirs here. Section
and row names are the words of their addresses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from webinar.core.document.kinds import Choice, Day, Flag, Kind, Many, Text, Whole, table
from webinar.core.document.model import (
    CoOrganiser,
    EventDocument,
    InvitationLetter,
    LegalBasis,
    Organiser,
    ParticipantGroup,
    Photo,
    Session,
    Speaker,
)
from webinar.core.states import GroupKind, Part
from webinar.core.zones import BY_CODE


class Section(StrEnum):
    BASICS = "dasar"
    TIME = "waktu"
    PEOPLE = "orang"
    PROGRAMME = "susunan"
    GROUPS = "peserta"
    REGISTRATION = "pendaftaran"
    LETTER = "surat"
    POSTER = "poster"
    COMMITTEE = "panitia"


class Rows(StrEnum):
    """Lists within sections, each row a form of its own."""

    PEOPLE = "orang"
    SESSIONS = "sesi"
    GROUPS = "kelompok"
    LEGAL_BASIS = "dasar-hukum"
    PARTNERS = "mitra"
    COMMITTEE = "petugas"


SECTION_OF: Mapping[Rows, Section] = {
    Rows.PEOPLE: Section.PEOPLE,
    Rows.SESSIONS: Section.PROGRAMME,
    Rows.GROUPS: Section.GROUPS,
    Rows.LEGAL_BASIS: Section.LETTER,
    Rows.PARTNERS: Section.LETTER,
    Rows.COMMITTEE: Section.COMMITTEE,
}

MOST_SEATS = 1_000_000
MOST_COMMITTEE = 100
SINGLE_PARTS = frozenset({Part.OPENER, Part.CLOSER})  # the document has room for one
ANNOUNCED = ("start_on", "end_on", "starts", "ends", "zone")  # after publication only by rescheduling
_CLOCK = Text("Jam, seperti 13:00", 5)


def _of(of: type, *names: str) -> dict[str, Kind]:
    fields = table(of)
    return {name: fields[name].kind for name in names}


FIELDS: Mapping[Section, Mapping[str, Kind]] = {
    Section.BASICS: {
        **_of(EventDocument, "title", "event_type", "theme", "occasion", "background"),
        "topic": Text("Topik, untuk menyaring kalender", 80),
        **_of(EventDocument, "target_region", "hashtags"),
        "organiser_name": table(Organiser)["name"].kind,  # of events that somebody else holds
    },
    Section.TIME: {
        "start_on": Day("Hari pertama"),
        "end_on": Day("Hari terakhir"),
        "starts": _CLOCK,
        "ends": _CLOCK,
        "zone": Choice("Zona waktu", tuple(BY_CODE)),
        **_of(EventDocument, "mode", "platform", "live_stream", "venue"),
        "meeting_link": Text("Tautan rapat, hanya untuk peserta terdaftar", 1_000),
        "meeting_access": Text("Nomor dan sandi rapat", 300),
    },
    Section.REGISTRATION: {
        "is_open": Flag("Pendaftaran dibuka"),
        "quota": Whole("Kuota", 0, MOST_SEATS),
        "keeps_waiting_list": Flag("Daftar tunggu"),
        "closes_on": Day("Hari pendaftaran ditutup"),
        "closes": _CLOCK,
    },
    Section.LETTER: _of(InvitationLetter, "number", "date", "sender"),
    Section.POSTER: {"poster_id": Whole("Gambar", 1), "alt": _of(Photo, "alt")["alt"]},
    Section.COMMITTEE: {"owner_id": Whole("Akun penanggung jawab", 1)},
}

ROW_FIELDS: Mapping[Rows, Mapping[str, Kind]] = {
    Rows.PEOPLE: {
        "part": Choice("Tugas", tuple(Part)),
        **_of(Speaker, "role", "name", "title_prefix", "title_suffix", "short_name", "position"),
        **_of(Speaker, "institution", "acting", "represents", "talk_title", "session"),
    },
    Rows.SESSIONS: {
        **_of(Session, "name", "kind", "theme", "audience", "day"),
        "starts": _CLOCK,
        "ends": _CLOCK,
    },
    Rows.GROUPS: {
        "kind": Choice("Jenis kelompok", tuple(GroupKind)),
        **_of(ParticipantGroup, "positions", "units", "label", "members", "scope"),
        "quota": Whole("Kuota", 0, MOST_SEATS),
    },
    Rows.LEGAL_BASIS: _of(LegalBasis, "name", "number", "year", "about"),
    Rows.PARTNERS: _of(CoOrganiser, "name", "long_name"),
    Rows.COMMITTEE: {"name": Text("Nama", 200), "task": Text("Tugas", 200)},
}


def longest(kind: Kind) -> int:
    """Characters of a text; of one item, where the field is a list."""
    if isinstance(kind, Many):
        kind = kind.item  # type: ignore[assignment]
    if not isinstance(kind, Text):
        raise TypeError(kind)
    return kind.most


def most_rows(rows: Rows) -> int:
    """How many rows a list may have; of people, as many in each part."""
    names = {
        Rows.PEOPLE: "speakers",
        Rows.SESSIONS: "sessions",
        Rows.GROUPS: "participant_groups",
        Rows.LEGAL_BASIS: "legal_basis",
        Rows.PARTNERS: "co_organisers",
    }
    if rows not in names:
        return MOST_COMMITTEE
    kind = table(EventDocument)[names[rows]].kind
    assert isinstance(kind, Many)  # noqa: S101 - said for the type checker
    return kind.most


@dataclass(frozen=True)
class Place:
    """Where a field of the document is edited: a section's field, or that of the row with this number."""

    section: Section
    field: str | None = None
    rows: Rows | None = None
    number: int | None = None
    part: Part | None = None  # of people: ``number`` counts those with this part


_TIME = {
    "dates.start_date": "start_on",
    "dates.end_date": "end_on",
    "dates": "start_on",
    "start": "starts",
    "end": "ends",
    "timezone": "zone",
    "tz_database": "zone",
}
_PARTS = {
    "opened_by": Part.OPENER,
    "closed_by": Part.CLOSER,
    "remarks_by": Part.REMARKS,
    "speakers": Part.SPEAKER,
    "moderators": Part.MODERATOR,
    "also_present": Part.ALSO_PRESENT,
    "masters_of_ceremonies": Part.MASTER_OF_CEREMONIES,
    "note_takers": Part.NOTE_TAKER,
}
_LISTS = {
    "sessions": Rows.SESSIONS,
    "participant_groups": Rows.GROUPS,
    "legal_basis": Rows.LEGAL_BASIS,
    "co_organisers": Rows.PARTNERS,
}
_CLOCKS = {"start": "starts", "end": "ends"}
_PATH = re.compile(r"(?P<head>\w+)(?:\[(?P<number>\d+)\])?(?:\.(?P<field>\w+))?")


def place_of(path: str) -> Place | None:
    """The place of a path of the document (``sessions[2].end``); None for what the editor does not show."""
    if path in _TIME:
        return Place(Section.TIME, _TIME[path])
    match = _PATH.match(path)
    if match is None:
        return None
    head, field = match["head"], match["field"]
    number = int(match["number"]) if match["number"] else None
    if head in _PARTS:
        return Place(Section.PEOPLE, field, Rows.PEOPLE, number or 0, _PARTS[head])
    if head in _LISTS:
        rows = _LISTS[head]
        return Place(SECTION_OF[rows], _CLOCKS.get(field or "", field), rows, number)
    if head == "organiser":
        return Place(Section.BASICS, "organiser_name")
    if head == "invitation_letter":
        return Place(Section.LETTER, field)
    return next((Place(section, head) for section, fields in FIELDS.items() if head in fields), None)
