"""From the home page to a seat and back, by hand, by keyboard, and without scripts."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, Site, Watched


def fill(page: Page, email: str) -> None:
    page.fill("#full_name", "Ma'ruf Hidayat")
    page.fill("#email", email)
    page.fill("#institution", "KPU Kota Ternate")
    page.fill("#position", "Staf")
    page.select_option("#region_code", "82.71")
    if page.locator("input[name=group_id]").count():
        page.locator("input[name=group_id]").first.check()


def test_somebody_registers_changes_and_cancels(watched: Watched) -> None:
    page = watched.open("/kegiatan")
    page.locator(f'a[href="/kegiatan/{watched.site.open_event}"]').click()
    page.locator('a[href$="/daftar"]').first.click()
    fill(page, f"tangan{watched.page.viewport_size['width']}@example.com")  # type: ignore[index]
    page.get_by_role("button", name="Kirim pendaftaran").click()

    expect(page.get_by_text("Pendaftaran diterima.")).to_be_visible()
    expect(page.locator(".clocks-row .own")).to_contain_text("WIT")

    page.get_by_role("link", name="Ubah pendaftaran").click()
    page.fill("#position", "Kepala Subbagian")
    page.get_by_role("button", name="Simpan perubahan").click()
    expect(page.get_by_text("Perubahan tersimpan.")).to_be_visible()
    expect(page.get_by_text("Kepala Subbagian")).to_be_visible()

    page.get_by_role("link", name="Batalkan pendaftaran").click()
    page.get_by_role("button", name="Ya, batalkan pendaftaran").click()
    expect(page.get_by_text("Pendaftaran telah dibatalkan.")).to_be_visible()


def test_errors_take_the_focus_and_lead_to_their_fields(watched: Watched) -> None:
    page = watched.open(f"/kegiatan/{watched.site.open_event}/daftar")
    page.fill("#email", "belum-lengkap")
    page.get_by_role("button", name="Kirim pendaftaran").click()

    expect(page.locator("#kesalahan")).to_be_focused()
    page.locator("#kesalahan a", has_text="Alamat surel").press("Enter")

    expect(page.locator("#email")).to_be_focused()
    expect(page.locator("#email")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#email")).to_have_value("belum-lengkap")
    described = page.locator("#email").get_attribute("aria-describedby") or ""
    assert described.split() == ["email-salah", "email-petunjuk"]


def test_the_whole_way_by_keyboard(watched: Watched) -> None:
    page = watched.open(f"/kegiatan/{watched.site.open_event}/daftar")

    def to(name: str) -> None:
        """Tab until the field has the focus."""
        for _step in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name || document.activeElement.className") == name:
                return
        raise AssertionError(f"{name} cannot be reached by keyboard")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    to("full_name")
    page.keyboard.type("Sri Wahyuni")
    to("email")
    page.keyboard.type(f"papan{watched.page.viewport_size['width']}@example.com")  # type: ignore[index]
    to("group_id")
    page.keyboard.press("Space")
    to("institution")
    page.keyboard.type("Bawaslu Kota Ambon")
    to("position")
    page.keyboard.type("Staf")
    to("region_code")
    page.keyboard.type("Kota Ambon")
    to("consents_photo")
    page.keyboard.press("Space")
    to("btn btn-primary btn-large")
    page.keyboard.press("Enter")

    page.wait_for_url("**/pendaftaran/**")
    expect(page.get_by_text("Kota Ambon, Maluku (WIT)")).to_be_visible()
    expect(page.get_by_text("Anda setuju tampak")).to_be_visible()


def test_everything_works_without_scripts(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site.url}/kegiatan/{site.full_event}")
    page.locator('a[href$="/daftar"]').first.click()
    page.locator("form[method=post] button").click()
    expect(page.locator("#kesalahan")).to_be_visible()
    fill(page, "tanpa-skrip@example.com")
    page.locator("form[method=post] button").click()
    expect(page.get_by_role("heading", name=re.compile("Urutan ke-"))).to_be_visible()

    page.goto(f"{site.url}/berita/{site.berita}")
    expect(page.locator("#alamat")).to_have_value(f"{site.url}/berita/{site.berita}")
    expect(page.get_by_role("button", name="Salin tautan")).to_be_hidden()
    context.close()


def test_the_zone_once_chosen_leads_everywhere(watched: Watched) -> None:
    page = watched.open(f"/kegiatan/{watched.site.late_event}")
    expect(page.locator(".clocks-row .own")).to_contain_text("22.30 WIB")

    page.locator(".zones").get_by_role("link", name="WIT", exact=True).click()

    assert page.url.endswith(watched.site.late_event)
    expect(page.locator(".clocks-row .own")).to_contain_text("00.30 WIT")
    watched.open("/")
    expect(page.locator(".clocks-row .own")).to_contain_text("WIT")


def test_a_second_press_sends_nothing(watched: Watched) -> None:
    page = watched.open(f"/kegiatan/{watched.site.open_event}/daftar")
    fill(page, f"dua{watched.page.viewport_size['width']}@example.com")  # type: ignore[index]
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)

    page.get_by_role("button", name="Kirim pendaftaran").dblclick()
    page.wait_for_url("**/pendaftaran/**")

    assert len(sent) == 1
    expect(page.get_by_text("Pendaftaran diterima.")).to_be_visible()


def test_the_address_is_copied(browser: Browser, site: Site) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site.url}/berita/{site.berita}")

    page.get_by_role("button", name="Salin tautan").click()

    expect(page.get_by_role("button", name="Tautan tersalin")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site.url}/berita/{site.berita}"
    context.close()


def test_on_paper_only_the_matter_is_left(watched: Watched) -> None:
    page = watched.open(f"/kegiatan/{watched.site.open_event}")
    page.emulate_media(media="print")

    expect(page.locator("h1")).to_be_visible()
    for hidden in (".kop-nav", ".foot", ".zones", ".event-share"):
        expect(page.locator(hidden)).to_be_hidden()


def test_known_offices_are_suggested_once_somebody_comes_to_the_field(watched: Watched) -> None:
    page = watched.open(f"/kegiatan/{watched.site.open_event}/daftar")
    assert page.locator("#kantor option").count() == 0

    page.locator("#institution").focus()

    expect(page.locator('#kantor option[value="KPU Kabupaten Bantul"]')).to_have_count(1)
    assert page.locator("#kantor option").count() >= 553
