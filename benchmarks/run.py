"""A run on one kind of database: ceiling and product in turns, then load, then the books."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import ExitStack
from pathlib import Path

from benchmarks import calendars, correctness, growth, lists, rounds, statements, throughput
from benchmarks.client import Outcome
from benchmarks.databases import temporary_database
from benchmarks.goals import Reading
from benchmarks.guests import Guests
from benchmarks.http import Connection
from benchmarks.servers import ceiling, product
from benchmarks.sides import Effort, Side
from benchmarks.visits import ceiling_visits, product_visits, registration_visit

MOST_MIB, MOST_SECONDS = 300, 2
COSTS, LOADS = {"P1", "P3", "P4"}, {"P5", "P6", "P10", "P12"}


class Run:
    """Databases and processes are there inside ``with``, and gone behind it."""

    def __init__(self, kind: str, folder: Path, asked: Collection[str], effort: Effort) -> None:
        self.kind, self.folder, self.asked, self.effort = kind, folder, set(asked), effort
        self.scarce: Outcome | None = None
        self._ended = ExitStack()

    def __enter__(self) -> Run:
        databases = [self._ended.enter_context(temporary_database(self.kind, self.folder)) for _ in range(2)]
        contestant, self.prepared = product(
            databases[0], self.folder, reads_each_time=self.effort.reads_each_time
        )
        self.product = Side(contestant, [])
        self._ended.callback(self.product.stop)
        page_bytes = self._look_at_product()
        self.ceiling = Side(ceiling(databases[1], self.folder, page_bytes=page_bytes), ceiling_visits())
        self._ended.callback(self.ceiling.stop)
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.close()

    def readings(self) -> list[Reading]:
        """Everything that was asked for and can be measured with a server and a database."""
        if self.asked & (COSTS | LOADS):
            self._take_turns()
        found = list(self._judged())
        if "P9" in self.asked:
            other_event = registration_visit(self.prepared.scarce)
            found += statements.readings(self.product, other_event)
        if "P7" in self.asked:
            found += lists.readings(self.ceiling, self.product, self.prepared, self.effort)
        if "P2" in self.asked:
            found += growth.readings(self.product, self.prepared, self.effort)
        return [reading for reading in found if reading.goal in self.asked]

    def failures(self) -> list[str]:
        return [*self.ceiling.costs.failures, *self.product.costs.failures]

    def disturbance(self) -> float:
        """Cores that others used in the worst block; above 0.3 only ratios of CPU time say something."""
        return max(side.costs.foreign_cores for side in (self.ceiling, self.product))

    def _look_at_product(self) -> int:
        """The bytes of the page and the calendar file's tag, from a start that is not measured."""
        address = self.prepared.event.path
        self.product.contestant.server.start()
        page, calendar = (self._get(path) for path in (address, f"{address}/event.ics"))
        self.product.stop()
        self.product.visits = product_visits(self.prepared, calendar.headers["etag"])
        return len(page.body)

    def _get(self, path: str):  # type: ignore[no-untyped-def]
        with Connection(self.product.contestant.server.port) as connection:
            answer = connection.request("GET", path, {})
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}")
        return answer

    def _take_turns(self) -> None:
        for number in range(self.effort.starts):
            is_last = number == self.effort.starts - 1
            for side in (self.ceiling, self.product):
                side.start()
                if self.asked & COSTS:
                    side.take_round(self.effort)
                if is_last and self.asked & LOADS:
                    side.take_load(self.effort)
                if is_last and side is self.product:
                    self._contest_scarce_seats()
                side.weigh()
                side.stop()

    def _contest_scarce_seats(self) -> None:
        """Twice as many people as there are seats, 32 at a time."""
        visit = registration_visit(self.prepared.scarce)
        people = Guests(first=10_000_000)
        self.scarce = visit.send(self.product.contestant, 2 * self.prepared.scarce_seats, 32, people)

    def _judged(self):  # type: ignore[no-untyped-def]
        if self.product.costs.least:
            yield from rounds.readings(self.ceiling.costs, self.product.costs)
            yield from calendars.readings()
        if self.product.load.best:
            yield from throughput.readings(self.ceiling.load, self.product.load, database=self.kind)
        if self.product.start_seconds:
            yield from self._sizes()
        if self.scarce:
            acknowledged = self.product.guests.acknowledged
            database = self.product.contestant.database
            yield from correctness.readings(
                database, self.prepared, acknowledged=acknowledged, scarce=self.scarce
            )

    def _sizes(self) -> list[Reading]:
        web, beside = self.product.web_mib, self.product.beside_mib
        note = f"web {web:.0f}, worker {beside:.0f}; ceiling {self.ceiling.web_mib:.0f}"
        seconds = min(self.product.start_seconds)
        return [
            Reading("P10", "memory after load", web + beside, MOST_MIB, unit="MiB", note=note),
            Reading("P10", "start to first page", seconds, MOST_SECONDS, unit="s"),
        ]
