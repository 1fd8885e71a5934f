"""The lead: who, what, when, organiser and theme in one sentence, in the pattern the office chose."""

from __future__ import annotations

from webinar.core.berita import office
from webinar.core.berita.event import named_event
from webinar.core.berita.gathering import Room, event_of, fitted, held_by, partner_left_out, took_part
from webinar.core.berita.issue import issue_lead
from webinar.core.berita.model import Sentence
from webinar.core.berita.phrase import COMFORTABLE_SENTENCE, NOTHING, Phrase, fits, say
from webinar.core.berita.purpose import goal, occasion
from webinar.core.berita.telling import Telling
from webinar.core.berita.when import date_phrase
from webinar.core.indonesian.numbers import figures


def dateline(telling: Telling) -> Sentence | None:
    """City and site of the report, where the lead, the style or the record asks for them."""
    document, style = telling.document, telling.style
    unit = document.reporting_unit
    asked = bool(document.dateline_city or unit.site) or style.lead != "date"
    if style.dateline == "never" or (style.dateline == "auto" and not asked):
        return None
    city = Phrase(document.dateline_city, ("dateline_city",)) if document.dateline_city else NOTHING
    city = city or (Phrase(unit.city, ("reporting_unit.city",)) if unit.city else NOTHING)
    site = Phrase(f", {unit.site}" if city else unit.site, ("reporting_unit.site",)) if unit.site else NOTHING
    whole = say(city, site)
    return Sentence(whole.text, whole.sources) if whole else None


def lead(telling: Telling, *, after_dateline: bool) -> list[Sentence]:
    """The first sentence and what found no room in it; the date first where a pattern lacks its core."""
    patterns = {"purpose": _purpose_first, "issue": _issue_first, "figures": _figures_first}
    chosen = patterns.get(telling.style.lead)
    made = chosen(telling) if chosen else []
    if made:
        return made
    return _date_lead(telling, short=after_dateline, last=telling.style.lead != "date" and after_dateline)


def _date_lead(telling: Telling, *, short: bool, last: bool) -> list[Sentence]:
    """``Kamis, 12 Agustus 2021, {unit} mengikuti …``, or after a dateline with the date last."""
    when = date_phrase(telling.document, short=short)
    why = occasion(telling) if _holds_occasion(telling, when) else NOTHING
    if why:
        telling.said.add("occasion")

    def build(room: Room) -> tuple[Phrase | str, ...]:
        core = took_part(telling, room)
        return (core, why, ",", when) if last else (when, ",", core, why)

    return fitted(telling, build, lambda: partner_left_out(telling))


def _holds_occasion(telling: Telling, when: Phrase) -> bool:
    """Whether the occasion finds room in the lead beside everything else."""
    whole = took_part(telling, Room(telling.style.long_names))
    return fits(when, whole, occasion(telling), limit=COMFORTABLE_SENTENCE + 4)


def _purpose_first(telling: Telling) -> list[Sentence]:
    when = date_phrase(telling.document, short=True)
    why = occasion(telling)
    if why:
        telling.said.add("occasion")
        return fitted(
            telling,
            lambda room: (why, ",", took_part(telling, room), ",", when),
            lambda: partner_left_out(telling),
        )
    why = goal(telling)
    if not why:
        return []
    telling.said.add("background")
    return fitted(
        telling, lambda room: (why, ",", _held(telling, room), ",", when), lambda: _held_left_out(telling)
    )


def _held(telling: Telling, room: Room) -> Phrase:
    """The organiser as subject: the goal of an event is the organiser's, not the attendee's."""
    document = telling.document
    if document.perspective == "organiser":
        return took_part(telling, room)
    unit = say("yang diikuti oleh", office.unit(document, full=room.long_names)) if room.partner else NOTHING
    named = named_event(document, with_theme=room.theme)
    return say(office.hosts(document, full=room.long_names), "menyelenggarakan", named, unit)


def _held_left_out(telling: Telling) -> Phrase:
    if telling.document.perspective == "organiser":
        return partner_left_out(telling)
    return say("diikuti oleh", office.unit(telling.document))


def _issue_first(telling: Telling) -> list[Sentence]:
    """``{Statement}. Hal itu disampaikan oleh {who} dalam {event} yang diikuti {unit}, {date}.``"""
    found = issue_lead(telling)
    if not found:
        return []
    statement, speaker = found
    when = date_phrase(telling.document, short=True)
    rest = fitted(
        telling,
        lambda room: ("hal itu disampaikan oleh", speaker, "dalam", _as_object(telling, room), ",", when),
        lambda: _object_left_out(telling),
    )
    return [statement, *rest]


def _as_object(telling: Telling, room: Room) -> Phrase:
    if telling.document.perspective == "organiser" or not room.partner:
        return say(event_of(telling, room), held_by(telling, room))
    unit = office.unit(telling.document, full=room.long_names)
    return say(event_of(telling, room), held_by(telling, room), "dan diikuti oleh", unit)


def _object_left_out(telling: Telling) -> Phrase:
    if telling.document.perspective == "organiser":
        return partner_left_out(telling)
    return say(partner_left_out(telling), "dan diikuti oleh", office.unit(telling.document))


def _figures_first(telling: Telling) -> list[Sentence]:
    """``Sebanyak 412 peserta, termasuk {unit}, mengikuti {event} …``"""
    document, attendance = telling.document, telling.document.attendance
    if not attendance or not attendance.total:
        return []
    telling.said.add("attendance.total")
    counted = ("attendance.counted_as",) if attendance.counted_as else ()
    number = Phrase(
        f"sebanyak {figures(attendance.total)} {attendance.counted_as or 'peserta'}",
        ("attendance.total", *counted),
    )
    when = date_phrase(document, short=True)
    ours = say(", termasuk", office.unit(document), ",") if document.perspective == "attendee" else NOTHING
    return fitted(
        telling,
        lambda room: (number, ours, "mengikuti", event_of(telling, room), held_by(telling, room), ",", when),
        lambda: partner_left_out(telling),
    )
