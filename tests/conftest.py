"""Fixtures of the suite. Tests that use ``app`` run on SQLite and, where a server answers, on PostgreSQL."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import hypothesis
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import OperationalError
from werkzeug.test import TestResponse

from webinar import create_app
from webinar.config import Settings, read_settings
from webinar.db import db
from webinar.extensions import security
from webinar.queries import quick
from webinar.services.installation import prepare_installation

POSTGRES_URL = os.environ.get("WEBINAR_TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432/postgres")
SECRET = "only-for-tests-" + "x" * 32
hypothesis.settings.register_profile("house", deadline=None)  # no test is timed
hypothesis.settings.load_profile("house")
quick.FRESH_SECONDS = 0  # as if some time lay between any two requests


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session", autouse=True)
def clean_environment() -> Iterator[None]:
    """No test depends on the variables of whoever runs it."""
    saved = {k: os.environ.pop(k) for k in list(os.environ) if re.match("WEBINAR_(?!TEST_)", k)}
    yield
    os.environ.update(saved)


@contextmanager
def postgres_database(prefix: str) -> Iterator[str]:
    """The address of a database of its own, dropped afterwards; skips where no server answers."""
    name = f"{prefix}_{uuid4().hex[:8]}"
    server = create_engine(POSTGRES_URL, isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 2})
    try:
        with server.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
    except OperationalError:
        pytest.skip(f"no PostgreSQL answers at {POSTGRES_URL} (WEBINAR_TEST_POSTGRES_URL)")
    yield make_url(POSTGRES_URL).set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    with postgres_database("webinar_test") as url:
        yield url


def settings_for(instance: Path, database_url: str | None, **overrides: object) -> Settings:
    values: dict[str, object] = {"instance": instance, "secret_key": SECRET, "base_url": "http://localhost"}
    return read_settings(**values | {"database_url": database_url} | overrides)


class Client(FlaskClient):
    """Each request in an application context of its own, as on a server: nothing leaks through ``g``."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        with self.application.app_context():
            return super().open(*args, **kwargs)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def installed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An application with a migrated database and regions; shared, so do not leave rows behind."""
    url = request.getfixturevalue("postgres_url") if request.param == "postgresql" else None
    app = create_app(settings_for(tmp_path_factory.mktemp("instance"), url))
    app.test_client_class = Client
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    security.pwd_context.update(argon2__rounds=1, argon2__memory_cost=64)  # quick, and as good for a test
    with app.app_context():
        prepare_installation()
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def app(installed: Flask) -> Iterator[Flask]:
    """The application inside its context, with an empty record (regions stay)."""
    with installed.app_context():
        yield installed
        db.session.rollback()
        for table in reversed(db.metadata.sorted_tables):
            if table.name != "region":
                db.session.execute(table.delete())
        db.session.commit()
        db.session.remove()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
