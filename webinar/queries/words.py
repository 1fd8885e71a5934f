"""Words that are looked for in keys (``core.search``)."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement
from sqlalchemy.orm import InstrumentedAttribute


def has_words(key: InstrumentedAttribute[str], words: Iterable[str]) -> list[ColumnElement[bool]]:
    """That a key has, for each of the words, one that begins with it."""
    return [key.contains(f" {word}") for word in words]
