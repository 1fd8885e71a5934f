"""Clock times of a programme when one of its items is moved: the slots follow the new order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

Slot = tuple[datetime, datetime]


def moved(count: int, place: int, steps: int) -> list[int]:
    """The old places in their new order, after the item at ``place`` went ``steps`` down (negative: up)."""
    order = list(range(count))
    order.insert(max(0, min(count - 1, place + steps)), order.pop(place))
    return order


def resettled(slots: Sequence[Slot | None], order: Sequence[int]) -> list[Slot] | None:
    """The slots for the new order: each item keeps its length, each pause its place, the beginning its time.

    None where that cannot be said, since an item has no times or overlaps the one before it.
    """
    known = [slot for slot in slots if slot is not None]
    follow = all(before[1] <= after[0] for before, after in pairwise(known))
    if not known or len(known) < len(slots) or not follow or any(end < start for start, end in known):
        return None
    pauses = [after[0] - before[1] for before, after in pairwise(known)]
    found, begins = [], known[0][0]
    for number, old in enumerate(order):
        start, end = known[old]
        found.append((begins, begins + (end - start)))
        if number < len(pauses):
            begins = found[-1][1] + pauses[number]
    return found


def place_by_time(starts: Sequence[datetime | None], start: datetime | None) -> int:
    """Where an item that starts then belongs; the end, where its or another time is unknown or unordered."""
    known = [at for at in starts if at is not None]
    if start is None or len(known) < len(starts) or known != sorted(known):
        return len(starts)
    return next((place for place, at in enumerate(known) if at > start), len(starts))
