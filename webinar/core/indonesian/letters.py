"""Capitals, spaces, quotation marks and end punctuation. Words are never changed, only how they are set."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from webinar.core.indonesian.lexicon import (
    ABBREVIATIONS,
    COMMON,
    FUNCTION_WORDS,
    HEADS_OF_NAMES,
    LOAN_WORDS,
    NAMES_AS_WELL,
    NAMES_BEFORE_NAMES,
    NEVER_LOWERED,
    TITLE_FUNCTION_WORDS,
)
from webinar.core.indonesian.notewords import GRAMMAR_WORDS
from webinar.core.indonesian.wordforms import is_form

ENDS = ".?!…"
_ABBREVIATION_END = re.compile(
    r"(\b(dll|dst|dkk|dsb|hlm)|\b[A-Z][A-Za-z]{0,3}\.[A-Z][A-Za-z]{0,3}|\b(Sp|Ph)\.[A-Z])\.$"
)
_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_DAYS = "Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ahad"
_RANGE = re.compile(
    rf"(?<![\w./–-])([1-9]\d{{0,3}})-([1-9]\d{{0,3}})(?![\w/-]|\.\d)|\b({_MONTHS}|{_DAYS})-(?=(?:{_MONTHS}|{_DAYS})\b)"
)
_BARE_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_ENUMERATOR = re.compile(r"^(?:[-–—•·*▪●○►✓]+\s*|\(?(?:\d{1,2}|[a-h])[.)]\s+(?=\S))")


def clean(text: str | None) -> str:
    """One line with single spaces, curly double quotes, and no space before or missing space after a mark."""
    if text and _BARE_WORDS.fullmatch(text):
        return text  # most names: none of the rules below finds anything
    text = re.sub(r"[\s\ue000]+", " ", text or "").strip()  # U+E000 is a mark of our own in phrases
    text = curly(text)
    text = re.sub(r"\s+([,;]|[:.!?](?=\s|$|[”’)]))", r"\1", text)
    text = re.sub(r"([“(‘])\s+", r"\1", text).replace(" - ", " – ")
    text = re.sub(r"\s+([”)])", r"\1", text)
    text = _RANGE.sub(_dashed, re.sub(r",{2,}", ",", text))
    return re.sub(r"(?<=[^\W\d_])([,;])(?=[^\W\d_])", r"\1 ", text)


def _dashed(match: re.Match[str]) -> str:
    """``2–3 kali``, ``Maret–April``: a range has a dash (EYD V); "3-3" and telephone numbers are none."""
    if match[3]:
        return f"{match[3]}–"
    return f"{match[1]}–{match[2]}" if int(match[1]) < int(match[2]) else match[0]


def curly(text: str) -> str:
    """Straight double quotes, and single ones that stand around words, become curly; apostrophes stay."""
    text = re.sub(r"(^|[\s(\[/–—])[\"]", r"\1“", text)
    text = text.replace('"', "”")
    return re.sub(r"(^|[\s(“])'([^'“”]+)'(?=[\s.,;:!?)”]|$)", r"\1‘\2’", text)


def unquoted(text: str) -> str:
    """The text without one pair of quotation marks around the whole of it."""
    text = clean(text)
    for opening, closing in ("“”", "‘’", "«»"):
        inner = text[1:-1]
        if (
            text.startswith(opening)
            and text.endswith(closing)
            and opening not in inner
            and closing not in inner
        ):
            return inner.strip()
    return text


def quoted(text: str) -> str:
    """``“…”`` around the text once, quotation marks inside it made single."""
    return f"“{unquoted(text).replace('“', '‘').replace('”', '’')}”"


_TAIL = re.compile(r"(?:[;,]\s*(?:dan|serta)|[;,:]|\s)$")
_LONGEST_TAIL, _LONGEST_ABBREVIATION = 8, 16  # characters: "; serta", "Sp.PDA."


def bare(text: str | None) -> str:
    """A note without its bullet and without what ends it, so that it can stand anywhere in a sentence."""
    text = _ENUMERATOR.sub("", clean(text))
    end = len(text)
    while True:  # looking back a few characters only, so that the work stays linear
        tail = _TAIL.search(text, max(end - _LONGEST_TAIL, 0), end)
        if tail:
            end = tail.start()
        elif _ends_in_full_stop(text, end):
            end -= 1
        else:
            return text[:end]


def _ends_in_full_stop(text: str, end: int) -> bool:
    """A single full stop that belongs to no abbreviation; dots of omission stay."""
    if text[max(end - 1, 0) : end] != "." or text[max(end - 2, 0) : end] == "..":
        return False
    return _ABBREVIATION_END.search(text, max(end - _LONGEST_ABBREVIATION, 0), end) is None


def finished(text: str) -> str:
    """The text with a full stop unless it ends already, also inside a closing quotation mark."""
    text = text.rstrip()
    inner = text.rstrip("”’)")
    if text.endswith(tuple(ENDS)) or (inner.endswith(tuple("?!…")) and inner != text):
        return text
    if inner.endswith(".") and text.endswith("”"):
        return text
    return f"{text}."


def upper_first(text: str) -> str:
    """The first letter as capital; a physician's ``dr.`` and addresses of pages keep theirs."""
    if re.match(r"dr\. |https?:|www\.|[a-z0-9-]+\.[a-z0-9-]+", text):
        return text
    index = len(text) - len(text.lstrip("“‘(["))
    return text[:index] + text[index : index + 1].upper() + text[index + 1 :]


def lower_first(
    text: str,
    *,
    people: Collection[str] = (),
    proper: Collection[str] = (),
    plain: Collection[str] = (),
) -> str:
    """The text as it stands inside a sentence: its first word in lower case if it is certainly no name.

    ``people`` are words (lower case) of people's names in the record, ``proper`` those that it writes with a
    capital inside sentences, ``plain`` those that it writes without. A word that nobody knows keeps its
    capital, whatever its affixes: a name in lower case would be the worse mistake.
    """
    match = re.match(r"[^\W\d_][\w'’-]*", text)
    if not match or not text[0].isupper() or any(c.isupper() for c in match[0][1:]):
        return text
    word = match[0].lower()
    if len(word) == 1 or word in people or begins_name(word, text[match.end() :]):
        return text
    if is_ordinary(word) and (word not in NAMES_AS_WELL or word in plain):
        return text[0].lower() + text[1:]
    return text[0].lower() + text[1:] if word in plain and word not in proper else text


_PREDICATE = re.compile(r" (me[mnlrwy]|di|ber|akan|telah|sudah|adalah|wajib|harus)")


def begins_name(word: str, following: str) -> bool:
    """Whether a first word (lower case) and what follows it may be a name: "Bank Dunia", "Lalu Iqbal"."""
    if word in NEVER_LOWERED:
        return True
    if word in ("lalu", "jaga", "tanya") and _PREDICATE.match(following):
        return True  # in doubt the subject: "Lalu memaparkan …"
    follower = re.match(r"[ ,(]*([A-Z][a-z][\w'’-]*)", following)
    if not follower:
        return False
    after = follower[1].lower()
    if word in FUNCTION_WORDS or word in NAMES_BEFORE_NAMES:
        return word in NAMES_BEFORE_NAMES and after not in NEVER_LOWERED and not is_ordinary(after)
    # a name of several words, or a phrase typed with capitals throughout
    return word in HEADS_OF_NAMES or word in NAMES_AS_WELL or is_ordinary(after)


def is_ordinary(word: str) -> bool:
    """Whether a word (lower case) is known as a word of the language, by itself or by its base."""
    return (
        word in COMMON
        or word in LOAN_WORDS
        or word in GRAMMAR_WORDS
        or word in FUNCTION_WORDS
        or (word not in NEVER_LOWERED and is_form(word))
        or _is_doubled(word)
    )


def _is_doubled(word: str) -> bool:
    """``anak-anak``, ``undang-undangnya``."""
    first, dash, second = word.partition("-")
    return bool(dash) and second.startswith(first) and is_ordinary(first)


def is_shouted(text: str) -> bool:
    """Whether a whole title is in capitals."""
    letters = [c for c in text if c.isalpha()]
    return (
        len(letters) > 8 and len(text.split()) > 1 and sum(c.isupper() for c in letters) / len(letters) > 0.9
    )


@lru_cache(maxsize=256)  # a report asks for its title many times
def title_case(text: str) -> str:
    """Capitals of titles: function words small unless first or after a colon; names as typed."""
    text = clean(text)
    shouted = is_shouted(text)
    words: list[str] = []
    starts = True
    for word in text.split(" "):
        words.append(_titled(word, starts=starts, shouted=shouted))
        starts = word.endswith((":", "?", "!", "–", "—"))
    return " ".join(words)


def _titled(word: str, *, starts: bool, shouted: bool) -> str:
    core = word.strip("“”‘’().,:;?!").lower()
    if shouted:
        word = word[:3].lower() + _calmed(word[3:]) if core.startswith("se-") else _calmed(word)
    if core in TITLE_FUNCTION_WORDS and not starts:
        return word.lower() if word.strip("“”‘’().,:;?!").istitle() else word
    if core.startswith("se-") or re.search(r"https?:|www\.|@|^#", word):
        return word
    return re.sub(r"(^[“‘(]*|(?<=[/-])[“‘(]*)([^\W\d_])", lambda m: m[1] + m[2].upper(), word)


def _calmed(word: str) -> str:
    """A word of a title in capitals: abbreviations stay, everything else loses its capitals."""
    core = word.strip("“”‘’().,:;?!").lower()
    if core in ABBREVIATIONS or re.fullmatch(r"[ivx]+", core) or not re.search("[aiueo]", core):
        return word
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word)


_NO_END = re.compile(
    r"(^|[\s(“‘])(([A-Z]|[Dd]r[as]?|[Dd]rs|Ir|Hj?|K\.?H|Prof|No|Plt|Plh|Sdr|Yth|St|Tn|Ny|Jl|hlm|maks|min|a\.n|u\.p|Kab|Kec)"
    r"|\w{1,4}\.[A-Z][A-Za-z]{0,3})\.$"
)


_LONGEST_NO_END = 24  # characters


def sentences_of(prose: str) -> list[str]:
    """Prose cut into its sentences; titles, degrees, initials and "No." do not end one."""
    text = clean(prose)
    parts: list[str] = []
    start = 0
    for match in re.finditer(r"(?<![.!?…])([.!?…]+[”’)]*)\s+(?=[“‘(]?[A-Z0-9])", text):
        end = match.end(1)
        # only the last word decides: a longer look back would make the work grow with the square
        if not _NO_END.search(text, max(start - 1, end - _LONGEST_NO_END, 0), end):
            parts.append(text[start:end])
            start = match.end()
    return [part for part in (*parts, text[start:].strip()) if part]
