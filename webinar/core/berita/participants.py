"""Who took part: the invited groups, the attendance figures, the delegation of the reporting unit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from webinar.core.berita import office
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
from webinar.core.indonesian.letters import clean, lower_first
from webinar.core.indonesian.lists import join
from webinar.core.indonesian.numbers import figures, in_text


def participants(telling: Telling) -> list[Block]:
    """Groups, figures and delegation; what does not fit a sentence becomes a list."""
    blocks: list[Block] = []
    opening: list[Sentence] = []
    for made in (_groups(telling), _attendance(telling), _region(telling)):
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
    whole = listed(phrases, "serta")
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
    opening = (
        (subject, "diikuti oleh") if index == 0 else ("turut serta" if index == 1 else "selain itu, hadir",)
    )
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
    aim = (
        f"wilayah {text}"
        if scoped == f"se-{text}"
        else f"peserta {scoped}"
        if not scoped.startswith("wilayah")
        else scoped
    )
    return [sentence(telling.this_event(), "ditujukan bagi", field("target_region", aim))]


def _attendance(telling: Telling) -> list[Sentence]:
    attendance = telling.document.attendance
    if not attendance:
        return []
    counted = clean(attendance.counted_as) or "peserta"
    split = _split(telling)
    house = (
        _number("attendance.units", attendance.units, "satuan kerja", detailed=bool(split))
        if (counted.lower() not in ("satuan kerja", "satker"))
        else NOTHING
    )
    if "attendance.total" not in telling.said and attendance.total:
        number = _number("attendance.total", attendance.total, counted, detailed=bool(split or house))
        origin = say("dari", house) if house else NOTHING
        way = _way(telling) if not split else NOTHING
        parts = say(", terdiri atas", split) if split else NOTHING
        return [sentence("sebanyak", number, origin, "mengikuti", telling.this_event(), way, parts)]
    made = []
    ways = [count for count in (attendance.online, attendance.onsite) if count]
    if split and len(ways) == 1:
        number = Phrase(split.text.replace(figures(ways[0]), in_text(ways[0]), 1), split.sources)
        made.append(sentence(telling.this_event(), "diikuti oleh", number))
    elif split:
        told = "attendance.total" in telling.said
        opening = (
            "jumlah peserta tersebut terdiri atas" if told else say(telling.this_event(), "diikuti oleh")
        )
        made.append(sentence(opening, split))
    if house:
        made.append(sentence(f"Peserta {telling.kind} ini berasal dari", house))
    return made


def _way(telling: Telling) -> Phrase:
    """``secara daring``, where all took part in one way."""
    attendance = telling.document.attendance
    assert attendance is not None  # noqa: S101 - for the type checker
    ways = {"online": "secara daring", "onsite": "secara luring", "hybrid": "secara daring dan luring"}
    for name in ("online", "onsite"):
        if getattr(attendance, name) == attendance.total:
            return field(f"attendance.{name}", ways[name])
    return field("attendance.mode", ways.get(attendance.mode or ""))


def _split(telling: Telling) -> Phrase:
    """``300 peserta secara daring dan 112 peserta secara luring``, unless all took part in one way."""
    attendance = telling.document.attendance
    assert attendance is not None  # noqa: S101 - for the type checker
    counted = clean(attendance.counted_as) or "peserta"
    parts = [(attendance.online, "online", "secara daring"), (attendance.onsite, "onsite", "secara luring")]
    kept = [
        Phrase(f"{figures(count)} {counted} {way}", (f"attendance.{name}",))
        for count, name, way in parts
        if count and count != attendance.total
    ]
    return listed(kept)


def _number(path: str, count: int | None, noun: str, *, detailed: bool) -> Phrase:
    """A count with its noun; figures where several counts stand together (EYD V)."""
    return field(path, f"{figures(count) if detailed else in_text(count)} {noun}") if count else NOTHING


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
    represented = document.perspective == "attendee"
    opening = say(unit, "diwakili oleh") if represented else say("dari", unit, ", hadir")
    parts = (say("bertempat", seat, ",") if seat else None, opening, listed(members))
    if len(members) <= LONGEST_LIST_IN_SENTENCE and fits(*parts, limit=LONGEST_SENTENCE - 5):
        return [Paragraph("participants", (sentence(*parts),))]
    told = (sentence(unit, "mengikuti", telling.this_event(), seat),) if seat else ()
    lead = colon("utusan", unit, "terdiri atas")
    return [
        Paragraph("participants", (*told, lead)),
        enumeration("participants", _members(telling, listing=True)),
    ]


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


def _unnamed(index: int, delegate: Delegate) -> Phrase:
    """``Sekretaris``, ``dua staf Subbagian Hukum``, ``satu staf Divisi Humas``."""
    path = f"delegation[{index}]"
    held = clean(delegate.position).rstrip(".")
    small = lower_first(held)
    plural = re.match(
        r"(staf|staff|operator|pelaksana|pegawai|admin|peserta|anggota|perwakilan|petugas)\b", small
    )
    small = small if plural else held
    count = delegate.count
    if not held:
        return field(f"{path}.count", f"{in_text(count)} peserta") if count else NOTHING
    if count and not held[0].isdigit() and (count > 1 or plural):
        return Phrase(f"{in_text(count)} {small}", (f"{path}.count", f"{path}.position"))
    if plural and plural[1] in ("staf", "staff", "operator", "pelaksana", "pegawai", "admin") and not count:
        return field(f"{path}.position", f"satu {small}")
    return field(f"{path}.position", small)
