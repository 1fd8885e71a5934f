"""The event document: one event as an office knows it, before it and after it.

Every fact that the berita, the exports and the previews print comes from here. Texts are Indonesian,
dates are ``datetime.date``, clock times are aware ``datetime`` with the offset of the event's zone.
Absent text is ``None``, an absent list is the empty tuple; only ``title``, ``organiser.name``,
``reporting_unit.name``, ``perspective`` and ``dates.start_date`` are always there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True)
class Series:
    name: str | None = None
    number: int | None = None
    launched_by: str | None = None
    launched_on: date | None = None


@dataclass(frozen=True)
class InvitationLetter:
    number: str | None = None
    date: date | None = None
    sender: str | None = None


@dataclass(frozen=True)
class LegalBasis:
    name: str | None = None
    number: str | None = None
    year: int | None = None
    about: str | None = None


@dataclass(frozen=True)
class Organiser:
    name: str
    long_name: str | None = None
    level: str | None = None  # national, province, regency, other


@dataclass(frozen=True)
class CoOrganiser:
    name: str | None = None
    long_name: str | None = None


@dataclass(frozen=True)
class ReportingUnit:
    name: str
    long_name: str | None = None
    level: str | None = None
    city: str | None = None
    site: str | None = None


@dataclass(frozen=True)
class Dates:
    start_date: date
    end_date: date | None = None
    reported_day: int | None = None


@dataclass(frozen=True)
class Person:
    """Somebody with a part in the event; ``name`` may be absent, then only the position is printed."""

    name: str | None = None
    title_prefix: str | None = None
    title_suffix: str | None = None
    short_name: str | None = None
    position: str | None = None
    institution: str | None = None
    acting: str | None = None  # "Plt." or "Plh."
    represents: str | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Speaker(Person):
    session_order: int | None = None
    role: str | None = None  # speaker, keynote, opening_lecture, discussant, public_figure or free text
    talk_title: str | None = None
    session: int | None = None
    intro: str | None = None
    key_points: tuple[str, ...] = ()
    summary: str | None = None
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Session:
    order: int | None = None
    name: str | None = None
    kind: str | None = None  # plenary, panel, breakout, training, break
    theme: str | None = None
    audience: str | None = None
    day: int | None = None
    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True)
class ParticipantGroup:
    kind: str  # position_level_region or external
    positions: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    label: str | None = None
    members: tuple[str, ...] = ()
    scope: str | None = None


@dataclass(frozen=True)
class Delegate:
    name: str | None = None
    position: str | None = None
    count: int | None = None


@dataclass(frozen=True)
class Attendance:
    total: int | None = None
    online: int | None = None
    onsite: int | None = None
    units: int | None = None
    counted_as: str | None = None
    mode: str | None = None


@dataclass(frozen=True)
class Discussion:
    question: str | None = None
    question_by: str | None = None
    answer: str | None = None
    answer_by: str | None = None


@dataclass(frozen=True)
class Quote:
    speaker: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class Photo:
    file: str | None = None
    caption: str | None = None
    alt: str | None = None
    credit: str | None = None


@dataclass(frozen=True)
class Byline:
    writer: str | None = None
    editor: str | None = None
    photographer: str | None = None


@dataclass(frozen=True)
class EventDocument:
    title: str
    organiser: Organiser
    reporting_unit: ReportingUnit
    perspective: str  # attendee or organiser
    dates: Dates
    uid: str | None = None
    language: str = "id"
    event_type: str | None = None
    theme: str | None = None
    occasion: str | None = None
    background: str | None = None
    series: Series | None = None
    first_of_its_kind: bool | None = None
    target_region: str | None = None
    invitation_letter: InvitationLetter | None = None
    legal_basis: tuple[LegalBasis, ...] = ()
    co_organisers: tuple[CoOrganiser, ...] = ()
    start: datetime | None = None
    end: datetime | None = None
    timezone: str | None = None  # WIB, WITA, WIT
    tz_database: str | None = None  # Asia/Jakarta …
    mode: str | None = None  # online, onsite, hybrid
    platform: str | None = None
    live_stream: str | None = None
    venue: str | None = None
    attending_from: str | None = None
    dateline_city: str | None = None
    opened_by: Person | None = None
    closed_by: Person | None = None
    remarks_by: tuple[Person, ...] = ()
    moderators: tuple[Person, ...] = ()
    also_present: tuple[Person, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    sessions: tuple[Session, ...] = ()
    participant_groups: tuple[ParticipantGroup, ...] = ()
    delegation: tuple[Delegate, ...] = ()
    attendance: Attendance | None = None
    discussion: tuple[Discussion, ...] = ()
    quotes: tuple[Quote, ...] = ()
    closing_note: str | None = None
    hashtags: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()
    byline: Byline | None = field(default=None)
