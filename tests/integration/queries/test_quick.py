"""Reads outside the session give what the session gives, as of now."""

from __future__ import annotations

import time

import pytest
from sqlalchemy import bindparam, select, text, update

from tests.factories.registration import an_event
from tests.factories.statements import counted_selects
from webinar.db import db, transaction
from webinar.models import Event
from webinar.queries import quick
from webinar.queries.quick import quick_row

pytestmark = pytest.mark.usefixtures("app")
EVERY_TYPE = select(
    Event.id, Event.slug, Event.start_on, Event.starts_at, Event.registration_open, Event.quota
).where(Event.id == bindparam("id"))
QUOTA = select(Event.quota).where(Event.id == bindparam("id"))


def test_quick_row_is_the_row_of_the_session() -> None:
    event_id = an_event(quota=None)

    assert quick_row(EVERY_TYPE, id=event_id) == db.session.execute(EVERY_TYPE, {"id": event_id}).one()
    assert quick_row(EVERY_TYPE, id=-1) is None


def test_quick_row_sees_what_was_committed_and_nothing_else() -> None:
    event_id = an_event(quota=3)
    db.session.execute(text("select 1 from event"))  # an older snapshot of this session does not matter

    with transaction() as tx:
        tx.session.get_one(Event, event_id).quota = 4
        tx.session.flush()
        assert quick_row(QUOTA, id=event_id) == (3,)

    assert quick_row(QUOTA, id=event_id) == (4,)


def test_quick_row_in_a_rush_is_read_once_until_a_commit_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(quick, "FRESH_SECONDS", 60)
    event_id = an_event(quota=3)

    with counted_selects() as selects:
        assert [quick_row(QUOTA, id=event_id) for _ in range(3)] == [(3,)] * 3
        db.session.execute(update(Event).values(quota=4))
        db.session.commit()
        assert [quick_row(QUOTA, id=event_id) for _ in range(3)] == [(4,)] * 3

    assert len(selects) == 2


def test_quick_row_is_fresh_for_a_moment_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "FRESH_SECONDS", 0.001)
    event_id = an_event()

    with counted_selects() as selects:
        quick_row(QUOTA, id=event_id)
        time.sleep(0.002)
        quick_row(QUOTA, id=event_id)

    assert len(selects) == 2


def test_quick_row_leaves_a_connection_on_which_transactions_still_work() -> None:
    event_id = an_event(quota=3)
    for _ in range(20):  # more than the pool holds
        quick_row(QUOTA, id=event_id)

    with pytest.raises(RuntimeError), transaction() as tx:
        tx.session.get_one(Event, event_id).quota = 4
        tx.session.flush()
        raise RuntimeError("everything is rolled back")

    assert quick_row(QUOTA, id=event_id) == (3,)


def test_quick_row_survives_the_end_of_its_connection() -> None:
    if db.engine.dialect.name == "sqlite":
        pytest.skip("SQLite has no server that could end a connection")
    event_id = an_event(quota=3)
    quick_row(QUOTA, id=event_id)

    others = "pid <> pg_backend_pid() AND datname = current_database()"
    db.session.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"))  # noqa: S608
    db.session.commit()

    assert quick_row(QUOTA, id=event_id) == (3,)
