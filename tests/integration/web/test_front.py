"""Kept answers: given without Flask while their mark holds, never longer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask, request_started
from flask.testing import FlaskClient

from tests.factories.event import slug_of
from tests.factories.registration import an_event
from tests.factories.statements import counted_selects
from webinar.db import db, transaction
from webinar.models import Event

pytestmark = pytest.mark.usefixtures("at_now")


@contextmanager
def requests_of_flask(app: Flask) -> Iterator[list[str]]:
    """The paths that reached Flask while the block ran."""
    seen: list[str] = []

    def note(_sender: Flask, **_values: object) -> None:
        from flask import request

        seen.append(request.path)

    with request_started.connected_to(note, app):
        yield seen


def rename(event_id: int, title: str) -> None:
    with transaction() as tx:
        event = tx.session.get_one(Event, event_id)
        event.title, event.version = title, event.version + 1


@pytest.mark.parametrize("page", ["", "/event.ics"])
def test_kept_answer_is_the_same_without_flask(app: Flask, client: FlaskClient, page: str) -> None:
    url = f"/kegiatan/{slug_of(an_event())}{page}"

    with requests_of_flask(app) as seen:
        first, second = client.get(url), client.get(url)

    assert seen == [url]
    assert second.data == first.data
    assert second.headers.to_wsgi_list() == first.headers.to_wsgi_list()


def test_kept_answer_serves_head_and_not_modified(app: Flask, client: FlaskClient) -> None:
    url = f"/kegiatan/{slug_of(an_event())}"
    first = client.get(url)

    with requests_of_flask(app) as seen:
        head = client.head(url)
        unchanged = client.get(url, headers={"If-None-Match": f"W/{first.headers['ETag']}"})

    assert seen == []
    assert (head.data, head.headers["Content-Length"]) == (b"", str(len(first.data)))
    assert (unchanged.status_code, unchanged.data) == (304, b"")
    assert "Content-Length" not in unchanged.headers
    assert unchanged.headers["ETag"] == first.headers["ETag"]
    assert unchanged.headers["Vary"] == "Cookie"


def test_kept_answer_ends_with_the_version_it_was_made_from(app: Flask, client: FlaskClient) -> None:
    event_id = an_event(title="Sebelum")
    url = f"/kegiatan/{slug_of(event_id)}"
    assert "Sebelum" in client.get(url).text

    rename(event_id, "Sesudah")
    with counted_selects() as selects:
        page = client.get(url).text

    assert "Sesudah" in page
    assert "Sebelum" not in page
    assert len(selects) == 3


def test_kept_answer_is_gone_with_the_event(app: Flask, client: FlaskClient) -> None:
    event_id = an_event()
    url = f"/kegiatan/{slug_of(event_id)}"
    client.get(url)

    with transaction() as tx:
        tx.session.delete(tx.session.get_one(Event, event_id))

    assert client.get(url).status_code == 404


def test_kept_answer_depends_on_choices_and_on_nothing_else(app: Flask, client: FlaskClient) -> None:
    url = f"/kegiatan/{slug_of(an_event())}"
    client.get(url)

    with requests_of_flask(app) as seen:
        client.get(url + "?fbclid=abc")
        client.set_cookie("sesi", "whoever")
        client.set_cookie("zona", "Europe/Paris")
        client.get(url)
    assert seen == []

    client.set_cookie("zona", "WITA")
    with requests_of_flask(app) as seen:
        client.get(url)
    assert seen == [url]


def test_kept_answer_does_not_take_a_post(app: Flask, client: FlaskClient) -> None:
    url = f"/kegiatan/{slug_of(an_event())}"
    client.get(url)

    assert client.post(url).status_code == 405
    assert db.session.query(Event).count() == 1
