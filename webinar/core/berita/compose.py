"""One event document becomes one report: each block a function, nothing where its core fact is absent."""

from __future__ import annotations

from webinar.core.berita.about import held, reasons, standing
from webinar.core.berita.closing import byline, closing, hashtags
from webinar.core.berita.discussion import discussion, loose_quotes
from webinar.core.berita.headline import headline
from webinar.core.berita.lead import dateline, lead
from webinar.core.berita.model import Article, Block, Figure, Paragraph, Sentence
from webinar.core.berita.opening import opening
from webinar.core.berita.participants import participants
from webinar.core.berita.phrase import word_count
from webinar.core.berita.sessions import material, programme
from webinar.core.berita.speakers import also_present, moderators
from webinar.core.berita.style import Style
from webinar.core.berita.telling import Telling
from webinar.core.document.model import EventDocument, Photo
from webinar.core.indonesian.letters import bare, clean, finished, upper_first

DEFAULT_STYLE = Style()


def compose(document: EventDocument, style: Style = DEFAULT_STYLE) -> Article:
    """The report of the reporting unit on this event. Never raises for a document that was read."""
    telling = Telling(document, style)
    line = dateline(telling)
    blocks: list[Block] = [*_first_paragraphs(telling, after_dateline=line is not None)]
    blocks += participants(telling)
    blocks += opening(telling)
    blocks += _speakers(telling)
    blocks += material(telling)
    blocks += loose_quotes(telling)
    blocks += discussion(telling)
    blocks += closing(telling)
    return Article(
        headline=headline(telling),
        dateline=line,
        blocks=tuple(_gathered(blocks)),
        hashtags=hashtags(document.hashtags),
        byline=byline(document.byline),
        figures=tuple(_figure(photo, index) for index, photo in enumerate(document.photos)),
    )


def _first_paragraphs(telling: Telling, *, after_dateline: bool) -> list[Paragraph]:
    """Lead with the manner of holding, then what is to be said about the event itself."""
    greeting = bare(telling.style.greeting)
    first = (
        [Sentence(upper_first(greeting if greeting.endswith("!") else f"{greeting}!"))] if greeting else []
    )
    first += lead(telling, after_dateline=after_dateline)
    first += held(telling)
    about = reasons(telling) + standing(telling)
    return [Paragraph("lead", tuple(first)), *([Paragraph("about", tuple(about))] if about else [])]


def _speakers(telling: Telling) -> list[Block]:
    blocks = programme(telling)
    hosts = moderators(telling)
    if hosts and blocks and isinstance(blocks[-1], Paragraph):
        blocks[-1] = Paragraph("speakers", (*blocks[-1].sentences, *hosts))
    elif hosts:
        blocks.append(Paragraph("speakers", tuple(hosts)))
    present = also_present(telling)
    if (
        blocks
        and len(present) == 1
        and isinstance(blocks[-1], Paragraph)
        and isinstance(present[0], Paragraph)
    ):
        blocks[-1] = Paragraph("speakers", (*blocks[-1].sentences, *present[0].sentences))
        return blocks
    return blocks + present


def _gathered(blocks: list[Block]) -> list[Block]:
    """A lone sentence before the material joins the paragraph that follows it, if that stays short."""
    made: list[Block] = []
    for block in blocks:
        last = made[-1] if made else None
        if _can_join(last, block):
            assert isinstance(last, Paragraph) and isinstance(block, Paragraph)  # noqa: S101
            made[-1] = Paragraph(block.part, (*last.sentences, *block.sentences))
        else:
            made.append(block)
    return made


FRONT = ("about", "participants", "opening", "speakers")
LONGEST_GATHERED = 75  # words


def _can_join(last: Block | None, block: Block) -> bool:
    if not isinstance(last, Paragraph) or not isinstance(block, Paragraph):
        return False
    if last.part in FRONT and block.sentences[0].text.startswith("Ia "):
        return True  # the single speaker has just been introduced
    if last.part not in FRONT or block.part not in FRONT or block.sentences[-1].text.endswith(":"):
        return False
    short = len(last.sentences) == 1 or (len(block.sentences) == 1 and last.part == block.part)
    return short and word_count(f"{last} {block}") <= LONGEST_GATHERED


def _figure(photo: Photo, index: int) -> Figure:
    caption = finished(upper_first(clean(photo.caption))) if clean(photo.caption) else None
    return Figure(
        photo.file, caption, clean(photo.alt) or None, clean(photo.credit) or None, f"photos[{index}]"
    )
