"""The headline: "{Unit} Ikuti {event}" or "{Unit} Gelar {event}", in title case without a full stop."""

from __future__ import annotations

from webinar.core.berita import office
from webinar.core.berita.event import headline_event
from webinar.core.berita.model import Sentence
from webinar.core.berita.phrase import Phrase, say
from webinar.core.berita.telling import Telling
from webinar.core.berita.when import days_of
from webinar.core.indonesian.letters import title_case
from webinar.core.indonesian.lexicon import TITLE_FUNCTION_WORDS
from webinar.core.indonesian.numbers import ordinal

LONGEST_HEADLINE = 300  # characters; stored reports hold 500


def headline(telling: Telling) -> Sentence:
    """Who took part in or held what; a title beyond the limit is cut at a word."""
    document = telling.document
    days = days_of(document)
    day = (
        Phrase(f"Hari {title_case(ordinal(days.reported))}", ("dates.reported_day",))
        if days.reported
        else None
    )
    if document.perspective == "organiser":
        subject, verb = office.own_office(document), "Gelar"
        if headline_event(document).text.startswith("Gelar "):  # "Gelar Wicara"
            verb = "Adakan"
    else:
        subject, verb = office.unit(document), "Ikuti"
    whole = say(subject, verb, day, headline_event(document))
    return Sentence(shortened(whole.text.rstrip(".")), (*whole.sources, "perspective"))


def shortened(text: str, longest: int = LONGEST_HEADLINE) -> str:
    """The text itself, or its first whole words with "…"; an opened quotation mark is closed.

    No function word and no mark is left before the "…". A single word beyond the limit is cut inside.
    """
    if len(text) <= longest:
        return text
    room = longest - len("…”")
    words = text[: room + 1].split(" ")[:-1] or [text[:room]]
    while len(words) > 1 and words[-1].strip("“‘(,;:–-").lower() in TITLE_FUNCTION_WORDS | {""}:
        words.pop()
    kept = " ".join(words).rstrip(" ,;:.–-“‘(")
    return f"{kept}…{'”' if kept.count('“') > kept.count('”') else ''}"
