"""Alembic's environment.

SQLite changes a table by building it anew and dropping the old one; with foreign keys on, that drop deletes
every child row (ON DELETE CASCADE). So foreign keys are off while migrating, and checked before the commit.
"""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from webinar import models  # noqa: F401 - the metadata must be complete
from webinar.db import UtcDateTime, db


def render_item(kind: str, item: object, autogen_context: object) -> str | bool:
    """Own types by their plain SQL type, so that old migrations do not depend on today's code."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def run() -> None:
    with db.engine.connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        if is_sqlite:
            # outside a transaction, or SQLite ignores it
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")
        try:
            _migrate(connection, is_sqlite=is_sqlite)
        finally:
            if is_sqlite:
                connection.rollback()  # inside a transaction the pragma would do nothing
                connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")


def _migrate(connection: Connection, *, is_sqlite: bool) -> None:
    context.configure(
        connection=connection,
        target_metadata=db.metadata,
        render_as_batch=True,
        render_item=render_item,
        compare_type=True,
        transaction_per_migration=False,
        transactional_ddl=True,  # Alembic believes SQLite cannot, and would commit before the check
    )
    with context.begin_transaction():
        context.run_migrations()
        if is_sqlite:
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(
                    f"migration would break {len(broken)} references, nothing was changed: {broken[:5]}"
                )


run()
