"""The two servers that are compared: the ceilings and the product, each with a database of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from benchmarks.databases import Database
from benchmarks.processes import Server, free_port

PROCESSES, THREADS = 2, 4
WORKER = " webinar worker "


@dataclass(frozen=True)
class Contestant:
    """A server with its database; ``web`` are the processes that answer, ``beside`` those that do not."""

    name: str
    server: Server
    database: Database

    def web(self) -> list[int]:
        return self.server.processes(without=WORKER)

    def beside(self) -> list[int]:
        return [pid for pid in self.server.processes() if pid not in self.web()]

    def all(self) -> list[int]:
        return self.server.processes()


class Place(NamedTuple):
    """An event and the group in which everybody registers."""

    slug: str
    event_id: int
    group_id: int

    @property
    def path(self) -> str:
        return f"/kegiatan/{self.slug}"


@dataclass(frozen=True)
class Prepared:
    """What the installation holds: the events that are measured, and who may read their lists."""

    event: Place
    scarce: Place
    few: Place
    mass: Place
    page: Place
    alike: Place
    crowd: Place
    scarce_seats: int
    email: str
    password: str


def ceiling(database: Database, folder: Path, *, page_bytes: int) -> Contestant:
    """The ceilings under the same gunicorn as the product's, their tables made."""
    environment = {"CEILING_DATABASE_URL": database.url, "CEILING_PAGE_BYTES": str(page_bytes)}
    _run([sys.executable, "-m", "benchmarks.ceilings"], environment)
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--worker-class", "gthread", "--preload"]
    command += ["--workers", str(PROCESSES), "--threads", str(THREADS), "--log-level", "warning"]
    command += ["--bind", f"127.0.0.1:{port}", "--no-control-socket", "benchmarks.ceilings:create_app()"]
    return Contestant("ceiling", Server(command, environment, port, folder / "ceiling.log"), database)


def product(database: Database, folder: Path, *, reads_each_time: bool) -> tuple[Contestant, Prepared]:
    """The product as ``webinar run`` serves it, its installation prepared."""
    port = free_port()
    environment = product_environment(database, folder) | {"WEBINAR_PORT": str(port)}
    prepared = _prepared(_run([sys.executable, "-m", "benchmarks.prepare"], environment))
    command = [sys.executable, "-m", "benchmarks.product" if reads_each_time else "webinar", "run"]
    return Contestant(
        "product", Server(command, environment, port, folder / "product.log"), database
    ), prepared


def _prepared(text: str) -> Prepared:
    told = json.loads(text)
    places = {name: Place(*value) for name, value in told.items() if isinstance(value, list)}
    return Prepared(**told | places)


def product_environment(database: Database, folder: Path) -> dict[str, str]:
    return {
        "WEBINAR_INSTANCE": str(folder / "instance"),
        "WEBINAR_DATABASE_URL": database.url,
        "WEBINAR_PROCESSES": str(PROCESSES),
        "WEBINAR_THREADS": str(THREADS),
    }


def _run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, timeout=300)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr[-3000:]}")
    return done.stdout.strip().rpartition("\n")[2]
