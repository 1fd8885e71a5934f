"""A composed report: sentences that know their sources, in paragraphs and lists, and its JSON form."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

VERSION = 1


@dataclass(frozen=True)
class Sentence:
    """Finished text, unescaped, and the fields it came from: ``speakers[0].key_points[2]``."""

    text: str
    sources: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Paragraph:
    """Sentences that stand together; ``part`` names the block of the report (lead, opening, material …)."""

    part: str
    sentences: tuple[Sentence, ...]

    def __str__(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True)
class Listing:
    """A list after a sentence that ends in a colon; ``items`` carry their own end punctuation."""

    part: str
    items: tuple[Sentence, ...]
    ordered: bool = True


Block = Paragraph | Listing


@dataclass(frozen=True)
class Figure:
    """A photo of the record with its caption and credit, ready to print."""

    file: str | None
    caption: str | None
    alt: str | None
    credit: str | None
    source: str


@dataclass(frozen=True)
class Article:
    """One report. ``dateline`` is ``Bantul`` or ``Bantul, kab-bantul.kpu.go.id``, without its dash."""

    headline: Sentence
    dateline: Sentence | None
    blocks: tuple[Block, ...]
    hashtags: tuple[str, ...] = ()
    byline: Sentence | None = None
    figures: tuple[Figure, ...] = ()

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of the body in reading order, list items included."""
        return tuple(
            sentence
            for block in self.blocks
            for sentence in (block.sentences if isinstance(block, Paragraph) else block.items)
        )


def article_to_dict(article: Article) -> dict[str, Any]:
    """The article as JSON values; a block has either ``sentences`` or ``items``."""
    return {"version": VERSION} | asdict(article)


def article_from_dict(data: dict[str, Any]) -> Article:
    """The article of stored JSON values. Raises KeyError or ValueError for anything else."""
    if data.get("version") != VERSION:
        raise ValueError(f"unknown version of a stored article: {data.get('version')!r}")
    return Article(
        headline=_sentence(data["headline"]),
        dateline=_optional(data["dateline"]),
        blocks=tuple(_block(block) for block in data["blocks"]),
        hashtags=tuple(data["hashtags"]),
        byline=_optional(data["byline"]),
        figures=tuple(Figure(**figure) for figure in data["figures"]),
    )


def _sentence(data: dict[str, Any]) -> Sentence:
    return Sentence(data["text"], tuple(data["sources"]))


def _optional(data: dict[str, Any] | None) -> Sentence | None:
    return _sentence(data) if data else None


def _block(data: dict[str, Any]) -> Block:
    if "items" in data:
        return Listing(data["part"], tuple(_sentence(item) for item in data["items"]), bool(data["ordered"]))
    return Paragraph(data["part"], tuple(_sentence(sentence) for sentence in data["sentences"]))
