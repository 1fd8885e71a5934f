"""One rule for every text that comes in, whatever the door.

Invisible characters (controls, direction marks and overrides, blanks without width, byte order marks, halves
of surrogate pairs) are left out; joiners stay, emoji are made of them. Line breaks become spaces in a line
and stay in prose, the ends are trimmed, marks piled up on one letter are kept to thirty, and the rest is
brought to Unicode form NFC. Nothing that can be read is changed.
"""

from __future__ import annotations

import re
import unicodedata

MOST_MARKS = 30
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BREAK_IN_LINE = re.compile(r"[\t\n]+")
_EMPTY_LINES = re.compile(r"\n{3,}")
_HIDDEN = frozenset(
    "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)


def clean(text: str, *, prose: bool = False) -> str:
    """The text as it is kept; cleaning twice changes nothing more. Takes time in proportion to the length."""
    text = "".join(c for c in _BREAK.sub("\n", text) if not _is_invisible(c))
    if prose:
        lines = [line.rstrip(" \t") for line in text.split("\n")]
        text = _EMPTY_LINES.sub("\n\n", "\n".join(lines))
    else:
        pieces = [piece.strip(" ") for piece in _BREAK_IN_LINE.split(text)]
        text = " ".join(piece for piece in pieces if piece)
    return _unpiled(unicodedata.normalize("NFC", _unpiled(text.strip())))


def _unpiled(text: str) -> str:
    """No more marks on one letter than UAX 15 allows for streams: sorting a pile takes its height squared."""
    if text.isascii():
        return text
    kept, pile = [], 0
    for character in text:
        pile = pile + 1 if unicodedata.combining(character) else 0
        if pile <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _is_invisible(character: str) -> bool:
    if character in "\n\t":
        return False
    return character in _HIDDEN or unicodedata.category(character) in ("Cc", "Cs")
