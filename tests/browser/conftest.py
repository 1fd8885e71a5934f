"""A live server with the demo, and a browser. Without chromium these tests are skipped with one line."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from sqlalchemy import select
from werkzeug.serving import make_server

from tests.conftest import SECRET
from webinar import create_app
from webinar.config import read_settings
from webinar.db import db
from webinar.models import Berita, Event
from webinar.services.demo import SignIn, demo_sign_in, load_demo
from webinar.services.installation import prepare_installation

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1440, "height": 900}


@dataclass(frozen=True)
class Site:
    """The address of the running demo, and what is to be found there."""

    url: str
    app: Flask
    open_event: str  # has groups, speakers and free seats
    full_event: str  # keeps a waiting list
    late_event: str  # midnight lies between the zones
    long_event: str  # several days with a programme, hybrid
    past_event: str
    berita: str
    sign_in: SignIn


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    server = make_server("127.0.0.1", 0, lambda *_: [], threaded=True)
    url = f"http://127.0.0.1:{server.server_port}"
    settings = read_settings(
        instance=tmp_path_factory.mktemp("demo"),
        secret_key=SECRET,
        base_url=url,
        database_url=None,
        rate_limits=False,
    )
    app = create_app(settings)
    server.app = app
    with app.app_context():
        prepare_installation()
        load_demo()
        found = _found(url, app)
        db.session.remove()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()
    with app.app_context():
        db.engine.dispose()


def _found(url: str, app: Flask) -> Site:
    events = list(db.session.scalars(select(Event).order_by(Event.start_on)))
    past = events[0]
    sign_in = demo_sign_in(app.config["SETTINGS"].instance)
    assert sign_in is not None
    return Site(
        url=url,
        app=app,
        open_event=next(e.slug for e in events if e.quota == 500),
        full_event=next(e.slug for e in events if e.waiting_count),
        late_event=next(e.slug for e in events if e.starts_at and e.starts_at.hour == 15),
        long_event=next(e.slug for e in events if e.end_on and e.end_on > e.start_on),
        past_event=past.slug,
        berita=db.session.scalars(select(Berita.slug).where(Berita.state == "published")).one(),
        sign_in=sign_in,
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Watched:
    """A page whose console and requests are watched: no error, nothing from elsewhere."""

    def __init__(self, context: BrowserContext, site: Site) -> None:
        self.page = context.new_page()
        self.site = site
        self.complaints: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self._see(request.url))

    def open(self, path: str) -> Page:
        self.page.goto(self.site.url + path)
        return self.page

    def _hear(self, message: object) -> None:
        text = f"{message.type}: {message.text}"  # type: ignore[attr-defined]
        if message.type in ("error", "warning") and "Failed to load resource" not in text:  # type: ignore[attr-defined]
            self.complaints.append(text)

    def _see(self, url: str) -> None:
        if not url.startswith((self.site.url, "data:")):
            self.complaints.append(f"asked elsewhere: {url}")


def is_wider_than_the_screen(page: Page) -> bool:
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return bool(width > 0)


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def size(request: pytest.FixtureRequest) -> dict[str, int]:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def watched(browser: Browser, site: Site, size: dict[str, int]) -> Iterator[Watched]:
    context = browser.new_context(viewport=size, locale="id-ID")  # type: ignore[arg-type]
    found = Watched(context, site)
    yield found
    context.close()
    assert found.complaints == []
