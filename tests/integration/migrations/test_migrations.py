from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import create_engine, func, inspect, make_url, select, text

from tests.conftest import settings_for
from tests.factories.document import document_with_speakers
from tests.factories.registration import registrant
from webinar import create_app
from webinar.bundle import folder
from webinar.db import db
from webinar.models import Event, Membership, ParticipantGroup, User
from webinar.services.event import import_event
from webinar.services.installation import current_revision, head_revision, prepare_installation
from webinar.services.office import load_kpu_offices
from webinar.services.registration import register_participant

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)
MIGRATIONS = str(folder("migrations"))
FIRST = "0001"

REBUILDING = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9999", {head!r}

def upgrade():
    with op.batch_alter_table("event") as batch:
        batch.alter_column("title", existing_type=sa.String(500), type_=sa.String(600), nullable=True)
        batch.add_column(sa.Column("extra", sa.Integer()))

def downgrade():
    with op.batch_alter_table("event") as batch:
        batch.drop_column("extra")
        batch.alter_column("title", existing_type=sa.String(600), type_=sa.String(500), nullable=False)
"""
LOSING = """
from alembic import op

revision, down_revision = "9999", {head!r}

def upgrade():
    op.execute("DELETE FROM participant_group")

def downgrade():
    pass
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def own_app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """An application inside its context, with a database that no other test uses."""
    url = None
    if request.param == "postgresql":
        server = create_engine(request.getfixturevalue("postgres_url"), isolation_level="AUTOCOMMIT")
        name = f"{server.url.database}_migrations"
        with server.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        url = make_url(server.url).set(database=name).render_as_string(hide_password=False)
    app = create_app(settings_for(tmp_path / "instance", url))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
    if url:
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        server.dispose()


@pytest.fixture
def filled(own_app: Flask) -> dict[str, int]:
    """Rows in every table that hangs on another one; returns how many each table has."""
    prepare_installation()
    load_kpu_offices()
    event_id = import_event(document_with_speakers(3), actor=None, now=NOW).event_id
    db.session.get_one(Event, event_id).registration_open = True
    user = User(email="a@kpu.go.id", name="A", fs_uniquifier="a", created_at=NOW)
    db.session.add(user)
    db.session.flush()
    db.session.add(Membership(user_id=user.id, role="manager", created_at=NOW))
    db.session.commit()
    group_id = db.session.scalars(select(ParticipantGroup.id).order_by(ParticipantGroup.number)).first()
    register_participant(event_id, registrant(group_id=group_id), now=datetime(2026, 3, 2, tzinfo=UTC))
    counts = row_counts()
    assert [counts[name] for name in ("registration", "note", "event_role", "membership")] == [1, 16, 10, 1]
    return counts


def row_counts() -> dict[str, int]:
    """Rows of each table there is; no transaction stays open that a migration would wait for."""
    db.session.rollback()
    there = set(inspect(db.engine).get_table_names())
    tables = [table for name, table in db.metadata.tables.items() if name in there]
    counts = {t.name: db.session.scalar(select(func.count()).select_from(t)) or 0 for t in tables}
    db.session.rollback()
    return counts


def with_one_more(tmp_path: Path, body: str) -> str:
    """A copy of the migrations with one more at the end."""
    copied = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, copied)
    (copied / "versions" / "9999_one_more.py").write_text(body.format(head=head_revision()))
    return str(copied)


def test_models_are_what_the_migrations_make(app: Flask) -> None:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, db.metadata) == []


def test_ids_that_are_named_without_a_foreign_key_are_given_once(own_app: Flask) -> None:
    prepare_installation()
    upgrade(MIGRATIONS)
    if db.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL's sequences never go back")

    made = db.session.execute(
        text("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'")
    ).scalars()

    once = {t.name for t in db.metadata.tables.values() if t.dialect_options["sqlite"]["autoincrement"]}
    assert set(made) == once
    assert {"event", "person", "office", "user", "event_role", "event_session", "berita"} <= once


def test_first_migration_goes_back_to_nothing_and_forth(own_app: Flask) -> None:
    upgrade(MIGRATIONS)
    made = set(inspect(db.engine).get_table_names())

    downgrade(MIGRATIONS, "base")
    left = set(inspect(db.engine).get_table_names())
    upgrade(MIGRATIONS)

    assert left == {"alembic_version"}
    assert set(inspect(db.engine).get_table_names()) == made == {*db.metadata.tables, "alembic_version"}


def test_migrations_go_back_and_forth_with_rows(own_app: Flask, filled: dict[str, int]) -> None:
    downgrade(MIGRATIONS, FIRST)
    kept = row_counts()
    upgrade(MIGRATIONS)

    assert {name: filled[name] for name in kept} == kept
    assert {name: count for name, count in row_counts().items() if name in kept} == kept
    assert current_revision() == head_revision()


def test_table_built_anew_keeps_its_child_rows(
    own_app: Flask, filled: dict[str, int], tmp_path: Path
) -> None:
    migrations = with_one_more(tmp_path, REBUILDING)

    upgrade(migrations)
    widened = {column["name"] for column in inspect(db.engine).get_columns("event")}
    after = row_counts()
    downgrade(migrations, "-1")

    assert "extra" in widened
    assert after == filled
    assert row_counts() == filled
    assert current_revision() == head_revision()


def test_foreign_keys_are_on_again_afterwards(own_app: Flask, filled: dict[str, int], tmp_path: Path) -> None:
    upgrade(with_one_more(tmp_path, REBUILDING))

    if db.engine.dialect.name == "sqlite":
        assert db.session.execute(text("PRAGMA foreign_keys")).scalar_one() == 1
    db.session.execute(text("DELETE FROM event"))
    assert row_counts()["registration"] == filled["registration"]  # rolled back
    db.session.execute(text("DELETE FROM event"))
    assert db.session.execute(text("SELECT count(*) FROM registration")).scalar_one() == 0


def test_migration_that_breaks_references_is_undone(
    own_app: Flask, filled: dict[str, int], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    if db.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL keeps foreign keys on while it migrates")

    with pytest.raises(SystemExit):
        upgrade(with_one_more(tmp_path, LOSING))

    assert "migration would break 1 references, nothing was changed" in caplog.text
    assert row_counts() == filled
    assert current_revision() == head_revision()
