"""How texts are compared when somebody looks for them: words without case, accents and marks.

What is kept beside a record for sorting and finding it is a *key*: its words, each behind a blank, so that
`` ban`` finds the words that begin with it. A *term* is one such word, or what a list is narrowed by.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

MOST_KEY = 600  # letters of a key: an index of PostgreSQL takes 2,704 bytes
MOST_TERM = 40  # letters of a term
MOST_TERMS = 32  # of one record
MOST_ASKED = 6  # words of a question
LAST = "\uffff"  # behind every term: ``ban`` + LAST ends the range of those that begin with it

_APOSTROPHES = re.compile(r"['’‘`ʼ]")
_BREAK = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """The words in lower case, without accents, one blank between: ``Ma'ruf, S.Kom.`` is ``maruf s kom``."""
    if not text.isascii():
        text = _without_marks(text)
    return _BREAK.sub(" ", _APOSTROPHES.sub("", text).casefold()).strip()


def search_key(*texts: str | None) -> str:
    """The key of a record from what it is found by, what it is sorted by first; empty texts are left out."""
    words = " ".join(filter(None, (folded(text) for text in texts if text)))
    return f" {words}"[:MOST_KEY].rstrip() if words else ""


def asked_words(text: str) -> tuple[str, ...]:
    """The words of a question, the longest first, each once; of an address only what stands before the @."""
    words = folded(" ".join(part.partition("@")[0] for part in text.split())).split()
    longest_first = sorted(dict.fromkeys(word[:MOST_TERM] for word in words), key=lambda word: -len(word))
    return tuple(longest_first[:MOST_ASKED])


def registration_key(full_name: str | None, institution: str | None, email: str | None) -> str:
    """The key of a registration; of the address what stands before the @."""
    return search_key(full_name, institution, (email or "").partition("@")[0])


def registration_terms(key: str, region_code: str | None) -> tuple[str, ...]:
    """What a registration is found by: the words of its key, each once, and its province."""
    words = dict.fromkeys(word[:MOST_TERM] for word in key.split())
    province = (province_term(region_code),) if region_code else ()
    return (*province, *list(words)[:MOST_TERMS])


def province_term(region_code: str) -> str:
    """The term of all registrations from a province; no word looks like it."""
    return f"@{region_code.partition('.')[0]}"


def _without_marks(text: str) -> str:
    return "".join(_unmarked(unicodedata.normalize("NFKD", text)))


def _unmarked(text: str) -> Iterable[str]:
    return (character for character in text if not unicodedata.combining(character))
