"""The one narrow select of every page view, by the driver itself: no session, no transaction, compiled once.

A session's select costs 0.2 ms on SQLite and, with its ping, BEGIN and ROLLBACK, 0.5 ms on PostgreSQL;
this 0.02 and 0.06 ms. It is for what tells whether a kept page still holds. Its connections are in
autocommit, so that each read sees all that was committed before it.

In a rush the same row is asked for hundreds of times a second. A row read less than ``FRESH_SECONDS`` ago
is given again, unless this process has committed since: another process's change shows that much later.
"""

from __future__ import annotations

import os
from functools import lru_cache
from itertools import count
from time import monotonic
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, Pool, PoolProxiedConnection, Select, create_engine, event

from webinar.db import db

FRESH_SECONDS = 0.02
MOST_ROWS_KEPT = 1024
_commits = count(1)
_last_commit = 0
_readers: WeakKeyDictionary[Engine, tuple[int, Engine]] = WeakKeyDictionary()


class QuickRead:
    """A statement with named parameters, run again and again. Its columns are plain: no JSON, no arrays."""

    def __init__(self, statement: Select[Any]) -> None:
        self._statement = statement
        self._prepared: dict[str, _Prepared] = {}
        self._fresh: dict[object, _Fresh] = {}

    def one(self, **parameters: object) -> tuple[Any, ...] | None:
        """The first row with Python's types, as the session would give it; None when there is none."""
        engine = _reader()
        key = engine, *parameters.values()
        fresh = self._fresh.get(key)
        now = monotonic()
        if fresh is not None and fresh.commit == _last_commit and now - fresh.read_at < FRESH_SECONDS:
            return fresh.row
        commit = _last_commit  # as of before the read, like the time
        row = self._read(engine, parameters)
        if len(self._fresh) >= MOST_ROWS_KEPT:
            self._fresh.clear()
        self._fresh[key] = _Fresh(commit, now, row)
        return row

    def _read(self, engine: Engine, parameters: dict[str, object]) -> tuple[Any, ...] | None:
        prepared = self._prepared.get(engine.dialect.name)
        if prepared is None:
            prepared = self._prepared[engine.dialect.name] = _Prepared(self._statement, engine)
        try:
            row = prepared.fetch(engine, parameters)
        except engine.dialect.loaded_dbapi.OperationalError:
            engine.dispose()  # the server was restarted and its connections are dead; once more on a new one
            row = prepared.fetch(engine, parameters)
        return None if row is None else prepared.converted(tuple(row))


class _Fresh(NamedTuple):
    """A row, the last commit of this process before it was read, and when that was."""

    commit: int
    read_at: float
    row: tuple[Any, ...] | None


class _Prepared:
    """The statement as one kind of database wants it."""

    def __init__(self, statement: Select[Any], engine: Engine) -> None:
        compiled = statement.compile(dialect=engine.dialect)
        required = [name for name, bind in compiled.binds.items() if bind.required]
        state = compiled.construct_expanded_state(dict.fromkeys(required, ""))
        self._sql, self._values, self._order = state.statement, state.parameters, state.positiontup
        self._converters = [
            column.type.dialect_impl(engine.dialect).result_processor(engine.dialect, None)
            for column in statement.selected_columns
        ]
        self.converted = lru_cache(MOST_ROWS_KEPT)(self._convert)  # equal rows are converted once

    def fetch(self, engine: Engine, parameters: dict[str, object]) -> Any:
        values: Any = {**self._values, **parameters}
        if self._order:
            values = tuple(values[name] for name in self._order)
        connection = engine.raw_connection()
        try:
            cursor = connection.cursor()
            for tell in engine.dispatch.before_cursor_execute:  # whoever counts or times statements
                tell(None, cursor, self._sql, values, None, False)
            cursor.execute(self._sql, values)
            row = cursor.fetchone()
            cursor.close()
        finally:
            connection.close()
        return row

    def _convert(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(
            value if convert is None else convert(value)
            for value, convert in zip(row, self._converters, strict=True)
        )


@event.listens_for(Engine, "commit")
def _before_commit(connection: Connection) -> None:
    connection.info["has_committed"] = True


@event.listens_for(Pool, "checkin")
def _after_commit(_connection: object, record: PoolProxiedConnection) -> None:
    """The connection comes back when everything is stored: what was read before is no longer fresh."""
    global _last_commit
    if record.info.pop("has_committed", False):
        _last_commit = next(_commits)


def _reader() -> Engine:
    """An engine beside the application's, in autocommit; one in each process, as none may be inherited."""
    main = db.engine
    pid, reader = _readers.get(main, (0, main))
    if pid != os.getpid():
        reader = create_engine(main.url, isolation_level="AUTOCOMMIT", pool_reset_on_return=None)
        _readers[main] = os.getpid(), reader
        event.listen(main, "engine_disposed", lambda _main, reader=reader: reader.dispose())
    return reader
