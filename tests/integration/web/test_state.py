from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.account import an_account, an_office, signed_in
from tests.factories.event import sessions, slug_of
from tests.factories.registration import NOW, an_event, registrant
from tests.integration.services.test_state import FRIDAY, REASON
from webinar.core.access import OfficeRole
from webinar.core.announcement import schedule_of
from webinar.db import db
from webinar.models import Event, EventSession
from webinar.services.registration import register_participant
from webinar.services.state import cancel_event, postpone_event, reschedule_event

pytestmark = pytest.mark.usefixtures("at_now")


@pytest.fixture
def desk(app: Flask) -> FlaskClient:
    return signed_in(app, an_account(name="Sri"))


def stored(event_id: int) -> Event:
    db.session.rollback()
    db.session.expire_all()
    return db.session.get_one(Event, event_id)


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def act_links(page: str) -> list[str]:
    return re.findall(r"/status/([a-z-]+)\"", page)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("draft", ["terbitkan", "terbitkan"]),
        ("published", ["jadwal-ulang", "tunda", "batalkan", "kembali-ke-draf"]),
        ("postponed", ["jadwal-ulang", "batalkan", "pulihkan"]),
        ("cancelled", ["pulihkan"]),
        ("archived", ["pulihkan"]),
    ],
)
def test_the_overview_offers_what_the_state_allows(
    desk: FlaskClient, state: str, expected: list[str]
) -> None:
    page = desk.get(f"/meja/kegiatan/{slug_of(an_event(state=state))}").text

    assert act_links(page) == expected


def test_a_reader_is_offered_nothing_that_would_be_refused(app: Flask) -> None:
    office = an_office()
    slug = slug_of(an_event(keeper_id=office))
    reader = signed_in(app, an_account(OfficeRole.READER, office))

    page = reader.get(f"/meja/kegiatan/{slug}").text.partition("<main")[2]

    assert act_links(page) == []
    for address in re.findall(r'(?:href|action)="(/meja/[^"#]*)"', page):
        assert reader.get(address).status_code != 404, address


def test_the_consequences_are_said_before_and_the_act_is_done_with_its_reason(desk: FlaskClient) -> None:
    event_id = an_event(quota=1)
    for _ in range(2):
        register_participant(event_id, registrant(), now=NOW)
    address = f"/meja/kegiatan/{slug_of(event_id)}/status/batalkan"

    asked = desk.get(address).text
    unreasoned = desk.post(address, data={"reason": "  "})
    done = desk.post(address, data={"reason": REASON}, follow_redirects=True).text

    assert "2 orang akan menerima surel." in asked
    assert unreasoned.status_code == 422
    assert "Alasan: Isian ini wajib diisi." in words(unreasoned.text)
    assert "Kegiatan telah dibatalkan. Surel pemberitahuan sedang dikirim kepada 2 orang." in done
    assert stored(event_id).state == "cancelled"


def test_an_act_that_is_no_longer_possible_leads_back_with_a_word(desk: FlaskClient) -> None:
    event_id = an_event(state="cancelled")
    address = f"/meja/kegiatan/{slug_of(event_id)}/status/tunda"

    for answer in (desk.get(address), desk.post(address, data={"reason": REASON})):
        assert answer.status_code == 303
    page = desk.get(f"/meja/kegiatan/{slug_of(event_id)}").text
    assert "tidak dapat dilakukan pada status kegiatan yang sekarang" in page
    assert desk.get(address.replace("tunda", "hapus")).status_code == 404


def test_an_event_is_moved_by_what_people_type(desk: FlaskClient) -> None:
    event_id = an_event()
    sessions(event_id, 1, start=datetime(2026, 12, 3, 6, tzinfo=UTC))
    address = f"/meja/kegiatan/{slug_of(event_id)}/status/jadwal-ulang"
    page = desk.get(address).text
    sent = {
        "start_on": "Jumat, 4/12/26",
        "end_on": "",
        "starts": "jam 9 pagi",
        "ends": "12:00",
        "zone": "WIB",
        "sessions": "along",
        "reason": REASON,
        "seen": re.search(r'name="seen"[^>]*value="(\d+)"', page)[1],  # type: ignore[index]
    }

    done = desk.post(address, data=sent, follow_redirects=True).text

    assert 'value="3 Desember 2026"' in page and 'value="13.00"' in page
    assert "Kegiatan telah dijadwalkan ulang." in done
    assert (stored(event_id).starts_at, stored(event_id).ends_at) == (FRIDAY.starts_at, FRIDAY.ends_at)
    assert db.session.query(EventSession.starts_at).scalar() == FRIDAY.starts_at


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"start_on": "31/11/26"}, "start_on", "tidak ada dalam kalender"),
        ({"start_on": "20/11/26"}, "start_on", "Waktu ini sudah lewat."),
        ({"start_on": "3/12/26", "starts": "13.00", "ends": "15.00"}, "start_on", "sama dengan jadwal"),
        ({"starts": "15.00", "ends": "15.00"}, "ends", "Waktu selesai harus sesudah waktu mulai."),
        ({"starts": "", "ends": "15.00"}, "starts", "Isi juga waktu mulai."),
        ({"end_on": "2/12/26"}, "end_on", "lebih awal daripada tanggal pertama"),
        ({"starts": "09.00 WIT"}, "ends", "zona waktu yang dipilih WIB"),
        ({"sessions": "kept"}, "sessions", "di luar hari kegiatan"),
    ],
)
def test_what_makes_no_sense_is_said_at_its_field_and_the_rest_is_kept(
    desk: FlaskClient, typed: dict[str, str], field: str, sentence: str
) -> None:
    event_id = an_event()
    sessions(event_id, 1, start=datetime(2026, 12, 3, 6, tzinfo=UTC))
    sent = {"start_on": "4/12/26", "starts": "09.00", "ends": "12.00", "zone": "WIB", "reason": REASON}

    answer = desk.post(f"/meja/kegiatan/{slug_of(event_id)}/status/jadwal-ulang", data=sent | typed)

    assert answer.status_code in (409, 422)
    said = re.search(rf'id="{field}-salah">.*?<span>(.*?)</span>', answer.text, re.S)
    assert said is not None and sentence in said[1]
    assert REASON in answer.text
    assert stored(event_id).version == 1


def test_who_comes_second_sees_what_the_first_did_and_keeps_what_was_typed(desk: FlaskClient) -> None:
    event_id = an_event()
    seen = stored(event_id).sequence
    reschedule_event(event_id, FRIDAY, REASON, actor=None, now=NOW)
    sent = {"start_on": "7/12/26", "starts": "09.00", "ends": "12.00", "zone": "WIB", "reason": "Libur"}
    address = f"/meja/kegiatan/{slug_of(event_id)}/status/jadwal-ulang"

    refused = desk.post(address, data=sent | {"seen": str(seen)})
    again = re.search(r'name="seen"[^>]*value="(\d+)"', refused.text)

    assert refused.status_code == 409
    assert "baru saja diubah orang lain" in refused.text
    assert 'value="7/12/26"' in refused.text and "Jumat, 4 Desember 2026" in refused.text
    assert again is not None
    assert desk.post(address, data=sent | {"seen": again[1]}).status_code == 303


def test_the_same_form_twice_is_one_move(desk: FlaskClient) -> None:
    event_id = an_event()
    sent = {"start_on": "4/12/26", "starts": "09.00", "ends": "12.00", "zone": "WIB", "reason": REASON}
    address = f"/meja/kegiatan/{slug_of(event_id)}/status/jadwal-ulang"

    answers = [desk.post(address, data=sent | {"seen": "0"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert len(stored(event_id).announcements) == 1


def test_a_postponed_event_is_asked_for_its_new_date(desk: FlaskClient) -> None:
    event_id = an_event()
    postpone_event(event_id, REASON, actor=None, now=NOW)

    page = desk.get(f"/meja/kegiatan/{slug_of(event_id)}/status/jadwal-ulang").text

    assert re.search(r'name="start_on"[^>]*value=""', page)
    assert 'value="13.00"' in page


def test_the_public_page_says_what_happened_and_when(client: FlaskClient) -> None:
    event_id = an_event()
    address = f"/kegiatan/{slug_of(event_id)}"
    client.get(address)
    postpone_event(event_id, REASON, actor=None, now=NOW)
    postponed = words(client.get(address).text)
    reschedule_event(event_id, FRIDAY, "Narasumber sudah <b>sehat</b>", actor=None, now=NOW)
    moved = words(client.get(address).text)
    cancel_event(event_id, REASON, actor=None, now=NOW)
    cancelled = client.get(address).text

    assert (
        "Kegiatan ini ditunda Semula Kamis, 3 Desember 2026, pukul 13.00–15.00 WIB."
        f" Ditunda pada 25 November 2026. Alasan: {REASON} Jadwal baru akan tampil di halaman ini."
    ) in postponed
    assert (
        "Kegiatan ini dijadwalkan ulang Semula Kamis, 3 Desember 2026, pukul 13.00–15.00 WIB;"
        " menjadi Jumat, 4 Desember 2026, pukul 09.00–12.00 WIB. Diubah pada 25 November 2026."
        " Alasan: Narasumber sudah &lt;b&gt;sehat&lt;/b&gt;"
    ) in moved
    assert re.findall(r"<h[23]>(Kegiatan ini [a-z ]+)", cancelled) == [
        "Kegiatan ini dibatalkan",
        "Kegiatan ini dijadwalkan ulang",
        "Kegiatan ini ditunda",
    ]
    assert "/daftar" not in cancelled


def test_the_personal_page_and_the_closed_form_say_it_too(client: FlaskClient) -> None:
    event_id = an_event()
    token = register_participant(event_id, registrant(), now=NOW).token
    cancel_event(event_id, REASON, actor=None, now=NOW)

    for address in (f"/pendaftaran/{token}", f"/kegiatan/{slug_of(event_id)}/daftar"):
        said = words(client.get(address).text)
        assert "Kegiatan ini dibatalkan" in said
        assert f"Alasan: {REASON}" in said


@pytest.mark.parametrize(
    ("before", "wanted", "title"),
    [
        ({"starts_at": None, "ends_at": None}, {}, "Waktu kegiatan ini telah ditetapkan"),
        ({"ends_at": None}, {}, "Waktu selesai kegiatan ini berubah"),
        ({}, {"starts_at": FRIDAY.starts_at, "start_on": FRIDAY.start_on}, "Kegiatan ini dijadwalkan ulang"),
    ],
)
def test_an_hour_that_was_open_before_is_not_called_another_date(
    client: FlaskClient, before: dict[str, object], wanted: dict[str, object], title: str
) -> None:
    event_id = an_event(**before)
    known = schedule_of(stored(an_event()))
    new = replace(known, ends_at=FRIDAY.ends_at, **wanted) if wanted else known  # type: ignore[arg-type]

    reschedule_event(event_id, new, REASON, actor=None, now=NOW)

    assert re.findall(r"<h2>([^<]+)", client.get(f"/kegiatan/{slug_of(event_id)}").text)[0] == title
