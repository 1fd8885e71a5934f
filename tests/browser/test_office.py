"""Offices in a browser: at phone and desktop width, with axe, and once from file to tree without scripts."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, Site, Watched, is_wider_than_the_screen
from tests.browser.test_accessibility import violations
from tests.factories.tables import xlsx

IMPORT = "/meja/satuan-kerja/impor"
ROWS = [
    ["Daftar satuan kerja kecamatan"],
    [],
    ["No", "Nama Satker", "Jenjang", "Wilayah", "Satuan kerja atas", "Alamat Surel", "Catatan"],
    ["1", "PPK Kecamatan Sewon", "Kecamatan", "34.02", "KPU Kabupaten Bantul", "sewon@kpu.example", "ok"],
    ["2", "PPK Kecamatan Kasihan", "Kecamatan", "Bantul", "KPU Kab. Bantul", "bukan surel", "ok"],
]


def sign_in(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/meja/satuan-kerja")
    page.fill("#email", site.sign_in.email)
    page.fill("#password", site.sign_in.password)
    page.locator("main form button").first.click()
    page.wait_for_url("**/meja/satuan-kerja")


def check(page: Page) -> None:
    assert violations(page) == [], page.url
    assert not is_wider_than_the_screen(page), page.url


def test_pages_of_offices_have_no_violation(watched: Watched, tmp_path: Path) -> None:
    page = watched.page
    sign_in(page, watched.site)

    for path in (
        "/meja/satuan-kerja",
        "/meja/satuan-kerja?cari=tidakada",
        "/meja/satuan-kerja/kpu-provinsi-daerah-istimewa-yogyakarta",
        "/meja/satuan-kerja/kpu-kabupaten-bantul/sunting",
        "/meja/satuan-kerja/kpu-kabupaten-bantul/pindah",
        "/meja/satuan-kerja/kpu-kabupaten-bantul/hapus",
        "/meja/satuan-kerja/kpu-kabupaten-bantul/anggota",
        "/meja/anggota",
        "/meja/satuan-kerja/baru",
        IMPORT,
    ):
        watched.open(path)
        check(page)

    file = tmp_path / "satker.csv"
    file.write_bytes("Nama;Alamat\nKPU RI;Jalan â€œImam Bonjolâ€\nKPU Antah;\n".encode())
    page.set_input_files("#table", file)
    page.get_by_role("button", name="Lihat pratinjau").click()
    expect(page.get_by_role("heading", name="Huruf tampak rusak")).to_be_visible()
    check(page)


def test_a_form_with_a_fault_takes_the_focus_and_keeps_the_rest(watched: Watched) -> None:
    page = watched.page
    sign_in(page, watched.site)
    watched.open("/meja/satuan-kerja/baru")

    page.get_by_label("Kota", exact=False).first.fill("Wates")
    page.get_by_role("button", name="Buat satuan kerja").click()

    expect(page.locator("#kesalahan")).to_be_focused()
    expect(page.locator("#city")).to_have_value("Wates")
    check(page)


def test_a_table_becomes_offices_without_scripts(browser: Browser, site: Site, tmp_path: Path) -> None:
    file = tmp_path / "kecamatan.xlsx"
    file.write_bytes(xlsx(ROWS, merged=["A1:G1"]))
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, site)

    page.get_by_role("link", name="Impor").click()
    page.set_input_files("#table", file)
    page.get_by_role("button", name="Lihat pratinjau").click()
    expect(page.get_by_text("alamat surel seperti nama@contoh.go.id")).to_be_visible()
    page.get_by_label("Alamat Surel").select_option("")
    page.get_by_role("button", name="Perbarui pratinjau").click()
    page.get_by_role("button", name="Terapkan 2 baris").click()

    expect(page.get_by_text("2 satuan kerja dibuat, 0 diubah.")).to_be_visible()
    page.get_by_label("Nama atau kota").fill("kec kasih")
    page.get_by_role("button", name="Cari", exact=True).last.click()
    page.get_by_role("link", name="PPK Kecamatan Kasihan").click()
    expect(page.get_by_role("link", name="KPU Kabupaten Bantul").first).to_be_visible()
    context.close()
