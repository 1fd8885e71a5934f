"""The English catalogue is complete, fresh and used."""

from __future__ import annotations

import gettext
import re
import sys
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "scripts"))

import translations  # noqa: E402


def test_every_text_has_its_translation() -> None:
    ids = {m.id for m in translations.extracted() if m.id}
    known = translations.current()

    assert ids - {m.id for m in known} == set()
    assert translations.untranslated(known) == []


def test_translations_keep_the_places_of_values() -> None:
    def places(text: object) -> list[str]:
        return sorted(re.findall(r"%\(\w+\)[sd]", str(text)))

    for message in translations.current():
        if message.id and isinstance(message.id, str):
            assert places(message.string) == places(message.id), message.id


def test_the_compiled_catalogue_is_fresh() -> None:
    with translations.CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)

    for message in translations.current():
        if isinstance(message.id, tuple):
            forms = [compiled.ngettext(*message.id, n) for n in (1, 2)]
            assert forms == list(message.string), message.id
        elif message.id:
            assert compiled.gettext(message.id) == message.string, message.id


def test_the_choice_of_language_is_kept_and_undone(app: Flask, client: FlaskClient) -> None:
    first = client.get("/masuk").text
    client.get("/pilihan/bahasa?nilai=en&kembali=/masuk")
    second = client.get("/masuk").text
    client.get("/pilihan/bahasa?nilai=id&kembali=/masuk")

    assert '<html lang="id">' in first
    assert "<h1>Masuk</h1>" in first
    assert '<html lang="en">' in second
    assert "<h1>Sign in</h1>" in second
    assert client.get("/masuk").text.count("<h1>Masuk</h1>") == 1


def test_light_and_dark_are_told_to_the_page(app: Flask, client: FlaskClient) -> None:
    assert "data-bs-theme" not in client.get("/").text
    client.get("/pilihan/tema?nilai=gelap")
    assert 'data-bs-theme="dark"' in client.get("/").text
    client.get("/pilihan/tema?nilai=")
    assert "data-bs-theme" not in client.get("/").text
