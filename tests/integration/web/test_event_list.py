"""The desk's list of events: what one may read, in order, narrowed, page by page both ways."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.account import an_account, an_office, signed_in
from tests.factories.event import a_berita
from tests.factories.registration import NOW, an_event
from tests.factories.statements import counted_selects
from webinar.queries.paging import PAGE

pytestmark = pytest.mark.usefixtures("at_now")


@pytest.fixture
def desk(app: Flask) -> FlaskClient:
    """A client of somebody who may read everything; the kinds of event are read anew."""
    app.extensions.get("kept", {}).pop("kinds", None)
    return signed_in(app, an_account())


def titles(page: str) -> list[str]:
    return [unescape(title) for title in re.findall(r'<th scope="row"><a href="[^"]*">([^<]*)</a>', page)]


def link(page: str, rel: str) -> str | None:
    found = re.search(rf'rel="{rel}" href="([^"]*)"', page)
    return unescape(found[1]) if found else None


def test_pages_lead_on_and_back_without_gap(desk: FlaskClient) -> None:
    for number in range(2 * PAGE + 3):
        an_event(title=f"Webinar {number:03}", start_on=date(2026, 1, 1) + timedelta(days=number))
    names = [f"Webinar {number:03}" for number in reversed(range(2 * PAGE + 3))]

    first = desk.get("/meja/kegiatan").text
    second = desk.get(link(first, "next")).text  # type: ignore[arg-type]
    third = desk.get(link(second, "next")).text  # type: ignore[arg-type]
    back = desk.get(link(third, "prev")).text  # type: ignore[arg-type]
    front = desk.get(link(back, "prev")).text  # type: ignore[arg-type]

    assert titles(first) + titles(second) + titles(third) == names
    assert (titles(back), titles(front)) == (titles(second), titles(first))
    assert (link(first, "prev"), link(third, "next"), link(front, "prev")) == (None, None, None)


@pytest.mark.parametrize("many", [1, PAGE + 1])
def test_the_list_costs_four_selects_however_long(desk: FlaskClient, many: int) -> None:
    for _ in range(many):
        an_event()

    with counted_selects() as selects:
        desk.get("/meja/kegiatan?cari=webinar&satker=bantul&status=published&periode=mendatang&urut=judul")

    assert len(selects) == 4  # sign-in, roles, kinds, list


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Rakor", "Bimtek", "Ákses"]),
        ("urut=tanggal", ["Ákses", "Bimtek", "Rakor"]),
        ("urut=judul", ["Ákses", "Bimtek", "Rakor"]),
        ("urut=-judul", ["Rakor", "Bimtek", "Ákses"]),
        ("urut=-diubah", ["Ákses", "Rakor", "Bimtek"]),
        ("urut=-terdaftar", ["Bimtek", "Ákses", "Rakor"]),
        ("urut=tidak-ada", ["Rakor", "Bimtek", "Ákses"]),
        ("cari=AKS", ["Ákses"]),
        ("cari=bi+kab", ["Bimtek"]),
        ("cari=imtek", []),
        ("cari=100%25", []),
        ("status=draft", ["Rakor"]),
        ("status=lain", ["Rakor", "Bimtek", "Ákses"]),
        ("jenis=bimtek", ["Bimtek"]),
        ("periode=lalu", ["Ákses"]),
        ("periode=hari-ini", ["Bimtek"]),
        ("periode=mendatang", ["Rakor", "Bimtek"]),
        ("periode=2025", ["Ákses"]),
        ("satker=bantul", ["Bimtek", "Ákses"]),
        ("peran=sendiri", ["Bimtek"]),
        ("peran=ikut", ["Rakor", "Ákses"]),
        ("setelah=2147483648", ["Rakor", "Bimtek", "Ákses"]),
        ("setelah=999999999", []),
    ],
)
def test_events_are_sorted_and_narrowed(desk: FlaskClient, query: str, expected: list[str]) -> None:
    bantul, jogja = an_office("KPU Kabupaten Bantul"), an_office("KPU Kota Yogyakarta")
    an_event(
        title="Ákses",
        start_on=date(2025, 3, 1),
        starts_at=None,
        ends_at=None,
        keeper_id=bantul,
        organiser_name="Bawaslu",
        changed_at=NOW,
        taken_count=2,
    )
    an_event(
        title="Bimtek",
        start_on=date(2026, 11, 20),
        end_on=date(2026, 11, 26),
        event_type="bimtek",
        keeper_id=bantul,
        organiser_id=bantul,
        changed_at=NOW - timedelta(days=2),
        taken_count=7,
    )
    an_event(
        title="Rakor",
        start_on=date(2027, 1, 5),
        state="draft",
        keeper_id=jogja,
        organiser_name="KPU RI",
        changed_at=NOW - timedelta(days=1),
    )

    assert titles(desk.get(f"/meja/kegiatan?{query}").text) == expected


def test_only_what_one_may_read_is_listed(app: Flask) -> None:
    mine, other = an_office("KPU Kabupaten Bantul"), an_office("KPU Kota Yogyakarta")
    an_event(title="Milik saya", state="draft", keeper_id=mine)
    an_event(title="Milik lain", keeper_id=other)
    an_event(title="Tanpa pemilik")
    a_berita(an_event(title="Kami liput", keeper_id=other), office_id=mine)
    a_berita(an_event(title="Draf lain", keeper_id=other, state="draft"), office_id=mine)

    page = signed_in(app, an_account("reader", mine)).get("/meja/kegiatan").text

    assert sorted(titles(page)) == ["Kami liput", "Milik saya"]
    assert "Buat kegiatan" not in page


def test_filters_keep_each_other_and_can_be_taken_away(desk: FlaskClient) -> None:
    an_event(title="Rakor <b>", state="draft")

    page = desk.get("/meja/kegiatan?cari=rakor&status=draft&urut=judul&lain=x").text

    assert 'href="/meja/kegiatan?cari=rakor&amp;urut=judul"' in page or (
        'href="/meja/kegiatan?urut=judul&amp;cari=rakor"' in page
    )
    assert "Status: <b>Draf</b>" in page and "Pencarian: <b>rakor</b>" in page
    assert '<option value="draft" selected>' in page
    assert "lain=x" not in page and "Rakor &lt;b&gt;" in page
    assert 'aria-sort="ascending"' in page and "urut=-judul" in page


def test_empty_lists_say_what_to_do_next(desk: FlaskClient, app: Flask) -> None:
    reader = signed_in(app, an_account("reader", an_office()))

    assert 'href="/meja/kegiatan/baru"' in desk.get("/meja/kegiatan").text
    assert "setelah dicatat oleh operator" in reader.get("/meja/kegiatan").text
    assert "Tidak ada kegiatan yang cocok." in desk.get("/meja/kegiatan?cari=zzz").text
