"""Whether the letters of a file were read in the right encoding."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SPECIAL = re.compile(r"[^\x00-\x7f]")
_BROKEN = re.compile(  # what UTF-8 looks like when it is read as Windows-1252
    "\ufffd|[\x80-\x9f]|Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\xa0-\xbf]|â€[\x80-\xbf˜™œžš¦“”¢]"
)


def broken_letters(rows: Sequence[Sequence[str]]) -> str | None:
    """The first words whose letters look as if they had been read in the wrong encoding."""
    return _first_words(rows, _BROKEN)


def special_letters(rows: Sequence[Sequence[str]]) -> str | None:
    """The first words by which a reader can tell whether the encoding is right; None if all are plain."""
    return _first_words(rows, _SPECIAL)


def _first_words(rows: Sequence[Sequence[str]], pattern: re.Pattern[str]) -> str | None:
    cell = next((cell for row in rows for cell in row if pattern.search(cell)), None)
    if cell is None:
        return None
    found = pattern.search(cell)
    start = max(0, found.start() - 25) if found else 0
    return " ".join(cell[start : start + 60].split())
