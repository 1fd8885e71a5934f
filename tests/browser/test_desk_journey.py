"""From the first idea to the cancellation of a webinar: on a phone by keyboard alone, and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, Site, Watched, is_wider_than_the_screen
from tests.browser.test_accessibility import violations
from tests.factories.account import PASSWORD, an_account, an_office
from webinar.db import db

SESSIONS = [
    ("Pembukaan", "13.30", "13.50"),
    ("Hak pemilih muda atas informasi", "13.50", "15.00"),
    ("Tanya jawab", "15.00", "16.00"),
]
PEOPLE = [  # duty, name, title before, title after, position
    ("Membuka kegiatan", "Joko Santosa", "Dr.", "M.Si.", "Ketua KPU Kabupaten Bantul"),
    ("Narasumber", "Retno Kusumawati", "Prof. Dr.", "S.H., M.Hum.", "Anggota KPU RI"),
    ("Narasumber", "I Made Sudarsana", "", "S.Sos.", "Ketua Komisi Informasi Pusat"),
    ("Moderator", "Bayu Pratama", "", "S.I.Kom.", "Kepala Subbagian Humas"),
    ("Pewara", "Ni'mah Azizah", "", "", "Staf Subbagian Humas"),
]
PRINTED = ["Dr. Joko Santosa, M.Si.", "Prof. Dr. Retno Kusumawati, S.H., M.Hum.", "I Made Sudarsana, S.Sos."]
MOST_KEYS = 750  # letters and moves until all is planned: four minutes at three a second
_numbers = count(1)
# What has the focus: what it is called, and whether it is on the screen with a frame around it.
FOCUS = """async () => {
  await new Promise(requestAnimationFrame);  // it scrolls there
  const held = document.activeElement, box = held.getBoundingClientRect(), style = getComputedStyle(held);
  const label = held.labels && held.labels[0];
  const framed = held.matches("input[type=radio], input[type=checkbox]") || style.outlineStyle !== "none"
    || style.boxShadow !== "none";
  const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  const said = held.getAttribute("aria-label") || (label || held).innerText || "";
  const name = said.trim().replace(/\\s+/g, " ");
  return {name, tag: held.tagName, id: held.id, is_shown: framed && inside};
}"""


@pytest.fixture
def organiser(site: Site) -> str:
    """The address of somebody new, whose office has no event yet."""
    number = next(_numbers)
    email = f"baru{number}@kpu.example"
    with site.app.app_context():
        office_id = an_office(f"KPU Kabupaten Uji {number}", slug=f"kpu-uji-{number}")
        an_account("operator", office_id, email=email, name="Bayu Pratama")
        db.session.remove()
    return email


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[Watched]:
    context = browser.new_context(viewport=PHONE, locale="id-ID", reduced_motion="reduce")  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    found = Watched(context, site)
    yield found
    context.close()
    assert found.complaints == []


@pytest.fixture
def plain_phone(browser: Browser, site: Site) -> Iterator[Watched]:
    context = browser.new_context(viewport=PHONE, locale="id-ID", java_script_enabled=False)  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    found = Watched(context, site)
    yield found
    context.close()


@dataclass
class Keys:
    """Somebody without a mouse: Tab, Enter, Space and arrows, nothing else."""

    page: Page
    pressed: int = 0
    typed: int = 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.pressed += 1

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.typed += len(text)

    def to(self, name: str, *, key: str = "Tab", tag: str | None = None) -> None:
        """Goes on to the field of this id, or to what bears this name; each stop must be seen."""
        met = []
        for _step in range(150):
            self.press(key)
            held = self.page.evaluate(FOCUS)
            if held["tag"] != "BODY":  # between the last of a page and the first
                assert held["is_shown"], f"not seen where the focus is: {held}"
            if (held["id"] == name or held["name"].startswith(name)) and tag in (None, held["tag"]):
                return
            met.append(held["name"][:20])
        raise AssertionError(f"{name!r} cannot be reached by keyboard on {self.page.url}: {met}")

    def fill(self, name: str, text: str) -> None:
        self.to(name)
        self.press("Control+A")
        self.write(text)

    def follow(self, name: str, *, to: str, tag: str = "A", key: str = "Tab") -> None:
        self.to(name, tag=tag, key=key)
        self.press("Enter")
        self.page.wait_for_url(to)

    def choose(self, name: str, option: str, *, key: str = "Tab") -> None:
        """In a select, with the arrows."""
        self.to(name, tag="SELECT", key=key)
        self.press("Home")
        for _step in range(30):
            if self.page.evaluate("document.activeElement.selectedOptions[0].label") == option:
                return
            self.press("ArrowDown")
        raise AssertionError(f"{option!r} is not among the choices")


def is_well_made(page: Page) -> None:
    assert violations(page) == [], page.url
    assert not is_wider_than_the_screen(page), page.url


def public(watched: Watched, slug: str) -> str:
    """What everybody reads there, without a sign-in; the status where there is no page."""
    browser = watched.page.context.browser
    assert browser
    reader = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    answer = reader.goto(f"{watched.site.url}/kegiatan/{slug}")
    assert answer
    said = reader.locator("main").inner_text() if answer.ok else str(answer.status)
    reader.close()
    return said


def enter(keys: Keys, email: str) -> None:
    keys.fill("email", email)
    keys.fill("password", PASSWORD)
    keys.press("Enter")
    keys.page.wait_for_url("**/meja")


def begin(keys: Keys) -> str:
    """A draft; returns its slug."""
    keys.follow("Buat kegiatan", to="**/baru")
    keys.fill("title", "Keterbukaan Informasi dan Pemilih Muda")
    keys.fill("event_type", "Webinar")
    keys.fill("start_on", "kamis 10/12/26")
    keys.fill("starts", "13.30")
    keys.fill("ends", "16.00")
    expect(keys.page.locator("[data-echo-answer]")).to_contain_text("14.30–17.00 WITA")
    is_well_made(keys.page)
    keys.press("Enter")
    keys.page.wait_for_url("**/sunting")
    return keys.page.url.split("/")[-2]


def plan(keys: Keys) -> None:
    """A section, five people, three sessions, and the seats, from the top of the editor downwards."""
    keys.fill("dasar-theme", "Informasi untuk semua")
    keys.press("Tab")
    is_saved(keys.page, "dasar")
    for number, (duty, name, before, after, position) in enumerate(PEOPLE):
        keys.choose("orang-baru-duty", duty, key="Shift+Tab" if number else "Tab")
        keys.fill("orang-baru-name", name)
        keys.fill("orang-baru-title_prefix", before)
        keys.fill("orang-baru-title_suffix", after)
        keys.fill("orang-baru-position", position)
        keys.press("Enter")
        is_added(keys.page, "orang", number + 1)
    keys.to("sesi-baru-name")
    for number, (name, starts, ends) in enumerate(SESSIONS):
        keys.write(name)
        keys.fill("sesi-baru-starts", starts)
        keys.fill("sesi-baru-ends", ends)
        keys.press("Enter")
        is_added(keys.page, "sesi", number + 1)
    keys.to("pendaftaran-is_open")
    keys.press("Space")
    keys.fill("pendaftaran-quota", "50")
    keys.press("Tab")
    is_saved(keys.page, "pendaftaran")


def is_saved(page: Page, section: str) -> None:
    expect(page.locator(f"#{section} [data-status]")).to_contain_text("Tersimpan pukul")


def is_added(page: Page, rows: str, count: int) -> None:
    """The row is there, and one may write the next at once."""
    expect(page.locator(f"[data-rows={rows}] .sessions-row")).to_have_count(count)
    expect(page.locator(f"#{rows}-baru-name")).to_be_focused()


def test_a_webinar_from_the_first_idea_to_its_cancellation_by_keyboard(
    phone: Watched, organiser: str
) -> None:
    page = phone.open("/masuk")
    keys = Keys(page)
    enter(keys, organiser)
    is_well_made(page)
    keys.pressed = keys.typed = 0
    slug = begin(keys)
    assert public(phone, slug) == "404"
    plan(keys)
    assert keys.pressed + keys.typed < MOST_KEYS, keys
    is_well_made(page)

    keys.follow("Terbitkan", to="**/status/terbitkan", key="Shift+Tab")
    is_well_made(page)
    keys.follow("Terbitkan kegiatan", tag="BUTTON", to=f"**/kegiatan/{slug}")
    is_well_made(page)
    said = public(phone, slug)
    assert "Kamis, 10 Desember 2026" in said and "50 kursi tersisa" in said
    assert [said.count(name) for name, *_times in SESSIONS] == [1, 1, 1]
    assert all(name in said for name in PRINTED)

    keys.follow("Jadwalkan ulang", to="**/jadwal-ulang")
    keys.fill("start_on", "17/12/26")
    keys.fill("reason", "Narasumber bertugas di Jakarta")
    is_well_made(page)
    keys.follow("Jadwalkan ulang", tag="BUTTON", to=f"**/kegiatan/{slug}")
    said = public(phone, slug)
    assert "Semula Kamis, 10 Desember 2026" in said and "Narasumber bertugas di Jakarta" in said

    keys.follow("Salin kegiatan", to="**/salin")
    keys.fill("start_on", "7/1/27")
    expect(page.locator("[data-echo-answer]")).to_contain_text("Kamis, 7 Januari 2027. Pukul 13.30–16.00 WIB")
    is_well_made(page)
    keys.press("Enter")
    page.get_by_text("Salinan telah dibuat sebagai draf.").wait_for()
    copied = page.url.rpartition("/")[2]
    assert copied != slug and public(phone, copied) == "404"

    phone.open(f"/meja/kegiatan/{slug}")
    keys.follow("Batalkan kegiatan", to="**/batalkan")
    keys.fill("reason", "Anggaran dialihkan")
    is_well_made(page)
    keys.follow("Batalkan kegiatan", tag="BUTTON", to=f"**/kegiatan/{slug}")
    is_well_made(page)
    said = public(phone, slug)
    assert "Kegiatan ini dibatalkan" in said and "Anggaran dialihkan" in said
    assert "Pendaftaran tidak dibuka." in said


def send(page: Page, button: str, **fields: str) -> None:
    """A form is filled in, its button pressed, and the next page comes."""
    pressed = page.get_by_role("main").get_by_role("button", name=button, exact=True)
    for name, text in fields.items():
        page.locator(f"main form [name={name}]").fill(text)
    pressed.click()


def add(page: Page, rows: str, number: int, **fields: str) -> None:
    form = page.locator(f"form[data-save={rows}-baru]")
    for name, text in fields.items():
        form.locator(f"#{rows}-baru-{name}").fill(text)
    form.get_by_role("button", name="Tambahkan").click()
    is_added(page, rows, number + 1)


def test_the_same_without_scripts(plain_phone: Watched, organiser: str) -> None:
    page = plain_phone.open("/masuk")
    send(page, "Masuk", email=organiser, password=PASSWORD)
    page.get_by_role("link", name="Buat kegiatan").first.click()
    send(page, "Buat draf", title="Webinar tanpa skrip", start_on="10/12/26", starts="13.30", ends="16.00")
    page.wait_for_url("**/sunting")
    slug = page.url.split("/")[-2]
    for number, (duty, name, before, after, position) in enumerate(PEOPLE):
        page.locator("#orang-baru-duty").select_option(duty)
        titles = {"title_prefix": before, "title_suffix": after}
        add(page, "orang", number, name=name, position=position, **titles)
    for number, (name, starts, ends) in enumerate(SESSIONS):
        add(page, "sesi", number, name=name, starts=starts, ends=ends)
    page.locator("#pendaftaran-is_open").check()
    page.locator("form[data-save=pendaftaran]").get_by_role("button", name="Simpan").click()

    page.get_by_role("link", name="Terbitkan", exact=True).click()
    send(page, "Terbitkan kegiatan")
    said = public(plain_phone, slug)
    assert "Pendaftaran dibuka" in said
    assert all(name in said for name in PRINTED)

    page.get_by_role("link", name="Jadwalkan ulang kegiatan").click()
    send(page, "Jadwalkan ulang", start_on="17/12/26", reason="Aula dipakai")
    assert "Semula Kamis, 10 Desember 2026" in public(plain_phone, slug)

    page.get_by_role("link", name="Salin kegiatan").click()
    send(page, "Buat salinan", start_on="25/12/26")
    page.get_by_text("adalah hari libur nasional").wait_for()
    assert public(plain_phone, page.url.rpartition("/")[2]) == "404"

    plain_phone.open(f"/meja/kegiatan/{slug}")
    page.get_by_role("link", name="Batalkan kegiatan").click()
    send(page, "Batalkan kegiatan", reason="Anggaran dialihkan")
    said = public(plain_phone, slug)
    assert "Kegiatan ini dibatalkan" in said and "Anggaran dialihkan" in said
