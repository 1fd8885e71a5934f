"""Names for addresses: lower-case ASCII words joined by hyphens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import count

_APOSTROPHES = re.compile(r"['’‘`ʼ]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def slug(text: str, *, most: int, otherwise: str) -> str:
    """The text as a slug of at most ``most`` letters, cut between words; ``otherwise`` if nothing is left."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)).encode("ascii", "ignore").decode()
    whole = _NOT_WORD.sub("-", plain.lower()).strip("-")
    if len(whole) > most:
        whole = whole[: most + 1].rpartition("-")[0] or whole[:most]
    return whole.strip("-") or otherwise


def unused(wanted: str, taken: Collection[str]) -> str:
    """The wanted slug, or with ``-2``, ``-3`` … behind it, the first that is not taken."""
    if wanted not in taken:
        return wanted
    return next(other for number in count(2) if (other := f"{wanted}-{number}") not in taken)
