"""Accounts in a real browser: from the set-up link to a passkey, a second step, a colleague, a lost sign-in.

An installation of its own, reached as ``localhost``: browsers keep passkeys for names, never for numbers.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyotp
import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect
from werkzeug.serving import make_server

from tests.browser.conftest import PHONE, is_wider_than_the_screen
from tests.browser.test_accessibility import violations
from tests.conftest import SECRET
from tests.factories.outbox import delivered
from webinar import create_app
from webinar.adapters.links import setup_token
from webinar.config import read_settings
from webinar.core.access import OfficeRole
from webinar.db import db
from webinar.services.colleague import invite_colleague
from webinar.services.installation import prepare_installation
from webinar.services.sign_in import end_sign_ins

EMAIL, PASSWORD = "sri@kpu.example", "kopi tubruk di teras"


@dataclass(frozen=True)
class Place:
    """An empty installation, and its set-up link."""

    url: str
    app: Flask
    set_up: str


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    server = make_server("localhost", 0, lambda *_: [], threaded=True)
    url = f"http://localhost:{server.server_port}"
    app = create_app(
        read_settings(
            instance=tmp_path / "instance",
            secret_key=SECRET,
            base_url=url,
            database_url=None,
            rate_limits=False,
        )
    )
    server.app = app
    with app.app_context():
        prepare_installation()
        set_up = f"/mulai/{setup_token()}"
        db.session.remove()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Place(url, app, set_up)
    server.shutdown()
    thread.join()
    server.server_close()
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, locale="id-ID")  # type: ignore[arg-type]
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if "Security Policy" in said.text else None)
    yield page
    context.close()
    assert complaints == []


def press(page: Page, word: str) -> None:
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=word).first.click()


def looks_well(page: Page) -> None:
    assert violations(page) == [], page.url
    assert not is_wider_than_the_screen(page), page.url


def set_up(page: Page, place: Place) -> None:
    page.goto(place.url + place.set_up)
    looks_well(page)
    page.fill("#office", "KPU Kabupaten Bantul")
    page.fill("#name", "Sri Wahyuni")
    page.fill("#email", EMAIL)
    page.fill("#password", PASSWORD)
    page.fill("#repeated", PASSWORD)
    press(page, "Buat akun")
    page.wait_for_url("**/masuk")


def sign_in(page: Page, place: Place, then: str = "/akun") -> None:
    page.goto(f"{place.url}/masuk?next={then}")
    page.fill("#email", EMAIL)
    page.fill("#password", PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def with_keys(page: Page) -> None:
    """A device that keeps passkeys and whose owner always consents."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def test_a_passkey_is_made_and_opens_the_desk_and_confirms(phone: Page, place: Place) -> None:
    with_keys(phone)
    set_up(phone, place)
    sign_in(phone, place)

    phone.goto(place.url + "/akun/kunci-sandi")
    looks_well(phone)
    phone.fill("#name", "Ponsel Sri")
    press(phone, "Buat kunci sandi")
    phone.wait_for_url("**/akun")
    looks_well(phone)
    phone.goto(place.url + "/akun/kunci-sandi")
    phone.fill("#name", "Sekali lagi")
    phone.get_by_role("button", name="Buat kunci sandi").click()
    expect(phone.locator("[data-said]")).to_have_text(
        "Perangkat ini sudah memiliki kunci sandi untuk akun Anda."
    )
    phone.context.clear_cookies()
    phone.goto(place.url + "/masuk?next=/akun/konfirmasi")
    press(phone, "Masuk dengan kunci sandi")
    phone.wait_for_url("**/akun/konfirmasi")
    looks_well(phone)
    press(phone, "Pakai kunci sandi")
    phone.wait_for_url("**/meja")


def test_the_second_step_works_without_scripts_and_with_the_keyboard(
    browser: Browser, phone: Page, place: Place
) -> None:
    set_up(phone, place)
    sign_in(phone, place, "/akun/dua-langkah")
    looks_well(phone)
    application = pyotp.TOTP(re.sub(r"\s", "", phone.inner_text(".totp-key")))
    phone.fill("#code", application.now())
    press(phone, "Aktifkan")
    codes = phone.locator(".recovery-codes li").all_inner_texts()
    looks_well(phone)
    phone.goto(place.url + "/akun/dua-langkah")
    looks_well(phone)

    plain: BrowserContext = browser.new_context(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    page = plain.new_page()
    sign_in(page, place)
    page.get_by_role("link", name="Pakai kode pemulihan").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/masuk/kode-pemulihan")
    page.keyboard.type(codes[0])  # the field has the focus
    page.keyboard.press("Enter")
    page.wait_for_url("**/akun")

    assert "Tersisa 9 kode." in page.inner_text("main")
    assert page.locator(".passkey").count() == 0
    plain.close()


def test_what_was_typed_outlasts_the_sign_in(phone: Page, place: Place) -> None:
    set_up(phone, place)
    sign_in(phone, place, "/meja/orang/baru")
    phone.locator("main form input.form-control:not([type=file])").first.fill("Budi Santoso")
    with place.app.app_context():
        end_sign_ins(1)
    with phone.expect_navigation():
        phone.locator("main form button[type=submit]").last.click()
    looks_well(phone)
    phone.get_by_text("Lihat isian").click()
    looks_well(phone)

    with phone.context.expect_page() as opened:
        phone.get_by_role("link", name="Masuk di tab baru").click()
    other = opened.value
    other.fill("#email", EMAIL)
    other.fill("#password", PASSWORD)
    other.keyboard.press("Enter")
    other.wait_for_url("**/akun/selesai")
    looks_well(other)
    other.close()
    press(phone, "Kirim lagi")

    assert "Budi Santoso" in phone.content()
    assert "Isian Anda masih ada" not in phone.content()


def test_a_colleague_joins_from_the_mail(phone: Page, place: Place) -> None:
    with place.app.app_context():
        now = datetime.now(UTC)
        invite_colleague("budi@kpu.example", None, OfficeRole.OPERATOR, actor=None, now=now)
        (mail,) = delivered(place.app, now)
    (link,) = re.findall(r"http://localhost:\d+/undangan-rekan/\S+", mail.get_content())

    phone.goto(link)
    looks_well(phone)
    phone.fill("#name", "Budi Santoso")
    phone.fill("#password", "pendek")
    press(phone, "Buat akun dan bergabung")
    looks_well(phone)
    assert phone.evaluate("document.activeElement.id") == "kesalahan"
    phone.fill("#password", PASSWORD)
    phone.fill("#repeated", PASSWORD)
    press(phone, "Buat akun dan bergabung")
    phone.wait_for_url("**/meja")
    phone.goto(link)

    assert "Undangan tidak berlaku" in phone.inner_text("main")
    looks_well(phone)


def test_the_own_account_has_no_violation(phone: Page, place: Place) -> None:
    set_up(phone, place)
    sign_in(phone, place)

    for path in ("", "/kata-sandi", "/alamat", "/nama", "/konfirmasi", "/selesai"):
        phone.goto(f"{place.url}/akun{path}")
        looks_well(phone)


def test_the_doors_have_no_violation(phone: Page, place: Place) -> None:
    for path in ("/masuk", "/masuk/lupa", "/masuk/lupa/terkirim", "/masuk/atur-ulang/x", "/undangan-rekan/x"):
        phone.goto(place.url + path)
        looks_well(phone)
