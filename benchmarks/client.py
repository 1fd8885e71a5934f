"""The load client, a process of its own: a job as JSON comes in, what happened goes out as JSON.

``python -m benchmarks.client`` is started by ``load.py``; the server's processes are never its relatives,
so its own CPU is not counted as theirs. Every request has a connection of its own, as from nginx by default.
"""

from __future__ import annotations

import html
import json
import queue
import re
import sys
import threading
import time
from dataclasses import asdict, dataclass, field
from urllib.parse import urlencode

from benchmarks.http import Connection

_HIDDEN = re.compile(rb"<input\b[^>]*\btype=[\"']hidden[\"'][^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"\b(name|value)=\"([^\"]*)\"")


@dataclass(frozen=True)
class Job:
    """``count`` requests (or whole registrations when ``fields`` are given) from ``concurrency`` threads.

    In ``fields`` and ``headers`` the mark ``{n}`` becomes the number of the registration, from ``first`` on.
    """

    port: int
    path: str
    count: int
    concurrency: int
    headers: dict[str, str] = field(default_factory=dict)
    expected: int = 200
    fields: dict[str, str] | None = None
    first: int = 0


@dataclass
class Outcome:
    """``acknowledged`` are the numbers answered with a redirect; latencies in milliseconds, sorted."""

    seconds: float = 0
    latencies_ms: list[float] = field(default_factory=list)
    statuses: dict[str, int] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    acknowledged: list[int] = field(default_factory=list)
    bytes_last: int = 0

    @property
    def per_second(self) -> float:
        return len(self.latencies_ms) / self.seconds

    def percentile_ms(self, percent: float) -> float:
        return self.latencies_ms[min(int(len(self.latencies_ms) * percent / 100), len(self.latencies_ms) - 1)]


def run(job: Job) -> Outcome:
    numbers: queue.SimpleQueue[int] = queue.SimpleQueue()
    for number in range(job.first, job.first + job.count):
        numbers.put(number)
    outcome, lock = Outcome(), threading.Lock()
    work = _register if job.fields else _fetch
    threads = [
        threading.Thread(target=_drain, args=(job, numbers, work, outcome, lock))
        for _ in range(job.concurrency)
    ]
    begin = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    outcome.seconds = time.perf_counter() - begin
    outcome.latencies_ms.sort()
    return outcome


def _drain(job, numbers, work, outcome, lock) -> None:  # type: ignore[no-untyped-def]
    while True:
        try:
            number = numbers.get_nowait()
        except queue.Empty:
            return
        try:
            work(job, number, outcome, lock)
        except Exception as error:  # whatever goes wrong is a failed request, counted and shown
            with lock:
                outcome.failures.append(f"{type(error).__name__}: {error}")


def _fetch(job: Job, _number: int, outcome: Outcome, lock: threading.Lock) -> None:
    begin = time.perf_counter()
    with Connection(job.port) as connection:
        answer = connection.request("GET", job.path, job.headers)
    took = (time.perf_counter() - begin) * 1000
    with lock:
        outcome.latencies_ms.append(took)
        outcome.bytes_last = len(answer.body)
        _count(outcome, answer.status, job.expected)


def _register(job: Job, number: int, outcome: Outcome, lock: threading.Lock) -> None:
    """The form and its submission by a person of their own: no cookies yet, an address nobody else has."""
    assert job.fields is not None
    begin = time.perf_counter()
    source = loopback_address(number)
    cookies: dict[str, str] = {}
    with Connection(job.port, source, cookies) as connection:
        form = connection.request("GET", job.path, job.headers)
    fields = hidden_fields(form.body) | {k: v.replace("{n}", str(number)) for k, v in job.fields.items()}
    headers = job.headers | {"Content-Type": "application/x-www-form-urlencoded"}
    with Connection(job.port, source, cookies) as connection:
        answer = connection.request("POST", job.path, headers, urlencode(fields).encode())
    took = (time.perf_counter() - begin) * 1000
    with lock:
        outcome.latencies_ms.append(took)
        _count(outcome, form.status, 200)
        _count(outcome, answer.status, job.expected)
        if answer.status == job.expected:
            outcome.acknowledged.append(number)


def _count(outcome: Outcome, status: int, expected: int) -> None:
    outcome.statuses[str(status)] = outcome.statuses.get(str(status), 0) + 1
    if status != expected:
        outcome.failures.append(f"status {status}, expected {expected}")


def loopback_address(number: int) -> str:
    return f"127.{1 + number // 62500 % 250}.{1 + number // 250 % 250}.{1 + number % 250}"


def hidden_fields(page: bytes) -> dict[str, str]:
    """Names and values of the hidden inputs: the CSRF token and whatever else the form carries."""
    fields = {}
    for tag in _HIDDEN.findall(page):
        attributes = {k.decode(): html.unescape(v.decode()) for k, v in _ATTRIBUTE.findall(tag)}
        if "name" in attributes:
            fields[attributes["name"]] = attributes.get("value", "")
    return fields


if __name__ == "__main__":
    json.dump(asdict(run(Job(**json.load(sys.stdin)))), sys.stdout)
