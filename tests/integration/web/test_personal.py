from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories.registration import NOW, an_event, registrant, seats
from tests.factories.statements import counted_selects
from webinar.db import db, transaction
from webinar.models import Event, Registration
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


ROOM = {
    "meeting_link": "https://rapat.example/j/99887766?pwd=a&b=c",
    "meeting_access": "ID 998 877, sandi 4455",
    "mode": "online",
}


def at(client: FlaskClient, url: str, hour: int, minute: int = 0) -> str:
    """The page on the day of the event, at this time in UTC; it begins at 6.00 and ends at 8.00."""
    with time_machine.travel(datetime(2026, 12, 3, hour, minute, tzinfo=UTC), tick=False):
        answer = client.get(url)
    assert answer.status_code == 200
    return answer.text


def test_who_holds_a_seat_can_save_the_link_and_sees_it_large_an_hour_before(client: FlaskClient) -> None:
    url = registered(an_event(**ROOM))
    button = (
        'class="btn btn-primary btn-large btn-wide" href="https://rapat.example/j/99887766?pwd=a&amp;b=c"'
    )

    early, near, running = (at(client, url, *time) for time in ((4, 59), (5, 0), (7, 59)))

    for page in (early, near, running):
        assert 'id="tautan-ruang" value="https://rapat.example/j/99887766?pwd=a&amp;b=c" readonly' in page
        assert 'value="ID 998 877, sandi 4455" readonly' in page
        assert "Panitia mengirim tautan" not in page
    assert button not in early
    assert early.index('id="waktu"') < early.index('id="gabung"')
    assert button in near
    assert near.index('id="gabung"') < near.index('id="waktu"')
    assert "Kegiatan dimulai pukul 13.00 WIB." in near
    assert "Kegiatan sedang berlangsung." in running
    assert button in running


def test_who_waits_or_has_cancelled_is_told_nothing_of_the_room(client: FlaskClient) -> None:
    event_id = an_event(quota=1, **ROOM)
    first, waiting = registered(event_id), registered(event_id)
    assert "99887766" not in at(client, waiting, 5, 30)
    assert "4455" not in at(client, waiting, 5, 30)

    client.post(f"{first}/batalkan")

    assert "99887766" not in at(client, first, 5, 30)
    assert "99887766" in at(client, waiting, 5, 30)


@pytest.mark.parametrize("state", ["postponed", "cancelled", "archived", "draft"])
def test_there_is_nothing_to_join_while_the_event_is_not_published(client: FlaskClient, state: str) -> None:
    event_id = an_event(**ROOM)
    url = registered(event_id)

    with transaction() as tx:
        tx.session.get_one(Event, event_id).state = state

    assert "99887766" not in at(client, url, 5, 30)


def test_nobody_joins_what_is_over(client: FlaskClient) -> None:
    assert "99887766" not in at(client, registered(an_event(**ROOM)), 8, 0)


def test_a_link_that_is_none_is_only_text(client: FlaskClient) -> None:
    url = registered(an_event(meeting_link="javascript:alert(1)"))

    page = at(client, url, 5, 30)

    assert 'value="javascript:alert(1)" readonly' in page
    assert 'href="javascript:' not in page


def test_without_a_link_the_mail_is_announced(client: FlaskClient) -> None:
    assert "Panitia mengirim tautan" in client.get(registered(an_event(mode="online"))).text
    assert "Panitia mengirim tautan" not in client.get(registered(an_event(mode="onsite"))).text


def test_the_page_takes_three_selects_once_the_event_is_kept(client: FlaskClient) -> None:
    url = registered(an_event(**ROOM))
    client.get(url)

    with counted_selects() as found:
        client.get(url)

    assert len(found) == 3
