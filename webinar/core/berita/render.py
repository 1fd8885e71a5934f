"""An article as plain text, Markdown and HTML. Text is escaped here and nowhere earlier."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from webinar.core.berita.model import Article, Block, Figure, Listing, Sentence
from webinar.core.indonesian.foreign import spans

Writer = Callable[[str], str]


def text(article: Article) -> str:
    """Plain text: blocks with an empty line between, numbered lists, hashtags and byline at the end."""
    parts = [article.headline.text, *_blocks(article, str, _plain_list)]
    parts += [" ".join(article.hashtags)] if article.hashtags else []
    parts += [article.byline.text] if article.byline else []
    parts += [caption(figure) for figure in article.figures if caption(figure)]
    return "\n\n".join(parts) + "\n"


def markdown(article: Article) -> str:
    """CommonMark; what a reader typed never becomes markup."""
    parts = [f"# {_md(article.headline.text)}", *_blocks(article, _md, _markdown_list)]
    parts += [_md(" ".join(article.hashtags))] if article.hashtags else []
    parts += [f"*{_md(article.byline.text)}*"] if article.byline else []
    parts += [f"*{_md(caption(figure))}*" for figure in article.figures if caption(figure)]
    return "\n\n".join(parts) + "\n"


def html(article: Article) -> str:
    """A fragment: the body after the headline, for a page that has its own heading."""
    parts = _blocks(article, _html, _html_list)
    made = [part if part.startswith("<") and part.endswith("l>") else f"<p>{part}</p>" for part in parts]
    made += [_html_figure(figure) for figure in article.figures if caption(figure)]
    if article.hashtags:
        made.append(f'<p class="hashtags">{escape(" ".join(article.hashtags))}</p>')
    if article.byline:
        made.append(f'<p class="byline">{escape(article.byline.text)}</p>')
    return "\n".join(made) + "\n"


def html_document(article: Article) -> str:
    """A whole page without anything outside itself."""
    title = escape(article.headline.text)
    style = "body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 sans-serif}"
    return (
        '<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<article>\n"
        f"<h1>{_html(article.headline.text)}</h1>\n{html(article)}</article>\n</body>\n</html>\n"
    )


def _blocks(article: Article, write: Writer, write_list: Callable[[Listing], str]) -> list[str]:
    made = [_block(block, write, write_list) for block in article.blocks]
    if article.dateline and made:
        made[0] = f"{write(article.dateline.text)} – {made[0]}"
    return made


def _block(block: Block, write: Writer, write_list: Callable[[Listing], str]) -> str:
    if isinstance(block, Listing):
        return write_list(block)
    return " ".join(write(sentence.text) for sentence in block.sentences)


def _numbered(items: tuple[Sentence, ...], ordered: bool) -> list[tuple[str, str]]:
    return [(f"{n}." if ordered else "-", item.text) for n, item in enumerate(items, start=1)]


def _plain_list(block: Listing) -> str:
    return "\n".join(f"{mark} {item}" for mark, item in _numbered(block.items, block.ordered))


def _markdown_list(block: Listing) -> str:
    return "\n".join(f"{mark} {_md(item)}" for mark, item in _numbered(block.items, block.ordered))


def _html_list(block: Listing) -> str:
    tag = "ol" if block.ordered else "ul"
    items = "\n".join(f"<li>{_html(item.text)}</li>" for item in block.items)
    return f"<{tag}>\n{items}\n</{tag}>"


def _md(value: str) -> str:
    escaped = re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", value)
    escaped = re.sub(r"&(?=#?\w+;)", r"\\&", escaped)
    return re.sub(r"^(\d+)([.)])(?=\s)", r"\1\\\2", re.sub(r"^([-+])(?=\s)", r"\\\1", escaped))


def _html(value: str) -> str:
    """Escaped text; foreign words in italics (EYD V, use of italics)."""
    return "".join(
        f'<i lang="en">{escape(t, quote=False)}</i>' if foreign else escape(t, quote=False)
        for t, foreign in spans(value)
    )


def caption(figure: Figure) -> str:
    """``Tangkap layar sambutan. (Foto: Humas KPU Bali)``; empty without caption and credit."""
    credit = f"(Foto: {figure.credit})" if figure.credit else ""
    return " ".join(part for part in (figure.caption or "", credit) if part)


def _html_figure(figure: Figure) -> str:
    return f"<figure><figcaption>{_html(caption(figure))}</figcaption></figure>"
