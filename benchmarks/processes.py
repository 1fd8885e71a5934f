"""A server as a tree of processes: started in a session of its own, measured from ``/proc``, ended whole."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

_PROC = Path("/proc")
_TICK = os.sysconf("SC_CLK_TCK")


@dataclass
class Server:
    """A command that serves on a free loopback port; ``log`` holds what it printed."""

    command: list[str]
    environment: dict[str, str]
    port: int
    log: Path
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self, *, path: str = "/", within_seconds: float = 60) -> float:
        """Start and wait for the first 200; returns the seconds from the command to the page."""
        begin = time.perf_counter()
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                self.command,
                env=os.environ | self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        while time.perf_counter() - begin < within_seconds:
            if self.process.poll() is not None:
                break
            if _answers(self.port, path):
                return time.perf_counter() - begin
            time.sleep(0.02)
        self.stop()
        raise RuntimeError(f"no page from {' '.join(self.command)}:\n{self.log.read_text()[-3000:]}")

    def stop(self) -> None:
        """SIGTERM to the command, then an end to whatever it left behind; says so if it left anything."""
        if self.process is None:
            return
        pids = tree(self.process.pid)
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(15)
        left = [pid for pid in pids if _is_alive(pid)]
        deadline = time.monotonic() + 3
        while left and time.monotonic() < deadline:
            time.sleep(0.05)
            left = [pid for pid in left if _is_alive(pid)]
        if left:
            print(f"warning: {len(left)} process(es) survived SIGTERM and were killed", file=sys.stderr)
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()
        self.process = None

    def processes(self, *, without: str | None = None) -> list[int]:
        """Process ids of the tree, leaving out those whose command line holds ``without``."""
        assert self.process is not None
        pids = tree(self.process.pid)
        return [pid for pid in pids if without is None or without not in command_line(pid)]


def free_port() -> int:
    """Below the range from which the system takes ports for clients: those would use it up meanwhile."""
    for port in random.sample(range(15000, 30000), 100):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no free port between 15000 and 30000 on 127.0.0.1")


def tree(root: int) -> list[int]:
    """The process and all its living descendants."""
    children: dict[int, list[int]] = {}
    for entry in _PROC.iterdir():
        if entry.name.isdigit() and (stat := _stat(int(entry.name))):
            children.setdefault(int(stat[1]), []).append(int(entry.name))
    found, pending = [], [root]
    while pending:
        pid = pending.pop()
        found.append(pid)
        pending += children.get(pid, [])
    return found


def cpu_seconds(pids: list[int]) -> float:
    """User and system time of living processes, all their threads; ended ones count as nothing."""
    total = 0.0
    for pid in pids:
        if stat := _stat(pid):
            total += (int(stat[11]) + int(stat[12])) / _TICK
    return total


def precise_cpu_seconds(pids: list[int]) -> float:
    """As ``cpu_seconds``, to the nanosecond where the kernel keeps run times of threads, else in ticks."""
    total = 0.0
    for pid in pids:
        try:
            threads = list((_PROC / str(pid) / "task").iterdir())
            total += sum(int((t / "schedstat").read_text().split()[0]) for t in threads) / 1e9
        except (OSError, IndexError):
            total += cpu_seconds([pid])
    return total


def pss_mib(pids: list[int]) -> float:
    """Proportional set size: shared pages are divided among those who share them."""
    total = 0
    for pid in pids:
        with contextlib.suppress(OSError):
            for line in (_PROC / str(pid) / "smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
    return total / 1024


def busy_seconds() -> float:
    """CPU time of the whole machine that was not idle; tells how much others disturbed a run."""
    fields = list(map(int, (_PROC / "stat").read_text().split("\n", 1)[0].split()[1:9]))
    return (sum(fields) - fields[3] - fields[4]) / _TICK


def command_line(pid: int) -> str:
    try:
        return (_PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def _stat(pid: int) -> list[str] | None:
    """Fields after the command name: state, parent, …; None when the process is gone."""
    try:
        return (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None


def _is_alive(pid: int) -> bool:
    stat = _stat(pid)
    return stat is not None and stat[0] != "Z"


def _answers(port: int, path: str) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
            connection.sendall(f"GET {path} HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".encode())
            return connection.recv(64).split(b" ")[1:2] == [b"200"]
    except OSError:
        return False
