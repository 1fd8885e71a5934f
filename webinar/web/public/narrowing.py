"""What a reader narrows the calendar by: read from an address, and written into addresses again.

Every choice is one named value of the query part, so that an address can be shared, kept and undone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from flask_babel import gettext as _

from webinar.core.month import month_of, month_text, next_month
from webinar.core.zones import Zone
from webinar.queries.public_calendar import Days, Wanted, kinds_and_topics
from webinar.queries.public_office import OfficeName, office_meant
from webinar.web.filters import long_date, month_name, sentence

LONGEST = 100  # characters of anything in an address
MOST_WORDS = 6
LEVELS = {"pusat": "national", "provinsi": "province", "kabupaten-kota": "regency"}


@dataclass(frozen=True)
class Narrowing:
    """``office_text`` is what was typed where no office is called so: it is looked for in names then."""

    words: str = ""
    office: OfficeName | None = None
    office_text: str = ""
    with_below: bool = False
    level: str = ""
    kind: str = ""
    topic: str = ""
    month: date | None = None
    day: date | None = None
    past: bool = False

    @property
    def is_narrowed(self) -> bool:
        """By more than time."""
        return any((self.words, self.office, self.office_text, self.level, self.kind, self.topic))

    @property
    def days(self) -> tuple[date, date] | None:
        """The first day and the day after the last."""
        if self.day:
            return self.day, self.day + timedelta(days=1)
        return (self.month, next_month(self.month)) if self.month else None

    def days_of(self, zone: Zone | None) -> Days | None:
        return Days(*self.days, zone) if self.days else None

    def address(self, path: str, **more: str) -> str:
        """The path with everything chosen, and what is given besides."""
        pairs = {
            "cari": self.words,
            "satker": self.office.slug if self.office else self.office_text,
            "bawah": "1" if self.office and self.with_below else "",
            "tingkat": self.level,
            "jenis": self.kind,
            "topik": self.topic,
            "bulan": month_text(self.month) if self.month else "",
            "hari": self.day.isoformat() if self.day else "",
            "waktu": "lalu" if self.past else "",
        }
        query = urlencode({name: value for name, value in (pairs | more).items() if value})
        return f"{path}?{query}" if query else path

    def chips(self, path: str) -> list[tuple[str, str]]:
        """What is chosen, in words, with the address without it."""
        found = []
        if self.words:
            found.append((f"“{self.words}”", replace(self, words="")))
        if self.office or self.office_text:
            name = self.office.name if self.office else f"“{self.office_text}”"
            found.append((name, replace(self, office=None, office_text="", with_below=False)))
        if self.office and self.with_below:
            found.append((_("dan di bawahnya"), replace(self, with_below=False)))
        if self.level:
            found.append((level_word(self.level), replace(self, level="")))
        if self.kind:
            found.append((sentence(self.kind), replace(self, kind="")))
        if self.topic:
            found.append((sentence(self.topic), replace(self, topic="")))
        if self.month:
            found.append((month_name(self.month), replace(self, month=None)))
        if self.day:
            found.append((long_date(self.day), replace(self, day=None)))
        return [(text, without.address(path)) for text, without in found]


@dataclass(frozen=True)
class Choices:
    """What can be chosen among kinds and topics: each once, whatever its capitals, with all its spellings."""

    kinds: Mapping[str, Sequence[str]]
    topics: Mapping[str, Sequence[str]]


def level_word(level: str) -> str:
    return {"pusat": _("Pusat"), "provinsi": _("Provinsi"), "kabupaten-kota": _("Kabupaten/Kota")}[level]


def read_narrowing(given: Mapping[str, str]) -> Narrowing:
    """What is not understood is left out. Asks for the office, if one is named."""
    office_text = _text(given, "satker")
    office = office_meant(office_text) if office_text else None
    level = _text(given, "tingkat")
    return Narrowing(
        words=_text(given, "cari"),
        office=office,
        office_text="" if office else office_text,
        with_below=given.get("bawah") == "1",
        level=level if level in LEVELS else "",
        kind=_text(given, "jenis"),
        topic=_text(given, "topik"),
        month=month_of(given.get("bulan", "")),
        day=_day(given.get("hari", "")),
        past=given.get("waktu") == "lalu",
    )


def choices() -> Choices:
    """In one select."""
    kinds, topics = kinds_and_topics()
    return Choices(_by_word(kinds), _by_word(topics))


def wanted(narrowing: Narrowing, choices: Choices) -> Wanted:
    """For the lists: kinds and topics in every spelling they have."""
    kind, topic = narrowing.kind, narrowing.topic
    return Wanted(
        words=tuple(narrowing.words.split()[:MOST_WORDS]),
        office_id=narrowing.office.id if narrowing.office else None,
        with_below=narrowing.with_below,
        organiser_words=tuple(narrowing.office_text.split()[:MOST_WORDS]),
        level=LEVELS.get(narrowing.level),
        event_types=_spellings(kind, choices.kinds),
        topics=_spellings(topic, choices.topics),
    )


def _by_word(texts: Sequence[str]) -> dict[str, Sequence[str]]:
    spellings: dict[str, list[str]] = {}
    for text in texts:
        spellings.setdefault(text.casefold(), []).append(text)
    return {found[0]: found for _word, found in sorted(spellings.items())}


def _spellings(chosen: str, known: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    if not chosen:
        return ()
    word = chosen.casefold()
    return next((tuple(found) for key, found in known.items() if key.casefold() == word), (chosen,))


def _text(given: Mapping[str, str], name: str) -> str:
    return " ".join(given.get(name, "")[:LONGEST].replace("\0", " ").split())


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if len(text) == 10 and month_of(text[:7]) else None
