"""Who took part: the invited groups, the attendance figures, the delegation of the reporting unit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from webinar.core.berita import office
from webinar.core.berita.attendance import attendance
from webinar.core.berita.model import Block, Paragraph, Sentence
from webinar.core.berita.phrase import (
    CLOSING,
    COMFORTABLE_SENTENCE,
    LONGEST_LIST_IN_SENTENCE,
    LONGEST_SENTENCE,
    NOTHING,
    Phrase,
    colon,
    enumeration,
    field,
    fits,
    listed,
    say,
    sentence,
)
from webinar.core.berita.telling import Telling
from webinar.core.berita.when import place
from webinar.core.document.model import Delegate, Person
from webinar.core.groups import group_phrase, scope_phrase
from webinar.core.indonesian.letters import clean
from webinar.core.indonesian.lists import join
from webinar.core.indonesian.numbers import in_text
from webinar.core.people import generic, is_unit


def participants(telling: Telling) -> list[Block]:
    """Groups, figures and delegation; what does not fit a sentence becomes a list."""
    blocks: list[Block] = []
    opening: list[Sentence] = []
    for made in (_groups(telling), attendance(telling), _region(telling)):
        for item in made:
            if isinstance(item, Sentence):
                opening.append(item)
                continue
            blocks += [Paragraph("participants", tuple(opening)), item]
            opening = []
    if opening:
        blocks.append(Paragraph("participants", tuple(opening)))
    return blocks + _delegation(telling)


def _groups(telling: Telling) -> list[Sentence | Block]:
    phrases = [
        field(f"participant_groups[{index}]", group_phrase(group))
        for index, group in enumerate(telling.document.participant_groups)
    ]
    phrases = [phrase for phrase in phrases if phrase]
    if not phrases:
        return []
    subject = telling.this_event()
    plain = not any(re.search(r",| dan ", phrase.text) for phrase in phrases)
    whole = listed(phrases, "dan" if plain else "serta")
    if len(phrases) <= LONGEST_LIST_IN_SENTENCE and fits(
        subject, "diikuti oleh", whole, limit=COMFORTABLE_SENTENCE
    ):
        return [sentence(subject, "diikuti oleh", whole)]
    if len(phrases) > LONGEST_LIST_IN_SENTENCE:
        lead = colon(Phrase(f"peserta {telling.kind} ini", whole.sources), "terdiri atas")
        return [lead, enumeration("participants", phrases)]
    made: list[Sentence | Block] = []
    for index, phrase in enumerate(phrases):
        made += _one_group(telling, index, phrase, subject)
    return made


def _one_group(telling: Telling, index: int, phrase: Phrase, subject: str) -> list[Sentence | Block]:
    openings = ((subject, "diikuti oleh"), ("turut serta",), ("selain itu, hadir",), ("hadir pula",))
    opening = openings[min(index, len(openings) - 1)]
    if fits(*opening, phrase):
        return [sentence(*opening, phrase)]
    group = telling.document.participant_groups[int(re.findall(r"\d+", phrase.sources[0])[0])]
    by_position = group.kind != "external"
    items = [clean(item) for item in (group.positions if by_position else group.members)]
    house = join(clean(unit) for unit in group.units) if by_position else clean(group.label)
    head = Phrase(" ".join(part for part in (house, scope_phrase(group.scope)) if part), phrase.sources)
    if by_position:
        lead = colon("peserta dari" if head else "peserta", head, "terdiri atas")
    else:
        lead = colon(*opening, head, ", yaitu" if head else None)
    lead = Sentence(lead.text, phrase.sources)
    return [lead, enumeration("participants", [Phrase(item, phrase.sources) for item in items if item])]


def _region(telling: Telling) -> list[Sentence]:
    text = clean(telling.document.target_region).rstrip(".")
    if not text:
        return []
    scoped = scope_phrase(text)
    if scoped == f"se-{text}":  # "Kota Surakarta", or people: "UMKM di Kota Batu"
        aim = f"wilayah {text}" if all(word[0].isupper() for word in text.split()) else text
    else:
        aim = scoped if scoped.startswith("wilayah") else f"peserta {scoped}"
    return [sentence(telling.this_event(), "ditujukan bagi", field("target_region", aim))]


def _delegation(telling: Telling) -> list[Block]:
    """Who took part for the reporting unit, and where they sat."""
    document = telling.document
    unit, seat = office.unit(document), place("attending_from", document.attending_from)
    members = _members(telling)
    if not members:
        return (
            [Paragraph("participants", (sentence(unit, "mengikuti", telling.this_event(), seat),))]
            if seat
            else []
        )
    parts = (say("bertempat", seat, ",") if seat else None, _present(telling, seat, listed(members)))
    if len(members) <= LONGEST_LIST_IN_SENTENCE and fits(*parts, limit=LONGEST_SENTENCE - 5):
        return [Paragraph("participants", (sentence(*parts),))]
    told = (sentence(unit, "mengikuti", telling.this_event(), seat),) if seat else ()
    lead = colon("utusan", unit, "terdiri atas")
    return [
        Paragraph("participants", (*told, lead)),
        enumeration("participants", _members(telling, listing=True)),
    ]


def _present(telling: Telling, seat: Phrase, members: Phrase) -> Phrase:
    """Who of the unit took part: people with names or posts stand for it, a mere number is only counted."""
    document = telling.document
    unit = office.unit(document)
    if document.perspective == "organiser":
        return say("dari", unit, ", hadir", members)
    if unit.text in seat.text:
        return say("turut mengikuti", telling.this_event(), members, Phrase("", unit.sources))
    if any(clean(d.name) or not d.count for d in document.delegation):
        return say(unit, "diwakili oleh", members)
    return say("turut mengikuti", telling.this_event(), members, "dari", unit)


def _members(telling: Telling, *, listing: bool = False) -> list[Phrase]:
    """The delegation in its order; the named in one form, "Ketua Joko" or "Joko, Ketua"."""
    delegates = list(enumerate(telling.document.delegation))
    named = [
        (Person(name=d.name, position=d.position), f"delegation[{i}]") for i, d in delegates if clean(d.name)
    ]
    commas = listing or (len(delegates) > 1 and any("," in clean(d.position) for _, d in delegates))
    forms = {
        path: telling.cast.introduction(person, path, name_first=commas or _needs_commas(telling, named))
        for person, path in named
    }
    telling.cast.met(named)
    members = (forms.get(f"delegation[{i}]") or _unnamed(i, delegate) for i, delegate in delegates)
    return [member for member in members if member]


def _needs_commas(telling: Telling, people: Sequence[tuple[Person, str]]) -> bool:
    forms = [telling.cast.introduction(person, path).text.removesuffix(CLOSING) for person, path in people]
    return len(forms) > 1 and any("," in form for form in forms)


_STAFF = r"(staf|staff|operator|pelaksana|pegawai|admin)\b"
_PLURAL = re.compile(rf"{_STAFF}|(peserta|anggota|perwakilan|petugas)\b", re.IGNORECASE)


def _unnamed(index: int, delegate: Delegate) -> Phrase:
    """``Sekretaris``, ``dua staf Subbagian Hukum``, ``satu staf Divisi Humas``, ``lima orang dari Tim A``."""
    path, count = f"delegation[{index}]", delegate.count
    held = clean(delegate.position).rstrip(".")
    if not held:
        return field(f"{path}.count", f"{in_text(count)} orang") if count else NOTHING
    plural = _PLURAL.match(held)
    if count and not held[0].isdigit() and (count > 1 or plural):
        many = f"orang dari {held}" if is_unit(held) else generic(held)
        return Phrase(f"{in_text(count)} {many}", (f"{path}.count", f"{path}.position"))
    small = generic(held) if plural else held
    alone = re.match(_STAFF, small) and not count
    return field(f"{path}.position", f"satu {small}" if alone else small)
