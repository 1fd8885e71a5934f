"""The speakers, introduced by role; moderators; who else was there. Nobody is said to have said anything here."""

from __future__ import annotations

from collections.abc import Sequence

from webinar.core.berita.model import Block, Paragraph, Sentence
from webinar.core.berita.phrase import (
    CLOSING,
    LONGEST_LIST_IN_SENTENCE,
    LONGEST_SENTENCE,
    NOTHING,
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


def introductions(telling: Telling, speakers: Sequence[Numbered], subject: str) -> list[Block]:
    """Every speaker once, by role in the order of appearance; four short ones in a sentence, more as a list."""
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
    telling: Telling, role: str, group: Sequence[Numbered], subject: str, turn: int
) -> Sentence | tuple[Sentence, Block]:
    people = [telling.cast.mention(speaker, f"speakers[{index}]") for index, speaker in group]
    sources = tuple(f"speakers[{index}].role" for index, speaker in group if speaker.role)
    title = Phrase(role, sources)
    count = Phrase(in_text(len(people)), ())
    parts: tuple[Part, ...]
    if len(people) == 1:
        parts = (
            (people[0], "hadir sebagai", title)
            if turn % 2
            else ("bertindak sebagai", title, "adalah", people[0])
        )
    elif turn % 2:
        parts = ("bertindak sebagai", title, "adalah", listed(people))
    else:
        parts = (subject, "menghadirkan", count, title, ", yaitu", listed(people))
    if len(people) <= LONGEST_LIST_IN_SENTENCE and fits(*parts):
        return sentence(*parts)
    if len(people) == 1:
        return sentence(title, "adalah", people[0])
    lead = colon(subject, "menghadirkan", count, title, ", yaitu")
    return lead, enumeration(
        "speakers", [_with_title(p, *item) for p, item in zip(people, group, strict=True)]
    )


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
    people = _mentions(telling, telling.document.moderators, "moderators")
    if not people:
        return []
    parts = (telling.this_event(), "dipandu oleh", listed(people), "selaku moderator")
    return [sentence(*parts)] if fits(*parts) else _one_by_one("dipandu oleh", telling.this_event(), people)


def also_present(telling: Telling) -> list[Block]:
    people = _mentions(telling, telling.document.also_present, "also_present")
    if not people:
        return []
    if len(people) <= LONGEST_LIST_IN_SENTENCE and fits(
        "turut hadir", listed(people), limit=LONGEST_SENTENCE
    ):
        return [Paragraph("speakers", (sentence("turut hadir", listed(people)),))]
    return [
        Paragraph(
            "speakers",
            (
                colon("turut hadir dalam", telling.this_event(), "antara lain")
                if False
                else colon("turut hadir dalam", telling.this_event()),
            ),
        ),
        enumeration("speakers", people),
    ]


def _mentions(telling: Telling, people: Sequence[Person], name: str) -> list[Phrase]:
    found = (telling.cast.mention(person, f"{name}[{index}]") for index, person in enumerate(people))
    return [mention for mention in found if mention]


def _one_by_one(verb: str, subject: str, people: Sequence[Phrase]) -> list[Sentence]:
    made = [sentence(subject, verb, people[0])]
    return made + [sentence(f"{subject} juga", verb, person) for person in people[1:]]


__all__ = ["NOTHING", "also_present", "has_notes", "introductions", "moderators", "role_noun", "talk_title"]
