"""A berita as DOCX and as PDF; both from the same article, with foreign words in italics."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from webinar.adapters.documents.typesetting import typeset
from webinar.core.berita.model import Article, Block, Listing, Paragraph
from webinar.core.berita.render import caption
from webinar.core.indonesian.foreign import spans

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as DocxParagraph

Runs = list[tuple[str, bool]]  # text, and whether it is a foreign word
FONT = "Arial"  # not embedded in DOCX, so one that every office computer has
UNCHANGING = datetime(2000, 1, 1, tzinfo=UTC)  # documents carry no time of making: same article, same bytes


def pdf(article: Article) -> bytes:
    """A tagged A4 PDF (PDF/UA-1) with its font inside; the same bytes for the same article."""
    return typeset("berita", _data(article))


def _data(article: Article) -> dict[str, Any]:
    blocks = [_block(block) for block in article.blocks]
    if article.dateline and blocks:
        blocks[0]["dateline"] = article.dateline.text
    return {
        "headline": article.headline.text,
        "title": spans(article.headline.text),
        "author": article.byline.text.strip("()") if article.byline else "",
        "description": article.sentences[0].text if article.sentences else article.headline.text,
        "blocks": blocks,
        "captions": [spans(caption(figure)) for figure in article.figures if caption(figure)],
        "hashtags": " ".join(article.hashtags),
        "byline": article.byline.text if article.byline else "",
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Listing):
        items = [spans(item.text) for item in block.items]
        return {"kind": "list", "ordered": block.ordered, "items": items}
    return {"kind": "paragraph", "runs": spans(str(block))}


def docx(article: Article) -> bytes:
    """A DOCX with real headings and numbered lists, in Indonesian; the same bytes for the same article."""
    # imported here: python-docx brings lxml and its templates, 0.2 s that no page needs
    import docx as python_docx

    document = python_docx.Document()
    _prepare(document, article)
    document.add_heading(level=1)
    _write(document.paragraphs[-1], spans(article.headline.text))
    for index, block in enumerate(article.blocks):
        if isinstance(block, Paragraph):
            _paragraph(document, block, article if index == 0 else None)
        else:
            _list(document, block)
    _tail(document, article)
    return _same_bytes(document)


def _paragraph(document: Document, block: Paragraph, first_of: Article | None) -> None:
    paragraph = document.add_paragraph()
    if first_of and first_of.dateline:
        paragraph.add_run(first_of.dateline.text).bold = True
        paragraph.add_run(" – ")
    _write(paragraph, spans(str(block)))


def _tail(document: Document, article: Article) -> None:
    for figure in article.figures:
        if caption(figure):
            _write(document.add_paragraph(style="Caption"), spans(caption(figure)))
    if article.hashtags:
        document.add_paragraph(" ".join(article.hashtags))
    if article.byline:
        document.add_paragraph().add_run(article.byline.text).italic = True


def _prepare(document: Document, article: Article) -> None:
    """A4, font, language and document properties."""
    from docx.shared import Cm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.6)
    normal = document.styles["Normal"]
    _font(normal, Pt(11), None)
    normal.paragraph_format.space_after = Pt(8)
    normal.paragraph_format.line_spacing = 1.25
    _font(document.styles["Heading 1"], Pt(18), RGBColor(0x1A, 0x1A, 0x1A))
    document.styles["Heading 1"].paragraph_format.space_after = Pt(12)
    _font(document.styles["Caption"], Pt(9), RGBColor(0x46, 0x46, 0x46))
    properties = document.core_properties
    properties.title, properties.language, properties.comments = article.headline.text[:255], "id-ID", ""
    properties.author = (article.byline.text.strip("()") if article.byline else "")[:255]
    properties.created = properties.modified = UNCHANGING.replace(tzinfo=None)


def _font(style: Any, size: Any, colour: Any) -> None:
    """The font for every script, not only Latin, and Indonesian as the language of spelling."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    style.font.name, style.font.size = FONT, size
    if colour is not None:
        style.font.color.rgb = colour
    properties = style.element.get_or_add_rPr()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        properties.rFonts.attrib.pop(qn(f"w:{theme}"), None)
    language = properties.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        properties.append(language)
    language.set(qn("w:val"), "id-ID")


def _write(paragraph: DocxParagraph, runs: Runs) -> None:
    for text, foreign in runs:
        paragraph.add_run(text).italic = foreign or None


def _list(document: Document, block: Listing) -> None:
    """A list with its own numbering, so that a second list begins at 1 again."""
    style = "List Number" if block.ordered else "List Bullet"
    number = _new_numbering(document, style) if block.ordered else None
    for item in block.items:
        paragraph = document.add_paragraph(style=style)
        if number is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number
        _write(paragraph, spans(item.text))


def _new_numbering(document: Document, style: str) -> int:
    """A numbering instance of the style's own format that starts at 1; its number."""
    numbering = document.part.numbering_part.element
    style_number = document.styles[style].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(style_number).abstractNumId.val
    added = numbering.add_num(abstract)
    added.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(added.numId)


def _same_bytes(document: Document) -> bytes:
    """The package with fixed times inside its ZIP."""
    made, fixed = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, date_time=UNCHANGING.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return fixed.getvalue()
