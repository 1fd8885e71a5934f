"""Capitals, spaces, quotation marks and end punctuation. Words are never changed, only how they are set."""

from __future__ import annotations

import re
from collections.abc import Collection

from webinar.core.indonesian.lexicon import (
    ABBREVIATIONS,
    COMMON,
    FUNCTION_WORDS,
    HEADS_OF_NAMES,
    NEVER_LOWERED,
    TITLE_FUNCTION_WORDS,
)
from webinar.core.indonesian.notewords import BASE_VERBS

ENDS = ".?!…"
_AFFIXED = re.compile(
    r"(me[mnlrwy]|di[a-z]{4}|ber|ter)[a-z]{3,}|(pe[mnrl]|ke|se)[a-z]{2,}an|pe[mnrl][a-z]{4,}"
    r"|[a-z]{4,}(kan|nya|isme|isasi|itas)"
)
_LOANED = re.compile(r"[a-z]{3,}([aeiu]si|logi|grafi|ologis)|[a-z]{4,}tor|[a-z]{5,}men")  # depresi, mediator
_VERB = re.compile(r"(me[mnlrwy][a-z]{3,}|di[a-z]{4,}(kan|i)?|ber[a-z]{3,}|ter[a-z]{3,})$")
_ABBREVIATION_END = re.compile(
    r"(\b(dll|dst|dkk|dsb|hlm)|\b[A-Z][A-Za-z]{0,3}\.[A-Z][A-Za-z]{0,3}|\b(Sp|Ph)\.[A-Z])\.$"
)
_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_DAYS = "Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ahad"
_RANGE = re.compile(
    rf"(?<![\w./–-])([1-9]\d{{0,3}})-([1-9]\d{{0,3}})(?![\w/-]|\.\d)|\b({_MONTHS}|{_DAYS})-(?=(?:{_MONTHS}|{_DAYS})\b)"
)
_ENUMERATOR = re.compile(r"^(?:[-–—•·*▪●○►✓]+\s*|\(?(?:\d{1,2}|[a-h])[.)]\s+(?=\S))")


def clean(text: str | None) -> str:
    """One line with single spaces, curly double quotes, and no space before or missing space after a mark."""
    text = re.sub(r"\s+", " ", text or "").strip()
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


def bare(text: str | None) -> str:
    """A note without its bullet and without what ends it, so that it can stand anywhere in a sentence."""
    text = _ENUMERATOR.sub("", clean(text))
    while True:
        shorter = re.sub(r"(?:[;,]\s*(?:dan|serta)|[;,:])\s*$", "", text).rstrip()
        if shorter.endswith(".") and not shorter.endswith("..") and not _ABBREVIATION_END.search(shorter):
            shorter = shorter[:-1].rstrip()
        if shorter == text:
            return text
        text = shorter


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


def lower_first(text: str, *, proper: Collection[str] = (), plain: Collection[str] = ()) -> str:
    """The text as it stands inside a sentence: its first word in lower case unless it may be a name.

    ``proper`` are words (lower case) that the record writes with a capital inside sentences, ``plain`` those
    it writes without. A word nobody knows keeps its capital: a name in lower case would be the worse mistake.
    """
    match = re.match(r"[^\W\d_][\w'’-]*", text)
    if not match or not text[0].isupper() or any(c.isupper() for c in match[0][1:]):
        return text
    word, following = match[0].lower(), text[match.end() :].lstrip(" ,(")
    if len(word) == 1 or not (word in FUNCTION_WORDS or _may_be_lowered(word, following, proper, plain)):
        return text
    return text[0].lower() + text[1:]


def _may_be_lowered(word: str, following: str, proper: Collection[str], plain: Collection[str]) -> bool:
    if word in NEVER_LOWERED or (word in proper and not is_ordinary(word)):
        return False
    if _VERB.match(word):
        return True
    follower = re.match(r"[A-Z][a-z][\w'’-]*", following)
    if follower and (word in HEADS_OF_NAMES or is_ordinary(follower[0].lower())):
        return False  # a name of several words, "Bank Dunia", or a phrase typed with capitals throughout
    return word in plain or is_ordinary(word) or _has_modifier(following)


def _has_modifier(following: str) -> bool:
    """A small noun or adjective right after an unknown word: "Uji publik", but not "Sirekap dipakai"."""
    next_word = re.match(r"[a-z]+(?=[\s,.;:?!)]|$)", following)
    return next_word is not None and next_word[0] in COMMON and next_word[0] not in BASE_VERBS


def is_ordinary(word: str) -> bool:
    return word in COMMON or _AFFIXED.fullmatch(word) is not None or _LOANED.fullmatch(word) is not None


def is_shouted(text: str) -> bool:
    """Whether a whole title is in capitals."""
    letters = [c for c in text if c.isalpha()]
    return (
        len(letters) > 8 and len(text.split()) > 1 and sum(c.isupper() for c in letters) / len(letters) > 0.9
    )


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


def sentences_of(prose: str) -> list[str]:
    """Prose cut into its sentences; titles, degrees, initials and "No." do not end one."""
    text = clean(prose)
    parts: list[str] = []
    start = 0
    for match in re.finditer(r"[.!?…]+[”’)]*\s+(?=[“‘(]?[A-Z0-9])", text):
        before = text[start : match.end()].rstrip()
        if not _NO_END.search(before):
            parts.append(before)
            start = match.end()
    return [part for part in (*parts, text[start:].strip()) if part]
