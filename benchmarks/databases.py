"""A database of its own for a run, gone afterwards: a SQLite file, or one in this machine's PostgreSQL."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from sqlalchemy import Connection, create_engine, make_url, text

from benchmarks.processes import command_line

POSTGRESQL_URL = os.environ.get("BENCHMARKS_POSTGRESQL_URL", "postgresql://127.0.0.1/postgres")


@dataclass(frozen=True)
class Database:
    """``url`` as SQLAlchemy and ``WEBINAR_DATABASE_URL`` take it."""

    kind: str  # sqlite or postgresql
    url: str

    def backends(self) -> list[int]:
        """PostgreSQL's processes that serve this database; SQLite works inside the web processes."""
        if self.kind == "sqlite":
            return []
        name = make_url(self.url).database
        with psycopg.connect(POSTGRESQL_URL) as connection:
            rows = connection.execute("SELECT pid FROM pg_stat_activity WHERE datname = %s", (name,))
            return [pid for (pid,) in rows if "postgres" in command_line(pid)]

    def scalar(self, statement: str, **values: object) -> int:
        with self._connection() as connection:
            return int(connection.execute(text(statement), values).scalar_one())

    def execute(self, statement: str, **values: object) -> None:
        with self._connection() as connection:
            connection.execute(text(statement), values)

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        engine = create_engine(self.url)
        try:
            with engine.begin() as connection:
                yield connection
        finally:
            engine.dispose()


def postgresql_refusal() -> str | None:
    """Why PostgreSQL cannot be used here, in one line; None when it answers."""
    try:
        psycopg.connect(POSTGRESQL_URL, connect_timeout=3).close()
    except psycopg.OperationalError as error:
        return f"PostgreSQL does not answer at {POSTGRESQL_URL}: {str(error).splitlines()[0]}"
    return None


@contextmanager
def temporary_database(kind: str, folder: Path) -> Iterator[Database]:
    name = f"webinar_benchmark_{secrets.token_hex(6)}"
    if kind == "sqlite":
        yield Database(kind, f"sqlite:///{folder / name}.db")  # the folder is removed by its owner
        return
    with psycopg.connect(POSTGRESQL_URL, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield Database(
            kind, make_url(POSTGRESQL_URL).set(database=name).render_as_string(hide_password=False)
        )
    finally:
        with psycopg.connect(POSTGRESQL_URL, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
