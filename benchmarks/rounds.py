"""P1, P3, P4: CPU milliseconds a request; ceiling and product take turns, the least of all blocks counts.

A busy neighbour can only add to a block, so the least is the nearest to the truth; several process starts,
because memory layout alone makes some starts dearer than others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.client import Outcome
from benchmarks.goals import Reading, cost
from benchmarks.guests import Guests
from benchmarks.load import Cost, measure
from benchmarks.servers import Contestant
from benchmarks.visits import Visit

CONCURRENCY = 8


@dataclass
class Costs:
    """The least cost seen of every kind of request, and everything that was acknowledged or failed."""

    least: dict[str, Cost] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    foreign_cores: float = 0

    def note_failures(self, name: str, outcome: Outcome) -> None:
        self.failures += [f"{name}: {failure}" for failure in outcome.failures]

    def add(self, name: str, found: Cost) -> None:
        self.note_failures(name, found.outcome)
        self.foreign_cores = max(self.foreign_cores, found.foreign_cores)
        if name not in self.least or found.cpu_ms < self.least[name].cpu_ms:
            self.least[name] = found

    def ms(self, name: str) -> float:
        return self.least[name].cpu_ms


def take_round(
    contestant: Contestant, visits: Iterable[Visit], costs: Costs, guests: Guests, *, count: int, blocks: int
) -> None:
    """One process start: each kind of request warmed up, then measured in blocks."""
    for visit in visits:
        amount = count // 3 if visit.fields else count
        warm_up = visit.send(contestant, max(amount // 4, 2 * CONCURRENCY), CONCURRENCY, guests)
        costs.note_failures(visit.name, warm_up)
        for _ in range(blocks):
            job = visit.job(contestant, amount, CONCURRENCY, guests)
            found = measure(job, contestant.web, contestant.database.backends)
            guests.note(found.outcome)
            costs.add(visit.name, found)


def readings(ceiling: Costs, product: Costs) -> list[Reading]:
    hello, page, registration = ceiling.ms("hello"), product.least["page"], product.least["registration"]
    size = page.outcome.bytes_last / 1000
    of_which = f"database {registration.database_ms:.2f} ms of it" if registration.database_ms else ""
    lines = [
        ("P1", f"event page, {size:.0f} kB / ceiling page", page.cpu_ms, ceiling.ms("page"), 2, ""),
        ("P1", "event page from validated cache / hello", page.cpu_ms, hello, 1.5, ""),
        ("P3", ".ics from cache / hello", product.ms("ics"), hello, 1.3, ""),
        ("P3", ".ics not modified (304) / hello", product.ms("ics 304"), hello, 1.2, ""),
        ("P4", "registration, GET and POST", registration.cpu_ms, ceiling.ms("registration"), 1.7, of_which),
    ]
    return [cost(*line) for line in lines]
