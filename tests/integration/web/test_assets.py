from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from webinar.web.assets import FOLDER, asset_url

pytestmark = pytest.mark.usefixtures("app")


def test_every_file_a_page_asks_for_is_there_and_kept_for_a_year(client: FlaskClient) -> None:
    page = client.get("/").text

    asked = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', page))
    assert len(asked) == 7
    for address in asked:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert "max-age=31536000" in answer.headers["Cache-Control"], address
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        answer.close()


def test_addresses_follow_the_content() -> None:
    assert re.fullmatch(r"/static/app\.css\?v=[0-9a-f]{10}", asset_url("app.css"))
    with pytest.raises(FileNotFoundError):
        asset_url("tidak-ada.css")


def test_styles_and_scripts_ask_nothing_of_other_hosts() -> None:
    for path in [*FOLDER.glob("*.css"), *FOLDER.glob("*.js"), *FOLDER.glob("vendor/*.css")]:
        text = path.read_text()
        addresses = re.findall(r"url\(\s*[\"']?((?:https?:)?//[^)]+)", text) + re.findall(
            r"(?:fetch|import)\([\"'](https?:[^\"']+)", text
        )
        assert addresses == [], path


def test_both_dark_palettes_are_the_same() -> None:
    """One for who chose dark, one for devices that are dark."""
    text = (FOLDER / "tokens.css").read_text()

    blocks = [
        set(re.findall(r"(--[\w-]+): ([^;]+);", block))
        for block in re.findall(r"color-scheme: dark;([^}]+)", text)
    ]

    assert len(blocks) == 2
    assert blocks[0] == blocks[1]
    assert len(blocks[0]) > 20


def test_fonts_and_the_kit_come_with_their_licences() -> None:
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "fonts/plus-jakarta-sans-OFL.txt").read_text()
    assert "The MIT License" in (FOLDER / "vendor/bootstrap-LICENSE.txt").read_text()
