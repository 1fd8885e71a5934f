"""The list narrowed by choice: what is found, what is said of it, and addresses to share."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient

from tests.factories.account import an_office
from tests.factories.registration import an_event
from tests.factories.statements import counted_selects

pytestmark = pytest.mark.usefixtures("app", "at_now")


def titles(page: str) -> list[str]:
    return re.findall(r"<h4><a href=\"/kegiatan/[^\"]+\">([^<]+)</a>", page)


def chips(page: str) -> dict[str, str]:
    """Word and address of every choice that can be taken back."""
    found = re.findall(r'<a class="chip" href="([^"]+)"[^>]*><span.*?</span><span>([^<]+)</span>', page)
    return {unescape(word): unescape(address) for address, word in found}


@pytest.fixture
def tree() -> dict[str, int]:
    """Three levels of offices, each with an event; and somebody else's."""
    centre = an_office("KPU RI", level="national")
    province = an_office("KPU Provinsi Maluku", centre, level="province")
    regency = an_office("KPU Kabupaten Buru", province, level="regency", takes_rights=False)
    stranger = an_office("Universitas Pattimura", level="other")
    found = {"Pusat": centre, "Provinsi": province, "Kabupaten": regency, "Kampus": stranger}
    for title, office_id in found.items():
        an_event(title=title, organiser_id=office_id, organiser_name=f"Nama {title}")
    return found


def test_an_office_is_found_by_slug_and_by_name(client: FlaskClient, tree: dict[str, int]) -> None:
    for office in ("kpu-provinsi-maluku", "KPU Provinsi Maluku", "kpu maluku"):
        page = client.get("/kegiatan", query_string={"satker": office}).text

        assert titles(page) == ["Provinsi"]
        assert 'value="KPU Provinsi Maluku"' in page


def test_below_an_office_are_all_its_offices_whatever_their_rights(
    client: FlaskClient, tree: dict[str, int]
) -> None:
    page = client.get("/kegiatan?satker=kpu-ri&bawah=1").text

    assert sorted(titles(page)) == ["Kabupaten", "Provinsi", "Pusat"]


def test_a_name_that_no_office_has_is_looked_for_in_the_organisers(
    client: FlaskClient, tree: dict[str, int]
) -> None:
    page = client.get("/kegiatan?satker=nama+kampus").text

    assert titles(page) == ["Kampus"]
    assert list(chips(page)) == ["“nama kampus”"]


@pytest.mark.parametrize(
    ("level", "expected"), [("pusat", "Pusat"), ("provinsi", "Provinsi"), ("kabupaten-kota", "Kabupaten")]
)
def test_a_level_is_that_of_the_organisers_office(
    client: FlaskClient, tree: dict[str, int], level: str, expected: str
) -> None:
    assert titles(client.get(f"/kegiatan?tingkat={level}").text) == [expected]


def test_without_an_office_the_level_is_as_recorded(client: FlaskClient) -> None:
    an_event(title="Tercatat", organiser_level="province")

    assert titles(client.get("/kegiatan?tingkat=provinsi").text) == ["Tercatat"]


def test_kinds_and_topics_are_offered_once_whatever_their_capitals(client: FlaskClient) -> None:
    an_event(title="Satu", event_type="webinar", topic="Data Pemilih")
    an_event(title="Dua", event_type="Webinar", topic="data pemilih")
    an_event(title="Tiga", event_type="sosialisasi", topic="Logistik")
    an_event(title="Rahasia", event_type="rapat tertutup", topic="Rahasia", state="draft")

    page = client.get("/kegiatan?topik=DATA+pemilih").text

    assert sorted(titles(page)) == ["Dua", "Satu"]
    assert re.findall(r'<select[^>]* name="jenis">(.*?)</select>', page, re.S)[0].count("<option") == 3
    assert re.findall(r'<option value="([^"]+)" selected>', page) == ["Data Pemilih"]
    assert "ahasia" not in page


def test_all_choices_hold_together_and_each_can_be_taken_back(
    client: FlaskClient, tree: dict[str, int]
) -> None:
    an_event(
        title="Tepat Sekali",
        organiser_id=tree["Provinsi"],
        event_type="webinar",
        topic="Logistik",
    )
    query = "cari=tepat&satker=kpu-ri&bawah=1&tingkat=provinsi&jenis=webinar&topik=Logistik&bulan=2026-12"

    page = client.get(f"/kegiatan?{query}").text

    assert titles(page) == ["Tepat Sekali"]
    found = chips(page)
    assert list(found) == [
        "“tepat”",
        "KPU RI",
        "dan di bawahnya",
        "Provinsi",
        "Webinar",
        "Logistik",
        "Desember 2026",
    ]
    assert found["Logistik"] == "/kegiatan?" + query.replace("&topik=Logistik", "")
    assert found["KPU RI"] == "/kegiatan?" + query.replace("&satker=kpu-ri&bawah=1", "")
    for address in found.values():
        is_there = "Tepat Sekali" in titles(client.get(address).text)
        assert is_there == ("bawah" in address or "satker" not in address)


def test_nothing_found_says_what_to_do(client: FlaskClient) -> None:
    an_event(
        title="Lama", start_on=date(2026, 10, 1), starts_at=datetime(2026, 10, 1, 3, tzinfo=UTC), ends_at=None
    )

    page = client.get("/kegiatan?cari=lama").text

    assert "Tidak ada kegiatan yang cocok." in page
    assert 'href="/kegiatan?cari=lama&amp;waktu=lalu"' in page
    assert titles(client.get("/kegiatan?cari=lama&waktu=lalu").text) == ["Lama"]


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", "http://localhost/kegiatan"),
        ("?waktu=lalu", "http://localhost/kegiatan?waktu=lalu"),
        ("?bulan=2026-12", "http://localhost/kegiatan/bulan/2026-12"),
        ("?cari=", "http://localhost/kegiatan"),
        ("?cari=a", None),
        ("?topik=a", None),
        ("?tingkat=pusat", None),
        ("?satker=a", None),
        ("?hari=2026-12-03", None),
        ("?sesudah=2026-12-03.5", None),
    ],
)
def test_only_plain_lists_are_for_search_engines(
    client: FlaskClient, query: str, canonical: str | None
) -> None:
    page = client.get(f"/kegiatan{query}").text

    assert re.findall(r'<link rel="canonical" href="([^"]+)">', page) == ([canonical] if canonical else [])
    assert ('content="noindex"' in page) == (canonical is None)


def test_a_day_shows_what_touches_it_in_the_readers_zone(client: FlaskClient) -> None:
    late = datetime(2026, 12, 2, 15, 30, tzinfo=UTC)  # 22.30 WIB, 00.30 WIT of 3 December
    an_event(title="Larut", start_on=date(2026, 12, 2), starts_at=late, ends_at=late + timedelta(hours=1))
    an_event(
        title="Tiga hari", start_on=date(2026, 12, 2), end_on=date(2026, 12, 4), starts_at=None, ends_at=None
    )
    an_event(title="Besok", start_on=date(2026, 12, 4), starts_at=late + timedelta(days=2), ends_at=None)

    at_home = titles(client.get("/kegiatan?hari=2026-12-03").text)
    client.set_cookie("zona", "WIT")
    in_the_east = titles(client.get("/kegiatan?hari=2026-12-03").text)

    assert at_home == ["Tiga hari"]
    assert sorted(in_the_east) == ["Larut", "Tiga hari"]


def test_pages_of_a_narrowed_list_keep_its_choices(client: FlaskClient) -> None:
    for number in range(25):
        an_event(title=f"Nomor {number}", topic="Hukum" if number % 5 else "Lain")

    first = client.get("/kegiatan?topik=Hukum").text

    assert len(titles(first)) == 20
    assert "sesudah=" not in first
    assert "20 kegiatan" in first


def test_the_list_takes_three_selects_however_narrowed(client: FlaskClient, tree: dict[str, int]) -> None:
    with counted_selects() as found:
        client.get("/kegiatan?satker=kpu-ri&bawah=1&tingkat=provinsi&jenis=a&topik=b&cari=c&bulan=2026-12")

    assert len(found) == 3


@pytest.mark.parametrize(
    "name", ["cari", "satker", "tingkat", "jenis", "topik", "bulan", "hari", "waktu", "sesudah"]
)
def test_nasty_choices_are_answered(client: FlaskClient, name: str) -> None:
    for nasty in ("\0", "%", "'", "x" * 3000, "<script>", "2026-13-45", "-1", "💩"):
        answer = client.get("/kegiatan", query_string={name: nasty})

        assert answer.status_code == 200
        assert "<script>" not in answer.text.replace('<script src="', "").replace("<script type=", "")
