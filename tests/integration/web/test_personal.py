from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories.registration import NOW, an_event, registrant, seats
from webinar.db import db
from webinar.models import Registration
from webinar.services.registration import register_participant

pytestmark = pytest.mark.usefixtures("app", "at_now")


def registered(event_id: int | None = None, **values: Any) -> str:
    """The personal address of somebody who has just registered."""
    event_id = event_id or an_event()
    return f"/pendaftaran/{register_participant(event_id, registrant(**values), now=NOW).token}"


def stored() -> Registration:
    db.session.expire_all()
    return db.session.scalars(select(Registration)).one()


def test_the_page_tells_state_data_and_own_time(client: FlaskClient) -> None:
    url = registered(region_code="82.71", position="Staf", title_suffix="S.Kom")

    answer = client.get(url)

    assert answer.status_code == 200
    assert "Terdaftar" in answer.text
    assert "Ma&#39;ruf Hidayat, S.Kom." in answer.text
    assert "Kota Ternate, Maluku Utara (WIT)" in answer.text
    assert "Waktu penyelenggara: pukul 13.00 WIB." in answer.text
    assert f"http://localhost{url}" in answer.text


def test_the_page_is_neither_stored_nor_indexed_nor_handed_on(client: FlaskClient) -> None:
    for path in ("", "/ubah", "/batalkan"):
        headers = client.get(registered() + path).headers

        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Robots-Tag"] == "noindex"


def test_a_seat_that_is_held_is_not_called_full(client: FlaskClient) -> None:
    url = registered(an_event(quota=1))

    assert "Kuota penuh" not in client.get(url).text


@pytest.mark.parametrize("token", ["a" * 32, "x", "A" * 32, "a" * 300])
def test_an_unknown_link_is_explained(client: FlaskClient, token: str) -> None:
    answers = [client.get(f"/pendaftaran/{token}{path}") for path in ("", "/ubah", "/batalkan")]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert "tidak dikenal" in answers[0].text


def test_a_change_keeps_address_and_seat(client: FlaskClient) -> None:
    event_id = an_event()
    url = registered(event_id, email="asli@example.com", region_code="82.71")
    form = client.get(f"{url}/ubah").text

    answer = client.post(
        f"{url}/ubah",
        data={
            "full_name": "Nama Baru",
            "institution": "Bawaslu",
            "region_code": "34.02",
            "email": "lain@example.com",
            "consents_contact": "y",
        },
    )

    assert 'value="82.71" selected' in form
    assert 'name="email"' not in form
    assert (answer.status_code, answer.headers["Location"]) == (303, url)
    changed = stored()
    assert (changed.full_name, changed.institution) == ("Nama Baru", "Bawaslu")
    assert (changed.email, changed.region_code, changed.consents_contact) == (
        "asli@example.com",
        "34.02",
        True,
    )
    assert seats(event_id) == (1, 0)


def test_a_wrong_change_is_refused_with_what_was_typed(client: FlaskClient) -> None:
    url = registered()

    answer = client.post(f"{url}/ubah", data={"full_name": "Nama Baru", "institution": "", "region_code": ""})

    assert answer.status_code == 422
    assert 'value="Nama Baru"' in answer.text
    assert "Periksa 2 isian berikut" in answer.text
    assert stored().full_name == "Ma'ruf Hidayat"


def test_cancelling_asks_first_and_frees_one_seat_once(client: FlaskClient) -> None:
    event_id = an_event()
    url = registered(event_id)

    asked = client.get(f"{url}/batalkan")
    assert seats(event_id) == (1, 0)
    answers = [client.post(f"{url}/batalkan") for _time in range(2)]

    assert "Batalkan pendaftaran ini?" in asked.text
    assert [a.status_code for a in answers] == [303, 303]
    assert seats(event_id) == (0, 0)
    page = client.get(url).text
    assert "Dibatalkan" in page
    assert "Daftar kembali" in page
    assert client.get(f"{url}/ubah").status_code == 303


def test_cancelling_gives_the_seat_to_who_waits(client: FlaskClient) -> None:
    event_id = an_event(quota=1)
    first, second = registered(event_id), registered(event_id)
    assert "Urutan ke-1 di daftar tunggu" in client.get(second).text

    client.post(f"{first}/batalkan")

    assert "Terdaftar" in client.get(second).text
    assert seats(event_id) == (1, 0)


def test_nothing_can_be_changed_after_the_event(client: FlaskClient) -> None:
    event_id = an_event()
    url = registered(event_id)

    with time_machine.travel(datetime(2026, 12, 4, tzinfo=UTC), tick=False):
        page = client.get(url).text
        changed = client.post(f"{url}/ubah", data={"full_name": "Nama Baru"})
        client.post(f"{url}/batalkan")

    assert "Ubah pendaftaran" not in page
    assert changed.status_code == 303
    assert stored().full_name == "Ma'ruf Hidayat"
    assert seats(event_id) == (1, 0)
