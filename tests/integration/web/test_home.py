from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from tests.factories.event import a_berita
from tests.factories.registration import an_event
from tests.factories.statements import counted_selects

pytestmark = pytest.mark.usefixtures("app", "at_now")


def on(day: date, **values: object) -> int:
    """An event at noon UTC of that day."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return an_event(
        **{"start_on": day, "starts_at": noon, "ends_at": noon + timedelta(hours=1)} | values,  # type: ignore[arg-type]
    )


def titles(page: str) -> list[str]:
    return re.findall(r"<h[24][^>]*><a href=\"/kegiatan/[^\"]+\">([^<]+)</a>", page)


def test_an_empty_house_says_so(client: FlaskClient) -> None:
    page = client.get("/").text

    assert "Belum ada kegiatan mendatang" in page
    assert "Belum ada berita." in page


def test_the_nearest_comes_first_and_large(client: FlaskClient) -> None:
    on(date(2026, 12, 9), title="Kedua")
    on(date(2026, 12, 1), title="Terdekat")
    on(date(2026, 12, 30), title="Ketiga")
    on(date(2026, 11, 20), title="Sudah lewat")

    page = client.get("/").text

    assert titles(page) == ["Terdekat", "Kedua", "Ketiga"]
    assert page.count("clocks-row") == 1
    assert "/daftar" in page


def test_a_cancelled_event_is_listed_but_never_the_nearest(client: FlaskClient) -> None:
    on(date(2026, 12, 1), title="Batal", state="cancelled")
    on(date(2026, 12, 9), title="Jadi")

    assert titles(client.get("/").text) == ["Jadi", "Batal"]


def test_home_takes_two_selects_however_many_events(client: FlaskClient) -> None:
    for number in range(12):
        on(date(2026, 12, 1) + timedelta(days=number))
        a_berita(an_event())

    with counted_selects() as found:
        client.get("/")

    assert len(found) == 2


def test_the_list_is_grouped_by_the_days_of_the_readers_zone(client: FlaskClient) -> None:
    late = datetime(2026, 11, 30, 15, 30, tzinfo=UTC)  # 1 December in WIT
    an_event(title="Larut", start_on=date(2026, 11, 30), starts_at=late, ends_at=None)
    client.set_cookie("zona", "WIT")

    page = client.get("/kegiatan").text

    assert re.findall(r"<h3><b>(\d+)</b>(\w+)</h3>", page) == [("1", "Selasa")]
    assert "00.30 WIT" in page
    assert "22.30 WIB (Senin)" in page


def test_words_are_all_looked_for_and_signs_are_only_signs(client: FlaskClient) -> None:
    on(date(2026, 12, 1), title="Webinar 100% Daring", organiser_name="KPU Kota Ternate")
    on(date(2026, 12, 2), title="Webinar Daring")

    found = {
        query: titles(client.get("/kegiatan", query_string={"cari": query}).text)
        for query in ("ternate webinar", "100%", "%", "_", "tidak ada")
    }

    assert found["ternate webinar"] == ["Webinar 100% Daring"]
    assert found["100%"] == found["%"] == ["Webinar 100% Daring"]
    assert found["_"] == found["tidak ada"] == []


def test_a_month_shows_what_touches_it(client: FlaskClient) -> None:
    on(date(2026, 11, 30), title="Menyeberang", end_on=date(2026, 12, 2))
    on(date(2026, 12, 31), title="Terakhir")
    on(date(2027, 1, 1), title="Tahun baru")

    page = client.get("/kegiatan?bulan=2026-12").text

    assert titles(page) == ["Menyeberang", "Terakhir"]
    assert "Kegiatan Desember 2026" in page


def test_past_events_come_latest_first(client: FlaskClient) -> None:
    on(date(2026, 10, 1), title="Lama")
    on(date(2026, 11, 1), title="Baru")
    on(date(2026, 12, 1), title="Nanti")

    assert titles(client.get("/kegiatan?waktu=lalu").text) == ["Baru", "Lama"]


@pytest.mark.parametrize("address", ["/kegiatan", "/kegiatan?waktu=lalu"])
def test_pages_follow_each_other_without_gap_or_repeat(client: FlaskClient, address: str) -> None:
    sign = -1 if "lalu" in address else 1
    for number in range(45):
        on(date(2026, 11, 25) + sign * timedelta(days=number // 3 + 1), title=f"Nomor {number}")

    seen: list[str] = []
    following: str | None = address
    while following:
        page = client.get(following).text
        seen += titles(page)
        found = re.search(r'href="(/kegiatan\?[^"]*sesudah=[^"]+)"', page)
        following = found[1].replace("&amp;", "&") if found else None

    assert len(seen) == len(set(seen)) == 45


@pytest.mark.parametrize("many", [1, 30])
def test_the_list_takes_two_selects(client: FlaskClient, many: int) -> None:
    for number in range(many):
        on(date(2026, 12, 1) + timedelta(days=number))

    with counted_selects() as found:
        client.get("/kegiatan")

    assert len(found) == 2


def test_a_choice_comes_back_to_the_search(client: FlaskClient) -> None:
    page = client.get("/kegiatan?cari=kota+ternate&waktu=lalu").text

    assert "kembali=/kegiatan%3Fcari%3Dkota%2Bternate%26waktu%3Dlalu" in page
