"""How many took part: the total, the ways of taking part, and the offices they came from."""

from __future__ import annotations

from webinar.core.berita.model import Sentence
from webinar.core.berita.phrase import NOTHING, Phrase, field, listed, say, sentence
from webinar.core.berita.telling import Telling
from webinar.core.document.model import Attendance
from webinar.core.indonesian.letters import clean
from webinar.core.indonesian.numbers import figures, in_text

WAYS = {"online": "secara daring", "onsite": "secara luring", "hybrid": "secara daring dan luring"}
PEOPLE = ("peserta", "orang")
OFFICES = ("satuan kerja", "satker")


def attendance(telling: Telling) -> list[Sentence]:
    """``Sebanyak 412 peserta dari 20 satuan kerja mengikuti …``; what the lead has told is not repeated."""
    known = telling.document.attendance
    if not known:
        return []
    noun = clean(known.counted_as) or PEOPLE[0]
    told = "attendance.total" in telling.said
    ways = [name for name in ("online", "onsite") if getattr(known, name) not in (None, 0, known.total)]
    house = _house(known, noun, detailed=bool(known.total and not told))
    if known.total and not told:
        number = _number("attendance.total", known.total, noun, detailed=bool(ways or house))
        parts = say(", terdiri atas", _by_way(known, ways, noun)) if ways else _one_way(known)
        origin = say("dari", house) if house else None
        return [sentence("sebanyak", number, origin, "mengikuti", telling.this_event(), parts)]
    made = []
    if ways and told:
        made.append(sentence("jumlah peserta tersebut terdiri atas", _by_way(known, ways, noun)))
    elif ways:
        first, *second = ways
        number = _number(f"attendance.{first}", getattr(known, first), noun, detailed=bool(second))
        rest = say("dan", _by_way(known, second, noun)) if second else None
        made.append(sentence("sebanyak", number, "mengikuti", telling.this_event(), WAYS[first], rest))
    if house and not made and not told and noun not in PEOPLE:
        return [sentence("sebanyak", house, "mengikuti", telling.this_event())]
    return [*made, sentence(f"peserta {telling.kind} ini berasal dari", house)] if house else made


def _house(known: Attendance, noun: str, *, detailed: bool) -> Phrase:
    """``20 satuan kerja``, or what was counted ("312 desa") where nothing but the units is known."""
    alone = not (known.total or known.online or known.onsite)
    if noun.lower() in OFFICES and known.units == known.total:
        return NOTHING
    named = noun if alone and noun not in PEOPLE else OFFICES[0]
    return _number("attendance.units", known.units, named, detailed=detailed)


def _by_way(known: Attendance, ways: list[str], noun: str) -> Phrase:
    """``300 peserta secara daring dan 112 peserta secara luring``."""
    counts = [(name, figures(getattr(known, name))) for name in ways]
    return listed(Phrase(f"{count} {noun} {WAYS[name]}", (f"attendance.{name}",)) for name, count in counts)


def _one_way(known: Attendance) -> Phrase:
    """``secara daring``, where all took part in one way."""
    for name in ("online", "onsite"):
        if getattr(known, name) == known.total:
            return field(f"attendance.{name}", WAYS[name])
    return field("attendance.mode", WAYS.get(known.mode or ""))


def _number(path: str, count: int | None, noun: str, *, detailed: bool) -> Phrase:
    """A count with its noun; figures where several counts stand together (EYD V)."""
    return field(path, f"{figures(count) if detailed else in_text(count)} {noun}") if count else NOTHING
