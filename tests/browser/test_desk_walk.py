"""Every page of the desk and of one's own account, on a phone: no violation, no sideways reading, a way up.

New addresses are found by themselves; a new part of an address needs its row in ``things``.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from sqlalchemy import select
from werkzeug.routing import Rule
from werkzeug.serving import make_server

from tests.browser.conftest import DESKTOP, PHONE, Site, Watched, is_wider_than_the_screen
from tests.browser.test_accessibility import violations
from tests.conftest import SECRET
from webinar import create_app
from webinar.adapters.uploads import keep_upload
from webinar.config import read_settings
from webinar.db import db, transaction
from webinar.models import (
    Berita,
    EventSeries,
    EventTemplate,
    Membership,
    Office,
    Person,
    Position,
    User,
)

NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)
WALKED = ("/meja", "/akun")
AT_THE_TOP = re.compile(
    r"/(meja(/(kegiatan|orang|satuan-kerja|rangkaian|templat|riwayat|cari))?|akun(/(konfirmasi|selesai))?)$"
)
AS_THE_PUBLIC_SEES = "/pratinjau"
NOT_WALKED = frozenset({"token"})  # mailed links


def things(site: Site) -> dict[str, Callable[[], str]]:
    """A thing for each part of an address, from the demo or made for the walk."""

    def first(column: object) -> str:
        return str(db.session.scalars(select(column).order_by(column)).first())  # type: ignore[call-overload]

    return {
        "slug": lambda: site.open_event,
        "berita_id": lambda: first(Berita.id),
        "person_id": lambda: first(Person.id),
        "other_id": lambda: str(db.session.scalars(select(Person.id).order_by(Person.id.desc())).first()),
        "position_id": lambda: first(Position.id),
        "office_slug": lambda: str(db.session.scalar(select(Office.slug).where(Office.level == "province"))),
        "series_id": lambda: first(EventSeries.id),
        "template_id": lambda: first(EventTemplate.id),
        "number": lambda: first(EventTemplate.id),
        "section": lambda: "waktu",
        "rows": lambda: "orang",
        "word": lambda: "batalkan",
        "user_id": lambda: first(User.id),
        "upload": _an_upload,
    }


def _an_upload() -> str:
    owner = db.session.scalars(select(User.id)).first()
    return keep_upload(b"Nama;Kota\nKPU RI;Jakarta\n", filename="satker.csv", owner_id=owner, now=NOW)


@pytest.fixture(scope="module")
def addresses(site: Site) -> list[str]:
    """All that can be opened, with samples in their parts."""
    with site.app.app_context():
        _made_for_the_walk()
        known = things(site)
        rules = [rule for rule in site.app.url_map.iter_rules() if _is_walked(rule)]
        unknown = {part for rule in rules for part in rule.arguments} - set(known)
        assert unknown == set(), "a new part of an address needs its row in things()"
        found = sorted({_address(rule, known) for rule in rules})
        db.session.remove()
    return found


def _is_walked(rule: Rule) -> bool:
    is_ours = rule.rule.startswith(WALKED) and "GET" in (rule.methods or ())
    return is_ours and not rule.arguments & NOT_WALKED


def _address(rule: Rule, known: dict[str, Callable[[], str]]) -> str:
    return re.sub(r"<(?:[^:<>]*:)?(\w+)>", lambda part: known[part[1]](), rule.rule)


def _made_for_the_walk() -> None:
    """What the demo has none of."""
    with transaction() as tx:
        user_id = tx.session.scalars(select(User.id)).first()
        place = tx.session.scalars(select(Office.id).where(Office.level == "province")).first()
        tx.session.add(Membership(user_id=user_id, office_id=place, role="reader", created_at=NOW))
        office_id = tx.session.scalars(select(Office.id).order_by(Office.id)).first()
        tx.session.add(
            EventSeries(office_id=office_id, name="Webinar bulanan", rule="monthly", created_at=NOW)
        )
        tx.session.add(
            EventTemplate(
                office_id=office_id,
                name="Webinar satu sesi",
                document={"title": "Webinar"},
                created_at=NOW,
                changed_at=NOW,
            )
        )


@pytest.fixture
def signed_in(browser: Browser, site: Site) -> Iterator[Watched]:
    context = browser.new_context(viewport=PHONE, locale="id-ID")  # type: ignore[arg-type]
    found = Watched(context, site)
    page = found.open("/masuk")
    page.fill("#email", site.sign_in.email)
    page.fill("#password", site.sign_in.password)
    page.locator("main form button").first.click()
    page.wait_for_url("**/meja")
    yield found
    context.close()
    assert found.complaints == []


def test_every_page_is_accessible_and_fits_a_phone(signed_in: Watched, addresses: list[str]) -> None:
    wrong, walked = [], 0

    for address in addresses:
        answer = signed_in.page.context.request.get(signed_in.site.url + address, max_redirects=0)
        is_shut = answer.status == 404 and address.startswith("/akun")  # passkeys want https
        if answer.status not in (200, 302, 303) and not is_shut:
            wrong.append(f"{address}: answered {answer.status}")
        if answer.status == 200 and "<html" in answer.text():  # else it leads on, or is a file or a fragment
            walked += 1
            signed_in.open(address)
            wrong += [f"{address}: {fault}" for fault in faults(signed_in.page, address)]

    assert wrong == [], "\n".join(wrong)
    assert walked > 25


def faults(page: Page, address: str) -> Iterator[str]:
    yield from violations(page)
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        if is_wider_than_the_screen(page):
            yield f"wider than {size['width']} px"
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    if page.locator("h1").count() != 1:
        yield f"{page.locator('h1').count()} main headings"
    if not page.locator("header.desk-kop").count() and not address.endswith(AS_THE_PUBLIC_SEES):
        yield "not in the desk's frame"
    if not AT_THE_TOP.match(address) and not page.locator("nav.crumbs").count():
        yield "no way up"


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an installation in development."""
    folder: Path = tmp_path_factory.mktemp("workshop")
    settings = read_settings(instance=folder, secret_key=SECRET, database_url=None, development=True)
    server = make_server("127.0.0.1", 0, create_app(settings), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_page_of_components_is_accessible_and_fits_a_phone(
    browser: Browser, workshop: str, size: dict[str, int]
) -> None:
    page = browser.new_page(viewport=size)  # type: ignore[arg-type]
    page.goto(f"{workshop}/_dev/components")

    found, is_wide = violations(page), is_wider_than_the_screen(page)
    page.close()

    assert found == []
    assert not is_wide


def test_slash_leads_to_the_search_and_escape_closes_the_menu(signed_in: Watched) -> None:
    page = signed_in.open("/meja")

    page.keyboard.press("/")
    page.keyboard.type("kpu/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/meja/cari?cari=kpu%2F")
    page.locator(".desk-menu > summary").click()
    was_open = page.locator(".desk-menu-box").is_visible()
    page.keyboard.press("Escape")

    assert was_open and not page.locator(".desk-menu-box").is_visible()
