"""The database: base class, UTC instants, SQLite's settings, and ``transaction()`` for all that writes."""

from __future__ import annotations

import fcntl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TextIO

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import (
    Connection,
    CursorResult,
    DateTime,
    Dialect,
    Engine,
    Executable,
    MetaData,
    TypeDecorator,
    event,
    func,
    select,
)
from sqlalchemy.orm import DeclarativeBase, Session

NAMING_CONVENTION = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


# for tables whose ids are named without a foreign key (history, mails, forms): SQLite would give the id of a
# deleted row to the next one, as PostgreSQL never does
IDS_ONCE = {"sqlite_autoincrement": True}
TURN_SECONDS = 10.0
_first_in_process = threading.Lock()


class _Declarative(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING_CONVENTION)


db = SQLAlchemy(model_class=_Declarative, session_options={"expire_on_commit": False})

if TYPE_CHECKING:
    from flask_sqlalchemy.model import Model

    class Base(Model, DeclarativeBase):
        """What every table derives from."""
else:
    Base = db.Model


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware in, aware UTC out; SQLite keeps it without zone, PostgreSQL as timestamptz."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Transaction:
    """An open write transaction; ``after_commit`` keeps what may only happen once everything is stored."""

    def __init__(self, session: Session, connection: Connection) -> None:
        self.session = session
        self.connection = connection
        self._afterwards: list[Callable[[], object]] = []

    def execute(self, statement: Executable, **values: object) -> CursorResult[Any]:
        """A statement kept as a constant, without the session's unit of work: a third of its cost.

        What the session holds of the same rows is not refreshed.
        """
        return self.connection.execute(statement, values)

    def alone(self, key: int) -> None:
        """Wait until no other transaction holds this key; SQLite's one write lock does so by itself."""
        if self.session.get_bind().dialect.name == "postgresql":
            self.session.execute(select(func.pg_advisory_xact_lock(key)))

    def after_commit(self, call: Callable[[], object]) -> None:
        self._afterwards.append(call)

    def finish(self) -> None:
        for call in self._afterwards:
            call()


@contextmanager
def transaction() -> Iterator[Transaction]:
    """One use case, one transaction: the write lock is taken first (SQLite ``BEGIN IMMEDIATE``).

    What was read before is let go (objects keep their loaded values), so that the use case decides on
    rows read under its lock. An exception rolls everything back and is raised again. They do not nest.
    """
    session = db.session()
    if session.info.get("is_writing"):
        raise RuntimeError("a transaction() was begun inside another one")
    session.commit()
    session.expunge_all()
    with _turn_to_write(db.engine):
        session.info["is_writing"] = True
        try:
            tx = Transaction(session, session.connection(execution_options={"begin": "IMMEDIATE"}))
            yield tx
            session.commit()
        except BaseException:
            session.rollback()
            raise
        finally:
            session.info["is_writing"] = False
    tx.finish()


@contextmanager
def _turn_to_write(engine: Engine) -> Iterator[None]:
    """SQLite's writers queue: threads at a lock, one of each process at a file lock beside the database.

    SQLite's own waiting sleeps up to 100 ms between looks and lets others pass meanwhile (99th percentile of
    eight busy writers: 200 ms, with this 20 to 60). Its lock is taken as well: who does not queue, such as
    a backup, is safe too. A holder that hangs delays the others by TURN_SECONDS, then they try SQLite's.
    """
    path = engine.url.database
    if engine.dialect.name != "sqlite" or not path or path == ":memory:":
        yield
        return
    deadline = time.monotonic() + TURN_SECONDS
    is_first = _first_in_process.acquire(timeout=TURN_SECONDS)
    try:
        with open(f"{path}-turn", "w") as file:
            while not _locked(file) and time.monotonic() < deadline:
                time.sleep(0.001)
            yield
    finally:
        if is_first:
            _first_in_process.release()


def _locked(file: TextIO) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection: Any, _record: object) -> None:
    if not type(connection).__module__.startswith("sqlite3"):
        return
    connection.isolation_level = None  # we say BEGIN ourselves, see below
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=15000"):
        connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "begin")
def _begin_sqlite(connection: Any) -> None:
    if connection.dialect.name == "sqlite":
        mode = connection.get_execution_options().get("begin", "DEFERRED")
        if mode is not None:  # None: a single read, outside any transaction
            connection.exec_driver_sql(f"BEGIN {mode}")
