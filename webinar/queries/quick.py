"""The one narrow select of every page view: it tells whether a kept page still holds.

Outside the session and outside any transaction, so that each read sees all that was committed before it. A
session's select with its BEGIN and ROLLBACK costs half as much again on SQLite, three times on PostgreSQL.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, Select

from webinar.db import db


def quick_row(statement: Select[Any], **parameters: object) -> Row[Any] | None:
    """The only row of the statement, None when there is none."""
    options = {"begin": None} if db.engine.dialect.name == "sqlite" else {"isolation_level": "AUTOCOMMIT"}
    with db.engine.connect().execution_options(**options) as connection:
        return connection.execute(statement, parameters).one_or_none()
