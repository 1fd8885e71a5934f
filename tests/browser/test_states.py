"""An event's life on the desk: what will follow is said, a reason is asked, everybody sees what happened."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PHONE, Site, Watched, is_wider_than_the_screen
from tests.browser.test_accessibility import violations
from tests.factories.registration import an_event, registrant
from webinar.db import db
from webinar.models import Event, Office
from webinar.services.registration import register_participant
from webinar.services.state import publish_event

MONDAY = date(2027, 3, 15)


def sign_in(page: Page, site: Site) -> None:
    page.goto(site.url + "/masuk")
    page.get_by_label("Alamat surel").fill(site.sign_in.email)
    page.get_by_label("Kata sandi", exact=True).fill(site.sign_in.password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/meja")


@pytest.fixture
def desk(watched: Watched) -> Watched:
    sign_in(watched.page, watched.site)
    return watched


@pytest.fixture
def draft(site: Site) -> str:
    """A draft of its own, so that the demo's events stay as they are."""
    with site.app.app_context():
        keeper = db.session.query(Office).filter_by(slug="kpu-ri").one()
        event_id = an_event(
            title="Rapat Kerja Data Pemilih",
            state="draft",
            keeper_id=keeper.id,
            organiser_id=keeper.id,
            organiser_name=keeper.name,
            start_on=MONDAY,
            starts_at=datetime(2027, 3, 15, 3, tzinfo=UTC),
            ends_at=datetime(2027, 3, 15, 5, tzinfo=UTC),
        )
        slug = f"uji-status-{event_id}"
        db.session.get_one(Event, event_id).slug = slug
        db.session.commit()
        db.session.remove()
    return slug


@pytest.mark.parametrize(
    "path",
    [
        "/meja/kegiatan/{open_event}",
        "/meja/kegiatan/{past_event}",
        "/meja/kegiatan/{open_event}/status/batalkan",
        "/meja/kegiatan/{long_event}/status/jadwal-ulang",
        "/meja/kegiatan/{past_event}/status/arsipkan",
        "/meja/kegiatan/{past_event}/riwayat",
        "/meja/riwayat",
        "/meja/riwayat?oleh=tidakada&sejak=31/11/26",
    ],
)
def test_the_pages_of_states_and_history_have_no_violation(desk: Watched, path: str) -> None:
    page = desk.open(path.format(**vars(desk.site)))

    assert violations(page) == []
    assert not is_wider_than_the_screen(page)


def test_an_event_is_published_moved_and_called_off_and_its_page_says_so(desk: Watched, draft: str) -> None:
    page = desk.open(f"/meja/kegiatan/{draft}")
    page.get_by_role("link", name="Terbitkan", exact=True).click()
    page.get_by_role("button", name="Terbitkan kegiatan").click()
    page.get_by_text("Kegiatan telah terbit.").wait_for()
    with desk.site.app.app_context():
        event_id = db.session.query(Event.id).filter_by(slug=draft).scalar()
        register_participant(event_id, registrant(), now=datetime.now(UTC))
        db.session.remove()

    page.get_by_role("link", name="Jadwalkan ulang kegiatan").click()
    page.get_by_text("1 orang akan menerima surel.").wait_for()
    page.get_by_label("Tanggal baru").fill("selasa 16/3/27")
    page.get_by_text("Selasa, 16 Maret 2027.").wait_for()  # answered while it is typed
    page.get_by_label("Alasan").fill("Aula dipakai rapat lain")
    assert violations(page) == []
    page.get_by_role("button", name="Jadwalkan ulang").click()
    page.get_by_text("Surel pemberitahuan sedang dikirim kepada 1 orang.").wait_for()

    page.get_by_role("link", name="Batalkan kegiatan").click()
    page.get_by_role("button", name="Batalkan kegiatan").click()
    page.get_by_role("alert").get_by_text("Isian ini wajib diisi.").wait_for()
    page.get_by_label("Alasan").fill("Anggaran dialihkan")
    page.get_by_role("button", name="Batalkan kegiatan").click()
    page.get_by_text("Kegiatan telah dibatalkan.").wait_for()

    page.get_by_role("link", name="Halaman publik").click()
    page.get_by_role("heading", name="Kegiatan ini dibatalkan").wait_for()
    page.get_by_text("Pengumuman sebelumnya").click()
    page.get_by_text("Semula Senin, 15 Maret 2027").first.wait_for()
    assert violations(page) == []
    assert not is_wider_than_the_screen(page)


def test_an_event_is_postponed_without_scripts_by_the_keyboard(
    browser: Browser, site: Site, draft: str
) -> None:
    with site.app.app_context():
        publish_event(
            db.session.query(Event.id).filter_by(slug=draft).scalar(), actor=None, now=datetime.now(UTC)
        )
        db.session.remove()
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="id-ID")  # type: ignore[arg-type]
    page = context.new_page()
    sign_in(page, site)

    page.goto(f"{site.url}/meja/kegiatan/{draft}")
    page.get_by_role("link", name="Tunda kegiatan").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Alasan").focus()
    page.keyboard.type("Menunggu narasumber")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.get_by_text("Kegiatan telah ditunda.").wait_for()
    page.get_by_role("heading", name="Kegiatan ini ditunda").wait_for()
    context.close()
