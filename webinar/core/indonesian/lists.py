"""Lists in a sentence: "A dan B", "A, B, dan C", and semicolons where items have commas (EYD V)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def separators(items: Sequence[str], word: str = "dan") -> tuple[str, str]:
    """What stands between the items, and before the last one."""
    if any(re.search(r"[,;]|:\s", item) for item in items):
        return "; ", f"; {word} "
    return ", ", (f" {word} " if len(items) == 2 else f", {word} ")


def join(items: Iterable[str], word: str = "dan") -> str:
    """The items as one phrase; empty items are left out."""
    kept = [item for item in items if item]
    if len(kept) < 2:
        return "".join(kept)
    between, last = separators(kept, word)
    return between.join(kept[:-1]) + last + kept[-1]
