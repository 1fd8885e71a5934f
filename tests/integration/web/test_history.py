from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from flask import Flask

from tests.factories.account import actor, an_account, an_office, signed_in
from tests.factories.event import a_role, slug_of
from tests.factories.registration import NOW, an_event
from tests.factories.statements import counted_selects
from webinar.core.access import OfficeRole
from webinar.core.history import Act, Thing
from webinar.db import db, transaction
from webinar.models import Event, EventRole, EventSession, Office, ParticipantGroup, Person, Position
from webinar.queries.history import PAGE
from webinar.queries.snapshot import _columns
from webinar.services.event_change import changing_event
from webinar.services.history import record_change
from webinar.services.state import cancel_event
from webinar.web.history import field_label
from webinar.web.history_words import ACTS, FIELDS, THINGS

pytestmark = pytest.mark.usefixtures("at_now")


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).split())


def a_change(title: str = "Webinar", *, thing: Thing = Thing.EVENT, **values: object) -> None:
    given: dict[str, object] = {
        "thing_id": 1,
        "office_id": None,
        "actor": None,
        "now": NOW,
        "after": {"title": title},
    }
    with transaction() as tx:
        record_change(tx, Act.CHANGED, thing, title=title, **given | values)  # type: ignore[arg-type]


def test_the_first_of_its_kind_has_its_number_and_no_empty_line(app: Flask) -> None:
    desk = signed_in(app, an_account())
    event_id = an_event()
    with changing_event(event_id, actor=actor(an_account(name="Sri")), now=NOW) as (tx, _event):
        tx.session.add(EventRole(event_id=event_id, part="moderator", number=0, name="Budi"))

    said = words(desk.get(f"/meja/kegiatan/{slug_of(event_id)}/riwayat").text)

    assert "Urutan 1" in said
    assert "Semula: Menjadi:" not in said


def test_who_when_what_and_field_by_field_old_and_new(app: Flask) -> None:
    desk = signed_in(app, an_account())
    event_id = an_event(legal_basis=[{"name": "Undang-Undang", "number": "14"}])
    a_role(event_id, name="Budi", position="Ketua")
    sri = actor(an_account(name="Sri"))
    with changing_event(event_id, actor=sri, now=NOW) as (tx, event):
        event.title = "Judul baru"
        event.quota = None
        event.registration_open = False
        event.mode = "hybrid"
        event.registration_closes_at = event.starts_at
        event.legal_basis = [{"name": "Undang-Undang", "number": "7"}]
        tx.session.query(EventRole).one().position = "Sekretaris"

    page = desk.get(f"/meja/kegiatan/{slug_of(event_id)}/riwayat").text

    said = words(page)
    assert "Diubah Sri · Rabu, 25 November 2026, pukul 09.00 WIB" in said
    for line in (
        "Judul Semula: Webinar Layanan Informasi Menjadi: Judul baru",
        "Kuota Semula: 2 Menjadi: kosong",
        "Pendaftaran dibuka Semula: Ya Menjadi: Tidak",
        "Cara pelaksanaan Daring dan di tempat",
        "Pendaftaran ditutup Kamis, 3 Desember 2026, pukul 13.00 WIB",
        "Dasar hukum Dihapus Undang-Undang · 14 Ditambah Undang-Undang · 7",
        "Orang: Budi Jabatan Semula: Ketua Menjadi: Sekretaris",
    ):
        assert line in said
    assert "starts_at" not in page and "roles" not in page


def test_long_texts_are_folded_and_everything_is_escaped(app: Flask) -> None:
    desk = signed_in(app, an_account())
    event_id = an_event()
    with changing_event(event_id, actor=None, now=NOW) as (_tx, event):
        event.background = "<b>Latar</b> " + "panjang " * 50

    page = desk.get(f"/meja/kegiatan/{slug_of(event_id)}/riwayat").text

    assert "<details" in page.partition("<main")[2]
    assert "<b>Latar</b>" not in page
    assert "Sistem" in page


def test_a_part_that_came_or_went_says_so(app: Flask) -> None:
    desk = signed_in(app, an_account())
    event_id = an_event()
    with changing_event(event_id, actor=None, now=NOW) as (_tx, event):
        event.roles.append(EventRole(part="speaker", number=0, name="Budi"))
    with changing_event(event_id, actor=None, now=NOW) as (_tx, event):
        event.roles.clear()

    said = words(desk.get(f"/meja/kegiatan/{slug_of(event_id)}/riwayat").text)

    assert "Orang: Budi – dihapus" in said and "Orang: Budi – ditambahkan" in said


def test_the_reason_of_an_act_is_told(app: Flask) -> None:
    desk = signed_in(app, an_account())
    event_id = an_event()
    cancel_event(event_id, "Narasumber sakit", actor=None, now=NOW)

    said = words(desk.get(f"/meja/kegiatan/{slug_of(event_id)}/riwayat").text)

    assert "Dibatalkan Sistem" in said and "Alasan: Narasumber sakit" in said
    assert "Status Semula: Terbit Menjadi: Dibatalkan" in said


def test_everything_one_may_see_and_nothing_else(app: Flask) -> None:
    province = an_office("KPU Provinsi DIY")
    bantul = an_office("KPU Kabupaten Bantul", province)
    sleman = an_office("KPU Kabupaten Sleman", province)
    a_change("Milik provinsi", office_id=province)
    a_change("Milik Bantul", office_id=bantul)
    a_change("Milik Sleman", office_id=sleman)
    a_change("Milik tak seorang pun")
    clients = [
        signed_in(app, an_account(role, office))
        for role, office in (
            (OfficeRole.OPERATOR, province),
            (OfficeRole.REVIEWER, bantul),
            (OfficeRole.MANAGER, None),
        )
    ]

    seen = [re.findall(r"Milik [\w ]+(?=<)", client.get("/meja/riwayat").text) for client in clients]

    assert [sorted(set(titles)) for titles in seen] == [
        ["Milik Bantul", "Milik Sleman", "Milik provinsi"],
        ["Milik Bantul"],
        ["Milik Bantul", "Milik Sleman", "Milik provinsi", "Milik tak seorang pun"],
    ]
    reader = signed_in(app, an_account(OfficeRole.READER, province))
    assert reader.get("/meja/riwayat").status_code == 404


def test_the_history_is_narrowed_by_thing_by_name_and_by_days_of_the_readers_zone(app: Flask) -> None:
    desk = signed_in(app, an_account())
    late = datetime.fromisoformat("2026-11-24T23:30:00+07:00")
    a_change("Larut", now=late)
    a_change("Pagi", now=late + timedelta(hours=2), actor=actor(an_account(name="Sri 100%")))
    a_change("Kantor", thing=Thing.OFFICE)

    def titles(query: str) -> list[str]:
        page = desk.get(f"/meja/riwayat?{query}").text.partition("<main")[2]
        return [title for title in ("Larut", "Pagi", "Kantor") if f"{title}<" in page]

    assert titles("tentang=office") == ["Kantor"]
    assert titles("oleh=100%25") == ["Pagi"]
    assert titles("sampai=24/11/26") == ["Larut"]
    assert titles("sejak=25+November+2026") == ["Pagi", "Kantor"]
    assert titles("tentang=semua&sejak=&sampai=") == ["Larut", "Pagi", "Kantor"]
    assert "tidak ada dalam kalender" in desk.get("/meja/riwayat?sejak=31/11/26").text
    desk.get("/pilihan/zona?nilai=WIT")
    assert titles("sampai=24/11/26") == []


@pytest.mark.parametrize("many", [3, PAGE + 3])
def test_the_list_is_paged_by_key_in_four_selects(app: Flask, many: int) -> None:
    office = an_office()
    desk = signed_in(app, an_account(OfficeRole.MANAGER, office))
    for number in range(many):
        a_change(f"Nomor {number}.", office_id=office)

    with counted_selects() as selects:
        first = desk.get("/meja/riwayat?tentang=event").text
    further = re.search(r'rel="next" href="([^"]+)"', first)

    assert len(selects) <= 4
    assert len(re.findall(r"Nomor \d+\.</", first)) >= min(many, PAGE)
    if many <= PAGE:
        assert further is None
        return
    assert further is not None and "tentang=event" in further[1]
    second = desk.get(further[1].replace("&amp;", "&")).text
    assert {f"Nomor {n}." for n in range(3)} == set(re.findall(r"Nomor \d+\.", second))


def test_people_and_offices_have_theirs(app: Flask) -> None:
    office = an_office()
    with transaction() as tx:
        person = Person(name="Budi", keeper_id=office)
        tx.session.add(person)
        tx.session.flush()
        person_id = person.id
    a_change("Budi", thing=Thing.PERSON, thing_id=person_id, office_id=office, after={"email": "b@kpu.go.id"})
    a_change("Siti", thing=Thing.MEMBERSHIP, thing_id=7, office_id=office, after={"role": "operator"})
    a_change("Kantor", thing=Thing.OFFICE, thing_id=office, office_id=office, after={"city": "Bantul"})
    desk = signed_in(app, an_account(OfficeRole.MANAGER, office))

    of_person = words(desk.get(f"/meja/orang/{person_id}/riwayat").text)
    of_office = words(desk.get("/meja/satuan-kerja/kpu-kabupaten-bantul/riwayat").text)

    assert "Surel b•••@kpu.go.id" in of_person and "b@kpu" not in of_person
    assert "Peran operator" in of_office and "Kota Bantul" in of_office


def test_every_field_that_is_recorded_has_a_name(app: Flask) -> None:
    parts = {EventRole: "roles", EventSession: "sessions", ParticipantGroup: "groups", Position: "positions"}
    unnamed = [
        f"{model.__name__}.{column.name}"
        for model in (Event, EventRole, EventSession, ParticipantGroup, Person, Position, Office)
        for column in _columns(model)
        if not column.name.endswith("_id")
        and column.name not in ("series", "invitation_letter")  # told part by part
        and not {column.name, f"{parts.get(model)}.{column.name}"} & set(FIELDS)
    ]

    assert unnamed == []
    assert set(ACTS) == set(Act) and set(THINGS) == set(Thing)
    assert field_label(["roles", "12", "talk_title"]) == "Judul paparan"
    db.session.rollback()
