"""Why the event was held: occasion and background, with the preposition their grammar asks for."""

from __future__ import annotations

import re

from webinar.core.berita.event import is_named
from webinar.core.berita.phrase import NOTHING, Phrase, field, say
from webinar.core.berita.telling import Telling
from webinar.core.indonesian.letters import sentences_of
from webinar.core.indonesian.notes import Grammar, grammar_of

_OWN_PREPOSITION = re.compile(
    r"(dalam rangka|dalam|pada|untuk|guna|demi|sebagai|sehubungan|bertepatan|berkaitan|berkenaan|menjelang"
    r"|seiring|berdasarkan|melalui|di tengah|di sela|bersamaan|sejalan|selaras|terkait)\b",
    re.IGNORECASE,
)
_CELEBRATING = re.compile(
    r"^(dalam rangka\s+)?((menyambut|memperingati|peringatan|memeriahkan)\s+)?", re.IGNORECASE
)


def occasion(telling: Telling) -> Phrase:
    """``dalam rangka Hari Hak untuk Tahu Sedunia``; an occasion with its own preposition keeps it."""
    text = telling.inside(telling.document.occasion)
    if not text or is_named(telling.document, _CELEBRATING.sub("", text)):
        return NOTHING
    own = _OWN_PREPOSITION.match(text)
    if own:
        return field("occasion", text)
    return say("dalam rangka", field("occasion", text))


def background_reason(telling: Telling, *, after_occasion: bool = False) -> Phrase:
    """The background after "diselenggarakan": ``untuk …``, ``karena …``; nothing for prose."""
    text = telling.inside(telling.document.background)
    if not text or len(sentences_of(text)) > 1:
        return NOTHING
    first = text.split()[0].lower()
    if first in (
        "bertujuan",
        "dilatarbelakangi",
        "dimaksudkan",
        "didasari",
        "berangkat",
        "diadakan",
        "digelar",
    ):
        return field("background", text)
    held = "digelar" if after_occasion else "diselenggarakan"
    if after_occasion and first == "untuk" and not _is_whole_sentence(text):
        return say("bertujuan", field("background", text))
    if first in _REASONS and _is_whole_sentence(text):
        return NOTHING
    if first in _REASONS:
        return say(held, field("background", text))
    grammar = grammar_of(text)
    if grammar is Grammar.VERB:
        return say("bertujuan" if after_occasion else f"{held} untuk", field("background", text))
    if grammar in (Grammar.NOUN, Grammar.TOPIC):
        return say("dilatarbelakangi oleh", field("background", text))
    return say(held, "karena", field("background", text))


def _is_whole_sentence(text: str) -> bool:
    """ "untuk menaikkan partisipasi, KPU perlu …": after its preposition the text goes on by itself."""
    return any(grammar_of(part) is Grammar.CLAUSE for part in text.split(", ")[1:])


_REASONS = frozenset(
    (
        *(
            "untuk",
            "guna",
            "karena",
            "agar",
            "supaya",
            "sebab",
            "mengingat",
            "sehubungan",
            "sebagai",
            "dalam",
        ),
        *(
            "demi",
            "berdasarkan",
            "setelah",
            "menyusul",
            "akibat",
            "seiring",
            "menjelang",
            "berkaitan",
            "atas",
        ),
        *("menindaklanjuti", "menyambut", "pada", "di", "melihat", "merespons", "menanggapi"),
    )
)


def goal(telling: Telling) -> Phrase:
    """The background as a goal that can open a sentence ("untuk …", "guna …"); nothing if it is no goal."""
    text = telling.inside(telling.document.background)
    if not text or len(sentences_of(text)) > 1:
        return NOTHING
    grammar = grammar_of(text)
    purposeful = text.split()[0] in ("untuk", "guna", "demi", "agar", "supaya") and not _is_whole_sentence(
        text
    )
    if grammar is Grammar.PURPOSE or purposeful:
        return field("background", text)
    return say("untuk", field("background", text)) if grammar is Grammar.VERB else NOTHING
