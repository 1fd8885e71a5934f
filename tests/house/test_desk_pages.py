"""Pages of the desk look alike: one frame, a way up, and parts that are documented."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import settings_for
from webinar import create_app
from webinar.web.components import components

TEMPLATES = Path(__file__).parents[2] / "templates"
TOP_LEVEL = {  # reached by a tab or from the head
    "home/home.html",
    "event/list.html",
    "person/list.html",
    "office/list.html",
    "series/list.html",
    "template/list.html",
    "history/list.html",
    "search/search.html",
}


AS_THE_PUBLIC_SEES = {"editor/preview.html"}


def pages() -> dict[str, str]:
    """The desk's templates that are whole pages of its own, by their names below ``desk/``."""
    found = {
        str(path.relative_to(TEMPLATES / "desk")): path.read_text()
        for path in (TEMPLATES / "desk").rglob("*.html")
    }
    return {
        name: text
        for name, text in found.items()
        if not Path(name).name.startswith("_") and name not in AS_THE_PUBLIC_SEES
    }


def test_every_page_of_the_desk_stands_in_its_frame() -> None:
    found = pages()

    assert [name for name, text in found.items() if '{% extends "layout/desk.html" %}' not in text] == []
    assert len(found) > 25


def test_every_page_of_the_desk_leads_up_or_is_at_the_top() -> None:
    found = pages()

    without = {name for name, text in found.items() if not re.search(r"\{\{ crumbs\(|class=\"crumbs\"", text)}

    assert without - TOP_LEVEL == set()
    assert TOP_LEVEL - set(found) == set()


def test_every_component_says_when_to_use_it() -> None:
    assert [f"{one.file}: {one.name}" for one in components().values() if not one.use] == []
    assert len(components()) > 40


def test_the_page_of_components_shows_all_of_them_in_development_only(tmp_path: Path) -> None:
    developing = create_app(settings_for(tmp_path, None, development=True))
    serving = create_app(settings_for(tmp_path, None))

    page = developing.test_client().get("/_dev/components")

    assert page.status_code == 200
    assert [name for name in components() if f'id="{name}"' not in page.text] == []
    assert serving.test_client().get("/_dev/components").status_code == 404
