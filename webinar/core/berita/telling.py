"""What a report keeps in mind while it is written: who is known, which verb came last, what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from webinar.core.berita.cast import Cast, identity, people_of
from webinar.core.berita.event import event_kind
from webinar.core.berita.phrase import Phrase, field
from webinar.core.berita.style import Style
from webinar.core.berita.when import days_of
from webinar.core.document.model import Delegate, EventDocument, LegalBasis, Person, Series, Session, Speaker
from webinar.core.indonesian.letters import bare, lower_first

LISTENING = {
    "clause": ("menyampaikan", "menjelaskan", "menuturkan", "menerangkan", "mengatakan"),
    "noun": ("memaparkan", "menjelaskan", "membahas", "menguraikan"),
    "remark": ("menyampaikan", "mengemukakan", "menjelaskan"),
    "answer": ("menjelaskan", "menerangkan", "memaparkan"),
    "title": ("membawakan", "menyampaikan", "memaparkan"),
    "tag": ("ujar", "kata", "tutur", "ungkap"),
}


class Telling:
    """The state of one composition; made anew for every call of ``compose``."""

    def __init__(self, document: EventDocument, style: Style) -> None:
        self.document = document
        self.style = style
        self.cast = Cast(document, degrees=style.degrees)
        self.kind = event_kind(document)
        self.said: set[str] = set()  # paths that the lead has already told
        self._last: dict[str, str] = {}
        self._turn = 0
        self._proper, self._plain = _words_of(document)
        self._people = frozenset(_names_of_people(document))

    def speakers(self) -> list[tuple[int, Speaker]]:
        """The speakers of the reported days in running order, each with its place in the record."""
        told = {session.order for _, session in self.sessions()}
        known = {session.order for session in self.document.sessions}
        found = [
            (index, speaker)
            for index, speaker in enumerate(self.document.speakers)
            if identity(speaker) and (speaker.session not in known or speaker.session in told)
        ]
        return sorted(found, key=lambda item: _running_order(item[1]))

    def sessions(self) -> list[tuple[int, Session]]:
        """The sessions of the reported days in order."""
        days = days_of(self.document)
        found = [
            (index, session)
            for index, session in enumerate(self.document.sessions)
            if days.reported is None or session.day in (None, days.reported)
        ]
        return sorted(found, key=lambda item: (item[1].day or 0, item[1].order or 0))

    @property
    def opening_told(self) -> bool:
        """Whether the opening belongs to this report: not in a report of a later day."""
        return days_of(self.document).has_opening

    def verb(self, group: str, *, again: bool = False) -> str:
        """The next neutral verb of a cycle, never the one that came just before."""
        if again and self._last.get("verb") != "menambahkan":
            verb = "menambahkan"
        else:
            words = LISTENING[group]
            start = words.index(self._last[group]) + 1 if group in self._last else 0
            verb = next(w for w in (*words[start:], *words[:start]) if w != self._last.get("verb"))
            self._last[group] = verb
        self._last["verb"] = verb
        return verb

    def heard(self, verb: str) -> None:
        """Remember a verb that came from the record, so that the next one differs."""
        self._last["verb"] = verb

    def this_event(self) -> str:
        """``webinar ini``, ``kegiatan tersebut``, ``acara ini`` in turn."""
        names = (
            (f"{self.kind} ini", "kegiatan ini", "acara ini")
            if self.kind != "kegiatan"
            else ("kegiatan ini", "acara ini")
        )
        self._turn += 1
        return names[(self._turn - 1) % len(names)]

    def inside(self, text: str | None) -> str:
        """A note as it stands inside a sentence: no bullet, no end mark, small first letter unless a name."""
        return self._small(bare(text))

    def _small(self, text: str) -> str:
        return lower_first(text, people=self._people, proper=self._proper, plain=self._plain)

    def called(self, text: str | None, path: str) -> Phrase:
        """Whoever a free text names: somebody of the record, else the text inside a sentence."""
        found = self.cast.called(text, path)
        return Phrase(self._small(found.text), found.sources) if found.sources == (path,) else found

    def note(self, path: str, text: str | None) -> Phrase:
        return field(path, self.inside(text))


def _running_order(speaker: Speaker) -> tuple[int, int]:
    return (speaker.session or 0, speaker.session_order or 10_000)


def _words_of(document: EventDocument) -> tuple[frozenset[str], frozenset[str]]:
    """The words the record writes with a capital inside a text, and those it writes without."""
    proper: set[str] = set()
    plain: set[str] = set()
    for name, text in _texts(document):
        words = re.findall(r"(?<![.!?:“]\s)(?<=\s)[^\W\d_][\w'’-]*", f" {text}" if name else text)
        proper.update(word.lower() for word in words if word[0].isupper() and word[1:].islower())
        plain.update(word for word in words if word.islower())
    return frozenset(proper), frozenset(plain)


def _names_of_people(document: EventDocument) -> Iterator[str]:
    """The words of everybody's name, in lower case."""
    people: list[Person | Delegate] = [*(person for person, _ in people_of(document)), *document.delegation]
    for person in people:
        for name in (person.name, getattr(person, "short_name", None)):
            yield from re.findall(r"\w[\w'’-]+", (name or "").lower())


NAME_FIELDS = ("name", "short_name", "institution", "city")
NO_EVIDENCE = (Session, Series, LegalBasis)  # typed with capitals throughout, as titles are


def _texts(value: object, name: bool = False) -> list[tuple[bool, str]]:
    """Every text of the record; for a name its first word counts as well. Titles are left out."""
    if isinstance(value, str):
        return [(name, value)]
    if isinstance(value, Sequence):
        return [found for item in value for found in _texts(item, name)]
    if is_dataclass(value) and not isinstance(value, NO_EVIDENCE):
        skipped = ("title", "theme", "talk_title", "position", "occasion")
        return [
            found
            for part in fields(value)
            if part.name not in skipped
            for found in _texts(getattr(value, part.name), part.name in NAME_FIELDS)
        ]
    return []
