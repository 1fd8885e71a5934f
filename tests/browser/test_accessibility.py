"""Every page at phone and desktop width, light and dark: no axe violation, nothing wider than the screen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched, is_wider_than_the_screen
from tests.factories.registration import an_event, registrant
from webinar.core.zones import WIB, local
from webinar.db import db
from webinar.services.registration import register_participant


def violations(page: Page) -> list[str]:
    """What axe finds, in light and once more in dark as far as colours go: rule, and what it is about."""
    page.wait_for_load_state("networkidle")
    page.emulate_media(color_scheme="light", reduced_motion="reduce")  # no colour caught half-way
    found = Axe().run(page).response["violations"]
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found += Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
    return [f"{v['id']}: {[node['target'] for node in v['nodes']]}" for v in found]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/kegiatan",
        "/kegiatan?cari=tidakada",
        "/kegiatan?waktu=lalu",
        "/kegiatan?satker=kpu-ri&bawah=1&tingkat=pusat&jenis=webinar&cari=informasi",
        "/kegiatan/bulan",
        "/kegiatan/bulan/2021-08",
        "/kegiatan/bulan/2030-01?cari=tidakada",
        "/satuan-kerja",
        "/satuan-kerja?cari=tidakada",
        "/satuan-kerja/kpu-ri?bawah=1",
        "/satuan-kerja/kpu-kabupaten-bantul",
        "/kegiatan/{open_event}",
        "/kegiatan/{full_event}",
        "/kegiatan/{late_event}",
        "/kegiatan/{long_event}",
        "/kegiatan/{past_event}",
        "/kegiatan/{open_event}/daftar",
        "/kegiatan/{long_event}/daftar",
        "/kegiatan/{past_event}/daftar",
        "/berita",
        "/berita/{berita}",
        "/pelindungan-data",
        "/masuk",
        "/tidak-ada",
    ],
)
def test_pages_have_no_violation(watched: Watched, path: str) -> None:
    page = watched.open(path.format(**vars(watched.site)))

    assert violations(page) == []
    assert not is_wider_than_the_screen(page)


def test_the_form_with_errors_has_no_violation(watched: Watched) -> None:
    page = watched.open(f"/kegiatan/{watched.site.long_event}/daftar")
    page.locator("form[data-once] button").click()
    page.wait_for_selector("#kesalahan")

    assert violations(page) == []
    assert not is_wider_than_the_screen(page)


def test_personal_pages_have_no_violation(watched: Watched) -> None:
    address = f"axe{id(watched)}@example.com"
    page = watched.open(f"/kegiatan/{watched.site.full_event}/daftar")
    page.fill("#full_name", "Siti Nurhaliza Maharani Kusumawardhani Prawirodirdjo")
    page.fill("#email", address)
    page.fill("#institution", "KPU Kabupaten Kepulauan Siau Tagulandang Biaro")
    page.fill("#position", "Kepala Subbagian Partisipasi dan Hubungan Masyarakat")
    page.select_option("#region_code", "71.09")
    page.locator("form[data-once] button").click()
    page.wait_for_url("**/pendaftaran/**")
    personal = page.url.removeprefix(watched.site.url)

    for path in (personal, f"{personal}/ubah", f"{personal}/batalkan"):
        page = watched.open(path)
        assert violations(page) == [], path
        assert not is_wider_than_the_screen(page), path


def test_the_way_into_the_room_has_no_violation(watched: Watched) -> None:
    now = datetime.now(UTC)
    with watched.site.app.app_context():
        event_id = an_event(
            slug=f"sebentar-lagi-{id(watched)}",
            uid=f"sebentar-lagi-{id(watched)}",
            start_on=local(now, WIB).date(),
            starts_at=now + timedelta(minutes=30),
            ends_at=now + timedelta(hours=2),
            meeting_link="https://rapat.example/j/99887766554433221100?pwd=sangat-panjang-sekali-sampai-penuh",
            meeting_access="ID 998 877 665, kode sandi KPU2026",
        )
        who = registrant(email=f"masuk{id(watched)}@example.com", submission_key=f"masuk-{id(watched)}")
        token = register_participant(event_id, who, now=now).token
        db.session.remove()

    page = watched.open(f"/pendaftaran/{token}")

    expect(page.get_by_role("link", name="Gabung ke ruang webinar")).to_be_visible()
    assert violations(page) == []
    assert not is_wider_than_the_screen(page)


def test_the_desk_has_no_violation(watched: Watched) -> None:
    page = watched.open("/meja")
    page.fill("#email", watched.site.sign_in.email)
    page.fill("#password", "bukan-kata-sandinya")
    page.locator("main form button").click()
    page.wait_for_selector("#kesalahan")
    assert violations(page) == []

    page.fill("#password", watched.site.sign_in.password)
    page.locator("main form button").click()
    page.wait_for_url("**/meja")
    event = f"/meja/kegiatan/{watched.site.open_event}"

    for path in ("/meja", event, f"{event}/pendaftar", "/meja/berita/1"):
        page = watched.open(path)
        assert violations(page) == [], path
        assert not is_wider_than_the_screen(page), path


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/kegiatan/{open_event}",
        "/kegiatan/{late_event}",
        "/kegiatan/{open_event}/daftar",
        "/kegiatan?satker=kpu-ri&bawah=1",
        "/kegiatan/bulan/2021-08",
        "/satuan-kerja/kpu-ri",
        "/masuk",
    ],
)
def test_doubled_letters_on_a_phone_need_no_sideways_reading(watched: Watched, path: str) -> None:
    watched.page.set_viewport_size({"width": 180, "height": 370})

    page = watched.open(path.format(**vars(watched.site)))

    assert not is_wider_than_the_screen(page)


def test_english_weekdays_stay_in_one_line(watched: Watched) -> None:
    watched.open("/pilihan/bahasa?nilai=en")
    page = watched.open("/kegiatan")

    lines = page.eval_on_selector_all(
        ".agenda-day > h3",
        """days => days.map(day => {
            const word = document.createRange();
            word.selectNodeContents(day.lastChild);
            return word.getClientRects().length;
        })""",
    )

    assert "Wednesday" in page.inner_text("main")
    assert set(lines) == {1}
