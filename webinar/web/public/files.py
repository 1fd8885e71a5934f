"""A berita as a file to carry away."""

from __future__ import annotations

from dataclasses import dataclass

from webinar.core.errors import NotFound
from webinar.queries.berita import PublishedBerita


@dataclass(frozen=True)
class Format:
    word: str
    content_type: str


FORMATS = {
    "docx": Format("Word (.docx)", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": Format("PDF", "application/pdf"),
    "txt": Format("Teks (.txt)", "text/plain; charset=utf-8"),
    "md": Format("Markdown", "text/markdown; charset=utf-8"),
}


def berita_file(found: PublishedBerita, suffix: str) -> bytes:
    """The bytes of the file. Raises NotFound while the article is empty. Slow libraries load when wanted."""
    from webinar.adapters.documents import berita as documents
    from webinar.core.berita import article_from_dict, render

    if not found.article:
        raise NotFound
    article = article_from_dict(found.article)
    if suffix == "txt":
        return render.text(article).encode()
    if suffix == "md":
        return render.markdown(article).encode()
    return documents.pdf(article) if suffix == "pdf" else documents.docx(article)
