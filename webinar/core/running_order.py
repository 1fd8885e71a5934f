"""Clock times of a programme when one of its items is moved: the slots follow the new order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise
from typing import Protocol

Slot = tuple[datetime, datetime]


class Timed(Protocol):
    """What is asked of a session."""

    @property
    def kind(self) -> str | None: ...
    @property
    def starts_at(self) -> datetime | None: ...
    @property
    def ends_at(self) -> datetime | None: ...


class Oddity(StrEnum):
    EARLY = "early"  # the session begins before the event
    LATE = "late"  # it ends after the event
    OVERLAP = "overlap"  # it begins before the one before it has ended, and neither is a breakout room


@dataclass(frozen=True)
class Odd:
    """A session by its place in the list."""

    oddity: Oddity
    place: int


def oddities(sessions: Sequence[Timed], starts: datetime | None, ends: datetime | None) -> Iterator[Odd]:
    """What speaks against the clock times of a programme, in its order; nothing is refused for it."""
    for place, session in enumerate(sessions):
        if starts and session.starts_at and session.starts_at < starts:
            yield Odd(Oddity.EARLY, place)
        if ends and session.ends_at and session.ends_at > ends:
            yield Odd(Oddity.LATE, place)
        before = sessions[place - 1] if place else None
        if before and before.ends_at and session.starts_at and session.starts_at < before.ends_at:
            is_parallel = "breakout" in (before.kind, session.kind)
            if not is_parallel:
                yield Odd(Oddity.OVERLAP, place)


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
