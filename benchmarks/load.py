"""Load from another process, and what it cost the server: CPU milliseconds a request."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass

from benchmarks.client import Job, Outcome
from benchmarks.processes import busy_seconds, precise_cpu_seconds

_TIMEOUT_SECONDS = 300


@dataclass(frozen=True)
class Cost:
    """``cpu_ms`` a request (a whole registration counts as one); ``foreign_cores`` disturbed that block."""

    cpu_ms: float
    database_ms: float
    foreign_cores: float
    outcome: Outcome


def send(job: Job) -> Outcome:
    """Run the client to its end; it stops by itself, and is stopped after five minutes."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.client"],
        input=json.dumps(asdict(job)).encode(),
        stdout=subprocess.PIPE,
        timeout=_TIMEOUT_SECONDS,
        check=True,
    )
    return Outcome(**json.loads(done.stdout))


def measure(job: Job, web: Callable[[], list[int]], database: Callable[[], list[int]]) -> Cost:
    """One block. ``web`` and ``database`` name the processes whose time it took."""
    pids, backends = web(), database()
    before = precise_cpu_seconds(pids), precise_cpu_seconds(backends), busy_seconds() - _own_seconds()
    outcome = send(job)
    web_seconds = precise_cpu_seconds(pids) - before[0]
    database_seconds = precise_cpu_seconds(backends) - before[1]
    count = max(len(outcome.latencies_ms), 1)
    foreign = busy_seconds() - _own_seconds() - before[2] - web_seconds - database_seconds
    return Cost(
        cpu_ms=(web_seconds + database_seconds) * 1000 / count,
        database_ms=database_seconds * 1000 / count,
        foreign_cores=max(foreign, 0) / outcome.seconds,
        outcome=outcome,
    )


def _own_seconds() -> float:
    """CPU time of this harness and of the clients it has run."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
