"""The statement an issue-first lead opens with: the first thing said in the record that is a short clause."""

from __future__ import annotations

from collections.abc import Iterator

from webinar.core.berita.model import Sentence
from webinar.core.berita.phrase import Phrase, sentence, word_count
from webinar.core.berita.speech import stands_alone
from webinar.core.berita.telling import Telling
from webinar.core.document.model import Person
from webinar.core.indonesian.letters import bare, sentences_of
from webinar.core.indonesian.notes import Grammar, grammar_of

LONGEST_STATEMENT = 30  # words


def issue_lead(telling: Telling) -> tuple[Sentence, Phrase] | None:
    """The statement and who made it; the statement is marked as said, so that the body does not repeat it."""
    for person, path, note_path, text in _statements(telling):
        if (
            grammar_of(text) is Grammar.CLAUSE
            and not bare(text)[:1].isdigit()
            and word_count(text) <= LONGEST_STATEMENT
            and not stands_alone(text)
        ):
            telling.said.add(note_path)
            source = note_path.removesuffix("#0")
            return sentence(Phrase(bare(text), (source,))), telling.cast.mention(person, path)
    return None


def _statements(telling: Telling) -> Iterator[tuple[Person, str, str, str]]:
    """What was said: speakers, then opening remarks; ``summary#0`` is the first sentence of a summary."""
    document = telling.document
    for index, speaker in telling.speakers():
        path = f"speakers[{index}]"
        summary = sentences_of(speaker.summary or "")
        if summary:
            yield speaker, path, f"{path}.summary#0", summary[0]
        for number, point in enumerate(speaker.key_points):
            yield speaker, path, f"{path}.key_points[{number}]", point
    if telling.opening_told and document.opened_by:
        for number, remark in enumerate(document.opened_by.remarks):
            yield document.opened_by, "opened_by", f"opened_by.remarks[{number}]", remark
