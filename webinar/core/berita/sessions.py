"""The programme: sessions with their speakers and material, breaks, breakout rooms, training; day by day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from webinar.core.berita.material import Talk, openers
from webinar.core.berita.model import Block, Paragraph, Sentence
from webinar.core.berita.phrase import (
    COMFORTABLE_SENTENCE,
    NOTHING,
    Phrase,
    field,
    fits,
    listed,
    say,
    sentence,
)
from webinar.core.berita.speakers import Numbered, has_notes, introductions
from webinar.core.berita.telling import Telling
from webinar.core.berita.when import days_of, session_clock
from webinar.core.document.model import Session
from webinar.core.indonesian.dates import short_date
from webinar.core.indonesian.letters import bare, lower_first, quoted, title_case, unquoted
from webinar.core.indonesian.numbers import ordinal

PART = "material"
LONE = "session"  # a session without speakers
LABELS = {
    "plenary": "sesi pleno",
    "panel": "sesi panel",
    "breakout": "ruang diskusi",
    "training": "sesi pelatihan",
}
_NAMES_ITSELF = re.compile(
    r"(sesi|panel|ruang|kelas|kelompok|pleno|breakout|pembukaan|penutupan|coffee|istirahat|ishoma|rehat|jeda"
    r"|tanya jawab|diskusi|hari)\b",
    re.IGNORECASE,
)


def programme(telling: Telling) -> list[Block]:
    """Sessions in order, each with its own speakers; the speakers of no session come first."""
    sessions = telling.sessions()
    orders = {session.order for _, session in sessions if session.order is not None}
    free = [item for item in telling.speakers() if item[1].session not in orders]
    return introductions(telling, free, Phrase(telling.this_event())) if free else []


def material(telling: Telling) -> list[Block]:
    """What was said, outside sessions and then session by session."""
    sessions = telling.sessions()
    orders = {session.order for _, session in sessions if session.order is not None}
    free = [item for item in telling.speakers() if item[1].session not in orders and has_notes(item[1])]
    blocks = _talks(telling, free, openers(len(free)), just_named=_just_named(telling))
    counted = [session for _, session in sessions if session.kind != "break"]
    seen_days: set[int] = set()
    for index, session in sessions:
        mine = [
            item
            for item in telling.speakers()
            if session.order is not None and item[1].session == session.order
        ]
        place = counted.index(session) + 1 if session in counted else 0
        made = _session(telling, index, session, mine, place, len(counted), seen_days)
        blocks = _after(blocks, made, lone=not mine)
    return blocks


def _just_named(telling: Telling) -> bool:
    """Whether the introduction of a single speaker is the sentence right before what he or she said."""
    document = telling.document
    return len(telling.speakers()) == 1 and not document.moderators and not document.also_present


def _after(blocks: list[Block], made: list[Block], *, lone: bool) -> list[Block]:
    """Sessions of which one sentence is known follow each other in one paragraph."""
    last = blocks[-1] if blocks else None
    single = (
        len(made) == 1
        and isinstance(made[0], Paragraph)
        and not made[0].sentences[0].text.startswith("Pada hari")
    )
    if lone and single and isinstance(last, Paragraph) and last.part == LONE:
        assert isinstance(made[0], Paragraph)  # noqa: S101 - for the type checker
        return [*blocks[:-1], Paragraph(LONE, (*last.sentences, *made[0].sentences))]
    if lone and len(made) == 1 and isinstance(made[0], Paragraph):
        return [*blocks, Paragraph(LONE, made[0].sentences)]
    return [*blocks, *made]


def _talks(
    telling: Telling, speakers: Sequence[Numbered], words: Sequence[str], *, just_named: bool = False
) -> list[Block]:
    blocks: list[Block] = []
    for (index, speaker), opener in zip(speakers, words, strict=True):
        blocks += Talk(telling, index, speaker, opener, just_named=just_named).tell()
    return blocks


def _session(
    telling: Telling, index: int, session: Session, speakers: Sequence[Numbered], place: int, count: int,
    seen_days: set[int],
) -> list[Block]:  # fmt: skip
    path = f"sessions[{index}]"
    day = _day(telling, session, path, seen_days)
    if session.kind == "break" and not speakers:
        return [Paragraph(PART, (_break(telling, session, path, day),))]
    label = _label(session, path, place, count)
    opening = _about(telling, session, path, label, day)
    blocks: list[Block] = [Paragraph(PART, tuple(opening))] if opening else []
    if speakers:
        called = "sesi tersebut" if opening else label.text
        subject = say(day if not opening else None, Phrase(called, label.sources))
        introduced = introductions(telling, speakers, subject)
        blocks = _merged(blocks, introduced)
        told = [item for item in speakers if has_notes(item[1])]
        words = openers(len(told)) if len(told) > 1 else [""] * len(told)
        alone = len(speakers) == 1 and isinstance(introduced[-1], Paragraph)
        talks = _talks(telling, told, words, just_named=alone)
        blocks = _merged(blocks, talks) if len(told) == 1 else [*blocks, *talks]
    elif not opening:
        blocks = [Paragraph(PART, (sentence(day, telling.this_event(), "juga memuat", label),))]
    return blocks


def _merged(first: list[Block], second: list[Block]) -> list[Block]:
    """The session's own sentence and the introductions in one paragraph."""
    if first and second and isinstance(first[-1], Paragraph) and isinstance(second[0], Paragraph):
        joined = Paragraph(PART, (*first[-1].sentences, *second[0].sentences))
        return [*first[:-1], joined, *second[1:]]
    return [*first, *second]


def _label(session: Session, path: str, place: int, count: int) -> Phrase:
    """``sesi pertama``, ``Sesi Pleno I``, ``ruang diskusi “Data Pemilih”``."""
    kind = LABELS.get(session.kind or "", "sesi")
    name = unquoted(bare(session.name))
    sources = tuple(p for p, v in ((f"{path}.name", name), (f"{path}.kind", session.kind)) if v)
    if not name:
        text = f"{kind} {ordinal(place)}" if count > 1 and kind == "sesi" else kind
        return Phrase(text, sources or (f"{path}.order",))
    if name.lower() == kind.removeprefix("sesi "):
        return Phrase(kind, sources)
    if _NAMES_ITSELF.match(name) and ":" not in name:
        return Phrase(_small_label(name), sources)
    return Phrase(f"{kind} {quoted(title_case(name))}", sources)


def _small_label(name: str) -> str:
    """ "Sesi I" and "Kelas A" keep their capitals; "Sesi pertama" does not."""
    words = name.split()
    return (
        name
        if (len(words) > 1 and words[1][0].isupper()) or any(c.isdigit() for c in name)
        else lower_first(name)
    )


def _day(telling: Telling, session: Session, path: str, seen: set[int]) -> Phrase:
    days = days_of(telling.document)
    if not days.several or days.reported or not session.day or session.day in seen:
        return NOTHING
    seen.add(session.day)
    on = days.first.toordinal() + session.day - 1
    date_text = short_date(type(days.first).fromordinal(on))
    return say(
        Phrase(f"pada hari {ordinal(session.day)}, {date_text}", (f"{path}.day", "dates.start_date")), ","
    )


def _about(telling: Telling, session: Session, path: str, label: Phrase, day: Phrase) -> list[Sentence]:
    """Theme, time and audience of a session in one sentence; nothing if only its name is known."""
    theme = unquoted(bare(session.theme))
    same = bool(theme) and theme.lower() in label.text.lower()
    clock = session_clock(session, path, telling.document, telling.style)
    facts = [
        say("mengangkat tema", field(f"{path}.theme", quoted(title_case(theme))))
        if theme and not same
        else NOTHING,
        say("berlangsung", _at(clock)) if clock else NOTHING,
        say("diikuti oleh", telling.note(f"{path}.audience", session.audience))
        if bare(session.audience)
        else NOTHING,
    ]
    kept = [fact for fact in facts if fact]
    if not kept:
        return []
    joined = say(kept[0], "dan", kept[1]) if len(kept) == 2 else listed(kept)
    commas = any("," in fact.text for fact in kept[: 1 if len(kept) == 2 else None])
    if fits(day, label, joined, limit=COMFORTABLE_SENTENCE) and not commas:
        return [sentence(day, label, joined)]
    first, *rest = kept
    kind = "sesi ini"
    return [sentence(day, label, first), *(sentence(kind, fact) for fact in rest)]


def _at(clock: Phrase) -> Phrase:
    return say("pada", clock) if clock.text.startswith("pukul") else clock


def _break(telling: Telling, session: Session, path: str, day: Phrase) -> Sentence:
    """``Kegiatan diselingi istirahat pada pukul 12.00–13.00 WIB``."""
    name = lower_first(bare(session.name)) or "istirahat"
    clock = session_clock(session, path, telling.document, telling.style)
    source = f"{path}.name" if session.name else f"{path}.kind"
    return sentence(
        day, telling.this_event(), "diselingi", Phrase(name, (source,)), _at(clock) if clock else None
    )
