"""The desk's first page: what is on, what needs whoever looks, what comes, what happened."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import update

from tests.factories.account import an_account, an_office, signed_in
from tests.factories.event import a_berita, a_role, slug_of
from tests.factories.registration import NOW, an_event, registrant
from tests.factories.statements import counted_selects
from webinar.core.access import OfficeRole
from webinar.core.history import Act, Thing
from webinar.core.states import BeritaState, MailState
from webinar.db import transaction
from webinar.models import OutboxMail
from webinar.services.history import record_change
from webinar.services.registration import register_participant

pytestmark = pytest.mark.usefixtures("at_now")
SOON = {
    "start_on": date(2026, 11, 27),
    "starts_at": NOW + timedelta(days=2),
    "ends_at": NOW + timedelta(days=2, hours=2),
}
LAST_WEEK = {
    "start_on": date(2026, 11, 18),
    "starts_at": NOW - timedelta(days=7),
    "ends_at": NOW - timedelta(days=7, hours=-2),
}
COMPLETE = {"meeting_link": "https://rapat.contoh.id/1"}


def an_own_event(office_id: int, **values: object) -> int:
    """Kept and organised by the office; complete unless told otherwise."""
    event_id = an_event(**{"keeper_id": office_id, "organiser_id": office_id} | COMPLETE | values)
    a_role(event_id)
    a_role(event_id, part="moderator")
    return event_id


def home(app: Flask, role: OfficeRole | str = "manager", office_id: int | None = None) -> str:
    return signed_in(app, an_account(role, office_id)).get("/meja").text


def tasks(page: str) -> dict[str, str]:
    """What is to be done, and where."""
    found = re.findall(r'tasks-what">([^<]*)</p>.*?href="([^"]*)"', page, re.DOTALL)
    return {what: address.replace("&amp;", "&") for what, address in found}


def test_each_task_leads_to_where_it_is_done(app: Flask) -> None:
    office = an_office()
    draft = an_own_event(office, title="Draf", state="draft", **SOON)
    bare = an_event(title="Kurang", keeper_id=office, organiser_id=office, **SOON)
    over = an_own_event(office, title="Selesai", **LAST_WEEK)
    idle = an_own_event(office, title="Kosong", quota=5, waiting_count=2)
    reviewed = an_own_event(office, title="Ditinjau", **LAST_WEEK)
    a_berita(reviewed, state=BeritaState.PUBLISHED, office_id=office)
    a_berita(reviewed, state=BeritaState.IN_REVIEW, office_id=office, article={"x": 1}, unit_name="Humas")
    register_participant(over_id := an_own_event(office, title="Surel"), registrant(), now=NOW)
    with transaction() as tx:
        tx.session.execute(update(OutboxMail).values(state=MailState.FAILED))

    found = tasks(home(app, "manager", office))

    assert found.pop("Berita menunggu tinjauan").startswith("/meja/berita/")
    assert found == {
        "1 surel tidak sampai": f"/meja/kegiatan/{slug_of(over_id)}/pendaftar?status=surel-gagal",
        "Masih draf, mulai 2 hari lagi": f"/meja/kegiatan/{slug_of(draft)}",
        "Belum ada: narasumber, moderator, dan tautan rapat": f"/meja/kegiatan/{slug_of(bare)}",
        "2 orang menunggu, padahal masih ada kursi": f"/meja/kegiatan/{slug_of(idle)}/sunting#pendaftaran",
        "Berita belum terbit": f"/meja/kegiatan/{slug_of(over)}",
    }


def test_the_people_whose_mail_failed_are_listed(app: Flask) -> None:
    event_id = an_own_event(an_office(), quota=None)
    for name in ("Siti", "Budi"):
        register_participant(event_id, registrant(full_name=name, email=f"{name}@x.id"), now=NOW)
    with transaction() as tx:
        tx.session.execute(
            update(OutboxMail).where(OutboxMail.to == "Budi@x.id").values(state=MailState.FAILED)
        )

    page = (
        signed_in(app, an_account())
        .get(f"/meja/kegiatan/{slug_of(event_id)}/pendaftar?status=surel-gagal")
        .text
    )

    assert re.findall(r'<th scope="row">([^<]*)<', page) == ["Budi"]


def test_nobody_is_told_of_what_is_not_theirs_to_do(app: Flask) -> None:
    mine, other = an_office(), an_office("KPU Kota Yogyakarta")
    an_own_event(mine, title="Draf", state="draft", **SOON)
    an_own_event(other, title="Draf lain", state="draft", **SOON)

    reader, operator = home(app, "reader", mine), home(app, "operator", mine)

    assert tasks(reader) == {} and "Tidak ada yang menunggu Anda saat ini." in reader
    assert list(tasks(operator)) == ["Masih draf, mulai 2 hari lagi"]
    assert "Draf lain" not in reader + operator
    assert "Yang baru terjadi" not in reader


def test_what_is_on_and_what_comes_is_shown_nearest_first(app: Flask) -> None:
    office = an_office()
    an_own_event(office, title="Nanti", start_on=date(2027, 1, 4), starts_at=None, ends_at=None)
    an_own_event(office, title="Besok", **SOON)
    an_own_event(
        office,
        title="Kini",
        start_on=NOW.date(),
        starts_at=NOW - timedelta(hours=1),
        ends_at=NOW + timedelta(hours=1),
    )
    an_own_event(office, title="Dulu", **LAST_WEEK | {"start_on": date(2026, 10, 1)})

    page = home(app)

    assert re.findall(r'<th scope="row"><a href="[^"]*">([^<]*)', page) == ["Besok", "Nanti"]
    assert "Sedang berlangsung" in page and "Kini" in page
    assert "Dulu" not in page


def test_what_happened_is_told_to_those_who_may_read_the_history(app: Flask) -> None:
    office, event_id = an_office(), an_event()
    with transaction() as tx:
        record_change(
            tx, Act.PUBLISHED, Thing.EVENT, event_id, title="Bimtek", office_id=office, actor=None, now=NOW,
            before={"state": "draft"}, after={"state": "published"},
        )  # fmt: skip

    page = home(app, "operator", office)

    assert "Yang baru terjadi" in page and "Bimtek" in page


def test_a_new_installation_begins_with_an_office(app: Flask) -> None:
    page = home(app)

    assert 'href="/meja/satuan-kerja/baru"' in page and "Perlu Anda tangani" not in page


def test_an_office_without_events_begins_with_one(app: Flask) -> None:
    page = home(app, "operator", an_office())

    assert page.count('href="/meja/kegiatan/baru"') == 3  # head, empty list, shortcuts
    assert "Judul, tanggal, dan jam cukup untuk memulai" in page


@pytest.mark.parametrize("many", [0, 1, 30])
def test_the_page_costs_at_most_eight_selects(app: Flask, many: int) -> None:
    office = an_office()
    for number in range(many):
        an_own_event(office, state="draft" if number % 2 else "published", **SOON)
        a_berita(an_own_event(office, **LAST_WEEK), state=BeritaState.DRAFT, article={}, office_id=office)
    client = signed_in(app, an_account())

    with counted_selects() as selects:
        client.get("/meja")

    assert len(selects) <= 8
