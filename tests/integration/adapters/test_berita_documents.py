"""The berita as files: tagged PDF with its font inside, DOCX with real lists, the same bytes every time."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from webinar.adapters.documents.berita import docx, pdf
from webinar.core.berita import Article, compose
from webinar.core.document.read import read_document

GOLDEN = Path(__file__).parents[2] / "golden" / "berita"


@pytest.fixture(params=["seed", "organiser_hybrid", "awkward_notes"])
def article(request: pytest.FixtureRequest) -> Article:
    return compose(read_document(json.loads((GOLDEN / f"{request.param}.json").read_text(encoding="utf-8"))))


def squeezed(value: str) -> str:
    """Without any space: a PDF breaks lines where it likes."""
    return "".join(value.split())


def test_pdf_is_tagged_and_says_every_sentence(article: Article) -> None:
    reader = PdfReader(io.BytesIO(pdf(article)))

    printed = squeezed("".join(page.extract_text() for page in reader.pages))

    assert (
        reader.trailer["/Root"]["/MarkInfo"]["/Marked"] is True
        or reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    )
    assert reader.trailer["/Root"]["/Lang"] == "id-ID"
    assert reader.metadata is not None
    assert reader.metadata.title == article.headline.text
    for sentence in (article.headline, *article.sentences):
        assert squeezed(sentence.text.rstrip(".")) in printed


def test_docx_has_heading_paragraphs_and_numbered_lists(article: Article) -> None:
    document = Document(io.BytesIO(docx(article)))

    written = [paragraph.text for paragraph in document.paragraphs]

    assert document.paragraphs[0].style.name == "Heading 1"
    assert written[0] == article.headline.text
    for sentence in article.sentences:
        assert any(sentence.text in paragraph for paragraph in written)


def test_each_list_of_a_docx_begins_at_one() -> None:
    article = compose(read_document(json.loads((GOLDEN / "long_lists.json").read_text(encoding="utf-8"))))

    document = Document(io.BytesIO(docx(article)))

    lists = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"]
    assert len(lists) == 11
    assert len(set(lists)) == 2


def test_files_are_the_same_bytes_each_time(article: Article) -> None:
    assert pdf(article) == pdf(article)
    assert docx(article) == docx(article)
