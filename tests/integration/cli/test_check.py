"""``webinar check``, and the other commands, on installations that are broken."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.integration.cli.conftest import Run


@pytest.fixture
def instance(run: Run, tmp_path: Path) -> Path:
    """The folder of a ready installation."""
    assert run("check")[0] == 0
    return tmp_path / "instance"


def test_check_finds_a_fresh_installation_well(run: Run) -> None:
    code, out, err = run("check")

    assert (code, err) == (0, "")
    assert [line.partition(":")[0] for line in out.splitlines()] == [
        f"ok    {name}"
        for name in (
            "settings",
            "folder",
            "database",
            "migrations",
            "pictures",
            "queue",
            "mail",
            "worker",
            "clock",
        )
    ]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DATABASE_URL", "postgresql://host:x/name", "WRONG WEBINAR_DATABASE_URL: expected sqlite:"),
        ("DATABASE_URL", "sqlite:////no-such-folder/file.db", "WRONG database: unable to open database file"),
        ("REDIS_URL", "redis://127.0.0.1:1/0", "WRONG queue: Error 111 connecting to 127.0.0.1:1"),
        ("PORT", "abc", "WRONG WEBINAR_PORT: expected a whole number from 1 to 65535"),
        ("SMTP_HOST", "127.0.0.1", "WRONG settings: mails leave with an address nobody can answer"),
    ],
)
def test_check_names_a_wrong_setting(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(f"WEBINAR_{name}", value)
    monkeypatch.setenv("WEBINAR_SMTP_PORT", "1")

    code, out, _err = run("check")

    wrong = [line for line in out.splitlines() if line.startswith("WRONG")]
    assert code == 1
    assert wrong[0].startswith(said)


def test_a_database_of_newer_software_is_refused_with_the_remedy(run: Run, instance: Path) -> None:
    with sqlite3.connect(instance / "webinar.db") as database:
        database.execute("update alembic_version set version_num = '9999'")

    code, out, _err = run("check")

    assert code == 1
    assert "WRONG migrations: at 9999, unknown here\n      -> install the newer software again" in out
    assert run("event", "export", "any") == (
        1,
        "",
        "the database is at revision 9999, which this software does not know:"
        " newer software has used it; install that again\n",
    )


def test_a_file_that_is_no_database_is_said_so(run: Run, instance: Path) -> None:
    for file in instance.glob("webinar.db*"):
        file.unlink()
    (instance / "webinar.db").write_text("not a database" * 100)

    assert "WRONG database: file is not a database" in run("check")[1]
    assert run("event", "export", "any") == (
        1,
        "",
        "the database does not answer as expected (file is not a database); "
        "see WEBINAR_DATABASE_URL, or run webinar check\n",
    )


def test_an_empty_secret_is_refused_because_anybody_could_sign_with_it(run: Run, instance: Path) -> None:
    (instance / "secret").write_text("")

    code, out, err = run("event", "export", "any")

    assert (code, out) == (1, "")
    assert err.startswith(f"WEBINAR_SECRET_KEY: {instance / 'secret'} holds no key")
