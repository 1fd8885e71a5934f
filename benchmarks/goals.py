"""The goals: what may be spent, as a multiple of a ceiling or as a plain limit."""

from __future__ import annotations

from dataclasses import dataclass

GOALS = {
    "P1": "event page <= 2 x ceiling page of its size; from cache <= 1.5 x hello",
    "P2": "event page with 1,000,000 registrations <= 1.05 x with 10",
    "P3": ".ics <= 1.3 x hello from cache, 304 <= 1.2 x hello; 5,000 entries < 0.3 s",
    "P4": "registration (form and submission) <= 1.7 x ceiling",
    "P5": "registrations/s at c=8 >= 0.6 x ceiling",
    "P6": "c=32 >= 0.8 x c=8; p99 <= 5 x p50 on PostgreSQL; no failure",
    "P7": "list of 50 rows <= 2 x ceiling; 100,000 rows <= 1.2 x 50, searched and sorted",
    "P8": "CSV <= 1.5 x, XLSX <= 1.2 x ceiling",
    "P9": "statements: event <= 3, .ics <= 2, form <= 3, registration <= 8, list <= 5",
    "P10": "web and worker <= 300 MiB after load; first page in < 2 s",
    "P11": "install in < 60 s without Redis or a queue service",
    "P12": "acknowledged = stored, quota exact",
}
NOT_IN_THIS_VERSION = {
    "P8": "exports are not in this version",
}


@dataclass(frozen=True)
class Reading:
    """One line of the table. ``ceiling`` and ``product`` in ``unit``; the ratio or the product is judged."""

    goal: str
    what: str
    product: float
    limit: float
    ceiling: float | None = None
    unit: str = "ms"
    at_least: bool = False
    note: str = ""

    @property
    def judged(self) -> float:
        return self.product / self.ceiling if self.ceiling else self.product

    @property
    def is_reached(self) -> bool:
        return self.judged >= self.limit if self.at_least else self.judged <= self.limit


def cost(goal: str, what: str, product: float, ceiling: float, limit: float, note: str = "") -> Reading:
    """CPU milliseconds a request, at most ``limit`` times the ceiling's."""
    return Reading(goal, what, product, limit, ceiling, note=note)
