"""Whether two records may be of one person. Guesses only: a person decides, and sees both side by side.

Names of the same person differ by titles typed into them, by old and new spelling (Soeharto, Suharto), by
letters that sound alike (Saputra, Sahputra; Arif, Aripin's f and p), and by short forms of Muhammad.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from webinar.core.people import degrees_after, post

LEAST_RATIO = 0.84  # of letters two names share, after sounds are brought to one spelling
MOST_ALIKE = 40  # people of one sound; beyond it the name says nothing

_TITLE_WORDS = "prof dr drs dra ir h hj kh k drg drh apt ns ust ustadz r rr rd bpk ibu sdr"
_TITLES = frozenset(_TITLE_WORDS.split())
_SHORT_FORMS = {
    **dict.fromkeys(
        ("muh", "moh", "mohd", "muhd", "mhd", "mohamad", "mohammad", "muhamad", "mochamad", "mochammad"),
        "muhammad",
    ),
    "abd": "abdul",
    "achmad": "ahmad",
    "akhmad": "ahmad",
}
_SOUNDS = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("sy", "s"), ("kh", "h"), ("ch", "h"),
    ("dh", "d"), ("th", "t"), ("ph", "f"), ("v", "f"), ("p", "f"), ("z", "s"), ("q", "k"), ("x", "ks"),
    ("y", "i"), ("ie", "i"), ("h", ""),
)  # fmt: skip


class Likeness(StrEnum):
    """How sure a guess is."""

    SAME_POST = "same_post"  # the name sounds alike, and a position, an institution or the degrees agree
    SAME_NAME = "same_name"  # the name is the same, nothing else; thousands share a name


@dataclass(frozen=True)
class Known:
    """What the guess looks at."""

    id: int
    name: str
    title_suffix: str | None = None
    posts: frozenset[str] = frozenset()  # what ``post_key`` makes of each position
    houses: frozenset[str] = frozenset()  # institutions, in small letters


@lru_cache(4096)
def plain_name(name: str) -> str:
    """The name's own words in small letters, one spelling for one sound, without titles typed into it."""
    before_degrees = name.partition(",")[0]
    letters = "".join(
        c for c in unicodedata.normalize("NFKD", before_degrees) if not unicodedata.combining(c)
    )
    words = re.sub(r"[^\w\s]", " ", re.sub(r"['’‘`]", "", letters.casefold())).split()
    kept = [word for word in words if word not in _TITLES] or words
    return " ".join(_sounding(_SHORT_FORMS.get(word, word)) for word in kept)


def sound_key(name: str) -> str:
    """Of each word the first letter and the consonants; the same for names that sound alike."""
    return " ".join(word[:1] + re.sub("[aeiou]", "", word[1:]) for word in plain_name(name).split())


def post_key(position: str | None, institution: str | None) -> str:
    return post(position, institution).casefold()


def likeness(one: Known, other: Known) -> Likeness | None:
    """None: nothing says that they are the same."""
    mine, theirs = plain_name(one.name), plain_name(other.name)
    if not _sounds_alike(mine, theirs):
        return None
    degrees = degrees_after(one.title_suffix), degrees_after(other.title_suffix)
    has_degrees = bool(degrees[0]) and degrees[0].casefold() == degrees[1].casefold()
    if has_degrees or one.posts & other.posts or one.houses & other.houses:
        return Likeness.SAME_POST
    return Likeness.SAME_NAME if mine == theirs else None


def is_same_name(one: str, other: str) -> bool:
    """Whether a name may be the other one, corrected or told in full; degrees and titles do not count."""
    mine, theirs = plain_name(one), plain_name(other)
    words, other_words = set(mine.split()), set(theirs.split())
    is_within = bool(words and other_words) and (words <= other_words or other_words <= words)
    return is_within or _sounds_alike(mine, theirs)


def _sounds_alike(mine: str, theirs: str) -> bool:
    """The cheap bounds first: most names differ by far."""
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return all(bound() >= LEAST_RATIO for bound in bounds)


def pairs_sounding_alike(names: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Ids of people whose names sound alike, each pair once; in linear time but for the pairs themselves."""
    groups: dict[str, list[int]] = {}
    for id_, name in names:
        groups.setdefault(sound_key(name), []).append(id_)
    for ids in groups.values():
        if 1 < len(ids) <= MOST_ALIKE:
            yield from combinations(ids, 2)


@lru_cache(4096)
def _sounding(word: str) -> str:
    sound = word
    for written, spoken in _SOUNDS:
        sound = sound.replace(written, spoken)
    return re.sub(r"(.)\1+", r"\1", sound) or word
