"""Plain text for calendar properties: what a person or an import may send, made harmless once.

Escaping of commas, semicolons and line breaks is left to ``icalendar``; here goes what no reader may see.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_BREAKS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
# Control characters, lone surrogates (not UTF-8), byte order mark, and the bidi overrides that turn a line
# round. Joiners (U+200C, U+200D) stay: emoji are made of them.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"[ \t\u00a0]+")
_BLANK_LINES = re.compile("\n{3,}")


def several_lines(text: str) -> str:
    """NFC, LF between lines, at most one blank line in a row, nothing at the ends; no control characters."""
    text = _UNWANTED.sub("", _LINE_BREAKS.sub("\n", text))
    lines = (_SPACES.sub(" ", line).strip() for line in unicodedata.normalize("NFC", text).split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def one_line(text: str) -> str:
    """The text without any line break: breaks become one space."""
    return " ".join(several_lines(text).split())


def without_spaces(text: str) -> str:
    """For addresses of pages and mailboxes, which hold neither blanks nor control characters."""
    return "".join(several_lines(text).split())
