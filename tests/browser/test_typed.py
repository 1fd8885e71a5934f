"""Dates and hours in a real browser: answered while they are typed, and without script by the server."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, Site, Watched, is_wider_than_the_screen
from tests.browser.test_accessibility import violations


def sign_in(page: Page, site: Site, path: str) -> None:
    page.goto(site.url + "/masuk")
    page.locator("[name=email]").fill(site.sign_in.email)
    page.locator("[name=password]").fill(site.sign_in.password)
    page.locator("main button[type=submit]").first.click()
    page.goto(site.url + path)


def move(site: Site) -> str:
    return f"/meja/kegiatan/{site.open_event}/status/jadwal-ulang"


def test_answer_follows_the_keys_and_is_heard(watched: Watched) -> None:
    page = watched.page
    sign_in(page, watched.site, move(watched.site))
    answer = page.locator("[data-echo-answer]")

    page.get_by_label("Tanggal baru").fill("17 agustus 2027")
    page.get_by_label("Waktu mulai").fill("jam 1 siang")
    page.get_by_label("Waktu selesai").clear()
    page.get_by_label("Waktu selesai").press_sequentially("15.30", delay=20)

    expect(answer).to_contain_text("Selasa, 17 Agustus 2027.")
    expect(answer).to_contain_text("Pukul 13.00–15.30 WIB")
    expect(answer).to_contain_text("adalah hari libur nasional: Proklamasi Kemerdekaan.")
    assert answer.get_attribute("aria-live") == "polite"
    assert violations(page) == []
    assert not is_wider_than_the_screen(page)


def test_only_the_latest_answer_stays(watched: Watched) -> None:
    page = watched.page
    sign_in(page, watched.site, move(watched.site))
    page.route("**/meja/waktu*2027*", lambda route: page.wait_for_timeout(900) or route.continue_())
    answer = page.locator("[data-echo-answer]")

    page.get_by_label("Tanggal baru").fill("12 Agustus 2027")
    page.wait_for_timeout(500)
    page.get_by_label("Tanggal baru").fill("12 Agustus 2028")
    page.wait_for_timeout(1500)

    expect(answer).to_contain_text("12 Agustus 2028")
    expect(answer).not_to_contain_text("2027")


def test_what_is_not_understood_is_said_at_once(watched: Watched) -> None:
    page = watched.page
    sign_in(page, watched.site, move(watched.site))

    page.get_by_label("Tanggal baru").fill("Rabu, 12 Agustus 2027")

    expect(page.locator("[data-echo-answer]")).to_contain_text("jatuh pada hari Kamis")


def test_without_script_the_page_itself_answers(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    sign_in(page, site, move(site))

    page.get_by_label("Tanggal baru").fill("17/8/27")
    page.get_by_label("Waktu mulai").fill("25")
    page.locator("main form button[type=submit]").first.click()

    assert page.get_by_label("Tanggal baru").input_value() == "17/8/27"
    assert page.get_by_label("Waktu mulai").input_value() == "25"
    expect(page.locator("#starts-salah")).to_contain_text("Pukul 25.00 tidak ada.")
    expect(page.locator("[data-echo-answer]")).to_contain_text("Selasa, 17 Agustus 2027.")
    context.close()
