from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.account import an_account, an_office, signed_in
from webinar.core.access import OfficeRole
from webinar.core.states import EventState
from webinar.db import db
from webinar.models import Berita, Event

NEW, ATTENDED = "/meja/kegiatan/baru", "/meja/kegiatan/ikut"
PLAN = {
    "title": "Webinar Layanan Informasi",
    "event_type": "webinar",
    "office": "KPU Kabupaten Bantul",
    "start_on": "10 Desember 2026",
    "starts": "13.00",
    "ends": "jam 3 sore",
    "zone": "WIB",
    "mode": "online",
}
ATTENDING = PLAN | {"organiser": "KPU RI", "delegation": "Sri – Ketua\n3 orang staf", "platform": "Zoom"}


@pytest.fixture
def desk(app: Flask) -> FlaskClient:
    return signed_in(app, an_account(OfficeRole.OPERATOR, an_office()))


def test_a_few_fields_make_a_draft_and_lead_to_the_editor(desk: FlaskClient, client: FlaskClient) -> None:
    answer = desk.post(NEW, data=PLAN)

    event = db.session.query(Event).one()
    assert answer.headers["Location"] == f"/meja/kegiatan/{event.slug}/sunting"
    assert (event.state, event.organiser_name, event.mode) == (
        EventState.DRAFT,
        "KPU Kabupaten Bantul",
        "online",
    )
    assert client.get(f"/kegiatan/{event.slug}").status_code == 404


def test_the_only_office_is_chosen_without_asking(desk: FlaskClient) -> None:
    page = desk.get(NEW).text

    assert re.search(r'<input type="hidden" name="office" value="KPU Kabupaten Bantul">', page)


@pytest.mark.parametrize("path", [NEW, ATTENDED])
@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 501}, "title"),
        ({"start_on": "31/2/26"}, "start_on"),
        ({"start_on": "1 Januari 1950"}, "start_on"),
        ({"ends": "12.00"}, "ends"),
        ({"starts": "13.00 WITA"}, "ends"),
        ({"starts": ""}, "starts"),
        ({"office": "KPU Kabupaten Sleman"}, "office"),
        ({"mode": "terbang"}, "mode"),
        ({"zone": "UTC"}, "zone"),
    ],
)
def test_bad_input_is_told_and_kept(desk: FlaskClient, path: str, changes: dict[str, str], at: str) -> None:
    an_office("KPU Kabupaten Sleman")

    answer = desk.post(path, data=ATTENDING | changes)

    assert answer.status_code == 422
    assert f'id="{at}-salah"' in answer.text
    assert 'value="10 Desember 2026"' in answer.text or at == "start_on"
    assert db.session.query(Event).count() == 0


def test_who_may_edit_nowhere_begins_nothing(app: Flask) -> None:
    reader = signed_in(app, an_account(OfficeRole.READER, an_office()))

    assert reader.get(NEW).status_code == 404
    assert reader.post(ATTENDED, data=ATTENDING).status_code == 404


def test_an_event_of_others_is_recorded_and_told(desk: FlaskClient) -> None:
    answer = desk.post(ATTENDED, data=ATTENDING)

    event, report = db.session.query(Event).one(), db.session.query(Berita).one()
    assert answer.headers["Location"] == f"/meja/kegiatan/{event.slug}"
    assert (event.organiser_name, event.platform, event.state) == ("KPU RI", "Zoom", EventState.PUBLISHED)
    assert [(d["name"], d["position"], d["count"]) for d in report.delegation] == [
        ("Sri", "Ketua", None),
        (None, "staf", 3),
    ]
    assert "Kegiatan dicatat" in desk.get(answer.headers["Location"]).text


def test_a_known_event_of_others_gets_our_report_and_says_so(app: Flask, desk: FlaskClient) -> None:
    sleman = signed_in(app, an_account(OfficeRole.OPERATOR, an_office("KPU Kabupaten Sleman")))
    sleman.post(ATTENDED, data=ATTENDING | {"office": "KPU Kabupaten Sleman"})

    first = desk.post(ATTENDED, data=ATTENDING | {"title": "webinar LAYANAN informasi"})
    told = desk.get(first.headers["Location"]).text
    again = desk.post(ATTENDED, data=ATTENDING)

    assert "sudah dicatat satuan kerja lain" in told
    assert "tidak dicatat dua kali" in desk.get(again.headers["Location"]).text
    assert db.session.query(Event).count() == 1
    assert db.session.query(Berita).count() == 2


@pytest.mark.parametrize("delegation", ["x\n" * 1001, "Sri – " + "x" * 301, "x" * 201, "x" * 50_001])
def test_a_delegation_too_long_is_told(desk: FlaskClient, delegation: str) -> None:
    answer = desk.post(ATTENDED, data=ATTENDING | {"delegation": delegation})

    assert answer.status_code == 422
    assert 'id="delegation-salah"' in answer.text


def test_the_organiser_of_an_attended_event_can_be_corrected_and_ours_cannot(desk: FlaskClient) -> None:
    desk.post(ATTENDED, data=ATTENDING | {"organiser": "KPU RIII"})
    desk.post(NEW, data=PLAN | {"title": "Webinar kita"})
    attended, ours = db.session.query(Event).order_by(Event.id)
    before = attended.organiser_id
    base = '{"title": "Webinar Layanan Informasi", "organiser_name": "KPU RIII"}'
    form = {"dasar-base": base, "dasar-title": attended.title, "dasar-organiser_name": "KPU RI"}

    page = desk.get(f"/meja/kegiatan/{attended.slug}/sunting").text
    other = desk.get(f"/meja/kegiatan/{ours.slug}/sunting").text
    saved = desk.post(f"/meja/kegiatan/{attended.slug}/sunting/dasar", data=form)
    desk.post(
        f"/meja/kegiatan/{ours.slug}/sunting/dasar",
        data=form | {"dasar-base": base.replace("RIII", "Bantul"), "dasar-title": ours.title},
    )

    db.session.rollback()
    db.session.expire_all()
    first, second = db.session.query(Event).order_by(Event.id)
    assert 'name="dasar-organiser_name"' in page
    assert 'name="dasar-organiser_name"' not in other
    assert saved.status_code == 303, saved.text
    assert (first.organiser_name, first.organiser_id == before) == ("KPU RI", False)
    assert second.organiser_name == "KPU Kabupaten Bantul"
