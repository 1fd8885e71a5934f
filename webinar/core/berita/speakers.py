"""The speakers, introduced by role; moderators; who else was there. Nobody "says" anything here."""

from __future__ import annotations

from collections.abc import Sequence

from webinar.core.berita.cast import identity
from webinar.core.berita.model import Block, Paragraph, Sentence
from webinar.core.berita.phrase import (
    CLOSING,
    LONGEST_LIST_IN_SENTENCE,
    Part,
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
from webinar.core.document.model import Person, Speaker
from webinar.core.indonesian.letters import bare, lower_first, quoted, title_case
from webinar.core.indonesian.numbers import in_text

ROLES = {
    "speaker": "narasumber",
    "keynote": "pembicara kunci",
    "opening_lecture": "penyampai kuliah pembuka",
    "discussant": "pembahas",
    "public_figure": "tokoh publik",
}
Numbered = tuple[int, Speaker]


def role_noun(speaker: Speaker) -> str:
    """The role in Indonesian; a free text is printed as it was typed."""
    return ROLES.get(speaker.role or "speaker") or lower_first(bare(speaker.role)) or "narasumber"


def has_notes(speaker: Speaker) -> bool:
    return any(bare(text) for text in (speaker.intro, speaker.summary, *speaker.key_points, *speaker.quotes))


def introductions(telling: Telling, speakers: Sequence[Numbered], subject: Phrase) -> list[Block]:
    """Every speaker once, by role in the order of appearance; up to four in a sentence, else a list.

    ``subject`` is the event, or a session with its sources.
    """
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    roles = list(dict.fromkeys(role_noun(speaker) for _, speaker in speakers))
    for turn, role in enumerate(roles):
        group = [item for item in speakers if role_noun(item[1]) == role]
        made = _role(telling, role, group, subject, turn)
        if isinstance(made, Sentence):
            sentences.append(made)
            sentences += _titles(telling, group)
            continue
        blocks += [Paragraph("speakers", (*sentences, made[0])), made[1]]
        sentences = []
    return [*blocks, Paragraph("speakers", tuple(sentences))] if sentences else blocks


def _role(
    telling: Telling, role: str, group: Sequence[Numbered], subject: Phrase, turn: int
) -> Sentence | tuple[Sentence, Block]:
    people: list[tuple[Person, str]] = [(speaker, f"speakers[{index}]") for index, speaker in group]
    title = Phrase(role, tuple(f"speakers[{index}].role" for index, speaker in group if speaker.role))
    count = Phrase(in_text(len(people)), tuple(path for _, path in people))
    listing = telling.cast.listing(people)
    mentions = telling.cast.together(people)
    parts: tuple[Part, ...]
    if len(people) == 1:
        parts = _single(role, title, mentions[0], subject, turn)
    else:
        parts = (subject, "juga" if turn else None, "menghadirkan", count, title, ", yaitu", listed(mentions))
    if len(people) <= LONGEST_LIST_IN_SENTENCE and fits(*parts):
        return sentence(*parts)
    if len(people) == 1:
        return sentence(title, "adalah", mentions[0])
    lead = colon(subject, "juga" if turn else None, "menghadirkan", count, title, ", yaitu")
    items = [_with_title(mention, *item) for mention, item in zip(listing, group, strict=True)]
    return lead, enumeration("speakers", items)


def _single(role: str, title: Phrase, mention: Phrase, subject: Phrase, turn: int) -> tuple[Part, ...]:
    """One person in a role, in a form that differs from the one before."""
    if role == ROLES["opening_lecture"]:
        return (Phrase("kuliah pembuka", title.sources), "disampaikan oleh", mention)
    if turn % 2:
        return (mention, "hadir sebagai", title)
    if subject.sources:
        return (subject, "menghadirkan", mention, "sebagai", title)
    return ("bertindak sebagai", title, "adalah", mention)


def _with_title(mention: Phrase, index: int, speaker: Speaker) -> Phrase:
    """In a list, a speaker without notes carries the talk title."""
    title = talk_title(index, speaker)
    if not title or has_notes(speaker):
        return mention
    plain = Phrase(mention.text.replace(CLOSING, ""), mention.sources)
    return say(plain, ", dengan materi", title)


def talk_title(index: int, speaker: Speaker) -> Phrase:
    return field(f"speakers[{index}].talk_title", _quoted_title(speaker.talk_title))


def _quoted_title(text: str | None) -> str:
    return quoted(title_case(bare(text))) if bare(text) else ""


def _titles(telling: Telling, group: Sequence[Numbered]) -> list[Sentence]:
    """The talk titles of those who have no notes; the others' stand with their material."""
    made = []
    for index, speaker in group:
        title = talk_title(index, speaker)
        if title and not has_notes(speaker):
            subject = telling.cast.again(speaker, f"speakers[{index}]")
            made.append(sentence(subject, telling.verb("title"), "materi", title))
    return made


def moderators(telling: Telling) -> list[Sentence]:
    """``dipandu oleh … selaku moderator``."""
    people = telling.cast.together(_people(telling.document.moderators, "moderators"))
    if not people:
        return []
    subject = telling.this_event()
    parts = (subject, "dipandu oleh", listed(people), "selaku moderator")
    if fits(*parts):
        return [sentence(*parts)]
    return [sentence(subject, "dipandu oleh", person, "selaku moderator") for person in people]


def also_present(telling: Telling) -> list[Block]:
    """``Turut hadir …``, as a list where a sentence would be too long."""
    present = _people(telling.document.also_present, "also_present")
    listing = telling.cast.listing(present)
    people = telling.cast.together(present)
    if not people:
        return []
    if len(people) <= LONGEST_LIST_IN_SENTENCE and fits("turut hadir", listed(people)):
        return [Paragraph("speakers", (sentence("turut hadir", listed(people)),))]
    lead = colon("turut hadir dalam", Phrase(telling.this_event(), tuple(path for _, path in present)))
    return [Paragraph("speakers", (lead,)), enumeration("speakers", listing)]


def _people(people: Sequence[Person], name: str) -> list[tuple[Person, str]]:
    return [(person, f"{name}[{index}]") for index, person in enumerate(people) if identity(person)]
