from __future__ import annotations

import html
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories.account import an_account, an_office, signed_in
from tests.factories.registration import an_event
from tests.factories.statements import counted_selects
from webinar.core.access import OfficeRole
from webinar.db import db, transaction
from webinar.models import Office
from webinar.queries.paging import PAGE
from webinar.services.office import load_kpu_offices
from webinar.web.office_words import use_words

pytestmark = pytest.mark.usefixtures("at_now")


@pytest.fixture
def tree(app: Flask) -> dict[str, int]:
    centre = an_office("KPU RI", level="national")
    first = an_office("KPU Provinsi Banten", centre, level="province", region_code="36")
    second = an_office("KPU Provinsi Bali", centre, level="province", region_code="51")
    regency = an_office("KPU Kabupaten Lebak", first, region_code="36.02", city="Rangkasbitung")
    return {"centre": centre, "first": first, "second": second, "regency": regency}


def at(app: Flask, role: OfficeRole, office_id: int | None) -> FlaskClient:
    return signed_in(app, an_account(role, office_id))


def names(page: str) -> list[str]:
    rows = page.partition("<tbody")[2].partition("</table>")[0]
    return [html.unescape(name) for name in re.findall(r'satuan-kerja/[a-z0-9-]+">([^<]+)</a>', rows)]


def seen(page: str) -> str:
    return html.unescape(re.findall(r'name="seen"[^>]*value="([^"]*)"', page)[0])


def test_the_list_goes_province_by_province_and_shows_what_the_actor_reaches(
    app: Flask, tree: dict[str, int]
) -> None:
    everywhere = at(app, OfficeRole.READER, tree["centre"]).get("/meja/satuan-kerja").text
    province = at(app, OfficeRole.READER, tree["first"]).get("/meja/satuan-kerja").text

    assert names(everywhere) == [
        "KPU RI",
        "KPU Provinsi Banten",
        "KPU Kabupaten Lebak",
        "KPU Provinsi Bali",
    ]
    assert re.findall(r'rowgroup" colspan="4">(\w+)', everywhere) == ["Banten", "Bali"]
    assert names(province) == ["KPU Provinsi Banten", "KPU Kabupaten Lebak"]
    assert "satuan-kerja/baru" not in province


ALL = ["KPU RI", "KPU Provinsi Banten", "KPU Kabupaten Lebak", "KPU Provinsi Bali"]
FOUND = {
    "cari=leb": ["KPU Kabupaten Lebak"],
    "cari=rangkas": ["KPU Kabupaten Lebak"],
    "cari=prov+bal": ["KPU Provinsi Bali"],
    "cari=100%25": [],
    "cari=ebak": [],
    "jenjang=province": ["KPU Provinsi Banten", "KPU Provinsi Bali"],
    "provinsi=36": ["KPU Provinsi Banten", "KPU Kabupaten Lebak"],
    "provinsi=36&jenjang=regency&cari=kpu": ["KPU Kabupaten Lebak"],
    "provinsi=%00&jenjang=x&setelah=9999999": ALL,
}


def test_offices_are_found_by_a_few_letters_level_and_province(app: Flask, tree: dict[str, int]) -> None:
    client = at(app, OfficeRole.MANAGER, None)

    pages = {query: client.get(f"/meja/satuan-kerja?{query}").text for query in FOUND}

    assert {query: names(page) for query, page in pages.items()} == FOUND
    assert [q for q, page in pages.items() if "Tidak ada satuan kerja yang cocok." in page] == [
        "cari=100%25",
        "cari=ebak",
    ]


def test_the_whole_tree_is_paged_without_a_gap_in_a_bounded_number_of_selects(app: Flask) -> None:
    load_kpu_offices()
    client = at(app, OfficeRole.MANAGER, None)
    client.get("/meja/satuan-kerja")
    address, walked, counts = "/meja/satuan-kerja", [], set()

    while address:
        with counted_selects() as selects:
            page = client.get(address).text
        counts.add(len(selects))
        walked += names(page)
        key = re.findall(r"setelah=(\d+)", page)
        address = f"/meja/satuan-kerja?setelah={key[0]}" if key else ""

    assert len(walked) == len(set(walked)) == 553
    assert walked[:3] == ["KPU RI", "KIP Aceh", "KIP Kabupaten Aceh Selatan"]
    assert max(counts) <= 5
    assert walked.index("KPU Kabupaten Bantul") // PAGE < 12


def test_the_page_of_an_office_shows_what_stands_around_it(app: Flask, tree: dict[str, int]) -> None:
    an_event(keeper_id=tree["regency"], title="Webinar Pemilih Pemula")
    with transaction() as tx:
        tx.session.get_one(Office, tree["regency"]).email = "lebak@kpu.example"
    client = at(app, OfficeRole.READER, tree["first"])

    with counted_selects() as selects:
        page = client.get("/meja/satuan-kerja/kpu-kabupaten-lebak").text

    for said in (
        "Waktu Indonesia Barat (WIB)",
        "Rangkasbitung",
        "mailto:lebak@kpu.example",
        "KPU Provinsi Banten",
        "Peran di satuan kerja atas berlaku di sini.",
        "Webinar Pemilih Pemula",
    ):
        assert said in page, said
    assert "Sunting" not in page
    assert len(selects) <= 8


def test_what_the_actor_may_not_read_is_named_without_a_link(app: Flask, tree: dict[str, int]) -> None:
    page = at(app, OfficeRole.MANAGER, tree["regency"]).get("/meja/satuan-kerja/kpu-kabupaten-lebak").text

    assert "KPU Provinsi Banten" in page
    assert "satuan-kerja/kpu-provinsi-banten" not in page


def test_an_office_is_made_with_everything_that_was_typed(app: Flask, tree: dict[str, int]) -> None:
    client = at(app, OfficeRole.MANAGER, tree["first"])

    answer = client.post(
        "/meja/satuan-kerja/baru",
        data={
            "parent": "kpu provinsi banten",
            "takes_rights": "y",
            "name": "KPU Kota Serang",
            "long_name": "Komisi Pemilihan Umum Kota Serang",
            "level": "regency",
            "region_code": "36.73",
            "city": "Serang",
            "email": "Serang@KPU.example",
            "whatsapp": "0812 3456 7890",
            "phone": "(0254) 200200 ext. 3",
            "address": "Jalan Raya\nSerang",
            "website": "kota-serang.kpu.go.id",
        },
    )

    made = db.session.scalars(select(Office).where(Office.name == "KPU Kota Serang")).one()
    assert (answer.status_code, answer.location) == (303, "/meja/satuan-kerja/kpu-kota-serang")
    assert (made.parent_id, made.takes_rights, made.region_code) == (tree["first"], True, "36.73")
    assert (made.email, made.whatsapp) == ("Serang@kpu.example", "+6281234567890")
    assert (made.phone, made.website) == ("(0254) 200200 ext. 3", "https://kota-serang.kpu.go.id")
    assert "Satuan kerja telah dibuat." in client.get(answer.location).text


BAD = [
    ("name", "", "Isian ini wajib diisi."),
    ("name", "x" * 201, "Paling banyak 200 huruf."),
    ("name", "KPU Kab. Lebak", "Sudah ada satuan kerja ini: KPU Kabupaten Lebak."),
    ("parent", "KPU Atlantis", "Belum ada satuan kerja dengan nama ini."),
    ("parent", "KPU Provinsi Bali", "Ini memerlukan peran pengelola di satuan kerja atas"),
    ("parent", "", "diatur oleh pengelola seluruh instalasi"),
    ("email", "bukan surel", "Alamat surel belum benar."),
    ("whatsapp", "12", "Nomor ini belum benar."),
    ("phone", "telepon saja", "Nomor ini belum benar."),
    ("website", "javascript:alert(1)", "Alamat situs belum benar."),
    ("region_code", "99.99", "Pilih wilayah dari daftar."),
    ("region_code", "36", "Wilayah ini tidak sesuai dengan jenjangnya."),
    ("level", "kecamatan", "Pilih salah satu yang tersedia."),
]
GOOD = {
    "parent": "KPU Provinsi Banten",
    "takes_rights": "y",
    "name": "KPU Kota Cilegon",
    "level": "regency",
    "region_code": "36.72",
    "city": "Cilegon",
}


def test_a_bad_field_is_named_and_the_others_stay(app: Flask, tree: dict[str, int]) -> None:
    client = at(app, OfficeRole.MANAGER, tree["first"])

    for field, typed, said in BAD:
        answer = client.post("/meja/satuan-kerja/baru", data=GOOD | {field: typed})

        assert answer.status_code == 422, said
        assert said in html.unescape(answer.text)
        assert f'href="#{field}"' in answer.text
        assert 'value="Cilegon"' in answer.text
    assert db.session.scalar(select(Office.id).where(Office.city == "Cilegon")) is None


def test_an_office_is_edited_and_a_late_second_is_told_what_changed(app: Flask, tree: dict[str, int]) -> None:
    address = "/meja/satuan-kerja/kpu-kabupaten-lebak/sunting"
    first, second = (at(app, OfficeRole.MANAGER, tree[name]) for name in ("regency", "centre"))
    form = {"name": "KPU Kabupaten Lebak", "level": "regency", "region_code": "36.02"}
    form |= {"city": "Rangkasbitung", "seen": seen(second.get(address).text)}

    saved = first.post(address, data=form | {"email": "satu@kpu.example"})
    late = second.post(address, data=form | {"email": "dua@kpu.example", "phone": "0252 201201"})
    insisted = second.post(
        address, data=form | {"email": "dua@kpu.example", "phone": "0252 201201", "seen": seen(late.text)}
    )

    assert (saved.status_code, late.status_code, insisted.status_code) == (303, 422, 303)
    assert "diubah menjadi “satu@kpu.example”" in html.unescape(late.text)
    assert 'value="dua@kpu.example"' in late.text and 'value="0252 201201"' in late.text
    db.session.rollback()
    office = db.session.get_one(Office, tree["regency"])
    assert (office.email, office.phone) == ("dua@kpu.example", "0252 201201")


def test_a_form_that_does_not_say_what_it_was_made_from_overwrites_nothing(
    app: Flask, tree: dict[str, int]
) -> None:
    client = at(app, OfficeRole.MANAGER, tree["regency"])
    form = {"name": "KPU Kabupaten Lebak", "level": "regency", "city": "Lain"}

    for seen in ("", "[]", "{", '{"email": {"a": 1}}', "9" * 5000):
        answer = client.post("/meja/satuan-kerja/kpu-kabupaten-lebak/sunting", data=form | {"seen": seen})

        assert answer.status_code == 422
        assert "diubah menjadi “Rangkasbitung”" in html.unescape(answer.text)


def test_an_office_is_moved_and_refusals_stand_at_the_field(app: Flask, tree: dict[str, int]) -> None:
    address = "/meja/satuan-kerja/kpu-kabupaten-lebak/pindah"
    centre, own = at(app, OfficeRole.MANAGER, tree["centre"]), at(app, OfficeRole.MANAGER, tree["regency"])

    shown = own.get(address).text
    refused = own.post(address, data={"parent": "KPU Provinsi Bali", "takes_rights": "y"})
    cut_off = own.post(address, data={"parent": "KPU Provinsi Banten"})
    loop = centre.post(address, data={"parent": "KPU Kabupaten Lebak", "takes_rights": "y"})
    moved = centre.post(address, data={"parent": "KPU Provinsi Bali", "takes_rights": "y"})

    assert 'value="KPU Provinsi Banten"' in shown and "checked" in shown
    assert [answer.status_code for answer in (refused, cut_off, loop, moved)] == [422, 422, 422, 303]
    assert "peran pengelola di satuan kerja atas" in refused.text
    assert "tidak dapat berada di bawah dirinya sendiri" in loop.text
    db.session.rollback()
    assert db.session.get_one(Office, tree["regency"]).parent_id == tree["second"]


def test_an_office_in_use_is_not_deleted_and_an_unused_one_is(app: Flask, tree: dict[str, int]) -> None:
    client = at(app, OfficeRole.MANAGER, None)
    an_event(keeper_id=tree["second"])

    asked = client.get("/meja/satuan-kerja/kpu-provinsi-bali/hapus")
    refused = client.post("/meja/satuan-kerja/kpu-provinsi-bali/hapus")
    deleted = client.post("/meja/satuan-kerja/kpu-kabupaten-lebak/hapus")

    assert "1 kegiatan di meja kerjanya" in asked.text
    assert (refused.status_code, deleted.status_code) == (409, 303)
    assert "KPU Kabupaten Lebak telah dihapus." in client.get(deleted.location).text
    assert client.get("/meja/satuan-kerja/kpu-kabupaten-lebak").status_code == 404


def test_every_table_that_can_hold_an_office_has_its_word(app: Flask) -> None:
    holders = [
        str(key.parent)
        for table in db.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == "office" and table.name != "change"
    ]

    with app.test_request_context():
        words = use_words(dict.fromkeys(holders, 1))

    assert len(holders) >= 9
    assert [word for word in words if "data lain" in word] == []
