"""Ceiling and product as the two sides of a run: what is asked of each and what was found."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks import rounds, throughput
from benchmarks.guests import Guests
from benchmarks.processes import pss_mib
from benchmarks.rounds import Costs
from benchmarks.servers import Contestant
from benchmarks.throughput import Throughput
from benchmarks.visits import Visit


@dataclass(frozen=True)
class Effort:
    """How much is asked of the machine."""

    starts: int = 3
    blocks: int = 3
    requests: int = 600
    registrations: int = 400
    tries: int = 2
    mass: int = 1_000_000
    crowd: int = 100_000
    reads_each_time: bool = False  # the mark of a kept page, not once in 20 ms

    @classmethod
    def quick(cls, *, reads_each_time: bool) -> Effort:
        return cls(1, 2, 200, 120, 1, 50_000, 10_000, reads_each_time)


@dataclass
class Side:
    """The last of ``visits`` is the registration. Memory is taken after the load."""

    contestant: Contestant
    visits: list[Visit]
    costs: Costs = field(default_factory=Costs)
    load: Throughput = field(default_factory=Throughput)
    guests: Guests = field(default_factory=Guests)
    start_seconds: list[float] = field(default_factory=list)
    web_mib: float = 0
    beside_mib: float = 0

    def start(self) -> None:
        self.start_seconds.append(self.contestant.server.start())

    def stop(self) -> None:
        self.contestant.server.stop()

    def take_round(self, effort: Effort) -> None:
        rounds.take_round(
            self.contestant,
            self.visits,
            self.costs,
            self.guests,
            count=effort.requests,
            blocks=effort.blocks,
        )

    def take_load(self, effort: Effort) -> None:
        self.load = throughput.drive(
            self.contestant, self.visits[-1], self.guests, count=effort.registrations, tries=effort.tries
        )

    def weigh(self) -> None:
        self.web_mib = pss_mib(self.contestant.web())
        self.beside_mib = pss_mib(self.contestant.beside())
