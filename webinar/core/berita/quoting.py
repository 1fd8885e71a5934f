"""Verbatim quotations: the only source of quotation marks around what somebody said."""

from __future__ import annotations

from collections.abc import Sequence

from webinar.core.berita.model import Sentence
from webinar.core.berita.phrase import Phrase, say, sentence
from webinar.core.berita.telling import Telling
from webinar.core.document.model import Person
from webinar.core.indonesian.letters import clean, sentences_of


def quotations(telling: Telling, person: Person, path: str, own: Sequence[str] = ()) -> list[Sentence]:
    """What a person says verbatim: the ``own`` quotations, then those of the event under that name."""
    quotes = [(f"{path}.quotes[{number}]", quote) for number, quote in enumerate(own)]
    for number, told in enumerate(telling.document.quotes):
        where = f"quotes[{number}].text"
        if where not in telling.said and telling.cast.is_called(person, told.speaker):
            telling.said.add(where)
            if clean(told.text) not in map(clean, own):
                quotes.append((where, told.text or ""))
    made: list[Sentence] = []
    for where, quote in quotes:
        made += spoken(telling, telling.cast.again(person, path), where, quote, bool(made))
    return made


def spoken(telling: Telling, subject: Phrase, path: str, quote: str, again: bool) -> list[Sentence]:
    """A verbatim quotation with its tag after the first sentence: “…,” ujar Narayana; ``again``: katanya."""
    words = clean(quote).strip('“”" ').replace("“", "‘").replace("”", "’")
    first, *rest = sentences_of(words) or [""]
    if not first:
        return []
    mark = "" if first.endswith(("?", "!", "…")) else ","
    body = first if not mark else first.rstrip(".,; ")
    tag = Phrase(f"{telling.verb('tag')}nya", subject.sources) if again else say(telling.verb("tag"), subject)
    tagged = sentence(Phrase(f"“{body}{mark}”", (path,)), tag)
    if not rest:
        return [tagged]
    parts = [*rest[:-1], rest[-1] if rest[-1].endswith((".", "?", "!", "…")) else f"{rest[-1]}."]
    opened = [f"“{parts[0]}", *parts[1:]]
    opened[-1] += "”"
    return [tagged, *(Sentence(text, (path,)) for text in opened)]
