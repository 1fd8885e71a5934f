from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.registration import NOW, an_event, registrant
from webinar.core.states import BeritaState
from webinar.db import db, transaction
from webinar.models import Berita, Event
from webinar.services.account import create_first_organiser
from webinar.services.registration import register_participant

PASSWORD = "rahasia-sekali"


@pytest.fixture
def desk(app: Flask) -> FlaskClient:
    """A client that has signed in."""
    create_first_organiser(name="Sri", email="sri@example.com", password=PASSWORD, now=NOW)
    client = app.test_client()
    answer = client.post("/masuk", data={"email": "sri@example.com", "password": PASSWORD})
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/meja"
    return client


def an_event_with_report() -> tuple[str, int]:
    event_id = an_event()
    with transaction() as tx:
        event = tx.session.get_one(Event, event_id)
        report = Berita(
            event_id=event_id,
            slug=f"berita-{event_id}",
            perspective="organiser",
            unit_name="KPU Kabupaten Bantul",
            created_at=NOW,
            changed_at=NOW,
        )
        tx.session.add(report)
        tx.session.flush()
        return event.slug, report.id


def test_the_desk_asks_for_a_sign_in_and_is_never_stored(client: FlaskClient, desk: FlaskClient) -> None:
    refused, allowed = client.get("/meja"), desk.get("/meja")

    assert (refused.status_code, allowed.status_code) == (302, 200)
    assert allowed.headers["Cache-Control"] == "no-store"


def test_a_wrong_password_and_an_unknown_address_answer_alike(client: FlaskClient, desk: FlaskClient) -> None:
    answers = [
        client.post("/masuk", data={"email": email, "password": "bukan"})
        for email in ("sri@example.com", "lain@example.com")
    ]

    assert [answer.status_code for answer in answers] == [422, 422]
    known, unknown = (re.sub(r'value="[^"]*"', "", answer.get_data(as_text=True)) for answer in answers)
    assert known == unknown


def test_the_library_shows_no_page_and_no_words_of_its_own(client: FlaskClient, desk: FlaskClient) -> None:
    client.get("/meja")
    page = client.get("/masuk").get_data(as_text=True)

    assert "sign in" not in page.lower()
    assert not any(rule.endpoint.startswith("security.") for rule in client.application.url_map.iter_rules())
    assert [desk.get(path).status_code for path in ("/verify", "/login", "/fs-static/x.css")] == [404] * 3


def test_a_berita_is_composed_read_and_published(desk: FlaskClient, client: FlaskClient) -> None:
    _slug, berita_id = an_event_with_report()

    empty = desk.get(f"/meja/berita/{berita_id}").get_data(as_text=True)
    desk.post(f"/meja/berita/{berita_id}/susun", data={"lead": "date"})
    drafted = desk.get(f"/meja/berita/{berita_id}").get_data(as_text=True)
    before = client.get(f"/berita/berita-{db.session.get_one(Berita, berita_id).event_id}").status_code
    published = desk.post(f"/meja/berita/{berita_id}/terbitkan")

    assert "Berita belum disusun" in empty
    assert "KPU Kabupaten Bantul" in drafted and "Kamis, 3 Desember 2026" in drafted
    assert before == 404
    assert published.status_code == 303
    assert "Berita telah terbit." in desk.get(published.headers["Location"]).get_data(as_text=True)
    assert client.get(f"/berita/berita-{db.session.get_one(Berita, berita_id).event_id}").status_code == 200
    db.session.rollback()  # see what others wrote since
    assert db.session.get_one(Berita, berita_id).state == BeritaState.PUBLISHED


@pytest.mark.parametrize(
    "address", ["/meja/kegiatan/tidak-ada", "/meja/berita/99999", "/meja/kegiatan/x/pendaftar"]
)
def test_unknown_things_are_not_found(desk: FlaskClient, address: str) -> None:
    assert desk.get(address).status_code == 404


def test_the_sign_in_page_is_not_stored(client: FlaskClient) -> None:
    answer = client.get("/masuk")

    assert answer.headers["Cache-Control"] == "no-store"


def test_the_desk_shows_what_registrants_entrust_to_it(desk: FlaskClient) -> None:
    event_id = an_event()
    entrusted = {
        "whatsapp": "+6281234567890",
        "unit": "Subbagian <i>Hukum</i>",
        "accessibility_need": "Juru bahasa isyarat",
        "question": "Apakah rekaman dibagikan?",
    }
    register_participant(event_id, registrant(**entrusted), now=NOW)

    page = desk.get(f"/meja/kegiatan/{db.session.get_one(Event, event_id).slug}/pendaftar").text

    for said in (
        "+6281234567890",
        "Subbagian &lt;i&gt;Hukum",
        "Juru bahasa isyarat",
        "Apakah rekaman dibagikan?",
    ):
        assert page.count(said) == 1


def test_the_way_a_text_opens_stays_chosen(desk: FlaskClient) -> None:
    _slug, berita_id = an_event_with_report()

    page = desk.post(f"/meja/berita/{berita_id}/susun", data={"lead": "purpose"}, follow_redirects=True).text

    assert re.findall(r'<option value="(\w+)" selected', page) == ["purpose"]


def test_signing_out_ends_the_session_for_whoever_kept_the_cookie(app: Flask, desk: FlaskClient) -> None:
    cookie = desk.get_cookie("sesi")
    assert cookie is not None
    desk.post("/keluar")
    thief = app.test_client()
    thief.set_cookie("sesi", cookie.value)

    assert thief.get("/meja").status_code == 302


def test_numbers_no_column_holds_are_not_found(desk: FlaskClient) -> None:
    assert desk.get("/meja/berita/99999999999999999999").status_code == 404
