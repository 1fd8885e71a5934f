from __future__ import annotations

from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.account import an_account, an_office, signed_in
from tests.factories.event import a_role, slug_of
from tests.factories.outbox import delivered
from tests.factories.registration import NOW, an_event, registrant
from webinar.core.copy import ALL_PARTS
from webinar.core.series import Rule
from webinar.core.states import EventState
from webinar.db import db, transaction
from webinar.models import Event, EventSeries, EventTemplate
from webinar.services.registration import register_participant
from webinar.services.series import create_series

ALL = sorted(ALL_PARTS)


@pytest.fixture
def office_id(app: Flask) -> int:
    return an_office()


@pytest.fixture
def desk(app: Flask, office_id: int) -> FlaskClient:
    return signed_in(app, an_account("operator", office_id))


@pytest.fixture
def slug(office_id: int) -> str:
    event_id = an_event(keeper_id=office_id)
    a_role(event_id, name="Sri Wahyuni")
    return slug_of(event_id)


def titles() -> list[str]:
    db.session.rollback()
    return [event.title for event in db.session.query(Event).order_by(Event.id)]


def test_a_copy_is_made_for_a_day_typed_as_people_write_it(desk: FlaskClient, slug: str) -> None:
    form = desk.get(f"/meja/kegiatan/{slug}/salin").text
    answer = desk.post(
        f"/meja/kegiatan/{slug}/salin",
        data={"title": "Webinar Kedua", "start_on": "7 Januari 2027", "parts": ALL},
    )

    assert 'value="10 Desember 2026"' in form and form.count("checked") == len(ALL)
    assert answer.status_code == 303
    made = db.session.query(Event).filter_by(title="Webinar Kedua").one()
    assert (made.start_on.isoformat(), made.state) == ("2027-01-07", "draft")


def test_a_day_that_is_none_keeps_what_was_typed(desk: FlaskClient, slug: str) -> None:
    answer = desk.post(
        f"/meja/kegiatan/{slug}/salin", data={"title": "Kedua", "start_on": "31/2/27", "parts": ["people"]}
    )

    assert answer.status_code == 422
    assert 'value="31/2/27"' in answer.text and 'value="Kedua"' in answer.text
    assert answer.text.count(" checked") == 1
    assert len(titles()) == 1


def test_an_unknown_part_is_refused_with_a_sentence(desk: FlaskClient, slug: str) -> None:
    answer = desk.post(
        f"/meja/kegiatan/{slug}/salin", data={"title": "Kedua", "start_on": "7/1/27", "parts": ["bukan"]}
    )

    assert answer.status_code == 422 and "Pilih salah satu yang tersedia." in answer.text


def test_a_holiday_is_told_before_a_copy_or_a_series_falls_on_it(desk: FlaskClient, slug: str) -> None:
    copy = desk.post(f"/meja/kegiatan/{slug}/salin", data={"title": "", "start_on": "25/12/26", "parts": []})
    series = desk.post(
        f"/meja/kegiatan/{slug}/rangkaian", data={"name": "R", "rule": "picked", "picked": "25/12/26"}
    )

    for answer in (copy, series):
        assert answer.text.count("Jumat, 25 Desember 2026 adalah hari libur nasional") == 1


def test_a_series_shows_its_days_before_it_is_made(desk: FlaskClient, slug: str) -> None:
    data = {"name": "Kamis Terbuka", "rule": "weekly", "count": "3", "one_registration": "y"}

    shown = desk.post(f"/meja/kegiatan/{slug}/rangkaian", data=data)
    before = titles()
    made = desk.post(f"/meja/kegiatan/{slug}/rangkaian", data=data | {"buat": "ya"})

    assert "Kamis, 17 Desember 2026" in shown.text and len(before) == 1
    assert made.status_code == 303 and len(titles()) == 3
    page = desk.get(made.headers["Location"]).text
    assert page.count("pada kegiatan pertama") == 2
    assert "Kamis Terbuka" in desk.get("/meja/rangkaian").text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"rule": "picked", "picked": "bukan tanggal"}, "“bukan tanggal”"),
        ({"rule": "picked", "picked": ""}, "sedikitnya dua kegiatan"),
        ({"rule": "weekly", "count": "1"}, "dari 2 sampai 60"),
        ({"rule": "tahunan", "count": "3"}, "Pilih salah satu yang tersedia."),
    ],
)
def test_days_that_make_no_series_are_refused_at_the_field(
    desk: FlaskClient, slug: str, data: dict[str, str], said: str
) -> None:
    answer = desk.post(f"/meja/kegiatan/{slug}/rangkaian", data={"name": "R", "buat": "ya"} | data)

    assert answer.status_code == 422 and said in answer.text
    assert db.session.query(EventSeries).count() == 0


def test_a_change_is_applied_to_the_following_events(desk: FlaskClient, slug: str) -> None:
    desk.post(
        f"/meja/kegiatan/{slug}/rangkaian",
        data={"name": "R", "rule": "weekly", "count": "3", "buat": "ya"},
    )
    first = db.session.query(Event).filter_by(slug=slug).one()
    a_role(first.id, name="Ma'ruf Hidayat", number=7)

    nothing = desk.post(f"/meja/kegiatan/{slug}/terapkan", data={"scope": "following"})
    no_reason = desk.post(f"/meja/kegiatan/{slug}/terapkan", data={"scope": "following", "parts": "times"})
    answer = desk.post(f"/meja/kegiatan/{slug}/terapkan", data={"scope": "following", "parts": "people"})

    assert no_reason.status_code == 422 and "wajib diisi" in no_reason.text
    assert nothing.status_code == 422 and "Pilih sedikitnya satu bagian." in nothing.text
    assert "2 kegiatan lain telah disamakan." in desk.get(answer.headers["Location"]).text
    alone = desk.post(f"/meja/kegiatan/{slug}/keluar-rangkaian", follow_redirects=True)
    assert "berdiri sendiri" in alone.text


def test_a_template_is_kept_used_below_renamed_and_deleted(app: Flask, desk: FlaskClient, slug: str) -> None:
    office_id = db.session.query(Event).filter_by(slug=slug).one().keeper_id
    below = an_office("KPU Kecamatan Sewon", office_id)
    beside = an_office("KPU Kota Ternate")
    lower = signed_in(app, an_account("operator", below))
    stranger = signed_in(app, an_account("operator", beside))

    desk.post(f"/meja/kegiatan/{slug}/templat", data={"name": "Bulanan", "parts": ALL})
    template_id = db.session.query(EventTemplate).one().id
    used = lower.post(
        f"/meja/templat/{template_id}/pakai",
        data={"title": "Webinar Sewon", "start_on": "7/1/27", "office": "KPU Kecamatan Sewon"},
    )
    holiday = lower.post(f"/meja/templat/{template_id}/pakai", data={"title": "", "start_on": "25/12/26"})
    foreign = lower.post(
        f"/meja/templat/{template_id}/pakai",
        data={"title": "Curang", "start_on": "7/1/27", "office": "KPU Kota Ternate"},
    )

    assert used.status_code == 303
    assert "hari libur nasional" in holiday.text
    db.session.rollback()  # see what others wrote since
    assert db.session.query(Event).filter_by(title="Webinar Sewon").one().keeper_id == below
    assert foreign.status_code == 422 and "bukan wewenang Anda" in foreign.text
    assert stranger.get(f"/meja/templat/{template_id}/pakai").status_code == 404
    assert lower.get(f"/meja/templat/{template_id}/ubah").status_code == 404
    assert lower.post(f"/meja/templat/{template_id}/hapus").status_code == 404
    assert desk.post(f"/meja/templat/{template_id}/ubah", data={"name": "Rutin"}).status_code == 303
    assert "Rutin" in desk.get("/meja/templat").text
    desk.post(f"/meja/templat/{template_id}/hapus")
    assert "Belum ada templat." in desk.get("/meja/templat").text


def test_one_registration_tells_of_all_its_dates(app: Flask, office_id: int) -> None:
    event_id = an_event(keeper_id=office_id, meeting_link="https://example.com/j/1")
    create_series(
        event_id,
        [date(2026, 12, 3), date(2026, 12, 10), date(2026, 12, 17)],
        name="R",
        rule=Rule.WEEKLY,
        one_registration=True,
        actor=None,
        now=NOW,
    )
    with transaction() as tx:
        second = tx.session.query(Event).filter_by(start_on=date(2026, 12, 10)).one()
        second.state = EventState.PUBLISHED
    registered = register_participant(event_id, registrant(), now=NOW)
    db.session.rollback()

    client = app.test_client()
    page = client.get(f"/pendaftaran/{registered.token}").text
    led = client.get(f"/kegiatan/{slug_of(second.id)}/daftar")
    (sent,) = delivered(app, NOW)

    mail = sent.get_content()
    assert led.headers["Location"] == f"/kegiatan/{slug_of(event_id)}/daftar"
    assert "Berlaku juga untuk" in page and "10 Desember 2026" in page
    assert "17 Desember 2026" not in page  # still a draft
    assert page.count('href="https://example.com/j/1"') >= 1
    assert "Pendaftaran ini berlaku juga untuk:" in mail and "Kamis, 10 Desember 2026" in mail
