"""``webinar berita``: the news report of an event, from the record or from a document file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from webinar.cli.application import output_option, with_application, write_out
from webinar.core.berita import LEADS, Style, compose

if TYPE_CHECKING:
    from webinar.core.berita import Article
    from webinar.core.document.model import EventDocument

FORMATS = ("txt", "html", "md", "docx", "pdf")


@click.command(short_help="Write the berita of an event or of an event document.")
@click.argument("slug", required=False)
@click.option(
    "--document", "file", metavar="FILE", help="An event document; no database is used. - is standard input."
)
@click.option("--format", "kind", type=click.Choice(FORMATS), default="txt", show_default=True)
@click.option(
    "--lead", type=click.Choice(LEADS), default="date", show_default=True, help="How the text opens."
)
@click.option("--unit", help="Whose report, where several offices report on the event SLUG.")
@output_option
def berita(
    slug: str | None, file: str | None, kind: str, lead: str, unit: str | None, output: Path | None
) -> None:
    """Write the berita of the stored event SLUG, or of an event document.

    \b
    Example:
      webinar berita --document event.json
      webinar berita webinar-pelayanan-informasi --format docx -o berita.docx
    """
    if (slug is None) == (file is None):
        raise click.UsageError("give either a SLUG or --document FILE")
    if output is None and kind in ("docx", "pdf") and sys.stdout.isatty():
        raise click.UsageError(f"{kind} is not for the terminal; give -o FILE")
    document = _from_file(file) if file is not None else _from_record(slug or "", unit)
    write_out(_rendered(compose(document, Style(lead=lead)), kind), output)


def _from_file(file: str) -> EventDocument:
    from webinar.core.document.read import read_json

    return read_json(sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes())


@with_application
def _from_record(slug: str, unit: str | None) -> EventDocument:
    from webinar.queries.document import document_of

    return document_of(slug, unit)


def _rendered(article: Article, kind: str) -> bytes | str:
    from webinar.core.berita import render

    if kind in ("docx", "pdf"):
        from webinar.adapters.documents import berita as documents  # python-docx and typst load slowly

        return documents.docx(article) if kind == "docx" else documents.pdf(article)
    return {"txt": render.text, "html": render.html_document, "md": render.markdown}[kind](article)
