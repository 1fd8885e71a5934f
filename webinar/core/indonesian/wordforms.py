"""Affixed words of which the base is known: "menciptakan" from "cipta", but nothing for "Meliana".

The affixes alone prove nothing, for "Terawan", "Bernadus" and "Diandra" have them as well. A word counts as a
form of the language only if what is left without its affixes stands in the table of bases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from webinar.core.indonesian.bases import BASES

# forms that are people and places as well
NAMES = frozenset(
    (
        *("raihan", "beratan", "terawan", "kembangan", "ketanggungan", "penanggungan", "pengasih", "kenanga"),
        *("harapan", "impian"),
    )
)
LONGEST_WORD = 32  # letters; "mempertanggungjawabkannya" has 25
VOWELS = "aiueo"
_CLITIC = re.compile(r"(?<=[a-z]{4})(nya|lah|kah|pun)$")
_VERBAL = ("memper", "member", "diper", "diber", "di", "ber", "be", "ter", "te")
_NOMINAL = ("ketidak", "keber", "keter", "kese", "ke", "pember", "pemer", "per")  # together with -an alone
_IN_ISASI = re.compile(r"[a-z]{3,}isasi(kan|nya)?")  # "digitalisasi": no name ends so


@lru_cache(maxsize=4096)
def is_form(word: str) -> bool:
    """Whether a word (lower case) is a known base with affixes, or with a suffix alone: "pastikan"."""
    if len(word) > LONGEST_WORD:
        return False
    if word in NAMES or _IN_ISASI.fullmatch(word):
        return word not in NAMES
    return any(not BASES.isdisjoint(_roots(one)) for one in {word, _CLITIC.sub("", word)})


def _roots(word: str) -> Iterator[str]:
    """What is left of a word without its affixes, whether it is a word or not."""
    for suffix in ("", "kan", "an", "i"):
        if not word.endswith(suffix) or len(word) < len(suffix) + 3:
            continue
        stem = word[: len(word) - len(suffix)]
        if suffix:
            yield stem
        if stem.startswith(("me", "pe")):
            yield from _after_nasal(stem[2:])
        if stem.startswith("pe"):
            yield stem[2:]  # "pekerja", "pejabat"
        for prefix in _VERBAL + (_NOMINAL if suffix == "an" else ()):
            if stem.startswith(prefix):
                yield stem[len(prefix) :]


def _after_nasal(rest: str) -> Iterator[str]:
    """The base behind me- and pe-, with the consonant that the nasal has swallowed: "nulis" from "tulis"."""
    if rest[:1] in tuple("lrwymn"):
        yield rest
    for nasal, kept, swallowed in (("ng", "ghkq" + VOWELS, "k"), ("ny", "", "s"), ("m", "bfvp", "p")):
        if rest.startswith(nasal):
            root = rest[len(nasal) :]
            if root[:1] in tuple(kept):
                yield root
            if root[:1] in tuple(VOWELS):
                yield swallowed + root
    if rest.startswith("n"):
        root = rest[1:]
        if root.startswith(("c", "d", "j", "z", "sy", "sos", "st", "tr")):
            yield root
        if root[:1] in tuple(VOWELS):
            yield f"t{root}"
