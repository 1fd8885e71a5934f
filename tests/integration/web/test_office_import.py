from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from tests.factories.account import an_account, an_office, signed_in
from tests.factories.registration import NOW
from tests.factories.tables import ods, xlsx
from webinar.core.access import OfficeRole
from webinar.db import db
from webinar.models import Change, Office

pytestmark = pytest.mark.usefixtures("at_now")

IMPORT = "/meja/satuan-kerja/impor"
ROWS = [
    ["No", "Nama Satker", "Jenjang", "Wilayah", "Satuan kerja atas", "Surel", "No. WA"],
    ["1", "KPU Provinsi Banten", "Provinsi", "Banten", "KPU RI", "banten@kpu.example", "0812 3456 7890"],
    ["2", "KPU Kabupaten Lebak", "Kabupaten", "36.02", "KPU Provinsi Banten", "", ""],
    ["3", "KPU Kota Serang", "Kota", "Serang", "KPU Provinsi Banten", "serang", "12"],
]


@pytest.fixture
def centre(app: Flask) -> int:
    return an_office("KPU RI", level="national", email="lama@kpu.example")


@pytest.fixture(autouse=True)
def no_file_left_behind(app: Flask) -> Iterator[None]:
    clear(app)
    yield
    clear(app)


def clear(app: Flask) -> None:
    for path in uploads(app):
        path.unlink()


@pytest.fixture
def desk(app: Flask, centre: int) -> FlaskClient:
    return signed_in(app, an_account(OfficeRole.MANAGER, centre))


def csv(rows: list[list[str]], delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    return "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)


def send(client: FlaskClient, content: bytes, name: str = "satker.csv") -> TestResponse:
    file = FileStorage(io.BytesIO(content), name)
    boundary, body = encode_multipart({"table": file})  # in memory: a long one would be left open on the disk
    return client.post(IMPORT, data=body, content_type=f"multipart/form-data; boundary={boundary}")


def fields(page: str) -> dict[str, str]:
    """The hidden fields of the form that takes the table in."""
    form = page.partition("import-do")[2].partition("</form>")[0]
    found = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in found}


def uploads(app: Flask) -> list[Path]:
    return list((app.config["SETTINGS"].instance / "uploads").glob("*"))


def names() -> set[str]:
    db.session.rollback()
    return set(db.session.scalars(select(Office.name)))


@pytest.mark.parametrize("make", [csv, xlsx, ods])
def test_a_table_is_sent_looked_at_and_taken_in(app: Flask, desk: FlaskClient, make) -> None:  # type: ignore[no-untyped-def]
    sent = send(desk, make(ROWS))
    page = desk.get(sent.location).text
    before = names()
    taken = desk.post(sent.location, data=fields(page))

    assert (sent.status_code, taken.status_code, taken.location) == (303, 303, "/meja/satuan-kerja")
    assert before == {"KPU RI"}
    assert names() == {"KPU RI", "KPU Provinsi Banten", "KPU Kabupaten Lebak"}
    for said in ("Terapkan 2 baris", "Baris 4", "serang", "alamat surel seperti nama@contoh.go.id"):
        assert said in page, said
    assert "2 satuan kerja dibuat, 0 diubah." in desk.get(taken.location).text
    assert uploads(app) == []
    made = db.session.scalars(select(Office).where(Office.name == "KPU Provinsi Banten")).one()
    assert (made.whatsapp, made.region_code) == ("+6281234567890", "36")
    assert {line.reason for line in db.session.scalars(select(Change))} == {"satker.csv"}


def test_what_would_change_is_shown_old_and_new(desk: FlaskClient) -> None:
    rows = [["Nama", "Surel", "Kota"], ["KPU RI", "baru@kpu.example", "Jakarta"]]

    page = html.unescape(desk.get(send(desk, csv(rows)).location).text)

    assert re.search(r"<del>.*lama@kpu.example</del>.*<ins>.*baru@kpu.example</ins>", page)
    assert "Terapkan satu baris" in page


def test_columns_are_chosen_anew_and_only_the_chosen_are_taken(desk: FlaskClient) -> None:
    rows = [["Kantor kita", "x", "y"], ["KPU RI", "Jakarta", "baru@kpu.example"]]
    address = send(desk, csv(rows)).location
    guessed = desk.get(address).text

    chosen = desk.get(
        address,
        query_string={"penyandian": "utf-8", "pemisah": ";", "cara": "utf-8/;/", "kolom-0": "name"}
        | {"kolom-1": "city", "kolom-2": ""},
    ).text
    taken = desk.post(address, data=fields(chosen))

    assert "selected>Nama<" in guessed and "akan diubah" in guessed
    assert taken.status_code == 303
    db.session.rollback()
    office = db.session.scalars(select(Office)).one()
    assert (office.city, office.email) == ("Jakarta", "lama@kpu.example")


def test_a_table_without_the_needed_column_says_so(desk: FlaskClient) -> None:
    page = desk.get(send(desk, csv([["a", "b"], ["KPU RI", "x"]])).location).text

    assert "Belum ada kolom untuk Nama." in page
    assert "Terapkan" not in page.partition("import-do")[2].partition("</section>")[0]


def test_a_wrong_encoding_is_seen_and_another_chosen(desk: FlaskClient) -> None:
    rows = [["Nama", "Alamat"], ["KPU RI", "Jalan “Imam Bonjol” – Jakarta"]]
    address = send(desk, csv(rows, encoding="cp1252")).location

    right = html.unescape(desk.get(address).text)
    wrong = html.unescape(desk.get(f"{address}?penyandian=utf-8").text)

    assert '"windows-1252" selected' in right and "Huruf tampak rusak" not in right
    assert "Jalan “Imam Bonjol” – Jakarta" in right
    assert "Huruf tampak rusak" in wrong and "Periksa penyandian berkas" in wrong


def test_a_matching_made_for_another_delimiter_is_forgotten(desk: FlaskClient) -> None:
    address = send(desk, csv(ROWS)).location

    page = desk.get(f"{address}?penyandian=utf-8&pemisah=,&cara=utf-8/,/&kolom-0=name").text
    back = desk.get(f"{address}?penyandian=utf-8&pemisah=;&cara=utf-8/,/&kolom-0=name").text

    assert "Terapkan" not in page.partition("import-do")[2].partition("</section>")[0]
    assert "Terapkan 2 baris" in back


def test_another_sheet_is_chosen(desk: FlaskClient) -> None:
    sheets = {"Catatan": [["apa"], ["saja"]], "Satker": [["Nama", "Kota"], ["KPU RI", "Jakarta"]]}
    address = send(desk, xlsx([], sheets=sheets), "satker.xlsx").location

    page = desk.get(f"{address}?lembar=Satker").text

    assert '"Satker" selected' in page
    assert "Terapkan satu baris" in page


BAD = {
    "Pilih berkas yang akan diimpor.": None,
    "Berkas ini bukan CSV, XLSX, atau ODS.": b"%PDF-1.7",
    "Berkas ini berformat Excel lama": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100,
    "Berkas ini rusak": b'"' + b"x" * 200_000,
    "tidak memuat baris data": csv([["Nama", "Surel"]]),
    "lebih dari 2.000 baris": b"Nama\n" + b"KPU RI\n" * 100_000,
    "memuat 200 kolom": csv([["Nama", *map(str, range(199))], ["KPU RI", *["x"] * 199]]),
    "Ada judul kolom yang sama: Nama, nama.": csv([["Nama", "nama"], ["KPU RI", "x"]]),
    "Ada sel gabungan: A2:A3.": xlsx([["Nama"], ["KPU RI"], ["x"]], merged=["A2:A3"]),
    "Berkas lebih besar dari 5 MB.": b"x" * (50 * 1024 * 1024),
}


def test_a_bad_file_is_refused_at_the_field_and_not_kept(app: Flask, desk: FlaskClient) -> None:
    for said, content in BAD.items():
        answer = desk.post(IMPORT) if content is None else send(desk, content)

        assert answer.status_code == 422, said
        assert said in html.unescape(answer.text)
        assert 'href="#table"' in answer.text
    assert uploads(app) == []


def test_formulas_are_named_row_by_row(desk: FlaskClient) -> None:
    content = xlsx([["Nama", "Surel"], ["KPU RI", "a@kpu.example"]], formulas={"B2": "A1"})

    page = desk.get(send(desk, content).location).text

    assert "nilai, bukan rumus" in page


def test_a_file_is_its_senders_for_a_day(app: Flask, centre: int, desk: FlaskClient) -> None:
    address = send(desk, csv(ROWS)).location
    other = signed_in(app, an_account(OfficeRole.MANAGER, centre))
    form = fields(desk.get(address).text)

    foreign = [other.get(address), other.post(address, data=form), other.post(f"{address}/batal")]
    with time_machine.travel(NOW + timedelta(hours=25), tick=False):
        late = signed_in(app, an_account(OfficeRole.MANAGER, centre)).get(address)
    unknown = [desk.get(f"{IMPORT}/{name}") for name in ("x", "..%2fsecret", "0" * 40)]

    assert {answer.status_code for answer in (*foreign, late, *unknown)} == {404}
    assert names() == {"KPU RI"}


def test_a_dropped_file_is_gone(app: Flask, desk: FlaskClient) -> None:
    address = send(desk, csv(ROWS)).location

    dropped = desk.post(f"{address}/batal")

    assert (dropped.status_code, desk.get(address).status_code) == (303, 404)
    assert uploads(app) == []


def test_a_preview_that_no_longer_holds_is_shown_again(app: Flask, centre: int, desk: FlaskClient) -> None:
    address = send(desk, csv(ROWS)).location
    form = fields(desk.get(address).text)
    an_office("KPU Provinsi Banten", centre, level="province")

    answer = desk.post(address, data=form)
    forged = desk.post(address, data=form | {"pratinjau": "x"})
    again = desk.post(address, data=fields(answer.text))

    assert (answer.status_code, forged.status_code, again.status_code) == (409, 409, 303)
    assert "Data berubah sejak pratinjau dibuat." in answer.text
    assert "KPU Kabupaten Lebak" in names()


def test_somebody_elses_offices_are_named_as_such(app: Flask, centre: int) -> None:
    province = an_office("KPU Provinsi Banten", centre, level="province")
    client = signed_in(app, an_account(OfficeRole.MANAGER, province))
    rows = [["Nama", "Surel"], ["KPU RI", "baru@kpu.example"], ["KPU Provinsi Banten", "b@kpu.example"]]

    address = send(client, csv(rows)).location
    page = client.get(address).text
    client.post(address, data=fields(page))

    assert "satuan kerja yang Anda kelola" in page
    db.session.rollback()
    assert db.session.get_one(Office, centre).email == "lama@kpu.example"
    assert db.session.get_one(Office, province).email == "b@kpu.example"


def test_old_files_are_swept(app: Flask, desk: FlaskClient) -> None:
    import os

    from webinar.adapters.uploads import drop_old_uploads

    send(desk, csv(ROWS))
    os.utime(uploads(app)[0], (0, 0))

    assert drop_old_uploads(now=NOW) == 1
    assert uploads(app) == []
