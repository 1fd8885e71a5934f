"""One field for everything: events, people and offices, what one may see only."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.account import an_account, an_office, signed_in
from tests.factories.registration import an_event
from tests.factories.statements import counted_selects
from webinar.db import transaction
from webinar.models import Person, Position

pytestmark = pytest.mark.usefixtures("at_now")


@pytest.fixture
def desk(app: Flask) -> FlaskClient:
    return signed_in(app, an_account())


def a_person(name: str, position: str = "Ketua", institution: str = "Bawaslu") -> int:
    with transaction() as tx:
        person = Person(name=name, positions=[Position(name=position, institution=institution)])
        tx.session.add(person)
        tx.session.flush()
        return person.id


def found(page: str) -> list[str]:
    body = page.partition("search-found")[2]
    return [unescape(name) for name in re.findall(r'<li><div><a href="[^"]*">([^<]*)</a>', body)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ak", ["Akses Pemilih", "Ákhmad Ma'ruf", "KPU Kota Akik"]),
        ("AKSES", ["Akses Pemilih"]),
        ("maruf", ["Ákhmad Ma'ruf"]),
        ("ma'ruf akh", ["Ákhmad Ma'ruf"]),
        ("baw", ["Ákhmad Ma'ruf"]),
        ("kes", []),
        ("akses lain", []),
    ],
)
def test_three_groups_are_found_by_the_beginnings_of_words(
    desk: FlaskClient, text: str, expected: list[str]
) -> None:
    an_event(title="Akses Pemilih", organiser_name="KPU RI")
    a_person("Ákhmad Ma'ruf")
    an_office("KPU Kota Akik")

    page = desk.get("/meja/cari", query_string={"cari": text}).text

    assert found(page) == expected
    assert ("Coba kata yang lebih pendek" in page) == (not expected)


@pytest.mark.parametrize("text", ["", " ", "a", "%", "@", "'"])
def test_less_than_two_letters_ask_for_more(desk: FlaskClient, text: str) -> None:
    an_event(title="A")

    assert "Ketik dua huruf atau lebih" in desk.get("/meja/cari", query_string={"cari": text}).text


def test_only_readable_events_are_found_but_people_and_offices_of_all(app: Flask) -> None:
    mine, other = an_office("KPU Kota Satu"), an_office("KPU Kota Dua")
    an_event(title="Kota milik lain", keeper_id=other)
    an_event(title="Kota milik saya", keeper_id=mine)
    a_person("Kotaro")

    page = signed_in(app, an_account("reader", mine)).get("/meja/cari?cari=kota").text

    assert found(page) == ["Kota milik saya", "Kotaro", "KPU Kota Dua", "KPU Kota Satu"]
    assert 'href="/satuan-kerja/kpu-kota-dua"' in page  # its public page; the desk's does not open
    assert 'href="/meja/satuan-kerja/kpu-kota-satu"' in page


def test_eight_of_a_group_are_shown_and_the_way_to_all(desk: FlaskClient) -> None:
    for number in range(9):
        an_event(title=f"Bimtek {number}")

    page = desk.get("/meja/cari?cari=bimtek").text

    assert len(found(page)) == 8
    assert 'href="/meja/kegiatan?cari=bimtek"' in page


def test_what_was_typed_is_escaped_and_stays(desk: FlaskClient) -> None:
    page = desk.get("/meja/cari", query_string={"cari": '<b>"x y'}).text

    assert 'value="&lt;b&gt;&#34;x y"' in page


@pytest.mark.parametrize("many", [1, 12])
def test_the_search_costs_five_selects(desk: FlaskClient, many: int) -> None:
    for number in range(many):
        an_event(title=f"Rapat {number}")
        a_person(f"Rapat {number}")
        an_office(f"Rapat {number}")

    with counted_selects() as selects:
        desk.get("/meja/cari?cari=rapat")

    assert len(selects) == 5  # sign-in, roles, events, people, offices


def test_every_page_of_the_desk_has_the_field(desk: FlaskClient) -> None:
    for path in ("/meja", "/meja/kegiatan", "/meja/orang", "/meja/satuan-kerja", "/meja/cari"):
        page = desk.get(path).text
        assert page.count('action="/meja/cari"') == 1, path
        assert page.count("data-slash") == 1, path
