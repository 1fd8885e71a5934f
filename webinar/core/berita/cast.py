"""The people of a report: introduced once with name, post and institution, short afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from webinar.core.berita.phrase import CLOSING, NOTHING, Phrase, field, say
from webinar.core.document.model import EventDocument, Person
from webinar.core.indonesian.letters import clean
from webinar.core.indonesian.notes import is_active_verb
from webinar.core.people import full_name, introduced, post


class Cast:
    """Who has been introduced; the same person may appear in several fields of the record."""

    def __init__(self, document: EventDocument | None, *, degrees: bool) -> None:
        self._degrees = degrees
        self._known: set[str] = set()
        # a name that a text mentions is a speaker's first, the opener's last
        self._people = list(people_of(document))[::-1] if document else []

    def mention(self, person: Person, path: str) -> Phrase:
        """The full introduction at the first mention, the short name later; nothing without name and post."""
        key = identity(person)
        if not key:
            return NOTHING
        if key in self._known:
            return self.again(person, path)
        self._known.add(key)
        return self.introduction(person, path)

    def together(self, people: Sequence[tuple[Person, str]]) -> list[Phrase]:
        """Several people in one form: as soon as one needs commas, every name stands first."""
        known = [identity(person) in self._known for person, _ in people]
        plain = [
            self.again(person, path) if met else self.introduction(person, path)
            for (person, path), met in zip(people, known, strict=True)
        ]
        if len(people) > 1 and any("," in one.text.removesuffix(CLOSING) for one in plain):
            plain = [
                one if met else self.introduction(person, path, name_first=True)
                for one, (person, path), met in zip(plain, people, known, strict=True)
            ]
        self.met(people)
        return [one for one in plain if one]

    def listing(self, people: Sequence[tuple[Person, str]]) -> list[Phrase]:
        """The same people as items of a list: everybody by name first, whether known already or not."""
        return [
            self.introduction(person, path, name_first=True) for person, path in people if identity(person)
        ]

    def introduction(self, person: Person, path: str, *, name_first: bool = False) -> Phrase:
        """Titles, name, post and institution, and on whose behalf, however often it is asked for."""
        name = self._name(person)
        whole_post = post(person.position, person.institution, person.acting)
        text = introduced(name, whole_post, person.institution, name_first=name_first)
        used = [("name", name), ("position", person.position), ("institution", person.institution)]
        used += [("acting", person.acting)]
        if self._degrees:
            used += [("title_prefix", person.title_prefix), ("title_suffix", person.title_suffix)]
        close = CLOSING if name and "," in text else ""
        sources = tuple(f"{path}.{field_name}" for field_name, value in used if value)
        return say(Phrase(text + close, sources), _on_behalf(person, path))

    def again(self, person: Person, path: str) -> Phrase:
        """Later mentions: the chosen short name, else the name without titles, else the post."""
        if clean(person.short_name):
            return field(f"{path}.short_name", clean(person.short_name))
        if clean(person.name):
            return field(f"{path}.name", clean(person.name))
        return field(f"{path}.position", post(person.position, person.institution, person.acting))

    def met(self, people: Sequence[tuple[Person, str]]) -> None:
        """These have been introduced."""
        self._known.update(identity(person) for person, _ in people)

    def called(self, text: str | None, path: str) -> Phrase:
        """Whoever a free text names: a person of the record if it is one, else the text as it stands."""
        wanted = clean(text).strip(" .,;")
        for person, found in self._people:
            if self.is_called(person, wanted):
                mention = self.mention(person, found)
                return Phrase(mention.text, (path, *mention.sources))
        close = CLOSING if "," in wanted else ""  # "Yohanes, mahasiswa semester VI, menanyakan"
        return field(path, wanted and wanted + close)

    def is_called(self, person: Person, text: str | None) -> bool:
        """Whether a free text names this person, in any of the forms that records use."""
        wanted = clean(text).strip(" .,;").lower()
        return bool(wanted) and wanted in _names(person)

    def _name(self, person: Person) -> str:
        if not self._degrees:
            return clean(person.name)
        return full_name(person.name, person.title_prefix, person.title_suffix)


def identity(person: Person) -> str:
    return (clean(person.name) or post(person.position, person.institution)).lower()


def people_of(document: EventDocument) -> Iterator[tuple[Person, str]]:
    """Everybody with a part in the event, and the path to each."""
    for name in ("opened_by", "closed_by"):
        person = getattr(document, name)
        if person:
            yield person, name
    for name in ("remarks_by", "moderators", "also_present", "speakers"):
        for index, person in enumerate(getattr(document, name)):
            yield person, f"{name}[{index}]"


def in_third_person(person: Person, note: str) -> str:
    """A note that begins with its speaker's own name ("Andrea bercerita …") begins with "ia" instead."""
    note = re.sub(r"^menurut(nya| beliau| narasumber| pemateri), *", "", note, flags=re.IGNORECASE)
    name, whole_post = clean(person.name), post(person.position, person.institution, person.acting)
    forms = [name, clean(person.short_name), *name.split(), whole_post, *whole_post.split()[:1]]
    for form in sorted(filter(None, forms), key=len, reverse=True):
        rest = note[len(form) + 1 :]
        if len(form) > 2 and note.lower().startswith(f"{form.lower()} ") and is_active_verb(rest.split()[0]):
            return f"ia {rest}"
    return note


def _names(person: Person) -> set[str]:
    whole_post = post(person.position, person.institution, person.acting)
    name = clean(person.name)
    forms = {
        name,
        clean(person.short_name),
        full_name(name, person.title_prefix, person.title_suffix),
        whole_post,
    }
    forms |= {f"{whole_post} {name}", f"{name}, {whole_post}"} if name and whole_post else set()
    return {form.lower() for form in forms if form}


def _on_behalf(person: Person, path: str) -> Phrase:
    text = clean(person.represents).strip(" ,.;")
    for start in ("yang mewakili ", "mewakili ", "atas nama "):
        text = text[len(start) :] if text.lower().startswith(start) else text
    if text.lower().startswith("membacakan "):
        return say("yang", field(f"{path}.represents", text[0].lower() + text[1:]))
    return say("yang mewakili", field(f"{path}.represents", text)) if text else NOTHING
