"""Reads by the driver give what the session gives."""

from __future__ import annotations

import time

import pytest
from flask import Flask
from sqlalchemy import bindparam, select, text, update

from tests.factories.registration import an_event
from tests.factories.statements import counted_selects
from webinar.db import db, transaction
from webinar.models import Event
from webinar.queries import quick
from webinar.queries.quick import QuickRead

pytestmark = pytest.mark.usefixtures("app")
EVERY_TYPE = select(
    Event.id,
    Event.slug,
    Event.start_on,
    Event.starts_at,
    Event.registration_open,
    Event.quota,
).where(Event.id == bindparam("id"), Event.state == "published")


def test_quick_read_has_the_types_of_the_session() -> None:
    event_id = an_event(quota=None)

    row = QuickRead(EVERY_TYPE).one(id=event_id)

    assert row == tuple(db.session.execute(EVERY_TYPE, {"id": event_id}).one())


def test_quick_read_of_nothing_is_none() -> None:
    assert QuickRead(EVERY_TYPE).one(id=-1) is None


def test_quick_read_sees_what_was_committed_a_moment_ago_and_nothing_else() -> None:
    event_id = an_event(quota=3)
    read = QuickRead(select(Event.quota).where(Event.id == bindparam("id")))
    assert read.one(id=event_id) == (3,)

    with transaction() as tx:
        tx.session.get_one(Event, event_id).quota = 4
        tx.session.flush()
        assert read.one(id=event_id) == (3,)

    assert read.one(id=event_id) == (4,)


def test_quick_read_in_a_rush_asks_once_until_somebody_here_commits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "FRESH_SECONDS", 60)
    event_id = an_event(quota=3)
    read = QuickRead(select(Event.quota).where(Event.id == bindparam("id")))

    with counted_selects() as selects:
        assert [read.one(id=event_id) for _ in range(3)] == [(3,)] * 3
        with db.engine.begin() as connection:
            connection.execute(update(Event).values(quota=4))
        assert [read.one(id=event_id) for _ in range(3)] == [(4,)] * 3

    assert len(selects) == 2


def test_quick_read_is_fresh_for_a_moment_only(monkeypatch: pytest.MonkeyPatch) -> None:
    event_id = an_event()
    read = QuickRead(select(Event.quota).where(Event.id == bindparam("id")))
    monkeypatch.setattr(quick, "FRESH_SECONDS", 0.001)
    read.one(id=event_id)
    time.sleep(0.002)

    with counted_selects() as selects:
        read.one(id=event_id)

    assert len(selects) == 1


def test_quick_read_is_counted_like_any_statement() -> None:
    with counted_selects() as selects:
        QuickRead(EVERY_TYPE).one(id=1)

    assert len(selects) == 1


def test_quick_read_survives_the_end_of_its_connection(app: Flask) -> None:
    if db.engine.dialect.name == "sqlite":
        pytest.skip("SQLite has no server that could end a connection")
    event_id = an_event()
    read = QuickRead(select(Event.id).where(Event.id == bindparam("id")))
    read.one(id=event_id)

    others = "pid <> pg_backend_pid() AND datname = current_database()"
    db.session.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"))  # noqa: S608
    db.session.commit()

    assert read.one(id=event_id) == (event_id,)
