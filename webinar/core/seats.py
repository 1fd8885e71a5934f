"""Who gets a seat, who waits, who is refused. Pure: the caller holds the lock and writes the outcome."""

from __future__ import annotations

from dataclasses import dataclass

from webinar.core.errors import QuotaFull


@dataclass(frozen=True)
class Quota:
    """Seats of an event or a group; ``limit`` None means without limit."""

    limit: int | None
    taken: int

    @property
    def has_room(self) -> bool:
        return self.limit is None or self.taken < self.limit


@dataclass(frozen=True)
class SeatSituation:
    """What the decision needs to know, read under the event's lock."""

    event: Quota
    group: Quota | None
    keeps_waiting_list: bool


@dataclass(frozen=True)
class Seat:
    """A seat is given."""


@dataclass(frozen=True)
class Waiting:
    """No seat is free; the person joins the end of the waiting list."""


def decide(situation: SeatSituation) -> Seat | Waiting:
    """A seat while event and group have room, else the waiting list, else QuotaFull."""
    if situation.event.has_room and (situation.group is None or situation.group.has_room):
        return Seat()
    if situation.keeps_waiting_list:
        return Waiting()
    raise QuotaFull
