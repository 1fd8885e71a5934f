"""Escaping happens at output, and only there."""

from __future__ import annotations

from webinar.core.berita.model import (
    Article,
    Figure,
    Listing,
    Paragraph,
    Sentence,
    article_from_dict,
    article_to_dict,
)
from webinar.core.berita.render import html, html_document, markdown, text

ARTICLE = Article(
    headline=Sentence("R&D <Kita>", ("title",)),
    dateline=Sentence("Bantul"),
    blocks=(
        Paragraph(
            "lead", (Sentence("Ma'ruf & *stakeholder* hadir.", ("speakers[0].name",)), Sentence("Selesai."))
        ),
        Listing("material", (Sentence("1. satu."), Sentence("<b>dua</b>."))),
    ),
    hashtags=("#A", "#B"),
    byline=Sentence("(Penulis: D)"),
    figures=(Figure("a.jpg", "Takarir.", None, "Humas", "photos[0]"),),
)


def test_plain_text_keeps_every_sign() -> None:
    assert text(ARTICLE) == (
        "R&D <Kita>\n\nBantul – Ma'ruf & *stakeholder* hadir. Selesai.\n\n1. 1. satu.\n2. <b>dua</b>.\n\n"
        "#A #B\n\n(Penulis: D)\n\nTakarir. (Foto: Humas)\n"
    )


def test_html_escapes_and_sets_foreign_words_in_italics() -> None:
    assert html(ARTICLE) == (
        '<p>Bantul – Ma\'ruf &amp; *<i lang="en">stakeholder</i>* hadir. Selesai.</p>\n'
        "<ol>\n<li>1. satu.</li>\n<li>&lt;b&gt;dua&lt;/b&gt;.</li>\n</ol>\n"
        "<figure><figcaption>Takarir. (Foto: Humas)</figcaption></figure>\n"
        '<p class="hashtags">#A #B</p>\n<p class="byline">(Penulis: D)</p>\n'
    )


def test_html_document_names_its_language_and_title() -> None:
    page = html_document(ARTICLE)

    assert page.startswith('<!doctype html>\n<html lang="id">')
    assert "<title>R&amp;D &lt;Kita&gt;</title>" in page


def test_markdown_never_becomes_markup() -> None:
    made = markdown(ARTICLE)

    assert made.startswith("# R&D \\<Kita\\>\n")
    assert "\\*stakeholder\\*" in made
    assert "1. 1\\. satu." in made


def test_article_comes_back_from_json_values() -> None:
    assert article_from_dict(article_to_dict(ARTICLE)) == ARTICLE
