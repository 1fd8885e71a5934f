"""The offices and their pages, as everybody may read them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from flask.testing import FlaskClient

from tests.factories.account import an_office
from tests.factories.event import a_berita, slug_of
from tests.factories.registration import an_event
from tests.factories.statements import counted_selects

pytestmark = pytest.mark.usefixtures("app", "at_now")

PAST = {"start_on": date(2026, 10, 1), "starts_at": datetime(2026, 10, 1, 3, tzinfo=UTC), "ends_at": None}


def names(page: str) -> list[str]:
    return re.findall(r'<li[^>]*><a href="/satuan-kerja/[^"]+">([^<]+)</a>', page)


def titles(page: str) -> list[str]:
    return re.findall(r'<h3><a href="/(?:kegiatan|berita)/[^"]+">([^<]+)</a>', page)


def test_offices_are_listed_by_province_the_higher_first(client: FlaskClient) -> None:
    centre = an_office("KPU RI", level="national")
    east = an_office("KPU Provinsi Maluku", centre, level="province", region_code="81")
    an_office("KPU Kota Ambon", east, region_code="81.71")
    west = an_office("KIP Aceh", centre, level="province", region_code="11")
    an_office("KIP Kabupaten Pidie", west, region_code="11.07")

    page = client.get("/satuan-kerja").text

    assert names(page) == [
        "KPU RI",
        "KIP Aceh",
        "KIP Kabupaten Pidie",
        "KPU Provinsi Maluku",
        "KPU Kota Ambon",
    ]
    assert re.findall(r'<h2 id="(?:pusat|provinsi-\d+)"[^>]*>(\w+)', page) == ["Pusat", "Aceh", "Maluku"]


def test_words_are_looked_for_in_names_and_provinces(client: FlaskClient) -> None:
    centre = an_office("KPU RI", level="national")
    an_office("KPU Kota Ambon", centre, region_code="81.71")
    an_office("KPU Kota Ternate", centre, region_code="82.71")

    assert names(client.get("/satuan-kerja?cari=maluku+kota").text) == ["KPU Kota Ambon", "KPU Kota Ternate"]
    assert names(client.get("/satuan-kerja?cari=AMBON").text) == ["KPU Kota Ambon"]
    assert "Tidak ada satuan kerja yang cocok." in client.get("/satuan-kerja?cari=zzz").text


def test_a_body_that_only_a_draft_names_is_nobodys_business(client: FlaskClient) -> None:
    office_id = an_office("Universitas Tertutup", level="other")
    an_event(organiser_id=office_id, state="draft")

    assert names(client.get("/satuan-kerja").text) == []
    assert client.get("/satuan-kerja/universitas-tertutup").status_code == 404
    assert "Universitas Tertutup" not in client.get("/kegiatan?satker=universitas-tertutup").text

    an_event(organiser_id=office_id)

    assert names(client.get("/satuan-kerja").text) == ["Universitas Tertutup"]
    assert client.get("/satuan-kerja/universitas-tertutup").status_code == 200


def test_the_page_tells_region_contacts_events_and_berita(client: FlaskClient) -> None:
    centre = an_office("KPU RI", level="national")
    province = an_office("KPU Provinsi Maluku", centre, level="province", region_code="81")
    office_id = an_office(
        "KPU Kota Ambon",
        province,
        region_code="81.71",
        long_name="Komisi Pemilihan Umum Kota Ambon",
        email="humas@ambon.example",
        phone="(0911) 312345",
        whatsapp="081234567890",
        website="kota-ambon.kpu.example/",
        address="Jalan Pattimura 1",
    )
    an_event(title="Nanti", organiser_id=office_id)
    an_event(title="Dulu", organiser_id=office_id, **PAST)
    an_event(title="Draf", organiser_id=office_id, state="draft")
    other = an_event(title="Orang lain")
    a_berita(other, office_id=office_id, headline="Berita Ambon")

    page = client.get("/satuan-kerja/kpu-kota-ambon").text

    assert "Komisi Pemilihan Umum Kota Ambon</h1>" in page
    assert "Kota Ambon, Maluku · Waktu Indonesia Timur (WIT)" in page
    assert 'href="/satuan-kerja/kpu-provinsi-maluku"' in page
    assert (
        '<a href="https://kota-ambon.kpu.example" rel="noopener noreferrer">kota-ambon.kpu.example</a>'
        in page
    )
    assert 'href="mailto:humas@ambon.example"' in page
    assert "(0911) 312345" in page
    assert "Jalan Pattimura 1" in page
    assert "081234567890" not in page
    assert titles(page) == ["Nanti", "Dulu", "Berita Ambon"]


def test_an_office_without_contacts_has_no_empty_panel(client: FlaskClient) -> None:
    an_office("KPU Kota Ambon", region_code="81.71", website="javascript:alert(1)")

    page = client.get("/satuan-kerja/kpu-kota-ambon").text

    assert "Kontak" not in page
    assert "javascript:" not in page
    assert "Belum ada kegiatan mendatang." in page


def test_offices_below_are_taken_in_when_wanted(client: FlaskClient) -> None:
    centre = an_office("KPU RI", level="national")
    province = an_office("KPU Provinsi Maluku", centre, region_code="81", takes_rights=False)
    regency = an_office("KPU Kota Ambon", province, region_code="81.71")
    event_id = an_event(title="Di Ambon", organiser_id=regency)
    a_berita(event_id, office_id=regency, headline="Berita Ambon")

    own = client.get("/satuan-kerja/kpu-ri").text
    whole = client.get("/satuan-kerja/kpu-ri?bawah=1").text

    assert titles(own) == []
    assert titles(whole) == ["Di Ambon", "Berita Ambon"]
    assert 'content="noindex"' in whole
    assert 'content="noindex"' not in own
    assert names(own) == ["KPU Provinsi Maluku"]


@pytest.mark.parametrize("many", [1, 12])
def test_the_page_takes_five_selects_and_the_index_one(client: FlaskClient, many: int) -> None:
    centre = an_office("KPU RI", level="national")
    for number in range(many):
        an_office(f"KPU Kota {number}", centre)
        a_berita(an_event(organiser_id=centre), office_id=centre)
        an_event(organiser_id=centre, **PAST)

    with counted_selects() as page:
        client.get("/satuan-kerja/kpu-ri?bawah=1")
    with counted_selects() as index:
        client.get("/satuan-kerja")

    assert (len(page), len(index)) == (5, 1)


def test_the_event_links_to_nothing_it_has_not(client: FlaskClient) -> None:
    page = client.get(f"/kegiatan/{slug_of(an_event())}").text

    assert "/satuan-kerja/" not in page
