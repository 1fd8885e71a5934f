"""The public calendar by hand: choices made and taken back, a month on a phone, an office; no scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Site, Watched


def open_choices(page: Page) -> None:
    """On a phone they are folded; on a desk they are there."""
    summary = page.locator(".sift-more summary")
    if summary.is_visible():
        summary.click()


def test_choices_are_made_and_taken_back(watched: Watched) -> None:
    page = watched.open("/kegiatan")
    everything = page.locator(".agenda-item").count()
    open_choices(page)
    page.select_option("#tingkat", "provinsi")
    page.get_by_role("button", name="Terapkan saringan").click()

    expect(page).to_have_url(re.compile("tingkat=provinsi"))
    assert 0 < page.locator(".agenda-item").count() < everything
    expect(page.locator("#tingkat")).to_have_value("provinsi")

    page.get_by_role("link", name="Hapus saringan: Provinsi").click()
    expect(page).to_have_url(f"{watched.site.url}/kegiatan")
    assert page.locator(".agenda-item").count() == everything


def test_an_office_is_typed_and_its_page_leads_to_its_events(watched: Watched) -> None:
    page = watched.open("/satuan-kerja")
    page.fill("#cari", "jawa timur")
    page.get_by_role("button", name="Cari").click()
    page.get_by_role("link", name="KPU Provinsi Jawa Timur").first.click()

    expect(page.locator("h1")).to_have_text("Komisi Pemilihan Umum Provinsi Jawa Timur")
    expect(page.get_by_role("link", name="Rapat Koordinasi Kehumasan")).to_be_visible()

    page.get_by_role("link", name="Rapat Koordinasi Kehumasan").click()
    page.locator(".facts").get_by_role("link", name="Jawa Timur").click()
    expect(page).to_have_url(f"{watched.site.url}/satuan-kerja/kpu-provinsi-jawa-timur")


def test_a_month_shows_its_days_in_the_chosen_zone(watched: Watched) -> None:
    page = watched.open("/kegiatan/bulan/2021-08")
    event = page.get_by_role("link", name="Webinar Pengelolaan dan Pelayanan Informasi Publik")

    expect(event).to_be_visible()
    expect(page.get_by_text("13.00 WIB")).to_be_visible()
    page.locator(".zones").get_by_role("link", name="WIT", exact=True).click()
    expect(page).to_have_url(f"{watched.site.url}/kegiatan/bulan/2021-08")
    expect(page.get_by_text("15.00 WIT")).to_be_visible()
    expect(page.get_by_text("(13.00 WIB)")).to_be_visible()

    page.get_by_role("link", name="Bulan berikutnya: September 2021").click()
    expect(page.locator("h1")).to_have_text("Kegiatan September 2021")
    expect(page.get_by_text("Belum ada kegiatan pada bulan ini.")).to_be_visible()


def test_a_phone_reads_days_and_a_desk_a_table(browser: Browser, site: Site) -> None:
    for size, is_table in ((PHONE, False), (DESKTOP, True)):
        page = browser.new_page(viewport=size)  # type: ignore[arg-type]
        page.goto(f"{site.url}/kegiatan/bulan/2021-08")

        assert page.get_by_role("columnheader", name="Senin").count() == (1 if is_table else 0)
        expect(page.get_by_text("Kamis, 12 Agustus 2021")).to_have_count(1)
        empty_day = page.locator('td:has(time[datetime="2021-08-13"])')
        assert empty_day.is_visible() == is_table
        page.close()


@pytest.mark.parametrize("size", [PHONE], ids=["phone"])
def test_everything_can_be_narrowed_without_scripts(
    browser: Browser, site: Site, size: dict[str, int]
) -> None:
    context = browser.new_context(viewport=size, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site.url}/kegiatan?waktu=lalu")
    page.locator(".sift-more summary").click()
    page.fill("#satker", "KPU RI")
    page.get_by_role("button", name="Terapkan saringan").click()

    expect(page.get_by_role("link", name="Hapus saringan: KPU RI")).to_be_visible()
    expect(page.locator(".agenda-item")).to_have_count(1)
    context.close()


def test_the_month_on_paper_has_no_buttons(watched: Watched) -> None:
    page = watched.open("/kegiatan/bulan/2021-08")
    page.emulate_media(media="print")

    expect(page.get_by_role("link", name="Webinar Pengelolaan")).to_be_visible()
    for hidden in (".kop-nav", ".foot", ".zones", ".sift", ".month-bar nav"):
        expect(page.locator(hidden)).to_be_hidden()
