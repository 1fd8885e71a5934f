"""Questions and answers, and verbatim quotations of people who have no other place in the report."""

from __future__ import annotations

from webinar.core.berita.model import Block, Paragraph, Sentence
from webinar.core.berita.phrase import Part, Phrase, fits, say, sentence
from webinar.core.berita.speech import passed_on, prose, said, spoken
from webinar.core.berita.telling import Telling
from webinar.core.document.model import Discussion
from webinar.core.indonesian.letters import bare, clean, finished, quoted, sentences_of
from webinar.core.indonesian.notes import Grammar, grammar_of
from webinar.core.indonesian.notewords import MODALS

RESPONSES = ("menanggapi pertanyaan tersebut,", "atas pertanyaan itu,")


def discussion(telling: Telling) -> list[Block]:
    """That there was a discussion, then each question with its answer."""
    entries = [
        (i, entry)
        for i, entry in enumerate(telling.document.discussion)
        if bare(entry.question) or bare(entry.answer)
    ]
    if not entries:
        return []
    paths = tuple(f"discussion[{index}]" for index, _ in entries)
    opening = sentence(telling.this_event(), "dilanjutkan dengan", Phrase("diskusi dan tanya jawab", paths))
    blocks: list[Block] = []
    told = [opening]
    for index, entry in entries:
        told += _question(telling, index, entry) + _answer(telling, index, entry)
        blocks.append(Paragraph("discussion", tuple(told)))
        told = []
    return blocks


def _question(telling: Telling, index: int, entry: Discussion) -> list[Sentence]:
    path = f"discussion[{index}].question"
    text = bare(entry.question)
    if not text:
        return []
    asker = telling.called(entry.question_by, f"discussion[{index}].question_by")
    inside = telling.note(path, text.rstrip("?").rstrip())
    grammar = grammar_of(text)
    if len(sentences_of(text)) > 1 or not fits(asker, inside, limit=38):
        hal = Phrase("pertanyaan berikut", (path,))
        opening = sentence(asker, "mengajukan", hal) if asker else sentence("dalam diskusi, diajukan", hal)
        return [opening, *(made for one in sentences_of(text) for made in prose(path, one))]
    if grammar is Grammar.QUESTION:
        if asker:
            return [sentence(asker, "menanyakan", inside)]
        return [sentence("dalam diskusi, ditanyakan", inside)]
    if grammar is Grammar.SPEECH or (grammar is Grammar.VERB and inside.text.startswith("menanyakan")):
        return [sentence(asker or "salah satu pertanyaan", inside)]
    if grammar is Grammar.NOUN:
        return [
            sentence(asker, "menanyakan", inside) if asker else sentence("dalam diskusi, ditanyakan", inside)
        ]
    if grammar is Grammar.TOPIC:
        return [
            sentence(asker, "mengajukan pertanyaan", inside)
            if asker
            else sentence("dalam diskusi, diajukan pertanyaan", inside)
        ]
    frame: tuple[Part, ...] = (
        (asker, "mengajukan hal berikut:") if asker else ("dalam diskusi, diajukan hal berikut:",)
    )
    return [sentence(*frame, Phrase(inside.text + ("?" if text.endswith("?") else ""), inside.sources))]


def _answer(telling: Telling, index: int, entry: Discussion) -> list[Sentence]:
    path = f"discussion[{index}].answer"
    if not bare(entry.answer):
        return []
    who = telling.called(entry.answer_by, f"discussion[{index}].answer_by")
    start = RESPONSES[index % len(RESPONSES)] if bare(entry.question) else "dalam diskusi,"
    if who:
        return _said_by(telling, say(start, who), path, entry.answer or "")
    first, *rest = sentences_of(entry.answer or "")
    following = [made for one in rest for made in prose(path, finished(one))]
    inside = telling.note(path, first)
    frames = {Grammar.CLAUSE: "disampaikan bahwa", Grammar.NOUN: "disampaikan"}
    frame = frames.get(grammar_of(first))
    if frame == "disampaikan bahwa" and inside.text.split()[0].strip(",") in MODALS:
        frame = "disampaikan bahwa hal tersebut"  # "wajib diumumkan": what was asked about is the subject
    if frame and fits(start, frame, inside):
        return [sentence(start, frame, inside), *following]
    return [
        sentence(start, "disampaikan", Phrase("hal berikut", (path,))),
        *prose(path, finished(first)),
        *following,
    ]


def _said_by(telling: Telling, subject: Phrase, path: str, text: str) -> list[Sentence]:
    grammar = grammar_of(text)
    if grammar is Grammar.PROSE:
        return passed_on(telling, subject, path, text, remark=True)
    predicate = said(telling, path, text, grammar, answer=True)
    if fits(subject, predicate):
        return [sentence(subject, predicate)]
    return [sentence(subject, "menyampaikan", Phrase("hal berikut", (path,))), *prose(path, text)]


def loose_quotes(telling: Telling) -> list[Block]:
    """Quotations whose speaker has no notes of his or her own."""
    made: list[Sentence] = []
    for index, quote in enumerate(telling.document.quotes):
        path = f"quotes[{index}].text"
        if not clean(quote.text) or path in telling.said:
            continue
        who = telling.called(quote.speaker, f"quotes[{index}].speaker")
        telling.said.add(path)
        if who:
            made += spoken(telling, who, path, quote.text or "")
        else:
            made.append(
                sentence(f"dalam {telling.kind} ini disampaikan,", Phrase(quoted(quote.text or ""), (path,)))
            )
    return [Paragraph("quotes", tuple(made))] if made else []
