"""Whole reports as files, read like code: ``tests/golden/berita/<name>.json`` → ``<name>.txt``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from webinar.core.berita import LEADS, Style, compose
from webinar.core.berita.render import html_document, markdown, text
from webinar.core.document.model import EventDocument
from webinar.core.document.read import read_document

GOLDEN = Path(__file__).parents[3] / "golden" / "berita"
NAMES = sorted(path.stem for path in GOLDEN.glob("*.json"))
RENDERED = [(name, ".txt", Style()) for name in NAMES]
RENDERED += [("seed", f".{lead}.txt", Style(lead=lead)) for lead in LEADS if lead != "date"]
RENDERED += [
    ("organiser_hybrid", f".{lead}.txt", Style(lead=lead)) for lead in ("purpose", "issue", "figures")
]
RENDERED += [
    ("long_question", ".issue.txt", Style(lead="issue")),
    ("purpose_attendee", ".purpose.txt", Style(lead="purpose")),
    ("bawaslu_own_zone", ".wit.txt", Style(zone="WIT", clock="range", dateline="always")),
    ("hospital", ".plain_names.txt", Style(degrees=False, greeting="Hai #TemanSehat,")),
]


def document_named(name: str) -> EventDocument:
    return read_document(json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8")))


def compare(path: Path, made: str, *, update: bool) -> None:
    if update:
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "ending", "style"), RENDERED, ids=[f"{n}{e}" for n, e, _ in RENDERED])
def test_report_is_the_golden_text(name: str, ending: str, style: Style, update_golden: bool) -> None:
    made = text(compose(document_named(name), style))

    compare(GOLDEN / f"{name}{ending}", made, update=update_golden)


@pytest.mark.parametrize("name", ["seed", "awkward_notes", "markup_in_notes"])
def test_markup_is_the_golden_markup(name: str, update_golden: bool) -> None:
    article = compose(document_named(name))

    compare(GOLDEN / f"{name}.md", markdown(article), update=update_golden)
    compare(GOLDEN / f"{name}.html", html_document(article), update=update_golden)
