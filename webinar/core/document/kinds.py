"""The kinds of field an event document is made of.

``model.py`` annotates every field with one of these; the reader, the writer and the JSON Schema all walk that
one table, so that a field is described once.  Lengths count characters, as JSON Schema does.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, get_type_hints


@dataclass(frozen=True)
class Text:
    """A line of text, or prose that keeps its line breaks; a ``numeral`` may be typed as a whole number."""

    about: str
    most: int = 300
    prose: bool = False
    numeral: bool = False


@dataclass(frozen=True)
class Choice:
    """One word of a closed list, spelt exactly so."""

    about: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Whole:
    """A whole number within bounds, both included."""

    about: str
    least: int = 0
    most: int = 100_000_000


@dataclass(frozen=True)
class Flag:
    """True or false."""

    about: str


@dataclass(frozen=True)
class Day:
    """A calendar date, ``2021-08-12``."""

    about: str


@dataclass(frozen=True)
class Moment:
    """A date and clock time with its offset from UTC, ``2021-08-12T13:00:00+07:00``."""

    about: str


@dataclass(frozen=True)
class Part:
    """An object of its own: a class of ``model.py``."""

    about: str
    of: type


@dataclass(frozen=True)
class Many:
    """A list of texts or objects, in the order that counts."""

    about: str
    item: Text | Part
    most: int = 200


Kind = Text | Choice | Whole | Flag | Day | Moment | Part | Many


@dataclass(frozen=True)
class Field:
    name: str
    kind: Kind
    required: bool


@cache
def table(of: type) -> dict[str, Field]:
    """The fields of one class of the document by name, in the order in which they are written."""
    hints = get_type_hints(of, include_extras=True)
    found = {f.name: Field(f.name, _kind(hints[f.name]), f.default is MISSING) for f in fields(of)}
    order = getattr(of, "KEY_ORDER", found)
    return {name: found[name] for name in order}


def _kind(hint: Any) -> Kind:
    kind: Kind = hint.__metadata__[0]
    return kind
