"""The directory of people in a browser: at phone and desktop width, with axe, and once without scripts."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.conftest import PHONE, Site, Watched, is_wider_than_the_screen
from tests.browser.test_accessibility import violations
from tests.factories.picture import a_photo_of_a_phone

NAME = "Tengku Muhammad Zulkarnain Syahputra Hadiningrat"


def sign_in(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/meja/orang")
    page.fill("#email", site.sign_in.email)
    page.fill("#password", site.sign_in.password)
    page.locator("main form button").first.click()
    page.wait_for_url("**/meja/orang")


def check(page: Page) -> None:
    assert violations(page) == [], page.url
    assert not is_wider_than_the_screen(page), page.url


def test_pages_of_people_have_no_violation(watched: Watched) -> None:
    sign_in(watched.page, watched.site)

    for path in (
        "/meja/orang",
        "/meja/orang?cari=tidakada",
        "/meja/orang/baru",
        "/meja/orang/ganda",
        "/meja/orang/1",
        "/meja/orang/1?tanggal=31/2/21",
        "/meja/orang/1/sunting",
        "/meja/orang/1/gabung",
        "/meja/orang/1/gabung/2",
        "/meja/orang/1/hapus",
    ):
        watched.open(path)
        check(watched.page)


def test_person_is_recorded_and_given_a_position_without_scripts(
    browser: Browser, site: Site, tmp_path: Path
) -> None:
    photo = tmp_path / "foto.jpg"
    photo.write_bytes(a_photo_of_a_phone())
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, site)
    page.get_by_role("link", name="Orang baru").click()

    page.fill("#name", NAME)
    page.fill("#title_prefix", "Prof Dr")
    page.fill("#title_suffix", "SH,MH")
    page.fill("#whatsapp", "08")
    page.fill("#keeper", "KPU Kabupaten Bantul")
    page.set_input_files("#photo", photo)
    page.get_by_role("button", name="Simpan").click()
    assert "Nomor ini belum benar" in page.inner_text("#kesalahan")
    page.fill("#whatsapp", "0812 3456 7890")
    page.get_by_role("button", name="Simpan").click()

    assert page.inner_text("h1") == f"Prof. Dr. {NAME}, S.H., M.H."
    assert page.locator("img.person-photo").bounding_box()
    page.get_by_text("Tambah jabatan").click()
    page.fill("#position", "Guru Besar")
    page.fill("#institution", "Universitas Gadjah Mada")
    page.fill("#valid_from", "12/8/21")
    page.get_by_role("button", name="Tambah", exact=True).click()
    assert "sejak 12 Agustus 2021" in page.inner_text(".person-positions")
    assert f"Guru Besar Universitas Gadjah Mada Prof. Dr. {NAME}" in page.inner_text(".printed")

    page.get_by_text("Akhiri").first.click()
    page.get_by_label("Hari terakhir menjabat").fill("1 Januari 2022")
    page.get_by_role("button", name="Catat akhir jabatan").click()
    assert "12 Agustus 2021 – 1 Januari 2022" in page.inner_text(".person-positions")
    context.close()
