"""The organiser's list of registrations: sorted, narrowed and found, with few and with many of them."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.account import an_account, signed_in
from tests.factories.event import slug_of
from tests.factories.registration import NOW, a_group, an_event, registrant
from tests.factories.statements import counted_selects
from webinar.queries import registration_list, registration_search
from webinar.queries.paging import PAGE
from webinar.services.registration import cancel_registration, register_participant

PEOPLE = [  # name, institution, address, region
    ("Siti Aminah", "KPU Kota Ternate", "siti.am@x.id", "82.71"),
    ("Budi Santoso", "KPU Kabupaten Bantul", "budi@x.id", "34.02"),
    ("Ma'ruf Sitompul", "Bawaslu Bantul", "maruf@x.id", "34.02"),
    ("Ána Situmorang", "KPU Kota Ternate", "siti@y.id", "82.71"),
    ("Dewi Siti Siregar", "LSM Lestari", "dewi@x.id", None),
]


@pytest.fixture
def desk(app: Flask) -> FlaskClient:
    return signed_in(app, an_account())


@pytest.fixture(params=["few", "many"])
def address(request: pytest.FixtureRequest, app: Flask, monkeypatch: pytest.MonkeyPatch) -> str:
    """The list of an event of five people; as if a search that finds any had found very many."""
    if request.param == "many":
        set_few(monkeypatch, 0)
    event_id = an_event(quota=4)
    group_id = a_group(event_id, quota=None)
    for number, (name, institution, email, region) in enumerate(PEOPLE):
        data = registrant(
            full_name=name,
            institution=institution,
            email=email,
            region_code=region,
            group_id=group_id if number % 2 else None,
        )
        token = register_participant(event_id, data, now=NOW).token
    register_participant(an_event(), registrant(full_name="Siti Lain"), now=NOW)
    cancel_registration(token, now=NOW)
    return f"/meja/kegiatan/{slug_of(event_id)}/pendaftar"


def set_few(monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    for module in (registration_search, registration_list):
        monkeypatch.setattr(module, "FEW", few)
    registration_list._asking.cache_clear()


def first_names(page: str) -> list[str]:
    return [unescape(name).split()[0] for name in re.findall(r'<th scope="row">([^<]*)<', page)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "Siti Budi Ma'ruf Ána Dewi"),
        ("urut=-datang", "Dewi Ána Ma'ruf Budi Siti"),
        ("urut=nama", "Ána Budi Dewi Ma'ruf Siti"),
        ("urut=-nama", "Siti Ma'ruf Dewi Budi Ána"),
        ("urut=instansi", "Ma'ruf Budi Siti Ána Dewi"),
        ("status=cancelled", "Dewi"),
        ("status=confirmed&urut=nama", "Ána Budi Ma'ruf Siti"),
        ("provinsi=34", "Budi Ma'ruf"),
        ("provinsi=34&urut=-datang", "Ma'ruf Budi"),
        ("provinsi=34&urut=nama", "Budi Ma'ruf"),
        ("provinsi=99", "Siti Budi Ma'ruf Ána Dewi"),
    ],
)
def test_registrations_are_sorted_and_narrowed(
    desk: FlaskClient, address: str, query: str, expected: str
) -> None:
    assert first_names(desk.get(f"{address}?{query}").text) == expected.split()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("cari=sit", "Siti Ma'ruf Ána Dewi"),
        ("cari=SITI", "Siti Ána Dewi"),
        ("cari=bantul", "Budi Ma'ruf"),
        ("cari=maruf", "Ma'ruf"),
        ("cari=Ma%27ruf", "Ma'ruf"),
        ("cari=ana", "Ána"),
        ("cari=sit+ternate", "Siti Ána"),
        ("cari=siti.am%40x.id", "Siti"),
        ("cari=sit&status=cancelled", "Dewi"),
        ("cari=sit&provinsi=34", "Ma'ruf"),
        ("cari=minah", ""),
        ("cari=100%25", ""),
        ("cari=%40", "Siti Budi Ma'ruf Ána Dewi"),
    ],
)
def test_people_are_found_by_the_beginnings_of_words(
    desk: FlaskClient, address: str, query: str, expected: str
) -> None:
    page = desk.get(f"{address}?{query}").text

    assert sorted(first_names(page)) == sorted(expected.split())
    assert ("Tidak ada pendaftar yang cocok." in page) == (not expected)


def test_a_group_narrows_the_list(desk: FlaskClient, address: str) -> None:
    group = re.search(r'<option value="(\d+)">', desk.get(address).text.partition('name="kelompok"')[2])

    assert group is not None
    assert first_names(desk.get(f"{address}?kelompok={group[1]}&urut=nama").text) == ["Ána", "Budi"]


def test_few_that_are_found_stand_in_the_order_asked_for(desk: FlaskClient, app: Flask) -> None:
    event_id = an_event(quota=None)
    for name in ("Siti C", "Sitompul B", "Siti A"):
        register_participant(event_id, registrant(full_name=name), now=NOW)

    page = desk.get(f"/meja/kegiatan/{slug_of(event_id)}/pendaftar?cari=sit&urut=nama").text

    assert re.findall(r'<th scope="row">([^<]*)<', page) == ["Siti A", "Siti C", "Sitompul B"]
    assert "3 orang" in page


@pytest.mark.parametrize(
    "query", ["", "cari=peserta", "cari=peserta&urut=-nama", "provinsi=34", "urut=instansi"]
)
@pytest.mark.parametrize("few", [0, 1000])
def test_pages_lead_on_and_back_without_gap(
    desk: FlaskClient, monkeypatch: pytest.MonkeyPatch, query: str, few: int
) -> None:
    set_few(monkeypatch, few)
    event_id = an_event(quota=None)
    for number in range(PAGE + 7):
        data = registrant(
            full_name=f"Peserta {number % 9}{number:02} Pesertawan", region_code="34.02", institution="KPU"
        )
        register_participant(event_id, data, now=NOW)
    address = f"/meja/kegiatan/{slug_of(event_id)}/pendaftar?{query}"

    first = desk.get(address).text
    second = desk.get(unescape(re.search(r'rel="next" href="([^"]*)"', first)[1])).text  # type: ignore[index]
    back = desk.get(unescape(re.search(r'rel="prev" href="([^"]*)"', second)[1])).text  # type: ignore[index]
    names = [re.findall(r'<th scope="row">([^<]*)<', page) for page in (first, second, back)]

    assert [len(page) for page in names] == [PAGE, 7, PAGE]
    assert len({*names[0], *names[1]}) == PAGE + 7
    assert names[2] == names[0]
    assert 'rel="next"' not in second and 'rel="prev"' not in back


@pytest.mark.parametrize("many", [1, PAGE + 1])
def test_the_list_costs_five_selects_however_long(desk: FlaskClient, many: int) -> None:
    event_id = an_event(quota=None)
    a_group(event_id)
    for _ in range(many):
        register_participant(event_id, registrant(region_code="82.71"), now=NOW)
    address = f"/meja/kegiatan/{slug_of(event_id)}/pendaftar"
    desk.get(address)  # the regions are read once in the life of a process

    with counted_selects() as selects:
        desk.get(f"{address}?cari=maruf+kpu&status=confirmed&provinsi=82&urut=nama")

    assert len(selects) == 5  # sign-in, office, roles, event, list


def test_an_empty_list_leads_to_the_page_to_share(desk: FlaskClient) -> None:
    slug = slug_of(an_event())

    page = desk.get(f"/meja/kegiatan/{slug}/pendaftar").text

    assert "Belum ada pendaftar." in page and f'href="/kegiatan/{slug}"' in page
