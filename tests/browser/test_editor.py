"""Planning a webinar in the editor: by keyboard on a phone, without scripts, two people at once, offline."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Site, Watched, is_wider_than_the_screen
from tests.browser.test_accessibility import violations
from webinar.db import db, transaction
from webinar.models import Event, EventRole

SESSIONS = [
    ("Pembukaan", "13.00", "13.20"),
    ("Peran PPID sebagai penyedia informasi", "13.20", "14.20"),
    ("Tanya jawab", "14.20", "15.30"),
]
PEOPLE = [
    ("opener", "Sri Wahyuni", "Ketua KPU Kabupaten Bantul"),
    ("speaker:keynote", "Retno Kusumawati", "Anggota KPU RI"),
    ("speaker", "I Made Sudarsana", "Ketua Komisi Informasi Pusat"),
    ("moderator", "Bayu Pratama", "Kepala Subbagian Humas"),
    ("mc", "Ni'mah Azizah", "Staf Subbagian Humas"),
]
CONTEXT = {"locale": "id-ID"}


def sign_in(page: Page, site: Site) -> Page:
    page.goto(f"{site.url}/masuk")
    page.fill("#email", site.sign_in.email)
    page.fill("#password", site.sign_in.password)
    page.locator("#password").press("Enter")
    page.wait_for_url(lambda url: "/masuk" not in url)
    return page


@pytest.fixture
def context(browser: Browser, site: Site) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=DESKTOP, **CONTEXT)  # type: ignore[arg-type]
    sign_in(context.new_page(), site)
    yield context
    context.close()


def begin(page: Page, site: Site, title: str) -> str:
    """A draft; returns the address of its editor."""
    page.goto(f"{site.url}/meja/kegiatan/baru")
    page.fill("#title", title)
    page.fill("#office", "KPU Kabupaten Bantul")
    page.fill("#start_on", "10 Desember 2026")
    page.fill("#starts", "13.00")
    page.fill("#ends", "15.30")
    page.get_by_role("button", name="Buat draf").click()
    page.wait_for_url("**/sunting")
    return page.url


def status(page: Page, section: str) -> Locator:
    return page.locator(f"#{section} [data-status]")


def names(page: Page, section: str) -> list[str]:
    return page.locator(f"#{section} .sessions-row .fw-semibold").all_inner_texts()


def test_a_webinar_is_planned_by_keyboard_on_a_phone(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport=PHONE, **CONTEXT)  # type: ignore[arg-type]
    page = sign_in(context.new_page(), site)
    page.goto(f"{site.url}/meja/kegiatan/baru")

    def to(wanted: str, key: str = "Tab") -> None:
        """Tab until the element with this id has the focus."""
        for _step in range(150):
            page.keyboard.press(key)
            if page.evaluate("document.activeElement.id") == wanted:
                return
        raise AssertionError(f"{wanted} cannot be reached by keyboard")

    def write(**texts: str) -> None:
        for name, text in texts.items():
            to(name.replace("__", "-"))
            page.keyboard.type(text)

    write(title="Webinar Papan Ketik", event_type="webinar", office="KPU Kabupaten Bantul")
    write(start_on="10/12/26", starts="13.00", ends="15.30")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sunting")

    to("sesi-baru-name")
    for number, (name, starts, ends) in enumerate(SESSIONS):
        page.keyboard.type(name)
        to("sesi-baru-starts")
        page.keyboard.press("Control+A")
        page.keyboard.type(starts)
        to("sesi-baru-ends")
        page.keyboard.type(ends)
        page.keyboard.press("Enter")
        expect(status(page, "susunan")).to_have_text(f"{name} ditambahkan.")
        expect(page.locator("#sesi-baru-name")).to_be_focused()
        assert len(names(page, "susunan")) == number + 1
    page.locator("#orang-judul").scroll_into_view_if_needed()
    to("orang-baru-name", "Shift+Tab")
    for duty, name, position in PEOPLE:
        page.keyboard.press("Shift+Tab")
        page.select_option("#orang-baru-duty", duty)
        page.keyboard.press("Tab")
        page.keyboard.type(name)
        to("orang-baru-position")
        page.keyboard.type(position)
        page.keyboard.press("Enter")
        expect(status(page, "orang")).to_have_text(f"{name} ditambahkan.")
        expect(page.locator("#orang-baru-name")).to_be_focused()
    second = page.locator("#orang .sessions-row", has_text="I Made Sudarsana").get_attribute("id")
    to(f"{second}-naik", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(status(page, "orang")).to_have_text("I Made Sudarsana dipindahkan ke urutan 1.")
    expect(page.locator(f"#{second}-turun")).to_be_focused()

    assert names(page, "orang") == [
        *("Sri Wahyuni", "I Made Sudarsana", "Retno Kusumawati", "Bayu Pratama", "Ni'mah Azizah"),
    ]
    assert not is_wider_than_the_screen(page)
    context.close()


def test_a_webinar_is_planned_without_scripts(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, **CONTEXT)  # type: ignore[arg-type]
    page = sign_in(context.new_page(), site)
    begin(page, site, "Webinar tanpa skrip")
    page.fill("#dasar-theme", "Informasi yang terbuka")
    page.locator("form[data-save=dasar]").get_by_role("button", name="Simpan").click()
    expect(status(page, "dasar")).to_contain_text("Tersimpan pukul")
    for name, starts, ends in SESSIONS:
        page.fill("#sesi-baru-name", name)
        page.fill("#sesi-baru-starts", starts)
        page.fill("#sesi-baru-ends", ends)
        page.locator("form[data-save=sesi-baru]").get_by_role("button", name="Tambahkan").click()
        expect(page.locator("#sesi-baru-name")).to_be_focused()
    for duty, name, position in PEOPLE:
        page.select_option("#orang-baru-duty", duty)
        page.fill("#orang-baru-name", name)
        page.fill("#orang-baru-position", position)
        page.locator("form[data-save=orang-baru]").get_by_role("button", name="Tambahkan").click()
        expect(page.locator("#orang-baru-name")).to_be_focused()
    page.get_by_role("button", name="Hapus Bayu Pratama").click()
    expect(page.get_by_role("button", name="Urungkan")).to_be_focused()
    without = names(page, "orang")
    page.get_by_role("button", name="Urungkan").click()
    page.get_by_role("button", name="Naikkan Tanya jawab").click()
    page.fill("#waktu-ends", "12.00")
    page.locator("form[data-save=waktu]").get_by_role("button", name="Simpan").click()

    expect(page.locator("#waktu-ends-salah")).to_contain_text("lebih awal daripada waktu mulai")
    expect(page.locator("#waktu-ends")).to_have_value("12.00")
    assert len(without) == 4
    assert len(names(page, "orang")) == 5
    assert names(page, "susunan") == [SESSIONS[0][0], SESSIONS[2][0], SESSIONS[1][0]]
    context.close()


def test_it_saves_as_one_types_and_tells_the_second_what_the_first_did(
    context: BrowserContext, site: Site
) -> None:
    one, two = context.new_page(), context.new_page()
    address = begin(one, site, "Webinar berdua")
    two.goto(address)

    one.click("#dasar-theme")
    one.keyboard.type("Tema pertama")
    expect(status(one, "dasar")).to_contain_text("Tersimpan pukul")
    caret = one.evaluate("[document.activeElement.id, document.activeElement.selectionStart]")
    two.fill("#dasar-theme", "Tema kedua")
    two.fill("#dasar-occasion", "Hari Hak untuk Tahu")
    two.keyboard.press("Tab")
    expect(two.locator("#dasar-theme-bentrok")).to_contain_text("Tema pertama")
    two.fill("#dasar-topic", "hukum")
    two.keyboard.press("Tab")
    expect(status(two, "dasar")).to_contain_text("Belum tersimpan")
    one.reload()

    assert caret == ["dasar-theme", len("Tema pertama")]
    expect(one.locator("#dasar-theme")).to_have_value("Tema pertama")
    expect(one.locator("#dasar-occasion")).to_have_value("Hari Hak untuk Tahu")
    expect(two.locator("#dasar-theme")).to_have_value("Tema kedua")

    two.get_by_role("button", name=re.compile("^Simpan isian saya ?: Tema$")).click()
    expect(status(two, "dasar")).to_contain_text("Tersimpan pukul")
    expect(two.locator("#dasar-theme")).to_be_focused()
    one.reload()
    expect(one.locator("#dasar-theme")).to_have_value("Tema kedua")


def test_what_could_not_be_saved_is_offered_again(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    address = begin(page, site, "Webinar terputus")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    context.set_offline(True)
    page.fill("#dasar-background", "Tidak boleh hilang")
    page.keyboard.press("Tab")
    expect(status(page, "dasar")).to_contain_text("sambungan terputus")
    page.fill("#orang-baru-name", "Belum ditambahkan")
    context.clear_cookies()
    context.set_offline(False)
    expect(status(page, "dasar")).to_contain_text("Anda telah keluar")
    sign_in(page, site)
    page.goto(address)

    expect(page.locator("#dasar-background")).to_have_value("")
    for offer in page.get_by_role("button", name="Pulihkan").all()[::-1]:
        offer.click()
    expect(status(page, "dasar")).to_contain_text("Tersimpan pukul")
    expect(page.locator("#orang-baru-name")).to_have_value("Belum ditambahkan")
    page.locator("form[data-save=orang-baru]").get_by_role("button", name="Tambahkan").click()
    expect(status(page, "orang")).to_have_text("Belum ditambahkan ditambahkan.")
    page.reload()
    expect(page.locator("#dasar-background")).to_have_value("Tidak boleh hilang")
    assert page.evaluate("Object.keys(localStorage)") == []
    assert asked
    assert set(asked) == {"beforeunload"}


def test_errors_wait_until_a_field_is_left_and_rows_are_dragged(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    begin(page, site, "Webinar digeser")
    page.click("#waktu-starts")
    page.keyboard.press("Control+A")
    page.keyboard.type("13.5")
    expect(status(page, "waktu")).to_contain_text("Belum tersimpan")
    page.wait_for_load_state("networkidle")
    assert page.locator("#waktu-starts-salah").count() == 0
    page.keyboard.press("Tab")
    expect(page.locator("#waktu-starts-salah")).to_contain_text("Menitnya kurang jelas")
    page.fill("#waktu-starts", "13.00")
    page.keyboard.press("Tab")
    expect(page.locator("#waktu-starts-salah")).to_have_count(0)
    for name, starts, ends in SESSIONS:
        page.fill("#sesi-baru-name", name)
        page.fill("#sesi-baru-starts", starts)
        page.fill("#sesi-baru-ends", ends)
        page.locator("#sesi-baru-ends").press("Enter")
        expect(status(page, "susunan")).to_have_text(f"{name} ditambahkan.")

    page.fill("#orang-baru-name", "Sekali saja")
    with page.expect_response("**/sunting/susunan?*"):  # which tells of the people in its sessions
        page.get_by_role("button", name="Tambahkan").nth(0).dblclick()
    expect(status(page, "orang")).to_have_text("Sekali saja ditambahkan.")
    expect(page.locator("#sesi-baru-name")).to_be_visible()
    assert names(page, "orang") == ["Sekali saja"]

    handle = page.locator("#susunan [data-drag]").first
    page.emulate_media(reduced_motion="reduce")  # no scrolling under way while places are measured
    page.locator("#susunan").evaluate("section => section.scrollIntoView()")
    start, last = handle.bounding_box(), page.locator("#susunan [data-row]").last.bounding_box()
    assert start and last
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(start["x"] + 5, last["y"] + last["height"] - 3, steps=10)
    page.mouse.up()

    expect(status(page, "susunan")).to_have_text("Pembukaan dipindahkan ke urutan 3.")
    clocks = page.locator("#susunan .sessions-row .role").all_inner_texts()
    assert clocks == ["13.00–14.00", "14.00–15.10", "15.10–15.30"]


def test_two_hundred_people_stay_usable(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    address = begin(page, site, "Webinar dua ratus orang")
    with site.app.app_context():
        slug = address.split("/")[-2]
        with transaction() as tx:
            event_id = tx.session.query(Event.id).filter_by(slug=slug).scalar()
            for number in range(200):
                tx.session.add(
                    EventRole(
                        event_id=event_id, part="speaker", number=number, session_order=number + 1,
                        name=f"Narasumber {number}", position="Anggota KPU Kabupaten Kepulauan Siau",
                    )
                )  # fmt: skip
        db.session.remove()

    response = page.goto(address)
    assert response is not None
    assert len(response.body()) < 900_000
    page.get_by_role("button", name=re.compile("^Turunkan Narasumber 5$")).click()
    expect(status(page, "orang")).to_have_text("Narasumber 5 dipindahkan ke urutan 7.", timeout=5_000)


@pytest.mark.parametrize("query", ["", "?tambah=kelompok", "?tambah=sesi"])
def test_the_editor_has_no_violation(watched: Watched, query: str) -> None:
    page = sign_in(watched.page, watched.site)

    watched.open(f"/meja/kegiatan/{watched.site.long_event}/sunting{query}")

    assert violations(page) == []
    assert not is_wider_than_the_screen(page)


def test_the_forms_that_begin_an_event_have_no_violation(watched: Watched) -> None:
    page = sign_in(watched.page, watched.site)

    for path in ("baru", "ikut"):
        watched.open(f"/meja/kegiatan/{path}")
        assert violations(page) == []
        assert not is_wider_than_the_screen(page)
        page.locator("main form button[type=submit]").click()
        page.wait_for_selector("#kesalahan")
        assert violations(page) == []
