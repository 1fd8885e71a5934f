"""What ``transaction()`` promises beyond what its users test."""

from __future__ import annotations

import fcntl

import pytest

from webinar.db import db, transaction
from webinar.models import Institution


def test_transaction_inside_another_one_is_refused_and_nothing_is_stored(app):
    with pytest.raises(RuntimeError, match="inside another"), transaction() as tx:
        tx.session.add(Institution(name="Luar", kind="other"))
        with transaction():
            pass

    assert db.session.query(Institution).count() == 0


def test_transaction_after_a_failed_one_begins_anew(app):
    with pytest.raises(ZeroDivisionError), transaction():
        _ = 1 / 0

    with transaction() as tx:
        tx.session.add(Institution(name="Dalam", kind="other"))

    assert db.session.query(Institution).count() == 1


def test_transaction_calls_afterwards_only_when_everything_is_stored(app):
    calls = []
    with pytest.raises(ZeroDivisionError), transaction() as tx:
        tx.after_commit(lambda: calls.append("failed"))
        _ = 1 / 0

    with transaction() as tx:
        tx.after_commit(lambda: calls.append("stored"))

    assert calls == ["stored"]


def test_transaction_is_delayed_but_not_stopped_by_a_holder_of_the_turn_that_hangs(app, monkeypatch):
    if db.engine.dialect.name != "sqlite":
        pytest.skip("only SQLite's writers queue at a file")
    monkeypatch.setattr("webinar.db.TURN_SECONDS", 0.05)

    with open(f"{db.engine.url.database}-turn", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with transaction() as tx:
            tx.session.add(Institution(name="Sabar", kind="other"))

    assert db.session.query(Institution).count() == 1
