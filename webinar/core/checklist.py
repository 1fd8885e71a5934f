"""What an event still lacks before the invitation goes out, before the day, and before its news.

What a report lacks is said by ``core.berita.missing``, here as there. Whether we hold the event or attend
somebody else's follows from the perspective of the document; an attended one has no registration of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from webinar.core.berita.missing import Gap, gaps
from webinar.core.document.model import EventDocument, Person
from webinar.core.editor import Section


class Phase(StrEnum):
    INVITATION = "invitation"
    DAY = "day"
    NEWS = "news"


class Key(StrEnum):
    """What is looked for; the doors have a word for each."""

    TITLE = "title"
    ORGANISER = "organiser"
    START = "start"
    END = "end"
    OPENER = "opener"
    SPEAKERS = "speakers"
    POSITIONS = "positions"  # of speakers; ``about`` names who lacks one
    MODERATOR = "moderator"
    GROUPS = "groups"
    LETTER_NUMBER = "letter_number"
    REGISTRATION = "registration"  # open
    SEATS = "seats"  # a quota, or a day on which registration closes
    MODE = "mode"
    PLATFORM = "platform"
    LINK = "link"
    VENUE = "venue"
    PROGRAMME = "programme"
    TALK_TITLES = "talk_titles"  # ``about`` names who lacks one
    POSTER = "poster"
    NOTE_TAKER = "note_taker"
    COMMITTEE = "committee"
    DELEGATION = "delegation"
    NOTES = "notes"  # ``about`` names of whom there are none
    ATTENDANCE = "attendance"
    PHOTOS = "photos"
    CLOSING = "closing"
    CITY = "city"
    HASHTAGS = "hashtags"
    BYLINE = "byline"


@dataclass(frozen=True)
class Item:
    """``section`` is where the editor takes it, None for what is told in the report; ``about``: of whom."""

    phase: Phase
    key: Key
    is_done: bool
    section: Section | None = None
    about: str | None = None


@dataclass(frozen=True)
class ChecklistFacts:
    """What no event document tells."""

    is_registration_open: bool = False
    has_seat_rules: bool = False  # a quota, or a day on which registration closes
    has_link: bool = False
    has_poster: bool = False
    has_committee: bool = False


def checklist(document: EventDocument, facts: ChecklistFacts) -> tuple[Item, ...]:
    """All that is looked for of this event, done and not done, in the order of work."""
    attends = document.perspective == "attendee"
    lacking = gaps(document)
    items = [
        *_before_invitation(document, facts, attends),
        *_before_day(document, facts, attends),
        *_before_news(document, lacking, attends),
    ]
    return tuple(items)


@dataclass(frozen=True)
class PhaseItems:
    """The items of one phase, those not done first."""

    phase: Phase
    items: tuple[Item, ...]

    @property
    def done_count(self) -> int:
        return len(self.items) - remaining(self.items)


def by_phase(items: Iterable[Item]) -> tuple[PhaseItems, ...]:
    """In the order of work; phases in which nothing is looked for are left out."""
    found = [(phase, [item for item in items if item.phase == phase]) for phase in Phase]
    return tuple(
        PhaseItems(phase, tuple(sorted(of, key=lambda item: item.is_done))) for phase, of in found if of
    )


def remaining(items: Iterable[Item], phase: Phase | None = None) -> int:
    """How many are not done, of one phase or of all."""
    return sum(not item.is_done for item in items if phase in (None, item.phase))


def phase_at(*, is_published: bool, ends: datetime, now: datetime) -> Phase:
    """The phase an event is in: until published the invitation, until its end the day, then the news."""
    if now >= ends:
        return Phase.NEWS
    return Phase.DAY if is_published else Phase.INVITATION


def _before_invitation(document: EventDocument, facts: ChecklistFacts, attends: bool) -> Iterator[Item]:
    def item(key: Key, done: object, section: Section, about: str | None = None) -> Item:
        return Item(Phase.INVITATION, key, bool(done), section, about)

    letter = document.invitation_letter
    yield item(Key.TITLE, document.title, Section.BASICS)
    yield item(Key.ORGANISER, document.organiser.name, Section.BASICS)
    yield item(Key.START, document.start, Section.TIME)
    yield item(Key.END, document.end, Section.TIME)
    yield item(Key.LETTER_NUMBER, letter and letter.number, Section.LETTER)
    if attends:
        return
    without = _without(document.speakers, "position")
    yield item(Key.OPENER, document.opened_by, Section.PEOPLE)
    yield item(Key.SPEAKERS, document.speakers, Section.PEOPLE)
    yield item(Key.POSITIONS, document.speakers and not without, Section.PEOPLE, without)
    yield item(Key.MODERATOR, document.moderators, Section.PEOPLE)
    yield item(Key.GROUPS, document.participant_groups, Section.GROUPS)
    yield item(Key.REGISTRATION, facts.is_registration_open, Section.REGISTRATION)
    yield item(Key.SEATS, facts.has_seat_rules, Section.REGISTRATION)


def _before_day(document: EventDocument, facts: ChecklistFacts, attends: bool) -> Iterator[Item]:
    def item(key: Key, done: object, section: Section | None, about: str | None = None) -> Item:
        return Item(Phase.DAY, key, bool(done), section, about)

    yield item(Key.MODE, document.mode, Section.TIME)
    if document.mode != "onsite":
        yield item(Key.PLATFORM, document.platform, Section.TIME)
        yield item(Key.LINK, facts.has_link, Section.TIME)
    if document.mode in ("onsite", "hybrid"):
        yield item(Key.VENUE, document.venue, Section.TIME)
    if attends:
        yield item(Key.DELEGATION, document.delegation, None)
        return
    without = _without(document.speakers, "talk_title")
    yield item(Key.PROGRAMME, document.sessions, Section.PROGRAMME)
    yield item(Key.TALK_TITLES, document.speakers and not without, Section.PEOPLE, without)
    yield item(Key.POSTER, facts.has_poster, Section.POSTER)
    yield item(Key.NOTE_TAKER, document.note_takers, Section.PEOPLE)
    yield item(Key.COMMITTEE, facts.has_committee, Section.COMMITTEE)


def _before_news(document: EventDocument, lacking: Sequence[Gap], attends: bool) -> Iterator[Item]:
    absent = {gap.key for gap in lacking}
    unnoted = [gap.about for gap in lacking if gap.key == Key.NOTES and gap.about]
    if document.speakers:
        yield Item(Phase.NEWS, Key.NOTES, not unnoted, about=", ".join(unnoted) or None)
    if not attends:
        yield Item(Phase.NEWS, Key.ATTENDANCE, Key.ATTENDANCE not in absent)
    yield Item(Phase.NEWS, Key.PHOTOS, bool(document.photos))
    for key in (Key.CLOSING, Key.CITY, Key.BYLINE):
        yield Item(Phase.NEWS, key, key not in absent)
    yield Item(Phase.NEWS, Key.HASHTAGS, Key.HASHTAGS not in absent, Section.BASICS)


def _without(people: Iterable[Person], field: str) -> str | None:
    """Who lacks this, by name."""
    names = [person.name or person.position or "" for person in people if not getattr(person, field)]
    return ", ".join(filter(None, names)) or None
