"""P9: how many SQL statements a request costs, counted inside the application; prints them as JSON.

``WEBINAR_INSTANCE=… python -m benchmarks.statements '<visits as JSON>'``
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from benchmarks.client import hidden_fields
from benchmarks.goals import Reading
from benchmarks.sides import Side
from benchmarks.visits import Visit

_TRANSACTION_WORDS = ("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA", "SAVEPOINT", "RELEASE")
_WRITING_WORDS = ("INSERT", "UPDATE", "DELETE")
LIMITS = {"page": 3, "ics": 2, "ics 304": 2, "form": 3, "registration": 8}


@dataclass
class Count:
    """``writes`` are transactions in which something was written."""

    statements: list[str] = field(default_factory=list)
    writes: int = 0


@contextmanager
def counting() -> Iterator[Count]:
    """Statements of every engine; the words that only frame transactions are left out."""
    count, has_written = Count(), [False]

    def before(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        word = statement.lstrip().split(None, 1)[0].upper()
        if word not in _TRANSACTION_WORDS:
            count.statements.append(statement)
        has_written[0] = has_written[0] or word in _WRITING_WORDS

    def commit(_conn: object) -> None:
        count.writes += has_written[0]
        has_written[0] = False

    from webinar.queries import quick

    fresh, quick.FRESH_SECONDS = quick.FRESH_SECONDS, 0  # as if some time lay between two requests
    event.listen(Engine, "before_cursor_execute", before)
    event.listen(Engine, "commit", commit)
    try:
        yield count
    finally:
        quick.FRESH_SECONDS = fresh
        event.remove(Engine, "before_cursor_execute", before)
        event.remove(Engine, "commit", commit)


def count_visit(
    client: FlaskClient, path: str, headers: dict[str, str], fields: dict[str, str] | None
) -> Count:
    with counting() as count:
        answer = client.get(path, headers=headers)
        if fields is not None:
            form = hidden_fields(answer.data) | {k: v.replace("{n}", "statements") for k, v in fields.items()}
            answer = client.post(path, data=form, headers=headers)
            assert answer.status_code == 303, answer.status
    return count


def readings(side: Side, warm_up: Visit) -> list[Reading]:
    """Counted in a process of its own on the product's database, after everything else."""
    lines = []
    counts = _count_apart([*side.visits, warm_up], side)
    first_time = len(counts.pop("registration, new")["statements"])
    for name, found in counts.items():
        is_registration = name == "registration, kept"
        note = f"{first_time} in the first one after a change of the event" if is_registration else ""
        limit = LIMITS[name.partition(",")[0]]
        lines.append(Reading("P9", name, len(found["statements"]), limit, unit="statements", note=note))
        if is_registration:
            lines.append(Reading("P9", "write transactions of it", found["writes"], 1, unit="transactions"))
    return lines


def _count_apart(visits: list[Visit], side: Side) -> dict[str, dict[str, Any]]:
    command = [sys.executable, "-m", "benchmarks.statements", json.dumps([asdict(v) for v in visits])]
    environment = os.environ | side.contestant.server.environment
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    if done.returncode:
        raise RuntimeError(f"statements could not be counted:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout)


def main() -> None:
    """Each visit in an application that keeps nothing of the event yet, and again when it does.

    What a process reads once in its life, such as the regions, is asked for before.
    """
    from webinar import create_app

    *visits, first = json.loads(sys.argv[1])
    found = {}
    for visit in visits:
        app = create_app()
        app.test_client().get(first["path"])
        for temperature in ("new", "kept"):
            name = f"{visit['name']}, {temperature}"
            count = count_visit(app.test_client(), visit["path"], visit["headers"], visit["fields"])
            found[name] = {"statements": count.statements, "writes": count.writes}
            visit["fields"] = visit["fields"] and visit["fields"] | {"email": "second@contoh.id"}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
