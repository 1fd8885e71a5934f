"""Two people change the same thing at once: nothing that either of them wrote is lost without a word.

Three states are compared field by field: what a form was made from (``base``), what came back in it
(``mine``), and what the record holds by then (``theirs``). Values are what JSON holds.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Edit:
    """A form that came back. Fields in ``held`` stand in a conflict that its writer has not settled yet."""

    base: Values
    mine: Values
    held: Collection[str] = ()


@dataclass(frozen=True)
class Conflict:
    """A field that both changed, differently; it stays as ``theirs`` until somebody settles it."""

    mine: Any
    theirs: Any


@dataclass(frozen=True)
class Merged:
    """What is to be written, and what is to be asked about."""

    write: dict[str, Any] = field(default_factory=dict)
    conflicts: dict[str, Conflict] = field(default_factory=dict)


def merge(edit: Edit, theirs: Values) -> Merged:
    """Only fields that the form changed are written, and only where nobody else did meanwhile.

    A field of which the form does not tell what it was made from counts as changed by both.
    """
    merged = Merged()
    for name, mine in edit.mine.items():
        now = theirs.get(name)
        if mine == now:
            continue
        is_told = name in edit.base
        if name in edit.held:
            merged.conflicts[name] = Conflict(mine, now)
        elif is_told and edit.base[name] == now:
            merged.write[name] = mine
        elif not is_told or mine != edit.base[name]:
            merged.conflicts[name] = Conflict(mine, now)
    return merged


def row_now(rows: Sequence[Values], base: Values, place: int) -> int | None:
    """Where a row without an identity of its own is by now; None where it is gone.

    The same row, the one nearest to its old place first; else the row in its old place if it still has
    something in common with it, since then it is likelier changed than replaced.
    """
    same = [number for number, row in enumerate(rows) if _filled(row) == _filled(base)]
    if same:
        return min(same, key=lambda number: abs(number - place))
    if 0 <= place < len(rows):
        common = _filled(rows[place]).items() & _filled(base).items()
        return place if common else None
    return None


def _filled(row: Values) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value not in (None, "")}


def mark_of(row: Values) -> str:
    """A short mark by which a row without an identity of its own is known while nobody changes it."""
    text = json.dumps(_filled(row), sort_keys=True, ensure_ascii=False)
    return sha256(text.encode()).hexdigest()[:10]


def marked_row(rows: Sequence[Values], mark: str, place: int) -> int | None:
    """Where the row with this mark is by now, the nearest to its old place; None where it is gone."""
    same = [number for number, row in enumerate(rows) if mark_of(row) == mark]
    return min(same, key=lambda number: abs(number - place), default=None)
