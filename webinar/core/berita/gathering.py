"""Who held the event and who took part, as the core of a lead; what finds no room there follows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from webinar.core.berita import office
from webinar.core.berita.event import event_parts, event_theme, named_event
from webinar.core.berita.model import Sentence
from webinar.core.berita.phrase import LONGEST_SENTENCE, NOTHING, Part, Phrase, fits, say, sentence
from webinar.core.berita.telling import Telling
from webinar.core.berita.when import days_of
from webinar.core.indonesian.letters import quoted
from webinar.core.indonesian.numbers import ordinal

SPARE = 3  # words that a lead leaves free


@dataclass(frozen=True)
class Room:
    """What a lead has room for: long names, the theme, and the second office of the event."""

    long_names: bool
    theme: bool = True
    partner: bool = True


Build = Callable[[Room], tuple[Part, ...]]


def fitted(telling: Telling, build: Build, left_out: Callable[[], Phrase]) -> list[Sentence]:
    """The fullest form within one sentence; then the theme, long names, and the second office give way.

    ``left_out`` says what is missing when the second office does: "diselenggarakan oleh …".
    """
    full = telling.style.long_names
    rooms = [Room(full), Room(full, theme=False), Room(False), Room(False, theme=False)]
    rooms.append(Room(False, theme=False, partner=False))
    room = next((r for r in rooms if fits(*build(r), limit=LONGEST_SENTENCE - SPARE)), rooms[-1])
    made = [sentence(*build(room))]
    if not room.partner and left_out():
        made.append(sentence(telling.this_event(), left_out()))
    if telling.document.theme and not room.theme:
        theme = Phrase(quoted(event_theme(telling.document)), ("theme",))
        made.append(sentence(telling.this_event(), "mengangkat tema", theme))
    return made


def event_of(telling: Telling, room: Room) -> Phrase:
    """The event, as ``hari kedua Rapat Koordinasi …`` in a report of one day of several."""
    return _day_of(telling, named_event(telling.document, with_theme=room.theme))


def _day_of(telling: Telling, named: Phrase) -> Phrase:
    days = days_of(telling.document)
    if not days.reported:
        return named
    return say(Phrase(f"hari {ordinal(days.reported)}", ("dates.reported_day",)), named)


def took_part(telling: Telling, room: Room) -> Phrase:
    """``{unit} mengikuti {event} yang diselenggarakan oleh {organiser}``, or the organiser's own form."""
    document = telling.document
    if document.perspective == "organiser":
        return say(
            office.own_office(document, full=room.long_names), together_with(telling, room),
            "menyelenggarakan", event_of(telling, room),
        )  # fmt: skip
    named, theme = named_event(document, with_theme=False), NOTHING
    if room.theme:
        named, theme = event_parts(document)
    unit = office.unit(document, full=room.long_names)
    return say(unit, "mengikuti", _day_of(telling, named), held_by(telling, room), theme)


def together_with(telling: Telling, room: Room) -> Phrase:
    """``bekerja sama dengan …`` in the organiser's form."""
    partners = office.partners(telling.document, full=room.long_names) if room.partner else NOTHING
    return say("bekerja sama dengan", partners) if partners else NOTHING


def held_by(telling: Telling, room: Room) -> Phrase:
    """``yang diselenggarakan oleh …``; nothing where the second office has no room."""
    document = telling.document
    if document.perspective == "organiser":
        ours = office.own_office(document, full=room.long_names)
        return say("yang diselenggarakan oleh", ours, together_with(telling, room))
    hosts = office.hosts(document, full=room.long_names) if room.partner else NOTHING
    return say("yang diselenggarakan oleh", hosts) if hosts else NOTHING


def partner_left_out(telling: Telling) -> Phrase:
    """What the core does not say without its second office."""
    document = telling.document
    if document.perspective == "organiser":
        partners = office.partners(document)
        return say("diselenggarakan bekerja sama dengan", partners) if partners else NOTHING
    return say("diselenggarakan oleh", office.hosts(document))
