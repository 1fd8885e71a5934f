"""Points of a speaker: up to two become sentences, three and more stay a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from webinar.core.berita.model import Listing, Sentence
from webinar.core.berita.phrase import Part, fits, listed, sentence
from webinar.core.berita.speech import own_predicate, report
from webinar.core.berita.telling import Telling
from webinar.core.indonesian.letters import bare, finished, sentences_of, upper_first
from webinar.core.indonesian.notes import Grammar, grammar_of

LONGEST_POINTS_IN_PROSE = 2
Point = tuple[str, str]  # path and text


def point_list(part: str, points: Sequence[Point]) -> Listing:
    """Points as they stand, each with a capital and a full stop, whatever their grammar."""
    return Listing(part, tuple(Sentence(_item(text), (path,)) for path, text in points))


def _item(text: str) -> str:
    text = re.sub(r"^bahwa\s+", "", bare(text), flags=re.IGNORECASE)
    return upper_first(finished(own_predicate(text) or text))


def points_said(
    telling: Telling, subject: Part, points: Sequence[Point], *, remark: bool = False, again: bool = False
) -> list[Sentence]:
    """One or two points as sentences; two nouns, or two appeals, share one."""
    together = _together(telling, subject, points, remark=remark)
    if together:
        return [together]
    made: list[Sentence] = []
    for index, (path, text) in enumerate(points):
        also = index > 0 or again
        who: Part = subject
        if index > 0:
            who = "selain itu, ia" if again or index > 1 else "ia juga" if _takes_also(text) else "ia"
        made += report(telling, who, path, text, remark=remark, again=also)
    return made


def _takes_also(text: str) -> bool:
    return grammar_of(text) not in (Grammar.CLAUSE, Grammar.THAT, Grammar.PROSE)


def _together(telling: Telling, subject: Part, points: Sequence[Point], *, remark: bool) -> Sentence | None:
    kinds = {grammar_of(text) for _, text in points}
    if len(points) != 2 or len(kinds) != 1 or any(len(sentences_of(text)) > 1 for _, text in points):
        return None
    frames = {Grammar.NOUN: "", Grammar.VERB: "hal-hal berikut:", Grammar.ORDER: "pesan berikut:"}
    kind = kinds.pop()
    if kind not in frames or not fits(*(text for _, text in points), limit=30):
        return None
    if any(" dan " in text or "," in text for _, text in points):
        return None
    phrases = [telling.note(path, text) for path, text in points]
    verb = "menyampaikan" if frames[kind] else telling.verb("remark" if remark else "noun")
    return sentence(subject, verb, frames[kind] or None, listed(phrases))
