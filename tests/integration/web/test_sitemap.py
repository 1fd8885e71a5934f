"""The public addresses for search engines."""

from __future__ import annotations

import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from tests.factories.account import an_office
from tests.factories.event import a_berita, slug_of
from tests.factories.registration import NOW, an_event
from tests.factories.statements import counted_selects
from webinar.queries import sitemap

pytestmark = pytest.mark.usefixtures("app", "at_now")

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def read(client: FlaskClient, address: str) -> dict[str, str | None]:
    """Address and time of change of every entry."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("application/xml")
    root = ElementTree.fromstring(answer.data)  # noqa: S314 - our own answer
    assert root.tag in (f"{SPACE}urlset", f"{SPACE}sitemapindex")
    found = {entry.findtext(f"{SPACE}loc"): entry.findtext(f"{SPACE}lastmod") for entry in root}
    assert None not in found
    return found  # type: ignore[return-value]


def path(address: str) -> str:
    return address.removeprefix("http://localhost")


def test_the_index_leads_to_every_public_page_and_to_no_other(client: FlaskClient) -> None:
    office_id = an_office("KPU Kota Ambon", region_code="81.71")
    hidden = an_office("Universitas Tertutup", level="other")
    event_id = an_event(changed_at=NOW - timedelta(days=1))
    draft = an_event(state="draft", organiser_id=hidden)
    berita = a_berita(event_id, office_id=office_id)
    a_berita(event_id, state="draft", unit_name="Lain")

    index = read(client, "/sitemap.xml")
    found = {path(address): at for page in index for address, at in read(client, path(page)).items()}

    assert found == {
        "/": None,
        "/kegiatan": None,
        "/berita": None,
        "/satuan-kerja": None,
        "/pelindungan-data": None,
        f"/kegiatan/{slug_of(event_id)}": "2026-11-24T02:00:00+00:00",
        f"/berita/{berita}": "2026-11-25T02:00:00+00:00",
        "/satuan-kerja/kpu-kota-ambon": None,
    }
    assert slug_of(draft) not in str(found)
    assert [client.get(address).status_code for address in found] == [200] * len(found)


def test_pages_are_cut_by_ids_and_tell_their_latest_change(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "ON_PAGE", 3)
    ids = [an_event(changed_at=NOW + timedelta(hours=number)) for number in range(7)]

    index = {path(page): at for page, at in read(client, "/sitemap.xml").items() if "kegiatan-" in page}
    pages = {page: read(client, page) for page in index}

    assert max(len(entries) for entries in pages.values()) <= 3
    found = [address for entries in pages.values() for address in entries]
    assert [path(address) for address in found] == [f"/kegiatan/{slug_of(id_)}" for id_ in ids]
    assert index == {page: max(filter(None, entries.values())) for page, entries in pages.items()}


@pytest.mark.parametrize(
    "address",
    ["kegiatan-0", "kegiatan-1", "kegiatan-99999", "kegiatan-400001", "kegiatan-x", "orang-1", "meja-1"],
)
def test_pages_with_nothing_on_them_do_not_exist(client: FlaskClient, address: str) -> None:
    assert client.get(f"/sitemap/{address}.xml").status_code == 404


@pytest.mark.parametrize("many", [1, 30])
def test_index_and_page_take_a_select_each(client: FlaskClient, many: int) -> None:
    for _number in range(many):
        a_berita(an_event())
    page = next(path(page) for page in read(client, "/sitemap.xml") if "berita" in page)

    with counted_selects() as index:
        client.get("/sitemap.xml")
    with counted_selects() as entries:
        client.get(page)

    assert (len(index), len(entries)) == (1, 1)


def test_robots_are_told_of_it(client: FlaskClient) -> None:
    robots = client.get("/robots.txt").text

    assert re.findall(r"^Sitemap: (.*)$", robots, re.M) == ["http://localhost/sitemap.xml"]
    assert "Disallow: /pendaftaran/" in robots
