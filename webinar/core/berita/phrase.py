"""Pieces of sentences that carry the fields they came from, and how they become a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from webinar.core.berita.model import Listing, Sentence
from webinar.core.indonesian import lists
from webinar.core.indonesian.letters import finished, upper_first

LONGEST_SENTENCE = 45  # words; the trade advises 20 to 23
COMFORTABLE_SENTENCE = 34  # a further phrase is put into a sentence of its own beyond this
LONGEST_LIST_IN_SENTENCE = 4
CLOSING = "\ue000"  # a comma that closes an apposition if the sentence goes on


@dataclass(frozen=True)
class Phrase:
    """Text inside a sentence; falsy when empty, so that absent facts drop out."""

    text: str
    sources: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)


NOTHING = Phrase("")
Part = Phrase | str | None


def field(path: str, text: str | None) -> Phrase:
    """The text of one field, or nothing."""
    return Phrase(text, (path,)) if text else NOTHING


def say(*parts: Part) -> Phrase:
    """The parts with single spaces between; punctuation at the start of a part joins the one before."""
    kept = [Phrase(part) if isinstance(part, str) else part for part in parts if part]
    return Phrase(_tidy(" ".join(part.text for part in kept)), _united(kept))


def listed(phrases: Iterable[Phrase], word: str = "dan") -> Phrase:
    """The phrases as a list in a sentence (EYD commas and semicolons)."""
    kept = [phrase for phrase in phrases if phrase]
    texts = [phrase.text.removesuffix(CLOSING) if len(kept) > 1 else phrase.text for phrase in kept]
    joined = lists.join([text.replace(CLOSING, ",") for text in texts[:-1]] + texts[-1:], word)
    if len(kept) > 1 and ("," in texts[-1] or (len(kept) == 2 and "," in texts[0])):
        joined += CLOSING
    return Phrase(joined, _united(kept))


def sentence(*parts: Part) -> Sentence:
    """A finished sentence: capital first, every apposition closed, one full stop."""
    phrase = say(*parts)
    if len(parts) > 1 and re.search(r"[?!…]”$", phrase.text):
        phrase = Phrase(f"{phrase.text}.", phrase.sources)  # a title's own mark does not end our sentence
    text = re.sub(rf"{CLOSING}+(?=\s*([.,;:)”?!]|$))", "", phrase.text)
    return Sentence(upper_first(finished(_tidy(re.sub(f"{CLOSING}+", ",", text)))), phrase.sources)


def colon(*parts: Part) -> Sentence:
    """The sentence before a list."""
    made = sentence(*parts)
    return Sentence(f"{made.text.rstrip('.').rstrip()}:", made.sources)


def word_count(text: str) -> int:
    """Words of a text as a reader counts them."""
    return len(text.split())


def fits(*parts: Part, limit: int = LONGEST_SENTENCE) -> bool:
    return word_count(say(*parts).text) <= limit


def enumeration(part: str, phrases: Sequence[Phrase]) -> Listing:
    """Names or phrases as a list: small letters, semicolons, "dan" before the last, full stop."""
    items = []
    for number, phrase in enumerate(phrases, start=1):
        text = phrase.text.replace(CLOSING, "").rstrip(" ;,")
        end = "." if number == len(phrases) else "; dan" if number == len(phrases) - 1 else ";"
        items.append(Sentence(finished(text) if end == "." else text + end, phrase.sources))
    return Listing(part, tuple(items))


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(rf"{CLOSING}?\s+([,;:.])(?=[\s”)]|$)", r"\1", text)


def _united(phrases: Iterable[Phrase]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for phrase in phrases for source in phrase.sources))
