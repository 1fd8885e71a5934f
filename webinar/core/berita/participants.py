"""Who took part: the invited groups, the attendance figures, the delegation of the reporting unit."""

from __future__ import annotations

import re

from webinar.core.berita import office
from webinar.core.berita.model import Block, Paragraph, Sentence
from webinar.core.berita.phrase import (
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
        return [colon(f"Peserta {telling.kind} ini terdiri atas"), enumeration("participants", phrases)]
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
    items = [clean(item) for item in (group.members if group.kind == "external" else group.positions)]
    house = clean(group.label) or join(clean(unit) for unit in group.units)
    head = " ".join(part for part in (house, scope_phrase(group.scope)) if part)
    lead = colon(*opening, Phrase(head, phrase.sources), ", yaitu") if head else colon(*opening)
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
    total = "attendance.total" not in telling.said and attendance.total
    if total:
        number = _number("attendance.total", attendance.total, counted, detailed=bool(split or house))
        ways = {"online": "secara daring", "onsite": "secara luring", "hybrid": "secara daring dan luring"}
        way = field("attendance.mode", ways.get(attendance.mode or "", "")) if not split else NOTHING
        origin = say("dari", house) if house else NOTHING
        parts = (
            "sebanyak",
            number,
            origin,
            "mengikuti",
            telling.this_event(),
            way,
            say(", terdiri atas", split) if split else None,
        )
        return [sentence(*parts)]
    made = []
    if split:
        made.append(sentence("peserta terdiri atas", split))
    if house:
        made.append(sentence(f"Peserta {telling.kind} ini berasal dari", house))
    return made


def _split(telling: Telling) -> Phrase:
    attendance = telling.document.attendance
    assert attendance is not None  # noqa: S101 - for the type checker
    counted = clean(attendance.counted_as) or "peserta"
    parts = [(attendance.online, "online", "secara daring"), (attendance.onsite, "onsite", "secara luring")]
    return listed(
        Phrase(f"{figures(count)} {counted} {way}", (f"attendance.{name}",))
        for count, name, way in parts
        if count
    )


def _number(path: str, count: int | None, noun: str, *, detailed: bool) -> Phrase:
    """A count with its noun; figures where several counts stand together (EYD V)."""
    return field(path, f"{figures(count) if detailed else in_text(count)} {noun}") if count else NOTHING


def _delegation(telling: Telling) -> list[Block]:
    document = telling.document
    members = [
        member
        for member in (
            _member(telling, index, delegate) for index, delegate in enumerate(document.delegation)
        )
        if member
    ]
    seat = place("attending_from", document.attending_from)
    unit = office.unit(document)
    if not members:
        if not seat:
            return []
        return [Paragraph("participants", (sentence(unit, "mengikuti", telling.this_event(), seat),))]
    where = say("bertempat", seat) if seat else NOTHING
    opening = (
        say(unit, "diwakili oleh") if document.perspective == "attendee" else say("dari", unit, ", hadir")
    )
    together = listed(members)
    parts = (opening, together, say(",", where) if where else None)
    if len(members) <= LONGEST_LIST_IN_SENTENCE and fits(*parts, limit=LONGEST_SENTENCE - 5):
        return [Paragraph("participants", (sentence(*parts),))]
    if document.perspective == "attendee":
        lead = colon(unit, "mengikuti", telling.this_event(), seat, "dengan diwakili oleh")
    else:
        lead = colon("dari", unit, ", hadir")
    return [Paragraph("participants", (lead,)), enumeration("participants", members)]


def _member(telling: Telling, index: int, delegate: Delegate) -> Phrase:
    """``Ketua Joko``, ``Sekretaris``, ``dua staf Subbagian Hukum``, ``satu staf Divisi Humas``."""
    path = f"delegation[{index}]"
    if clean(delegate.name):
        person = Person(name=delegate.name, position=delegate.position)
        return telling.cast.mention(person, path)
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
