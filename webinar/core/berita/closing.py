"""How the report ends: who closed the event, and the closing sentence of the unit as typed."""

from __future__ import annotations

from webinar.core.berita import office
from webinar.core.berita.model import Block, Paragraph, Sentence
from webinar.core.berita.opening import closed
from webinar.core.berita.phrase import fits, sentence
from webinar.core.berita.speech import prose
from webinar.core.berita.telling import Telling
from webinar.core.berita.when import days_of
from webinar.core.document.model import Byline
from webinar.core.indonesian.letters import bare, clean, sentences_of
from webinar.core.indonesian.notes import Grammar, grammar_of


def closing(telling: Telling) -> list[Block]:
    blocks = closed(telling) if days_of(telling.document).has_closing else []
    note = _note(telling)
    if not note:
        return blocks
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph) and len(last.sentences) < 3:
        return [*blocks[:-1], Paragraph("closing", (*last.sentences, *note))]
    return [*blocks, Paragraph("closing", tuple(note))]


def _note(telling: Telling) -> list[Sentence]:
    """The closing sentence; a fragment gets the frame of its grammar."""
    text = bare(telling.document.closing_note)
    if not text:
        return []
    inside = telling.note("closing_note", text)
    unit = office.unit(telling.document)
    grammar = grammar_of(text)
    if len(sentences_of(text)) == 1 and fits(inside, limit=36):
        if grammar is Grammar.VERB:
            return [sentence("kegiatan ini diharapkan dapat", inside)]
        if grammar is Grammar.APPEAL:
            return [sentence(unit, "berharap", inside)]
        if grammar is Grammar.SPEECH:
            return [sentence(unit, inside)]
        if grammar is Grammar.PURPOSE:
            return [sentence("kegiatan ini dimaksudkan", inside)]
        if grammar is Grammar.NOUN and not inside.text.startswith(
            ("kegiatan", "acara", "webinar", telling.kind)
        ):
            return [sentence("kegiatan ini diakhiri dengan", inside)]
    return [
        made
        for one in sentences_of(telling.document.closing_note or "")
        for made in prose("closing_note", one)
    ]


def byline(written: Byline | None) -> Sentence | None:
    """``(Penulis: A; penyunting: B; foto: C)``."""
    if not written:
        return None
    roles = [("penulis", "writer", written.writer), ("penyunting", "editor", written.editor)]
    roles.append(("foto", "photographer", written.photographer))
    named = [(f"{role}: {clean(name)}", f"byline.{key}") for role, key, name in roles if clean(name)]
    if not named:
        return None
    text = "; ".join(part for part, _ in named)
    return Sentence(f"({text[0].upper()}{text[1:]})", tuple(path for _, path in named))


def hashtags(typed: tuple[str, ...]) -> tuple[str, ...]:
    """``#KPUMelayani``: one sign before, no spaces inside, each once."""
    made = ("#" + "".join(_joined(tag)) for tag in typed if clean(tag).strip("# "))
    return tuple(dict.fromkeys(made))


def _joined(tag: str) -> list[str]:
    words = clean(tag).lstrip("# ").split()
    return words if len(words) == 1 else [word[:1].upper() + word[1:] for word in words]
