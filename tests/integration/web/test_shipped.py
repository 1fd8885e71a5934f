"""The journey with everything switched on as it is shipped: https, CSRF, limits, no Referer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import Client, settings_for
from tests.factories.registration import NOW, an_event
from webinar import create_app
from webinar.db import db
from webinar.models import Event
from webinar.services.account import create_first_organiser
from webinar.services.installation import prepare_installation

HTTPS = {"base_url": "https://kegiatan.example.go.id"}


@pytest.fixture
def shipped(tmp_path: Path) -> Iterator[Flask]:
    app = create_app(settings_for(tmp_path, None, base_url="https://kegiatan.example.go.id"))
    app.test_client_class = Client
    with app.app_context():
        prepare_installation()
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def browser(shipped: Flask) -> FlaskClient:
    return shipped.test_client()


def token_of(page: str) -> str:
    return re.findall(r'name="csrf_token"[^>]* value="([^"]+)"', page)[0]


def test_somebody_registers_changes_and_cancels(browser: FlaskClient) -> None:
    event_id = an_event()
    address = f"/kegiatan/{db.session.get_one(Event, event_id).slug}/daftar"
    page = browser.get(address, **HTTPS).text
    key = re.findall(r'name="submission_key" value="([^"]+)"', page)[0]
    told = {
        "full_name": "Sri",
        "email": "sri@kpu.go.id",
        "institution": "KPU",
        "position": "Staf",
        "region_code": "34.02",
    }
    sent = {**told, "csrf_token": token_of(page), "submission_key": key}

    registered = browser.post(address, data=sent, **HTTPS)
    personal = registered.headers["Location"]
    change = browser.get(f"{personal}/ubah", **HTTPS).text
    changed = browser.post(
        f"{personal}/ubah",
        data={**told, "full_name": "Sri Wahyuni", "csrf_token": token_of(change)},
        **HTTPS,
    )
    cancel = browser.get(f"{personal}/batalkan", **HTTPS).text
    cancelled = browser.post(f"{personal}/batalkan", data={"csrf_token": token_of(cancel)}, **HTTPS)

    assert [answer.status_code for answer in (registered, changed, cancelled)] == [303, 303, 303]
    assert "Sri Wahyuni" in browser.get(personal, **HTTPS).text


def test_a_form_without_its_token_is_refused(browser: FlaskClient) -> None:
    event_id = an_event()
    address = f"/kegiatan/{db.session.get_one(Event, event_id).slug}/daftar"

    assert browser.post(address, data={"full_name": "Sri"}, **HTTPS).status_code == 400


def test_an_organiser_signs_in_and_out(browser: FlaskClient) -> None:
    create_first_organiser(name="Sri", email="sri@example.com", password="rahasia-sekali", now=NOW)
    page = browser.get("/masuk", **HTTPS).text
    sent = {"email": "sri@example.com", "password": "rahasia-sekali", "csrf_token": token_of(page)}

    signed_in = browser.post("/masuk", data=sent, **HTTPS)
    desk = browser.get("/meja", **HTTPS)
    signed_out = browser.post("/keluar", data={"csrf_token": token_of(desk.text)}, **HTTPS)

    assert (signed_in.status_code, desk.status_code, signed_out.status_code) == (303, 200, 303)
    assert browser.get("/meja", **HTTPS).status_code == 302
    assert "max-age=31536000" in desk.headers["Strict-Transport-Security"]
