from __future__ import annotations

import json
import re
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.factories.account import an_account, an_office, signed_in
from tests.factories.event import sessions, slug_of, speakers
from tests.factories.picture import a_file
from tests.factories.registration import NOW, a_group, an_event, registrant
from tests.factories.statements import counted_selects
from webinar.core.access import OfficeRole
from webinar.core.states import EventState
from webinar.db import db
from webinar.models import Event, EventRole, EventSession, Picture
from webinar.services.registration import register_participant

FETCH = {"X-Requested-With": "fetch"}


@pytest.fixture
def office_id(app: Flask) -> int:
    return an_office()


@pytest.fixture
def desk(app: Flask, office_id: int) -> FlaskClient:
    return signed_in(app, an_account(OfficeRole.OPERATOR, office_id, name="Sri"))


def a_draft(office_id: int, **values: Any) -> int:
    least = {"state": EventState.DRAFT, "registration_open": False, "quota": None, "keeper_id": office_id}
    return an_event(**least | values)


def address(event_id: int, rest: str = "") -> str:
    return f"/meja/kegiatan/{slug_of(event_id)}/sunting{rest}"


def event_of(event_id: int) -> Event:
    db.session.rollback()
    db.session.expire_all()
    return db.session.get_one(Event, event_id)


def fields(page: str, key: str) -> dict[str, str]:
    """What the form with this key would send, as a browser reads it."""
    found = re.search(rf'<form[^>]*data-save="{key}".*?</form>', page, re.DOTALL)
    assert found, f"no form {key}"
    text, values = found[0], {}
    for tag in re.findall(r"<input[^>]*>", text):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        is_tick = 'type="checkbox"' in tag or 'type="radio"' in tag
        if name and not (is_tick and "checked" not in tag):
            values[name[1]] = unescape(value[1]) if value else "y" if is_tick else ""
    for name, body in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', text, re.DOTALL):
        values[name] = unescape(body).removeprefix("\r\n").removeprefix("\n")
    for name, body in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', text, re.DOTALL):
        chosen = re.search(r'<option selected value="([^"]*)"', body)
        values[name] = chosen[1] if chosen else ""
    return values


def form_of(desk: FlaskClient, event_id: int, key: str, query: str = "") -> dict[str, str]:
    return fields(desk.get(address(event_id) + query).text, key)


def post(desk: FlaskClient, event_id: int, rest: str, values: dict[str, str], **changes: Any) -> TestResponse:
    key = rest.strip("/").replace("/tambah", "-baru").replace("/", "-")
    sent = values | {f"{key}-{name}": value for name, value in changes.items()}
    return desk.post(address(event_id, rest), data=sent)


# the page


def test_the_page_has_every_section_and_its_values(desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id, theme="Terbuka & cepat", meeting_access="12 / rahasia")

    answer = desk.get(address(event_id))

    assert answer.status_code == 200
    headings = re.findall(r'<h2 id="(\w+)-judul">', answer.text)
    assert headings == [
        *("dasar", "waktu", "orang", "susunan", "peserta", "pendaftaran", "surat", "poster", "panitia")
    ]
    assert 'value="Terbuka &amp; cepat"' in answer.text
    assert fields(answer.text, "waktu")["waktu-start_on"] == "3 Desember 2026"
    assert fields(answer.text, "waktu")["waktu-starts"] == "13.00"


@pytest.mark.parametrize("many", [1, 60])
def test_the_page_asks_the_database_as_often_however_long_it_is(
    desk: FlaskClient, office_id: int, many: int
) -> None:
    event_id = a_draft(office_id)
    speakers(event_id, many)
    sessions(event_id, many, start=event_of(event_id).starts_at)  # type: ignore[arg-type]
    for number in range(many):
        a_group(event_id, number=number)

    with counted_selects() as selects:
        answer = desk.get(address(event_id))

    assert answer.status_code == 200
    assert len(selects) <= 9, "\n".join(selects)


def test_an_event_of_another_office_is_not_found(app: Flask, desk: FlaskClient) -> None:
    event_id = a_draft(an_office("KPU Kabupaten Sleman"))

    answers = [
        desk.get(address(event_id)),
        desk.get(address(event_id, "/dasar")),
        desk.post(address(event_id, "/dasar"), data={}),
        desk.post(address(event_id, "/orang/tambah"), data={}),
        desk.post(address(event_id, "/orang/urutan"), data={}),
        desk.post(address(event_id, "/orang/urungkan"), data={}),
        desk.post(address(event_id, "/orang/1"), data={}),
    ]

    assert [answer.status_code for answer in answers] == [404] * 7


@pytest.mark.parametrize("role", [OfficeRole.READER, OfficeRole.NOTE_TAKER, OfficeRole.REVIEWER])
def test_who_only_reads_does_not_edit(app: Flask, office_id: int, role: OfficeRole) -> None:
    event_id = a_draft(office_id)
    reader = signed_in(app, an_account(role, office_id))

    assert reader.get(address(event_id)).status_code == 404
    assert reader.post(address(event_id, "/dasar"), data={"dasar-title": "x"}).status_code == 404


@pytest.mark.parametrize("rest", ["/tidak-ada", "/orang", "/poster2"])
def test_sections_that_are_none_are_not_found(desk: FlaskClient, office_id: int, rest: str) -> None:
    event_id = a_draft(office_id)

    assert desk.post(address(event_id, rest), data={}).status_code == 404


# saving a section


def test_a_section_is_saved_and_led_back_to(desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id)
    values = form_of(desk, event_id, "dasar")

    answer = post(desk, event_id, "/dasar", values, theme="  Cepat  ", hashtags="KPUMelayani #pemilu")

    event = event_of(event_id)
    assert (answer.status_code, answer.headers["Location"]) == (303, address(event_id) + "#dasar")
    assert (event.theme, event.hashtags) == ("Cepat", ["#KPUMelayani", "#pemilu"])
    assert "Tersimpan pukul" in desk.get(address(event_id)).text


def test_a_script_gets_the_section_alone(desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id)
    values = form_of(desk, event_id, "dasar") | {"dasar-theme": "Cepat", "otomatis": "1"}

    answer = desk.post(address(event_id, "/dasar"), data=values, headers=FETCH)

    assert answer.status_code == 200
    assert answer.text.lstrip().startswith("<section")
    assert json.loads(fields(answer.text, "dasar")["dasar-base"])["theme"] == "Cepat"


def test_nothing_typed_saves_nothing(desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id, occasion="Hari  Hak", background="Satu\n\ndua", live_stream="kanal")

    for key in ("dasar", "waktu", "pendaftaran", "surat", "panitia"):
        answer = post(desk, event_id, f"/{key}", form_of(desk, event_id, key))
        assert answer.status_code == 303, (key, answer.text)

    assert event_of(event_id).version == 1


@pytest.mark.parametrize(
    ("section", "changes", "at", "sentence"),
    [
        ("dasar", {"title": ""}, "dasar-title", "Isian ini wajib diisi."),
        ("dasar", {"theme": "x" * 501}, "dasar-theme", "Paling banyak 500 huruf."),
        ("dasar", {"topic": "x" * 81}, "dasar-topic", "Paling banyak 80 huruf."),
        ("waktu", {"start_on": "31 Februari 2026"}, "waktu-start_on", "tidak ada dalam kalender"),
        ("waktu", {"start_on": ""}, "waktu-start_on", "Isian ini wajib diisi."),
        ("waktu", {"start_on": "12 Agustus 1950"}, "waktu-start_on", "Tulis tahun 2000 atau sesudahnya."),
        ("waktu", {"end_on": "1 Desember 2026"}, "waktu-end_on", "harus sesudah tanggal pertama"),
        ("waktu", {"ends": "12.00"}, "waktu-ends", "lebih awal daripada waktu mulai"),
        ("waktu", {"starts": "13.00 WITA"}, "waktu-starts", "tetapi zona waktu yang dipilih WIB"),
        ("waktu", {"starts": "25.00"}, "waktu-starts", "Pukul 25.00 tidak ada."),
        ("waktu", {"meeting_link": "javascript:alert(1)"}, "waktu-meeting_link", "Alamat ini belum benar."),
        ("waktu", {"mode": "terbang"}, "waktu-mode", "Pilih salah satu yang tersedia."),
        ("pendaftaran", {"quota": "banyak"}, "pendaftaran-quota", "Tulis angka bulat."),
        ("pendaftaran", {"quota": "-1"}, "pendaftaran-quota", "Tulis bilangan bulat"),
        ("pendaftaran", {"closes": "17.00"}, "pendaftaran-closes_on", "Tulis juga tanggalnya."),
        ("surat", {"date": "kemarin dulu"}, "surat-date", "Tanggal ini tidak dapat dibaca."),
        ("panitia", {"owner_id": "99999"}, "panitia-owner_id", "Pilih salah satu yang tersedia."),
    ],
)
def test_bad_input_is_told_at_its_field_and_everything_is_kept(
    desk: FlaskClient, office_id: int, section: str, changes: dict[str, str], at: str, sentence: str
) -> None:
    event_id = a_draft(office_id)
    values = form_of(desk, event_id, section)

    whole = post(desk, event_id, f"/{section}", values, **changes)
    sent = values | {f"{section}-{name}": value for name, value in changes.items()}
    alone = desk.post(address(event_id, f"/{section}"), data=sent, headers=FETCH)

    assert (whole.status_code, alone.status_code) == (422, 422)
    for answer in (whole, alone):
        error = re.search(rf'id="{at}-salah">(.*?)</p>', answer.text, re.DOTALL)
        assert error and sentence in error[1], answer.text
        kept = fields(answer.text, section)
        typed = {
            name: value
            for name, value in sent.items()
            if name not in ("waktu-mode", "panitia-owner_id", "csrf_token")
        }
        assert {name: kept[name] for name in typed} == typed
    assert event_of(event_id).version == 1


@pytest.mark.parametrize(
    "base", ["", "null", "[1]", '{"title": {"a": [', "9" * 5000, '"' + "x" * 400_000, "[" * 100_000]
)
def test_a_form_that_does_not_tell_its_base_overwrites_nothing(
    desk: FlaskClient, office_id: int, base: str
) -> None:
    event_id = a_draft(office_id)
    values = form_of(desk, event_id, "dasar") | {"dasar-base": base, "dasar-title": "Judul lain"}

    answer = desk.post(address(event_id, "/dasar"), data=values)

    assert answer.status_code == 409
    assert event_of(event_id).title == "Webinar Layanan Informasi"
    assert fields(answer.text, "dasar")["dasar-title"] == "Judul lain"


def test_a_meeting_link_gets_its_scheme(desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id)

    post(desk, event_id, "/waktu", form_of(desk, event_id, "waktu"), meeting_link="zoom.us/j/1?pwd=a")

    assert event_of(event_id).meeting_link == "https://zoom.us/j/1?pwd=a"


def test_sessions_outside_the_days_are_named_above_the_section(desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id)
    values = form_of(desk, event_id, "waktu")
    post(desk, event_id, "/waktu", values, end_on="4 Desember 2026", ends="15.00")
    new = form_of(desk, event_id, "sesi-baru")
    post(desk, event_id, "/sesi/tambah", new, name="Hari kedua", day="2", starts="09.00", ends="10.00")

    answer = post(desk, event_id, "/waktu", form_of(desk, event_id, "waktu"), end_on="")

    assert answer.status_code == 422
    assert "Hari kedua: Hari ini berada di luar tanggal kegiatan." in answer.text


def test_the_time_of_a_published_event_is_shown_with_the_way_to_move_it(
    desk: FlaskClient, office_id: int
) -> None:
    event_id = a_draft(office_id)
    before = form_of(desk, event_id, "waktu")
    event_of(event_id).state = EventState.PUBLISHED
    db.session.commit()

    page = desk.get(address(event_id)).text
    saved = post(desk, event_id, "/waktu", fields(page, "waktu"), venue="Aula")
    stale = post(desk, event_id, "/waktu", before | {"waktu-starts": "14.00"}, platform="Zoom")

    assert f"/meja/kegiatan/{slug_of(event_id)}/status/jadwal-ulang" in page
    assert "waktu-starts" not in fields(page, "waktu")
    assert saved.status_code == 303
    assert stale.status_code == 422
    assert "Yang Anda tulis: Waktu mulai: 14.00." in stale.text
    event = event_of(event_id)
    assert (event.venue, event.platform, event.starts_at.hour) == ("Aula", None, 6)  # type: ignore[union-attr]


def test_more_seats_are_given_and_told(desk: FlaskClient, office_id: int) -> None:
    event_id = an_event(quota=1, keeper_id=office_id)
    for _ in range(2):
        register_participant(event_id, registrant(), now=NOW)

    answer = post(desk, event_id, "/pendaftaran", form_of(desk, event_id, "pendaftaran"), quota="2")

    assert answer.status_code == 303
    assert "1 orang dari daftar tunggu mendapat kursi." in desk.get(address(event_id)).text


def test_the_owner_is_an_account_of_the_office(app: Flask, desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id)
    colleague = an_account(OfficeRole.NOTE_TAKER, office_id, name="Budi")
    stranger = an_account(OfficeRole.OPERATOR, an_office("KPU Kabupaten Sleman"))
    values = form_of(desk, event_id, "panitia")

    refused = post(desk, event_id, "/panitia", values, owner_id=str(stranger))
    saved = post(desk, event_id, "/panitia", values, owner_id=str(colleague))

    assert (refused.status_code, saved.status_code) == (422, 303)
    assert event_of(event_id).owner_id == colleague


# two people at once


def second_of(app: Flask, office_id: int) -> FlaskClient:
    return signed_in(app, an_account(OfficeRole.OPERATOR, office_id, name="Budi"))


def test_the_second_to_save_sees_who_changed_what_and_keeps_the_text(
    app: Flask, desk: FlaskClient, office_id: int
) -> None:
    event_id, other = a_draft(office_id), second_of(app, office_id)
    mine, theirs = (form_of(client, event_id, "dasar") for client in (desk, other))
    post(other, event_id, "/dasar", theirs, title="Judul Budi", topic="hukum")

    answer = post(desk, event_id, "/dasar", mine, title="Judul Sri", theme="Terbuka")

    event = event_of(event_id)
    assert answer.status_code == 409
    assert (event.title, event.theme, event.topic) == ("Judul Budi", "Terbuka", "hukum")
    shown = fields(answer.text, "dasar")
    assert (shown["dasar-title"], shown["dasar-theme"], shown["dasar-topic"]) == (
        "Judul Sri",
        "Terbuka",
        "hukum",
    )
    note = re.search(r'id="dasar-title-bentrok">(.*?)</div>', answer.text, re.DOTALL)
    assert note
    assert re.search(r"Diubah oleh Budi, pukul \d\d\.\d\d WIB", note[1])
    assert "Judul Budi" in note[1]

    again = desk.post(address(event_id, "/dasar"), data=shown)
    assert again.status_code == 303
    assert event_of(event_id).title == "Judul Sri"


def test_a_conflict_is_not_settled_by_saving_as_one_types(
    app: Flask, desk: FlaskClient, office_id: int
) -> None:
    event_id, other = a_draft(office_id), second_of(app, office_id)
    mine = form_of(desk, event_id, "dasar")
    post(other, event_id, "/dasar", form_of(other, event_id, "dasar"), title="Judul Budi")
    sent = mine | {"dasar-title": "Judul Sri", "otomatis": "1"}
    first = desk.post(address(event_id, "/dasar"), data=sent, headers=FETCH)

    sent = fields(first.text, "dasar") | {"dasar-theme": "Terbuka", "otomatis": "1"}
    second = desk.post(address(event_id, "/dasar"), data=sent, headers=FETCH)
    taken = desk.post(
        address(event_id, "/dasar"), data=fields(second.text, "dasar") | {"pakai": "title"}, headers=FETCH
    )

    assert (first.status_code, second.status_code, taken.status_code) == (409, 409, 200)
    event = event_of(event_id)
    assert (event.title, event.theme) == ("Judul Budi", "Terbuka")
    assert fields(taken.text, "dasar")["dasar-title"] == "Judul Budi"


def test_one_conflict_is_settled_without_the_other(app: Flask, desk: FlaskClient, office_id: int) -> None:
    event_id, other = a_draft(office_id), second_of(app, office_id)
    mine = form_of(desk, event_id, "dasar")
    post(other, event_id, "/dasar", form_of(other, event_id, "dasar"), title="Judul B", theme="Tema B")
    first = post(desk, event_id, "/dasar", mine, title="Judul S", theme="Tema S")

    second = desk.post(address(event_id, "/dasar"), data=fields(first.text, "dasar") | {"timpa": "title"})

    assert second.status_code == 409
    event = event_of(event_id)
    assert (event.title, event.theme) == ("Judul S", "Tema B")
    assert fields(second.text, "dasar")["dasar-theme"] == "Tema S"


def test_times_in_conflict_are_told_as_they_are_written(
    app: Flask, desk: FlaskClient, office_id: int
) -> None:
    event_id, other = a_draft(office_id), second_of(app, office_id)
    mine = form_of(desk, event_id, "waktu")
    post(other, event_id, "/waktu", form_of(other, event_id, "waktu"), starts="09.30", start_on="4/12/26")

    answer = post(desk, event_id, "/waktu", mine, starts="10.00", start_on="5/12/26")

    assert answer.status_code == 409
    assert '<b class="clash-theirs">09.30</b>' in answer.text
    assert '<b class="clash-theirs">4 Desember 2026</b>' in answer.text


# rows


def add(desk: FlaskClient, event_id: int, rows: str, **values: str) -> TestResponse:
    return post(desk, event_id, f"/{rows}/tambah", form_of(desk, event_id, f"{rows}-baru"), **values)


def names(event_id: int) -> list[str | None]:
    found = db.session.query(EventRole.name).filter_by(event_id=event_id).order_by(EventRole.number)
    return [name for (name,) in found]


def row_id(name: str) -> int:
    db.session.rollback()
    found: int = db.session.query(EventRole.id).filter_by(name=name).scalar()
    return found


def test_a_person_is_added_changed_moved_removed_and_brought_back(desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id)

    added = add(desk, event_id, "orang", duty="speaker:keynote", name="Sri", title_suffix="S.H.")
    add(desk, event_id, "orang", duty="speaker", name="Budi", position="Dosen")
    sri, budi = row_id("Sri"), row_id("Budi")
    form = form_of(desk, event_id, f"orang-{budi}", f"?buka=orang-{budi}")
    changed = post(desk, event_id, f"/orang/{budi}", form, talk_title="Informasi", duty="speaker:discussant")
    moved = desk.post(address(event_id, "/orang/urutan"), data={"naik": str(budi)})
    order = names(event_id)
    removed = desk.post(address(event_id, "/orang/urutan"), data={"hapus": str(sri)})
    undo = desk.get(removed.headers["Location"].partition("#")[0]).text
    number = re.search(r'name="urung" value="(\d+)"', undo)
    assert number and "Sri, S.H. dihapus." in undo
    desk.post(address(event_id, "/orang/urungkan"), data={"urung": number[1]})

    assert added.headers["Location"].endswith("?tambah=orang#orang-baru-name")
    assert changed.headers["Location"].endswith(f"#orang-{budi}-ubah")
    assert moved.headers["Location"].endswith(f"#orang-{budi}-turun")
    assert order == names(event_id) == ["Budi", "Sri"]
    row = db.session.get_one(EventRole, budi)
    assert (row.role, row.talk_title) == ("discussant", "Informasi")


def test_a_free_word_for_a_speaker_is_kept(desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id)

    missing = add(desk, event_id, "orang", duty="speaker:other", name="Sri")
    add(desk, event_id, "orang", duty="speaker:other", name="Sri", role_word="penanggap")
    form = form_of(desk, event_id, f"orang-{row_id('Sri')}", f"?buka=orang-{row_id('Sri')}")

    assert missing.status_code == 422
    assert db.session.get_one(EventRole, row_id("Sri")).role == "penanggap"
    assert (form[f"orang-{row_id('Sri')}-duty"], form[f"orang-{row_id('Sri')}-role_word"]) == (
        "speaker:other",
        "penanggap",
    )


@pytest.mark.parametrize(
    ("rows", "values", "at"),
    [
        ("orang", {"name": "", "position": ""}, "orang-baru-name"),
        ("orang", {"name": "x" * 201}, "orang-baru-name"),
        ("orang", {"duty": "presiden", "name": "Sri"}, "orang-baru-duty"),
        ("orang", {"name": "Sri", "session": "999"}, "orang-baru-session"),
        ("sesi", {"name": ""}, "sesi-baru-name"),
        ("sesi", {"name": "Panel", "starts": "14.00", "ends": "13.00"}, "sesi-baru-ends"),
        ("sesi", {"name": "Panel", "starts": "14.00 WIT", "ends": ""}, "sesi-baru-starts"),
        ("sesi", {"name": "Panel", "starts": "", "ends": "14.00"}, "sesi-baru-starts"),
        ("kelompok", {"kind": "rule"}, "kelompok-baru-positions"),
        ("kelompok", {"kind": "list"}, "kelompok-baru-label"),
        ("kelompok", {"kind": "list", "label": "a", "members": "x" * 301}, "kelompok-baru-members"),
        ("kelompok", {"kind": "list", "label": "a", "members": "x\n" * 1001}, "kelompok-baru-members"),
        ("kelompok", {"kind": "semua"}, "kelompok-baru-kind"),
        ("dasar-hukum", {"name": ""}, "dasar-hukum-baru-name"),
        ("dasar-hukum", {"name": "UU", "year": "12"}, "dasar-hukum-baru-year"),
        ("mitra", {"name": ""}, "mitra-baru-name"),
        ("petugas", {"name": "x" * 201}, "petugas-baru-name"),
    ],
)
def test_bad_rows_are_told_at_their_field(
    desk: FlaskClient, office_id: int, rows: str, values: dict[str, str], at: str
) -> None:
    event_id = a_draft(office_id)
    sessions(event_id, 1, start=event_of(event_id).starts_at)  # type: ignore[arg-type]

    answer = add(desk, event_id, rows, **values)

    assert answer.status_code == 422
    assert f'id="{at}-salah"' in answer.text
    assert event_of(event_id).version == 1


def test_a_second_opener_is_refused_by_name(desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id)
    add(desk, event_id, "orang", duty="opener", name="Sri", title_suffix="S.H.")

    answer = add(desk, event_id, "orang", duty="opener", name="Budi")

    assert answer.status_code == 422
    assert "Tugas ini sudah dipegang Sri, S.H." in answer.text
    assert fields(answer.text, "orang-baru")["orang-baru-name"] == "Budi"


def test_a_row_removed_meanwhile_keeps_what_was_typed(app: Flask, desk: FlaskClient, office_id: int) -> None:
    event_id, other = a_draft(office_id), second_of(app, office_id)
    add(desk, event_id, "orang", duty="speaker", name="Sri")
    sri = row_id("Sri")
    form = form_of(desk, event_id, f"orang-{sri}", f"?buka=orang-{sri}")
    other.post(address(event_id, "/orang/urutan"), data={"hapus": str(sri)})

    answer = post(desk, event_id, f"/orang/{sri}", form, position="Ketua Komisi Informasi")

    assert answer.status_code == 409
    assert "Baris yang Anda sunting sudah dihapus atau diganti (Budi" in answer.text
    kept = fields(answer.text, "orang-baru")
    assert (kept["orang-baru-name"], kept["orang-baru-position"]) == ("Sri", "Ketua Komisi Informasi")
    assert post(desk, event_id, "/orang/tambah", kept).status_code == 303
    assert names(event_id) == ["Sri"]


def test_a_row_changed_by_both_tells_at_the_field(app: Flask, desk: FlaskClient, office_id: int) -> None:
    event_id, other = a_draft(office_id), second_of(app, office_id)
    add(desk, event_id, "orang", duty="speaker", name="Sri", position="Ketua")
    key = f"orang-{row_id('Sri')}"
    mine, theirs = (form_of(client, event_id, key, f"?buka={key}") for client in (desk, other))
    post(other, event_id, f"/{key.replace('-', '/')}", theirs, position="Anggota")

    answer = post(desk, event_id, f"/{key.replace('-', '/')}", mine, position="Sekretaris")

    assert answer.status_code == 409
    note = re.search(rf'id="{key}-position-bentrok">(.*?)</div>', answer.text, re.DOTALL)
    assert note and "Diubah oleh Budi" in note[1] and "Anggota" in note[1]
    assert fields(answer.text, key)[f"{key}-position"] == "Sekretaris"


def test_lines_of_lists_are_told_apart_by_what_stands_there(
    app: Flask, desk: FlaskClient, office_id: int
) -> None:
    event_id, other = a_draft(office_id), second_of(app, office_id)
    for name in ("A", "B"):
        add(desk, event_id, "mitra", name=name)
    buttons = re.findall(r'name="hapus" value="([^"]*)"', desk.get(address(event_id)).text)
    other.post(address(event_id, "/mitra/urutan"), data={"hapus": buttons[0]})

    gone = desk.post(address(event_id, "/mitra/urutan"), data={"hapus": buttons[0]})
    second = desk.post(address(event_id, "/mitra/urutan"), data={"hapus": buttons[1]})

    assert (gone.status_code, second.status_code) == (409, 303)
    assert event_of(event_id).co_organisers == []


def test_a_gap_is_offered_and_filled(desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id)
    add(desk, event_id, "sesi", name="Pertama", starts="13.00", ends="13.30")
    add(desk, event_id, "sesi", name="Kedua", starts="13.45", ends="14.30")
    page = desk.get(address(event_id)).text
    link = re.search(r'class="go" data-open href="([^"]*)"', page)
    assert link and "Jeda 15 menit, pukul 13.30–13.45 WIB." in page

    form = fields(desk.get(unescape(link[1])).text, "sesi-baru")

    assert (form["sesi-baru-starts"], form["sesi-baru-ends"], form["sesi-baru-kind"]) == (
        "13.30",
        "13.45",
        "break",
    )
    post(desk, event_id, "/sesi/tambah", form)
    starts = [s.starts_at for s in event_of(event_id).sessions]
    assert starts == sorted(starts)  # type: ignore[type-var]
    assert db.session.query(EventSession).filter_by(kind="break").count() == 1


def test_a_group_is_previewed_in_the_words_of_letters(desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id)
    typed = {
        "kelompok-baru-kind": "rule",
        "kelompok-baru-positions": "Ketua\nSekretaris",
        "kelompok-baru-units": "KPU Kabupaten/Kota",
        "kelompok-baru-scope": "Indonesia <b>",
    }

    phrase = desk.post(address(event_id, "/kelompok/frasa/kelompok-baru"), data=typed)

    assert phrase.text == "Ketua dan Sekretaris KPU Kabupaten/Kota se-Indonesia &lt;b&gt;"


def test_a_group_with_registrations_says_why_it_stays(desk: FlaskClient, office_id: int) -> None:
    event_id = an_event(keeper_id=office_id)
    group_id = a_group(event_id, quota=5)
    register_participant(event_id, registrant(group_id=group_id), now=NOW)

    answer = desk.post(address(event_id, "/kelompok/urutan"), data={"hapus": str(group_id)})

    assert answer.status_code == 409
    assert "1 orang mendaftar dalam kelompok ini." in answer.text


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"naik": ""},
        {"naik": "abc"},
        {"naik": "99999999999999999999"},
        {"hapus": "-1"},
        {"pindah": "²"},
    ],
)
def test_acts_that_name_no_row_are_not_found(desk: FlaskClient, office_id: int, data: dict[str, str]) -> None:
    event_id = a_draft(office_id)

    assert desk.post(address(event_id, "/orang/urutan"), data=data).status_code == 404


@pytest.mark.parametrize("change_id", ["", "0", "999", "x", "99999999999999"])
def test_undoing_what_was_never_done_is_not_found(desk: FlaskClient, office_id: int, change_id: str) -> None:
    event_id = a_draft(office_id)

    assert desk.post(address(event_id, "/orang/urungkan"), data={"urung": change_id}).status_code == 404


def test_sections_and_rows_open_for_scripts(desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id)
    add(desk, event_id, "orang", duty="speaker", name="Sri")
    key = f"orang-{row_id('Sri')}"

    alone = desk.get(address(event_id, f"/orang?buka={key}&fokus={key}-name"), headers=FETCH)
    led = desk.get(address(event_id, f"/orang?buka={key}"))

    assert alone.text.lstrip().startswith("<section")
    assert re.search(rf'<input[^>]*autofocus[^>]*id="{key}-name"', alone.text)
    assert led.headers["Location"] == f"{address(event_id)}?buka={key}#orang"


@pytest.mark.parametrize(
    "query",
    ["?buka=%00", "?buka=orang-999", "?tambah=x", "?urung=orang.x", "?urung=x.1", "?tambah=sesi&mulai=99.99",
     "?tambah=sesi&mulai=13.00&hari=999", "?fokus=%22%3E"],
)  # fmt: skip
def test_strange_addresses_show_the_page(desk: FlaskClient, office_id: int, query: str) -> None:
    event_id = a_draft(office_id)

    assert desk.get(address(event_id) + query).status_code == 200


def test_odd_hours_of_the_programme_are_told_and_not_refused(desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id)
    add(desk, event_id, "sesi", name="Pembukaan", starts="12.50", ends="13.20")
    add(desk, event_id, "sesi", name="Panel", starts="13.10", ends="15.30")

    page = desk.get(address(event_id)).text

    assert "Pembukaan (12.50–13.20) dimulai sebelum kegiatan dimulai." in page
    assert "Panel (13.10–15.30) dimulai sebelum Pembukaan selesai." in page
    assert "Panel (13.10–15.30) berakhir sesudah kegiatan selesai." in page


# what is missing, what speaks against it, the poster, the preview


def test_what_is_missing_is_told_in_its_section_and_in_the_list(desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id)

    before = desk.get(address(event_id)).text
    alone = desk.post(
        address(event_id, "/surat"),
        data=fields(before, "surat") | {"surat-number": "12/HM"},
        headers=FETCH,
    ).text

    assert re.search(r'<li class="lack"><a href="#surat">', before)
    assert "Belum ada: nomor surat undangan." in before
    assert re.search(r'<li class="ok"><a href="#surat">', alone)
    assert "Belum ada: nomor surat undangan." not in alone


def test_names_in_what_is_missing_keep_their_capitals(desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id)

    add(desk, event_id, "orang", duty="speaker", name="Ni Luh Ayu", position="Dosen")

    page = desk.get(address(event_id)).text
    said = re.search(r"Belum ada: ([^<]*Ni Luh Ayu[^<]*)", page)
    assert said
    assert said[1].replace("Ni Luh Ayu", "").islower()


def test_a_person_booked_elsewhere_is_told(desk: FlaskClient, office_id: int) -> None:
    event_id, other = a_draft(office_id), an_event(keeper_id=office_id, title="Rapat lain")
    for one in (event_id, other):
        add(desk, one, "orang", duty="speaker", name="Sri Wahyuni", position="Ketua KPU RI")

    with counted_selects() as selects:
        page = desk.get(f"/meja/kegiatan/{slug_of(event_id)}/sunting").text

    section = page[page.index('id="orang-judul"') : page.index('id="susunan-judul"')]
    assert "Sri Wahyuni sudah dijadwalkan dalam “Rapat lain”" in unescape(section)
    assert len(selects) <= 10  # one of them asks for the slug


def test_a_poster_is_taken_described_and_removed(desk: FlaskClient, office_id: int) -> None:
    event_id = a_draft(office_id)
    values = form_of(desk, event_id, "poster") | {"poster-alt": "Poster biru"}

    bad = desk.post(
        address(event_id, "/poster"), data=values | {"poster-picture": (BytesIO(b"MZ"), "poster.png")}
    )
    good = desk.post(
        address(event_id, "/poster"), data=values | {"poster-picture": (BytesIO(a_file()), "poster.jpg")}
    )
    page = desk.get(address(event_id)).text
    described = desk.post(
        address(event_id, "/poster"), data=fields(page, "poster") | {"poster-alt": "Poster merah"}
    )
    alt = db.session.get_one(Picture, event_of(event_id).poster_id).alt
    removed = desk.post(
        address(event_id, "/poster"),
        data=fields(desk.get(address(event_id)).text, "poster") | {"poster-picture-removed": "1"},
    )

    assert bad.status_code == 422
    assert "Berkas ini bukan gambar" in bad.text
    assert 'value="Poster biru"' in bad.text
    assert [answer.status_code for answer in (good, described, removed)] == [303, 303, 303]
    assert 'alt="Poster biru"' in page
    assert alt == "Poster merah"
    assert event_of(event_id).poster_id is None


def test_the_second_poster_does_not_replace_the_first_unseen(
    app: Flask, desk: FlaskClient, office_id: int
) -> None:
    event_id, other = a_draft(office_id), second_of(app, office_id)
    mine, theirs = (form_of(client, event_id, "poster") for client in (desk, other))
    other.post(
        address(event_id, "/poster"), data=theirs | {"poster-picture": (BytesIO(a_file()), "poster.jpg")}
    )
    first = event_of(event_id).poster_id

    answer = desk.post(
        address(event_id, "/poster"),
        data=mine | {"poster-picture": (BytesIO(a_file(size=(200, 300))), "poster.jpg")},
    )

    assert answer.status_code == 409
    assert "Diubah oleh Budi" in answer.text
    assert event_of(event_id).poster_id == first


def test_a_draft_is_previewed_as_the_public_will_see_it(
    app: Flask, desk: FlaskClient, client: FlaskClient, office_id: int
) -> None:
    event_id = a_draft(office_id, theme="Terbuka", registration_open=True, meeting_access="sandi 123")
    path = f"/meja/kegiatan/{slug_of(event_id)}/pratinjau"
    reader = signed_in(app, an_account(OfficeRole.READER, office_id))
    stranger = signed_in(app, an_account(OfficeRole.OPERATOR, an_office("KPU Kabupaten Sleman")))

    page = reader.get(path)

    assert page.status_code == 200
    assert "Kegiatan ini masih draf." in page.text
    assert "Terbuka" in page.text
    assert "sandi 123" not in page.text
    assert (stranger.get(path).status_code, client.get(path).status_code) == (404, 302)
