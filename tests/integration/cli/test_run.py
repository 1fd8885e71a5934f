"""The one command: it serves, works beside, and leaves nothing behind."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SECONDS_TO_START = 40


class Running:
    """A ``webinar run`` of its own, in a process group of its own."""

    def __init__(self, instance: Path, *arguments: str, command: str = "run", **environ: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.output = instance.parent / "output.txt"
        environment = {k: v for k, v in os.environ.items() if not k.startswith("WEBINAR_")}
        with self.output.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "webinar", command, "--port", str(self.port), *arguments],
                env=environment | {"WEBINAR_INSTANCE": str(instance)} | environ,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def get(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
            return str(answer.read().decode())

    def answers(self) -> bool:
        try:
            return "ok" in self.get("/sehat")
        except OSError:
            return False

    def members(self) -> dict[int, str]:
        """Process number to command line, for everything this command started."""
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                session = int(folder.joinpath("stat").read_text().rpartition(")")[2].split()[3])
                command = folder.joinpath("cmdline").read_bytes().replace(b"\0", b" ").decode()
                state = folder.joinpath("stat").read_text().rpartition(")")[2].split()[0]
            except (OSError, ValueError):
                continue
            is_worker = f" --parent {self.process.pid} " in command
            if (session == self.process.pid or is_worker) and state != "Z":
                found[int(folder.name)] = command
        return found

    def story(self) -> str:
        return f"{self.members()}\n{self.output.read_text()}"

    def worker(self) -> int | None:
        return next((pid for pid, command in self.members().items() if " worker " in command), None)


def eventually(
    condition: Callable[[], object], seconds: float = SECONDS_TO_START, told: Callable[[], object] = str
) -> None:
    """Waits until the condition holds; ``told`` says what there was instead."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"not within {seconds} s: {told()}"
        time.sleep(0.1)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    started: list[Running] = []

    def begin(*arguments: str, **options: str) -> Running:
        running = Running(tmp_path / "instance", *arguments, **options)
        started.append(running)
        eventually(running.answers)
        return running

    yield begin
    for running in started:
        for pid in running.members():
            os.kill(pid, signal.SIGKILL)
        running.process.wait()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see processes")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_run_leaves_no_process_behind(start: Callable[..., Running], how: signal.Signals) -> None:
    running = start()
    eventually(running.worker)

    running.process.send_signal(how)

    assert running.process.wait(30) == 0
    eventually(lambda: running.members() == {}, 5, running.story)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see processes")
def test_a_killed_worker_is_started_again_and_a_killed_master_takes_all_along(
    start: Callable[..., Running],
) -> None:
    running = start()
    eventually(running.worker)
    first = running.worker()
    assert first is not None

    os.kill(first, signal.SIGKILL)
    eventually(lambda: running.worker() not in (None, first), told=running.story)

    running.process.kill()
    running.process.wait()
    eventually(lambda: running.members() == {}, 20, running.story)


def test_an_empty_installation_prints_a_set_up_link_that_works_once(start: Callable[..., Running]) -> None:
    running = start()

    (link,) = re.findall(r"http://127\.0\.0\.1:\d+(/mulai/\w+)", running.output.read_text())

    assert "Akun pengelola pertama" in running.get(link)


def test_the_demo_shows_all_it_should_and_its_sign_in(start: Callable[..., Running]) -> None:
    running = start("--demo")

    home = running.get("/")

    assert "Bimbingan Teknis Pemutakhiran Data Pemilih Berkelanjutan" in home
    assert "Sosialisasi Pengenalan Pemilu bagi Pemilih Pemula" in home
    assert re.search(r"pengelola@example\.com  password: \S+", running.output.read_text())


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-P", "-m", "webinar", "run", "--port", str(port)],
            env={**os.environ, "WEBINAR_INSTANCE": str(tmp_path / "instance")},
            capture_output=True,
            text=True,
            timeout=60,
        )

    assert done.returncode == 1
    assert f"cannot listen on 127.0.0.1:{port}" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WEBINAR_PORT", "eighty"),
        ("WEBINAR_PORT", "70000"),
        ("WEBINAR_DATABASE_URL", "mysql://root@localhost/x"),
        ("WEBINAR_SECRET_KEY", "short"),
        ("WEBINAR_BASE_URL", "kegiatan.kpu.go.id"),
        ("WEBINAR_CONTACT", "humas"),
        ("WEBINAR_INSTANCE", "/proc/nowhere"),
    ],
)
def test_a_wrong_setting_is_named_with_what_is_expected(tmp_path: Path, name: str, value: str) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "webinar", "check"],
        env={**os.environ, "WEBINAR_INSTANCE": str(tmp_path / "instance"), name: value},
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.returncode == 1
    assert name in done.stdout
    assert "Traceback" not in done.stderr


def test_dev_serves_code_as_it_is_after_a_change(tmp_path: Path, start: Callable[..., Running]) -> None:
    root = Path(__file__).parents[3]
    for name in ("webinar", "templates", "migrations"):
        shutil.copytree(root / name, tmp_path / "copy" / name, ignore=shutil.ignore_patterns("__pycache__"))
    robots = tmp_path / "copy" / "webinar" / "web" / "health.py"
    running = start("--no-demo", command="dev", PYTHONPATH=str(tmp_path / "copy"))
    assert "Disallow: /meja" in running.get("/robots.txt")

    robots.write_text(robots.read_text().replace("Disallow: /meja", "Disallow: /lain"))

    eventually(lambda: "Disallow: /lain" in running.get("/robots.txt"))
