from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.factories.event import sessions, slug_of
from tests.factories.registration import NOW, an_event
from tests.factories.statements import counted_selects

pytestmark = pytest.mark.usefixtures("app")


def address(**values: object) -> str:
    return f"/kegiatan/{slug_of(an_event(**values))}/event.ics"


def test_the_file_is_public_and_the_same_for_everybody(client: FlaskClient) -> None:
    url = address()

    answers = [client.get(url, headers={"User-Agent": name}) for name in ("Outlook", "Google-Calendar")]

    first, second = answers
    assert first.data == second.data
    assert first.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert first.headers["Content-Disposition"] == f'attachment; filename="{url.split("/")[2]}.ics"'
    assert first.headers["Cache-Control"] == "public, max-age=300"
    assert first.headers["X-Content-Type-Options"] == "nosniff"
    assert "Vary" not in first.headers
    assert "Set-Cookie" not in first.headers
    assert first.last_modified == NOW


@pytest.mark.parametrize("shape", ["{tag}", "W/{tag}", '"other", {tag}', "*"])
def test_who_has_the_file_gets_304(client: FlaskClient, shape: str) -> None:
    url = address()
    tag = client.get(url).headers["ETag"]

    answer = client.get(url, headers={"If-None-Match": shape.format(tag=tag)})

    assert (answer.status_code, answer.data) == (304, b"")
    assert answer.headers["ETag"] == tag


def test_who_has_the_file_by_date_gets_304(client: FlaskClient) -> None:
    url = address()
    date = client.get(url).headers["Last-Modified"]

    assert client.get(url, headers={"If-Modified-Since": date}).status_code == 304


def test_head_says_what_get_would_send(client: FlaskClient) -> None:
    url = address()

    got, asked = client.get(url), client.head(url)

    assert asked.data == b""
    assert asked.headers["Content-Length"] == str(len(got.data))
    assert asked.headers["ETag"] == got.headers["ETag"]


@pytest.mark.parametrize("many", [1, 30])
def test_two_selects_make_the_file_and_one_keeps_it(client: FlaskClient, many: int) -> None:
    event_id = an_event()
    sessions(event_id, many, start=NOW)
    url = f"/kegiatan/{slug_of(event_id)}/event.ics"

    with counted_selects() as first:
        content = client.get(url).data
    with counted_selects() as second:
        client.get(url)

    assert content.count(b"BEGIN:VEVENT") == many
    assert (len(first), len(second)) == (2, 1)


def test_a_draft_has_no_file(client: FlaskClient) -> None:
    assert client.get(address(state="draft")).status_code == 404
