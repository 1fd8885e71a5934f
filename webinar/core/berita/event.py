"""The event as a noun phrase: kind, title and theme, each once, whatever was typed into which field."""

from __future__ import annotations

import re

from webinar.core.berita.phrase import NOTHING, Phrase, field, say
from webinar.core.document.model import EventDocument
from webinar.core.indonesian.letters import bare, clean, is_ordinary, quoted, title_case, unquoted

FALLBACK_KIND = "kegiatan"

# words that titles begin with when they name the kind of event
_SINGLE_KINDS = """
webinar sosialisasi rapat bimbingan kelas diskusi seminar lokakarya pelatihan kuliah talkshow dialog
forum simposium konferensi sarasehan workshop training pembekalan penyuluhan rakor raker rakornas
rakorwil bimtek fgd kegiatan acara talk gelar bincang ngobrol obrolan orientasi konsolidasi lokalatih
peluncuran festival lomba pameran peringatan upacara apel sayembara
"""
SINGLE_KINDS = frozenset(_SINGLE_KINDS.split())
# they begin titles, but a later sentence cannot call the event so: "ngobrol ini"
NO_NOUNS = frozenset(["ngobrol", "bincang", "obrolan", "gelar", "talk", "lomba", "peringatan", "acara"])
SAME = {
    "rakor": "rapat koordinasi",
    "rakornas": "rapat koordinasi nasional",
    "raker": "rapat kerja",
    "bimtek": "bimbingan teknis",
    "fgd": "diskusi kelompok terpumpun",
    "focus group discussion": "diskusi kelompok terpumpun",
    "workshop": "lokakarya",
    "training": "pelatihan",
}
TWO_WORD_KINDS = frozenset(
    (
        *(
            "rapat koordinasi",
            "rapat kerja",
            "rapat evaluasi",
            "rapat pleno",
            "bimbingan teknis",
            "kuliah umum",
        ),
        *("diskusi publik", "gelar wicara", "talk show", "focus group", "konsultasi publik", "uji publik"),
    )
)


def plain_kind(event_type: str | None) -> str:
    """The kind in running text: ``webinar``, ``rapat koordinasi``, ``FGD``."""
    words = unquoted(bare(event_type)).split()
    return " ".join(word if word.isupper() and len(word) > 1 else _small(word) for word in words)


def _small(word: str) -> str:
    known = word.lower() in SINGLE_KINDS or is_ordinary(word.lower())
    return word.lower() if word.istitle() and known else word


def event_kind(document: EventDocument) -> str:
    """What later sentences call the event: its kind, what its title begins with, or "kegiatan"."""
    typed = plain_kind(document.event_type)
    if typed and typed not in NO_NOUNS:
        return typed
    words = event_title(document).lower().split()
    if words and words[0] in SINGLE_KINDS - NO_NOUNS:
        pair = " ".join(words[:2])
        return pair if pair in TWO_WORD_KINDS else words[0]
    return FALLBACK_KIND


def event_title(document: EventDocument) -> str:
    """The title in title case, without quotation marks around it and without a full stop."""
    return title_case(unquoted(bare(document.title)))


def begins_with_kind(title: str, kind: str) -> bool:
    """Whether the title already says what kind of event it is ("Rapat Koordinasi …", "Rakor …")."""
    head, words = title.lower(), kind.lower().split()
    spelled = {kind.lower(), SAME.get(kind.lower(), "")} | {
        s for s, long in SAME.items() if long == kind.lower()
    }
    if any(name and re.match(rf"{re.escape(name)}\b", head) for name in spelled):
        return True
    first = head.split()[0] if head else ""
    if kind == FALLBACK_KIND:
        return first in SINGLE_KINDS
    return first == words[0] or SAME.get(first, first).split()[0] == words[0]


def event_parts(document: EventDocument) -> tuple[Phrase, Phrase]:
    """``Webinar Pengelolaan …`` or ``sosialisasi “…”``, and ``dengan tema “…”``; each part once.

    A title that only repeats the beginning of the theme gives way to the theme; a theme within the
    title is not repeated.
    """
    title, theme = event_title(document), event_theme(document)
    kind, core = event_kind(document), _flat(title_core(document))
    if not theme:
        return _titled(document, title, kind), NOTHING
    tail = say("dengan tema", field("theme", quoted(theme)))
    named = _titled(document, title, kind)
    if _flat(theme) in _flat(title) and core != _flat(theme):
        return Phrase(named.text, (*named.sources, "theme")), NOTHING
    if core and core in _flat(theme):
        return Phrase(kind, ("event_type", "title") if document.event_type else ("title",)), tail
    return named, tail


def event_theme(document: EventDocument) -> str:
    """The theme in title case, without quotation marks and without the word "tema" before it."""
    text = re.sub(r"^(dengan )?(ber)?tema\s*:?\s+", "", unquoted(bare(document.theme)), flags=re.IGNORECASE)
    return title_case(unquoted(text))


def named_event(document: EventDocument, *, with_theme: bool = True) -> Phrase:
    """The event as an object of a sentence, with its theme or under its title alone."""
    named, theme = event_parts(document)
    if with_theme:
        return say(named, theme)
    return _titled(document, event_title(document), event_kind(document))


def _titled(document: EventDocument, title: str, kind: str) -> Phrase:
    if not title_core(document):
        return Phrase(kind, ("title", "event_type") if document.event_type else ("title",))
    if begins_with_kind(title, kind):
        return field("title", title)
    if kind != FALLBACK_KIND and re.search(rf"\b{re.escape(kind)}\b", title, re.IGNORECASE):
        return say(FALLBACK_KIND, field("title", quoted(title)))
    return say(field("event_type", kind) if document.event_type else kind, field("title", quoted(title)))


def title_core(document: EventDocument) -> str:
    """The title without the kind it begins with: "Pengelolaan dan Pelayanan Informasi Publik"."""
    title, kind = event_title(document), event_kind(document)
    for name in sorted({kind, *SAME, *SAME.values(), *TWO_WORD_KINDS, *SINGLE_KINDS}, key=len, reverse=True):
        match = re.match(rf"{re.escape(name)}\b[\s:–-]*", title, re.IGNORECASE)
        if match and begins_with_kind(title, kind):
            return unquoted(title[match.end() :])
    return title


def headline_event(document: EventDocument) -> Phrase:
    """The event in a headline, in title case; the title quoted where it does not name the kind."""
    title, kind = event_title(document), event_kind(document)
    if begins_with_kind(title, kind):
        return field("title", title)
    if kind != FALLBACK_KIND and re.search(rf"\b{re.escape(kind)}\b", title, re.IGNORECASE):
        kind = FALLBACK_KIND
    return say(
        Phrase(title_case(kind), ("event_type",) if document.event_type else ()),
        field("title", quoted(title)),
    )


def is_named(document: EventDocument, text: str) -> bool:
    """Whether the title or the theme says this already, as "… HUT Ke-17 BNPB" does of its occasion."""
    wanted = _flat(text)
    return any(wanted in _flat(said) for said in (event_title(document), event_theme(document)))


def is_virtual(document: EventDocument) -> bool:
    """Whether the name of the event already says that it is held online."""
    return (
        re.search(r"\b(daring|virtual|online)\b", f"{event_title(document)} {event_kind(document)}", re.I)
        is not None
    )


def _flat(text: str) -> str:
    return re.sub(r"\W+", " ", clean(text).lower()).strip()
