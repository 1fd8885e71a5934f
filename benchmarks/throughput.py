"""P5, P6, P12: registrations a second at three levels of concurrency, and the count of what was kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.client import Outcome
from benchmarks.goals import Reading
from benchmarks.guests import Guests
from benchmarks.servers import Contestant
from benchmarks.visits import Visit

LEVELS = (1, 8, 32)


@dataclass
class Throughput:
    """The best of the tries at each level of concurrency."""

    best: dict[int, Outcome] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    def per_second(self, level: int) -> float:
        return self.best[level].per_second

    def text(self, level: int) -> str:
        outcome = self.best[level]
        return f"p50 {outcome.percentile_ms(50):.0f} ms, p99 {outcome.percentile_ms(99):.0f} ms"


def drive(contestant: Contestant, visit: Visit, guests: Guests, *, count: int, tries: int) -> Throughput:
    """Registrations as fast as they are answered; wall clock, so a busy neighbour lowers them."""
    found = Throughput()
    for _ in range(tries):
        for level in LEVELS:
            amount = max(count // 4, 20) if level == 1 else count
            outcome = visit.send(contestant, amount, level, guests)
            found.failures += outcome.failures
            if level not in found.best or outcome.per_second > found.per_second(level):
                found.best[level] = outcome
    return found


def readings(ceiling: Throughput, product: Throughput, *, database: str) -> list[Reading]:
    lines = [
        Reading(
            "P5",
            f"registrations, c={level}",
            product.per_second(level),
            0.6,
            ceiling.per_second(level),
            "/s",
            at_least=True,
            note=f"{product.text(level)}; ceiling {ceiling.text(level)}",
        )
        for level in LEVELS
    ]
    eight, many = product.per_second(8), product.per_second(32)
    lines.append(Reading("P6", "c=32 / c=8", many, 0.8, eight, "/s", at_least=True))
    for level in LEVELS[1:] if database == "postgresql" else ():
        outcome = product.best[level]
        p50, p99 = outcome.percentile_ms(50), outcome.percentile_ms(99)
        lines.append(Reading("P6", f"p99 / p50, c={level}", p99, 5, p50))
    failed = len(product.failures)
    lines.append(Reading("P6", "failures", failed, 0, unit="requests", note="; ".join(product.failures[:1])))
    return lines
