from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from tests.factories.document import seed_document
from tests.factories.event import a_berita, slug_of
from tests.factories.registration import NOW, an_event
from tests.factories.statements import counted_selects

pytestmark = pytest.mark.usefixtures("app", "at_now")

FIREFOX = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}
PHONE = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36"}


@pytest.fixture
def slug() -> Iterator[str]:
    yield a_berita(an_event(), seed_document(), unit_name="KPU Kabupaten Bantul")


def views(page: str) -> int:
    found = re.search(r"Telah dilihat (\d+) kali", page)
    assert found is not None
    return int(found[1])


def test_the_article_is_the_composed_text(client: FlaskClient, slug: str) -> None:
    page = client.get(f"/berita/{slug}").text

    assert "<h1>KPU Kabupaten Bantul Ikuti Webinar" in page
    assert "Kamis, 12 Agustus 2021, KPU Kabupaten Bantul mengikuti webinar" in page
    assert page.partition("<article")[2].count("<li>") >= 5
    assert "#KPUMelayani" in page


def test_share_links_carry_title_and_address_and_nothing_is_loaded_from_elsewhere(
    client: FlaskClient, slug: str
) -> None:
    page = client.get(f"/berita/{slug}").text

    hosts = re.findall(r'href="https://([^/?"]+)', page)
    loaded = re.findall(r'(?:src|data-src)="(https?:[^"]+)', page)
    assert hosts[-4:] == ["wa.me", "t.me", "www.facebook.com", "x.com"]
    assert f"u=http%3A%2F%2Flocalhost%2Fberita%2F{slug}" in page
    assert loaded == []
    assert f'value="http://localhost/berita/{slug}" readonly' in page


def test_a_reader_counts_once_a_day(client: FlaskClient, slug: str) -> None:
    counts = [
        views(client.get(f"/berita/{slug}", headers=agent).text)
        for agent in (FIREFOX, FIREFOX, PHONE, FIREFOX, PHONE)
    ]

    assert counts == [1, 1, 2, 2, 2]


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
        {"User-Agent": "facebookexternalhit/1.1"},
        {"User-Agent": "WhatsApp/2.23.20.0"},
        {"User-Agent": "TelegramBot (like TwitterBot)"},
        {"User-Agent": "curl/8.0"},
        {"User-Agent": ""},
        FIREFOX | {"Sec-Purpose": "prefetch;prerender"},
        FIREFOX | {"Purpose": "prefetch"},
    ],
)
def test_robots_and_fetching_ahead_do_not_count(
    client: FlaskClient, slug: str, headers: dict[str, str]
) -> None:
    assert views(client.get(f"/berita/{slug}", headers=headers).text) == 0


def test_head_does_not_count(client: FlaskClient, slug: str) -> None:
    client.head(f"/berita/{slug}", headers=FIREFOX)

    assert views(client.get(f"/berita/{slug}").text) == 0


def test_others_who_reported_are_named(client: FlaskClient) -> None:
    event_id = an_event()
    first, second = a_berita(event_id, unit_name="KPU Kota Ternate"), a_berita(event_id)
    a_berita(event_id, state="draft", headline="Masih draf")

    page = client.get(f"/berita/{second}").text

    assert f'href="/berita/{first}"' in page
    assert "KPU Kota Ternate" in page
    assert f'href="/kegiatan/{slug_of(event_id)}"' in page
    assert "Masih draf" not in page


def test_a_draft_is_not_found(client: FlaskClient) -> None:
    slug = a_berita(an_event(), seed_document(), state="draft")

    codes = [client.get(f"/berita/{slug}{suffix}").status_code for suffix in ("", ".txt", ".docx")]

    assert codes == [404, 404, 404]


@pytest.mark.parametrize(
    ("suffix", "kind", "begins"),
    [
        ("txt", "text/plain; charset=utf-8", b"KPU Kabupaten Bantul Ikuti"),
        ("md", "text/markdown; charset=utf-8", b"# KPU Kabupaten Bantul Ikuti"),
        ("pdf", "application/pdf", b"%PDF-"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
    ],
)
def test_the_text_can_be_carried_away(
    client: FlaskClient, slug: str, suffix: str, kind: str, begins: bytes
) -> None:
    answer = client.get(f"/berita/{slug}.{suffix}")

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == kind
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{slug}.{suffix}"'
    assert answer.data.startswith(begins)


def test_search_engines_read_the_article_as_data(client: FlaskClient, slug: str) -> None:
    page = client.get(f"/berita/{slug}").text

    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    assert found is not None
    data = json.loads(found[1])
    assert data["@type"] == "NewsArticle"
    assert data["datePublished"] == NOW.isoformat()
    assert re.search(r'<meta property="og:title" content="KPU Kabupaten Bantul Ikuti', page)


def test_two_selects_make_the_page_for_who_does_not_count(client: FlaskClient, slug: str) -> None:
    with counted_selects() as found:
        client.get(f"/berita/{slug}")

    assert len(found) == 2


def test_the_list_goes_on_where_the_page_before_ended(client: FlaskClient) -> None:
    event_id = an_event()
    slugs = [a_berita(event_id) for _number in range(20)]

    first = client.get("/berita").text
    following = re.search(r'href="(/berita\?sesudah=[^"]+)"', first)
    assert following is not None
    second = client.get(following[1]).text

    shown = re.findall(r'<h2><a href="/berita/([^"]+)"', first + second)
    assert shown == slugs[::-1]
    assert "sesudah" not in second.partition("<main")[2].partition("</main")[0]


def test_no_berita_yet_is_said(client: FlaskClient) -> None:
    assert "Belum ada berita." in client.get("/berita").text
