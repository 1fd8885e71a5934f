"""Finding out which row of the record an item of a new document is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Row = TypeVar("Row")
Item = TypeVar("Item")


def pair(rows: Sequence[Row], items: Sequence[Item], *alike: Callable[[Row, Item], bool]) -> list[Row | None]:
    """The row of each item, or None. Each row once; the surest likeness is asked of all before the next."""
    found: list[Row | None] = [None] * len(items)
    free = list(rows)
    for is_alike in alike:
        for place, item in enumerate(items):
            if found[place] is None:
                found[place] = next((row for row in free if is_alike(row, item)), None)
                free = [row for row in free if row is not found[place]]
    return found
