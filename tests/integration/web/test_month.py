"""The month as a table of days."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from tests.factories.registration import an_event
from tests.factories.statements import counted_selects

pytestmark = pytest.mark.usefixtures("app", "at_now")


def days(page: str) -> dict[str, list[str]]:
    """The titles on every day of the month that has any."""
    cells = re.findall(r"<td([^>]*)>(.*?)</td>", page, re.S)
    found = {}
    for attributes, cell in cells:
        day = re.search(r'<time datetime="([^"]+)"', cell)
        assert day is not None
        titles = re.findall(r'<a href="/kegiatan/[^"?]+">([^<]+)</a>', cell)
        assert not (titles and "out" in attributes)
        if titles:
            found[day[1]] = titles
    return found


def month(client: FlaskClient, text: str = "2026-12", query: str = "") -> str:
    answer = client.get(f"/kegiatan/bulan/{text}{query}")
    assert answer.status_code == 200
    return answer.text


def test_the_table_begins_on_monday_and_holds_whole_weeks(client: FlaskClient) -> None:
    page = month(client)

    assert re.findall(r'<th scope="col">([^<]+)</th>', page) == [
        "Senin",
        "Selasa",
        "Rabu",
        "Kamis",
        "Jumat",
        "Sabtu",
        "Minggu",
    ]
    shown = re.findall(r'<div class="month-day"><time datetime="([^"]+)"', page)
    assert (shown[0], shown[-1], len(shown)) == ("2026-11-30", "2027-01-03", 35)


def test_an_event_of_several_days_is_on_each_of_them(client: FlaskClient) -> None:
    an_event(
        title="Menyeberang",
        start_on=date(2026, 11, 29),
        end_on=date(2026, 12, 2),
        starts_at=None,
        ends_at=None,
    )
    first = datetime(2026, 12, 30, 2, tzinfo=UTC)
    an_event(
        title="Ke tahun baru",
        start_on=date(2026, 12, 30),
        end_on=date(2027, 1, 1),
        starts_at=first,
        ends_at=first + timedelta(days=2, hours=3),
    )

    page = month(client)

    assert days(page) == {
        "2026-12-01": ["Menyeberang"],
        "2026-12-02": ["Menyeberang"],
        "2026-12-30": ["Ke tahun baru"],
        "2026-12-31": ["Ke tahun baru"],
    }
    assert "Hari ke-3 dari 4" in page
    assert "Hari ke-2 dari 3" in page
    assert page.count("<b>09.00 WIB</b>") == 1


def test_days_and_times_are_those_of_the_readers_zone(client: FlaskClient) -> None:
    late = datetime(2026, 11, 30, 15, 30, tzinfo=UTC)  # 22.30 WIB, 1 December in WIT
    an_event(title="Larut", start_on=date(2026, 11, 30), starts_at=late, ends_at=late + timedelta(hours=1))
    early = datetime(2026, 12, 31, 15, 30, tzinfo=UTC)  # 00.30 WIT of 1 January, in WIB still December
    an_event(
        title="Dini hari", zone_name="Asia/Jayapura", start_on=date(2027, 1, 1), starts_at=early, ends_at=None
    )

    plain = days(month(client))
    client.set_cookie("zona", "WIT")
    eastern = month(client)
    client.set_cookie("zona", "WIB")
    western = month(client)

    assert plain == {}
    assert days(eastern) == {"2026-12-01": ["Larut"]}
    assert "<b>00.30 WIT</b> <span>(22.30 WIB)</span>" in eastern
    assert days(western) == {"2026-12-31": ["Dini hari"]}
    assert "<b>22.30 WIB</b> <span>(00.30 WIT)</span>" in western


def test_a_webinar_past_midnight_is_one_evening(client: FlaskClient) -> None:
    late = datetime(2026, 12, 3, 15, tzinfo=UTC)
    an_event(title="Malam", starts_at=late, ends_at=late + timedelta(hours=3))

    assert days(month(client)) == {"2026-12-03": ["Malam"]}


def test_days_end_at_midnight(client: FlaskClient) -> None:
    first = datetime(2026, 12, 3, 2, tzinfo=UTC)
    midnight = datetime(2026, 12, 4, 17, tzinfo=UTC)  # the end of 4 December in WIB
    an_event(title="Sampai tengah malam", end_on=date(2026, 12, 4), starts_at=first, ends_at=midnight)

    assert list(days(month(client))) == ["2026-12-03", "2026-12-04"]


def test_the_events_of_a_day_are_in_the_order_of_the_clock(client: FlaskClient) -> None:
    an_event(title="Siang", starts_at=datetime(2026, 12, 3, 6, tzinfo=UTC))
    an_event(title="Pagi", starts_at=datetime(2026, 12, 3, 1, tzinfo=UTC), zone_name="Asia/Jayapura")
    an_event(title="Kapan", starts_at=None, ends_at=None)

    assert days(month(client)) == {"2026-12-03": ["Pagi", "Siang", "Kapan"]}


def test_a_full_day_leads_to_its_list(client: FlaskClient) -> None:
    for number in range(7):
        an_event(title=f"Nomor {number}", topic="Hukum")

    page = month(client, query="?topik=Hukum")

    assert days(page) == {"2026-12-03": [f"Nomor {number}" for number in range(4)]}
    assert re.search(r'href="/kegiatan\?topik=Hukum&amp;hari=2026-12-03"[^>]*>3 kegiatan lain', page)
    assert "7 kegiatan" in page


def test_today_is_said_in_words(client: FlaskClient) -> None:
    an_event(start_on=date(2026, 11, 26), starts_at=None, ends_at=None)

    page = month(client, "2026-11")

    assert re.findall(r'datetime="([^"]+)" aria-current="date"', page) == ["2026-11-25"]
    assert page.count("Hari ini") == 1
    assert "Hari ini" not in month(client, "2026-12")


def test_cancelled_events_are_told_and_drafts_are_not_there(client: FlaskClient) -> None:
    an_event(title="Batal", state="cancelled")
    an_event(title="Draf", state="draft")

    page = month(client)

    assert days(page) == {"2026-12-03": ["Batal"]}
    assert "Dibatalkan" in page


def test_months_lead_to_each_other_with_the_choices(client: FlaskClient) -> None:
    page = month(client, query="?cari=data&tingkat=pusat")

    for address in (
        "/kegiatan/bulan/2026-11?cari=data&amp;tingkat=pusat",
        "/kegiatan/bulan/2027-01?cari=data&amp;tingkat=pusat",
        "/kegiatan?cari=data&amp;tingkat=pusat&amp;bulan=2026-12",
    ):
        assert f'href="{address}"' in page


def test_calendars_begin_and_end_somewhere(client: FlaskClient) -> None:
    assert "/kegiatan/bulan/1999-12" not in month(client, "2000-01")
    assert "/kegiatan/bulan/2100-01" not in month(client, "2099-12")
    for text in ("1999-12", "2026-13", "2026", "x", "2026-1"):
        assert client.get(f"/kegiatan/bulan/{text}").status_code == 404


def test_this_month_is_where_the_address_without_one_leads(client: FlaskClient) -> None:
    answer = client.get("/kegiatan/bulan")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/kegiatan/bulan/2026-11")
    assert client.get("/kalender").headers["Location"] == answer.headers["Location"]


def test_only_plain_months_with_events_are_for_search_engines(client: FlaskClient) -> None:
    an_event()

    assert '<link rel="canonical" href="http://localhost/kegiatan/bulan/2026-12">' in month(client)
    assert 'content="noindex"' in month(client, query="?cari=a")
    assert 'content="noindex"' in month(client, "2027-05")


@pytest.mark.parametrize("many", [1, 40])
def test_the_month_takes_two_selects(client: FlaskClient, many: int) -> None:
    for number in range(many):
        an_event(start_on=date(2026, 12, 1 + number % 30), starts_at=None, ends_at=None)

    with counted_selects() as found:
        month(client)

    assert len(found) == 2


def test_holidays_are_named_on_their_day(client: FlaskClient) -> None:
    page = month(client, "2025-08")

    independence = re.findall(r'datetime="2025-08-17".*?</td>', page, re.S)[0]
    leave = re.findall(r'datetime="2025-08-18".*?</td>', page, re.S)[0]
    assert "Hari libur: </span>Proklamasi Kemerdekaan" in independence
    assert "Cuti bersama: Proklamasi Kemerdekaan" in leave
    assert page.count("month-holiday") == 2
