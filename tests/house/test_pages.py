"""Every template compiles, every address is guarded or open by decision, every mail kind has a text."""

from __future__ import annotations

import re
from pathlib import Path

from flask import Flask

from webinar.cli.map import address_map

ROOT = Path(__file__).parents[2]

KIND = r'"((?:registration|account)_[a-z_]+(?<!_id)|event_[a-z]+ed)"'
OPEN_TO_EVERYBODY = {"public", "preferences", "health", "account"}


def test_every_template_compiles(installed: Flask) -> None:
    names = installed.jinja_env.list_templates(extensions=["html", "txt", "xml"])

    for name in names:
        installed.jinja_env.get_template(name)
    assert len(names) > 15


def test_every_address_is_guarded_or_open_by_decision(app: Flask) -> None:
    client = app.test_client()
    doors = {rule.endpoint.partition(".")[0] for rule in app.url_map.iter_rules()}

    for rule in app.url_map.iter_rules():
        if rule.endpoint.startswith(("desk.", "own.")) and "GET" in (rule.methods or ()):
            address = re.sub(r"<int[^>]*>", "1", rule.rule)
            address = re.sub(r"<\w+>", "x", address)
            answer = client.get(address)
            assert answer.status_code == 302, rule
            assert answer.headers["Location"].startswith("/masuk"), rule
    assert doors - OPEN_TO_EVERYBODY == {"desk", "own"}


def test_the_map_of_addresses_is_current(installed: Flask) -> None:
    written = (ROOT / "docs/developer/map.md").read_text()

    assert address_map(installed) == written, "run: webinar map -o docs/developer/map.md"


def test_every_page_has_a_title_and_a_language(installed: Flask) -> None:
    base = (ROOT / "templates/layout/base.html").read_text()
    pages = [p for p in (ROOT / "templates").rglob("*.html") if "{% extends" in p.read_text()]
    untitled = [str(p) for p in pages if "layout" not in p.parts and "{% block title %}" not in p.read_text()]

    assert '<html lang="{{ language }}"' in base
    assert untitled == []
    assert len(pages) > 15


def test_no_page_has_inline_code() -> None:
    offenders = [
        str(path)
        for path in (ROOT / "templates").rglob("*.html")
        if re.search(
            r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*(src=|application/ld\+json))", path.read_text()
        )
    ]

    assert offenders == []


def test_every_mail_kind_has_a_template() -> None:
    kinds = {
        kind
        for path in (ROOT / "webinar/services").glob("*.py")
        for kind in re.findall(KIND, path.read_text())
    }

    texts = {path.stem for path in (ROOT / "templates/mail").glob("[!_]*.txt")}

    documented = (ROOT / "docs/operator/mails.md").read_text()

    assert kinds == texts
    assert [kind for kind in kinds if f"`{kind}`" not in documented] == []
