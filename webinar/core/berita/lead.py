"""The lead: who, what, when, organiser and theme in one sentence, in the pattern the office chose."""

from __future__ import annotations

from webinar.core.berita import office
from webinar.core.berita.event import event_parts, event_theme, named_event
from webinar.core.berita.issue import issue_lead
from webinar.core.berita.model import Sentence
from webinar.core.berita.phrase import (
    COMFORTABLE_SENTENCE,
    LONGEST_SENTENCE,
    NOTHING,
    Phrase,
    fits,
    say,
    sentence,
)
from webinar.core.berita.purpose import goal, occasion
from webinar.core.berita.telling import Telling
from webinar.core.berita.when import date_phrase, days_of
from webinar.core.indonesian.letters import quoted
from webinar.core.indonesian.numbers import figures, ordinal


def dateline(telling: Telling) -> Sentence | None:
    """City and site of the report, where the lead, the style or the record asks for them."""
    document, style = telling.document, telling.style
    unit = document.reporting_unit
    asked = bool(document.dateline_city or unit.site) or style.lead not in ("date",)
    if style.dateline == "never" or (style.dateline == "auto" and not asked):
        return None
    city = Phrase(document.dateline_city, ("dateline_city",)) if document.dateline_city else NOTHING
    city = city or (Phrase(unit.city, ("reporting_unit.city",)) if unit.city else NOTHING)
    site = Phrase(f", {unit.site}" if city else unit.site, ("reporting_unit.site",)) if unit.site else NOTHING
    whole = say(city, site)
    return Sentence(whole.text, whole.sources) if whole else None


def lead(telling: Telling, *, after_dateline: bool) -> list[Sentence]:
    """The first sentence, or two where the office's names, title and theme exceed a sentence."""
    patterns = {"purpose": _purpose_first, "issue": _issue_first, "figures": _figures_first}
    chosen = patterns.get(telling.style.lead)
    made = chosen(telling) if chosen else []
    return made or _date_lead(
        telling, short=after_dateline, last=telling.style.lead != "date" and after_dateline
    )


def _date_lead(telling: Telling, *, short: bool, last: bool) -> list[Sentence]:
    when = date_phrase(telling.document, short=short)
    why = occasion(telling) if _holds_occasion(telling, when) else NOTHING
    if why:
        telling.said.add("occasion")
    if last:
        return _shortened(
            telling, lambda full, theme: (_core(telling, full=full, theme=theme), why, ",", when)
        )
    return _shortened(telling, lambda full, theme: (when, ",", _core(telling, full=full, theme=theme), why))


def _holds_occasion(telling: Telling, when: Phrase) -> bool:
    """Whether the occasion finds room in the lead beside everything else."""
    whole = _core(telling, full=telling.style.long_names, theme=True)
    return bool(telling.document.occasion) and fits(
        when, whole, occasion(telling), limit=COMFORTABLE_SENTENCE + 4
    )


def _purpose_first(telling: Telling) -> list[Sentence]:
    document = telling.document
    when = date_phrase(document, short=True)
    why = occasion(telling)
    if why:
        telling.said.add("occasion")
        return _shortened(
            telling, lambda full, theme: (why, ",", _core(telling, full=full, theme=theme), ",", when)
        )
    why = goal(telling)
    if why:
        telling.said.add("background")
        return _shortened(
            telling, lambda full, theme: (why, ",", _held_by_host(telling, full, theme), ",", when)
        )
    return []


def _held_by_host(telling: Telling, full: bool, theme: bool) -> Phrase:
    """The organiser as subject: the goal of an event is the organiser's, not the attendee's."""
    document = telling.document
    if document.perspective == "organiser":
        return _core(telling, full=full, theme=theme)
    return say(
        office.hosts(document, full=full), "menyelenggarakan", named_event(document, with_theme=theme),
        "yang diikuti oleh", office.unit(document, full=full),
    )  # fmt: skip


def _issue_first(telling: Telling) -> list[Sentence]:
    found = issue_lead(telling)
    if not found:
        return []
    statement, speaker = found
    document, when = telling.document, date_phrase(telling.document, short=True)
    rest = _shortened(
        telling,
        lambda full, theme: (
            "Hal itu disampaikan oleh",
            speaker,
            "dalam",
            _as_object(telling, full, theme),
            ",",
            when,
        ),
    )
    return [statement, *rest] if document else []


def _as_object(telling: Telling, full: bool, theme: bool) -> Phrase:
    document = telling.document
    named = _day_of(telling, named_event(document, with_theme=theme))
    if document.perspective == "organiser":
        return say(named, "yang diselenggarakan oleh", office.own_office(document, full=full))
    return say(named, _by(telling, full=full), "dan diikuti oleh", office.unit(document, full=full))


def _figures_first(telling: Telling) -> list[Sentence]:
    document, attendance = telling.document, telling.document.attendance
    if not attendance or not attendance.total:
        return []
    telling.said.add("attendance.total")
    number = Phrase(
        f"sebanyak {figures(attendance.total)} {attendance.counted_as or 'peserta'}",
        ("attendance.total", *(("attendance.counted_as",) if attendance.counted_as else ())),
    )
    when = date_phrase(document, short=True)
    ours = say(", termasuk", office.unit(document), ",") if document.perspective == "attendee" else NOTHING
    return _shortened(
        telling,
        lambda full, theme: (
            number, ours, "mengikuti", _day_of(telling, named_event(document, with_theme=theme)),
            _held_by(telling, full), ",", when,
        ),
    )  # fmt: skip


def _held_by(telling: Telling, full: bool) -> Phrase:
    if telling.document.perspective == "attendee":
        return _by(telling, full=full)
    ours = office.own_office(telling.document, full=full)
    return say("yang diselenggarakan oleh", ours, _with(telling, full=full))


def _core(telling: Telling, *, full: bool, theme: bool) -> Phrase:
    """``{unit} mengikuti {event} yang diselenggarakan oleh {organiser}`` or the organiser's own form."""
    document = telling.document
    if document.perspective == "organiser":
        return say(
            office.own_office(document, full=full), _with(telling, full=full), "menyelenggarakan",
            _day_of(telling, named_event(document, with_theme=theme)),
        )  # fmt: skip
    named, tail = event_parts(document) if theme else (named_event(document, with_theme=False), NOTHING)
    return say(
        office.unit(document, full=full), "mengikuti", _day_of(telling, named), _by(telling, full=full), tail
    )


def _with(telling: Telling, *, full: bool) -> Phrase:
    together = office.partners(telling.document, full=full)
    return say("bekerja sama dengan", together) if together else NOTHING


def _by(telling: Telling, *, full: bool) -> Phrase:
    return say("yang diselenggarakan oleh", office.hosts(telling.document, full=full))


def _day_of(telling: Telling, named: Phrase) -> Phrase:
    """``hari kedua Rapat Koordinasi …`` in a report of one day of several."""
    days = days_of(telling.document)
    if not days.reported:
        return named
    return say(Phrase(f"hari {ordinal(days.reported)}", ("dates.reported_day",)), named)


def _shortened(telling: Telling, build) -> list[Sentence]:  # type: ignore[no-untyped-def]
    """The fullest form within a sentence: first without long names, then with the theme on its own."""
    full = telling.style.long_names
    theme = telling.document.theme
    for with_full, with_theme in ((full, True), (False, True), (full, False), (False, False)):
        parts = build(with_full, with_theme)
        if fits(*parts, limit=LONGEST_SENTENCE - 3) or (not with_full and not with_theme):
            break
    made = [sentence(*parts)]
    if theme and not with_theme:
        theme_named = Phrase(quoted(event_theme(telling.document)), ("theme",))
        made.append(sentence(telling.this_event(), "mengangkat tema", theme_named))
    return made
