"""Who may import whom: the contracts of ``pyproject.toml``, and what may not load at start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_contracts_hold() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"], cwd=ROOT, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stdout + done.stderr


def _modules_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_slow_libraries_are_not_loaded_with_the_application() -> None:
    loaded = _modules_after(
        "import tempfile, webinar.cli\n"
        "from webinar import create_app\nfrom webinar.config import read_settings\n"
        "create_app(read_settings(instance=tempfile.mkdtemp()))"
    )

    slow = {"typst", "docx", "lokal", "PIL", "openpyxl", "huey", "pytest", "webauthn", "authlib", "requests"}
    assert loaded & slow == set()


def test_the_core_loads_without_flask_and_database() -> None:
    imports = (
        "import webinar.core.document.read, webinar.core.berita.compose, webinar.core.calendar.publication"
    )

    loaded = _modules_after(imports)

    assert loaded & {"flask", "sqlalchemy", "wtforms", "huey"} == set()


def test_no_file_is_named_for_nothing() -> None:
    nameless = {"utils", "util", "helpers", "common", "misc", "manager", "tools"}

    found = [path for path in (ROOT / "webinar").rglob("*.py") if path.stem in nameless]

    assert found == []


def test_no_door_opens_a_transaction() -> None:
    doors = [path for door in ("web", "cli", "jobs") for path in (ROOT / "webinar" / door).rglob("*.py")]

    assert [str(path) for path in doors if "transaction" in path.read_text()] == []
    assert len(doors) > 40


def test_only_services_commit() -> None:
    offenders = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "webinar").rglob("*.py")
        if ".commit()" in path.read_text() and path.name != "db.py"
    ]

    assert offenders == []
