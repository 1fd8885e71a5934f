"""The picture of an event for chats and networks."""

from __future__ import annotations

import re
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.event import slug_of
from tests.factories.registration import an_event
from tests.factories.statements import counted_selects
from webinar.adapters.documents import card as cards
from webinar.db import transaction
from webinar.models import Event

pytestmark = pytest.mark.usefixtures("at_now")


@pytest.fixture
def made(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The titles of the cards that were really made, from an empty folder on."""
    for path in folder(app).glob("*.png"):
        path.unlink()
    seen: list[str] = []
    draw = cards.card_png

    def noting(card: cards.Card) -> bytes:
        seen.append(card.title)
        return draw(card)

    monkeypatch.setattr(cards, "card_png", noting)
    yield seen


def folder(app: Flask) -> Path:
    place: Path = app.config["SETTINGS"].instance / "cards"
    return place


def change(event_id: int, **values: object) -> None:
    with transaction() as tx:
        event = tx.session.get_one(Event, event_id)
        for name, value in values.items():
            setattr(event, name, value)
        event.version += 1


def test_the_picture_has_the_size_networks_ask_for(client: FlaskClient, made: list[str]) -> None:
    answer = client.get(f"/kegiatan/{slug_of(an_event())}/kartu.png")

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert answer.data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", answer.data[16:24]) == (1200, 630)
    assert "Set-Cookie" not in answer.headers


def test_it_is_made_once_and_anew_when_something_on_it_changes(client: FlaskClient, made: list[str]) -> None:
    event_id = an_event(title="Sebelum")
    url = f"/kegiatan/{slug_of(event_id)}/kartu.png"

    first = client.get(url)
    client.get(url)
    change(event_id, quota=99)
    client.get(url)
    assert made == ["Sebelum"]

    change(event_id, title="Sesudah")
    moved = client.get(url)
    change(event_id, state="cancelled")
    cancelled = client.get(url)

    assert made == ["Sebelum", "Sesudah", "Sesudah"]
    assert len({first.data, moved.data, cancelled.data}) == 3
    assert len({answer.headers["ETag"] for answer in (first, moved, cancelled)}) == 3


def test_who_has_it_gets_304_without_its_being_made(client: FlaskClient, made: list[str]) -> None:
    url = f"/kegiatan/{slug_of(an_event())}/kartu.png"
    tag = client.get(url).headers["ETag"]

    with counted_selects() as selects:
        again = client.get(url, headers={"If-None-Match": tag})

    assert (again.status_code, again.data) == (304, b"")
    assert len(made) == len(selects) == 1


def test_two_who_ask_at_once_get_one_picture(app: Flask, made: list[str]) -> None:
    url = f"/kegiatan/{slug_of(an_event())}/kartu.png"
    pictures: list[bytes] = []
    both = threading.Barrier(4)

    def ask() -> None:
        client = app.test_client()
        both.wait()
        pictures.append(client.get(url).data)

    threads = [threading.Thread(target=ask) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(pictures) == 4
    assert len(set(pictures)) == len(made) == 1


def test_the_oldest_pictures_go(
    app: Flask, client: FlaskClient, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards, "MOST_CARDS", 2)
    urls = [f"/kegiatan/{slug_of(an_event(title=f'Nomor {number}'))}/kartu.png" for number in range(4)]

    for url in urls:
        client.get(url)

    assert len(list(folder(app).glob("*.png"))) == 2
    assert [path for path in folder(app).iterdir() if path.suffix not in (".png", "")] == []
    assert client.get(urls[0]).status_code == 200


def test_a_folder_that_cannot_be_written_costs_only_the_keeping(
    client: FlaskClient, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cards, "_write", full)

    answer = client.get(f"/kegiatan/{slug_of(an_event())}/kartu.png")

    assert (answer.status_code, answer.data[:4]) == (200, b"\x89PNG")


@pytest.mark.parametrize(
    "title", ["#set page(width: 1pt)", "$x$ *tebal* @rujukan <label>", "\\ \" ' `", "W" * 500, "字 🎉"]
)
def test_any_title_is_only_text(client: FlaskClient, made: list[str], title: str) -> None:
    answer = client.get(f"/kegiatan/{slug_of(an_event(title=title))}/kartu.png")

    assert answer.status_code == 200
    assert struct.unpack(">II", answer.data[16:24]) == (1200, 630)


def test_a_draft_has_no_card(client: FlaskClient, made: list[str]) -> None:
    assert client.get(f"/kegiatan/{slug_of(an_event(state='draft'))}/kartu.png").status_code == 404
    assert client.get("/kegiatan/tidak-ada/kartu.png").status_code == 404


def test_the_page_names_card_size_and_text(client: FlaskClient, made: list[str]) -> None:
    event_id = an_event(title='Rapat "Kerja"')
    slug = slug_of(event_id)

    page = client.get(f"/kegiatan/{slug}").text
    change(event_id, state="postponed")
    postponed = client.get(f"/kegiatan/{slug}").text

    meta = dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', page))
    address = meta["og:image"]
    assert re.fullmatch(rf"http://localhost/kegiatan/{slug}/kartu\.png\?v=[0-9a-f]{{8}}", address)
    assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")
    assert meta["og:image:alt"].startswith("Rapat &#34;Kerja&#34;. Kamis, 3 Desember 2026, pukul 13.00 WIB")
    assert meta["twitter:card"] == "summary_large_image"
    assert client.get(address.removeprefix("http://localhost")).status_code == 200
    assert address not in postponed
