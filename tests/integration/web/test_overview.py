from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories.account import an_account, an_office, signed_in
from tests.factories.event import a_berita, slug_of
from tests.factories.registration import NOW, a_group, an_event
from tests.factories.statements import counted_selects
from webinar.core.access import OfficeRole
from webinar.db import db
from webinar.models import Berita, Change
from webinar.services.berita import withdraw_berita
from webinar.services.state import postpone_event, reinstate_event

pytestmark = pytest.mark.usefixtures("at_now")


def offered(page: str) -> list[str]:
    return re.findall(r"Buat berita untuk ([^<]+)<", page)


def start(client: FlaskClient, slug: str, office_slug: str) -> int:
    return client.post("/meja/berita/baru", data={"kegiatan": slug, "satuan_kerja": office_slug}).status_code


def test_an_office_that_writes_and_has_no_report_yet_may_begin_one(app: Flask) -> None:
    province = an_office("KPU Provinsi DIY")
    bantul = an_office("KPU Kabupaten Bantul", province)
    slug = slug_of(an_event(keeper_id=province, organiser_id=province, state="published"))
    writer = signed_in(app, an_account(OfficeRole.NOTE_TAKER, province))
    address = f"/meja/kegiatan/{slug}"

    before = offered(writer.get(address).text)
    answers = [start(writer, slug, office) for office in ("kpu-provinsi-diy", "kpu-provinsi-diy")]
    after = offered(writer.get(address).text)

    reports = db.session.execute(select(Berita.unit_name, Berita.perspective, Berita.office_id)).all()
    assert (before, answers, after) == (["KPU Provinsi DIY"], [303, 303], [])
    assert [tuple(report) for report in reports] == [("KPU Provinsi DIY", "organiser", province)]
    assert bantul
    change = db.session.scalars(select(Change)).one()
    assert (change.thing, change.act, change.office_id) == ("berita", "created", province)


def test_an_office_that_took_part_reports_on_what_is_published_and_on_nothing_else(app: Flask) -> None:
    centre, bantul = an_office("KPU"), an_office("KPU Kabupaten Bantul")
    published = slug_of(an_event(keeper_id=centre, organiser_id=centre))
    draft = slug_of(an_event(keeper_id=centre, organiser_id=centre, state="draft"))
    writer = signed_in(app, an_account(OfficeRole.OPERATOR, bantul))

    answers = [
        start(writer, published, "kpu-kabupaten-bantul"),
        start(writer, draft, "kpu-kabupaten-bantul"),
        start(writer, published, "kpu"),
        start(writer, "tidak-ada", "kpu-kabupaten-bantul"),
    ]

    assert answers == [303, 404, 404, 404]
    assert db.session.scalars(select(Berita.perspective)).all() == ["attendee"]
    assert writer.get(f"/meja/kegiatan/{published}").status_code == 200


def test_the_page_takes_a_bounded_number_of_selects(app: Flask) -> None:
    office = an_office()
    client = signed_in(app, an_account())
    counts = []
    for many in (1, 6):
        event_id = an_event(keeper_id=office)
        for number in range(many):
            a_group(event_id, number=number)
            a_berita(event_id)
            postpone_event(event_id, "Ditunda", actor=None, now=NOW)
            reinstate_event(event_id, "Jadi", actor=None, now=NOW)
        slug = slug_of(event_id)
        with counted_selects() as selects:
            assert client.get(f"/meja/kegiatan/{slug}").status_code == 200
        counts.append(len(selects))

    assert counts[1] <= counts[0] + 1  # the other event is booked at the same hour: its groups are looked at
    assert max(counts) <= 20


def test_a_withdrawn_berita_is_a_draft_again_and_its_page_is_gone(client: FlaskClient) -> None:
    slug = a_berita(an_event())
    berita_id = db.session.scalars(select(Berita.id)).one()
    before = client.get(f"/berita/{slug}").status_code

    for _ in range(2):
        withdraw_berita(berita_id, actor=None, now=NOW)

    assert (before, client.get(f"/berita/{slug}").status_code) == (200, 404)
    change = db.session.scalars(select(Change)).one()
    assert (change.act, change.fields) == ("withdrawn", {"state": ["published", "draft"]})


def test_what_is_missing_and_what_speaks_against_the_hour_is_shown_to_who_can_mend_it(app: Flask) -> None:
    office = an_office()
    slug = slug_of(
        an_event(
            keeper_id=office,
            start_on=date(2026, 12, 25),
            starts_at=datetime(2026, 12, 25, 6, tzinfo=UTC),
            ends_at=None,
        )
    )
    operator = signed_in(app, an_account(OfficeRole.OPERATOR, office))
    reader = signed_in(app, an_account(OfficeRole.READER, office))

    pages = [client.get(f"/meja/kegiatan/{slug}").text for client in (operator, reader)]

    assert [page.count("adalah hari libur nasional") for page in pages] == [1, 0]
    assert ["sunting#orang" in page for page in pages] == [True, False]
    assert all("Narasumber" in page for page in pages)


def test_before_publishing_it_is_said_what_is_not_filled_in(app: Flask) -> None:
    desk = signed_in(app, an_account())
    event_id = an_event(state="draft", registration_open=False)

    page = desk.get(f"/meja/kegiatan/{slug_of(event_id)}/status/terbitkan").text
    answer = desk.post(f"/meja/kegiatan/{slug_of(event_id)}/status/terbitkan")

    assert "Belum diisi" in page and "Narasumber" in page and "Pendaftaran dibuka" in page
    assert "Pendaftaran belum dibuka. Anda dapat membukanya kapan saja." in page
    assert answer.status_code == 303
