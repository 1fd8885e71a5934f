"""Questions and answers, and verbatim quotations of people who have no other place in the report."""

from __future__ import annotations

import re

from webinar.core.berita.model import Block, Paragraph, Sentence
from webinar.core.berita.phrase import LONGEST_SENTENCE, Phrase, fits, say, sentence
from webinar.core.berita.quoting import spoken
from webinar.core.berita.speech import lacks_subject, passed_on, prose, report, said
from webinar.core.berita.telling import Telling
from webinar.core.document.model import Discussion
from webinar.core.indonesian.letters import bare, clean, finished, quoted, sentences_of
from webinar.core.indonesian.notes import Grammar, grammar_of
from webinar.core.indonesian.notewords import INTERROGATIVES, REPLIES, SUBORDINATORS

RESPONSES = ("menanggapi pertanyaan tersebut,", "atas pertanyaan itu,")


def discussion(telling: Telling) -> list[Block]:
    """That there was a discussion, then each question with its answer."""
    entries = [
        (i, entry)
        for i, entry in enumerate(telling.document.discussion)
        if bare(entry.question) or bare(entry.answer) or bare(entry.question_by)
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


# a question begins so, also after its preposition: "dari mana", "sejauh mana"
ASKED = INTERROGATIVES | {"dari", "di", "ke", "sejauh", "seberapa", "sampai", "untuk", "dengan", "pada"}
VERBS = {
    Grammar.QUESTION: ("menanyakan", "ditanyakan"),
    Grammar.NOUN: ("menanyakan", "ditanyakan"),
    Grammar.TOPIC: ("mengajukan pertanyaan", "diajukan pertanyaan"),
}


def _question(telling: Telling, index: int, entry: Discussion) -> list[Sentence]:
    """Who asked what; of several sentences each in its own frame, so that a question stays one."""
    path = f"discussion[{index}].question"
    asker = telling.called(entry.question_by, f"discussion[{index}].question_by")
    if not bare(entry.question):
        return [sentence(asker, "mengajukan pertanyaan")] if asker else []
    made: list[Sentence] = []
    for text in sentences_of(bare(entry.question)):
        again = Phrase("ia" if asker else "selain itu,", (path,))
        made += _asked(telling, again if made else asker, path, text, named=bool(asker))
    return made


def _asked(telling: Telling, asker: Phrase, path: str, text: str, *, named: bool) -> list[Sentence]:
    """One sentence of a question: asked by somebody, or in the passive where nobody is named."""
    inside, grammar = telling.note(path, text.rstrip("?").rstrip()), grammar_of(text)
    who = asker or Phrase("dalam diskusi,")
    if not fits(who, inside, limit=LONGEST_SENTENCE - 4):
        verb = "mengajukan" if named else "diajukan"
        return [sentence(who, verb, Phrase("pertanyaan berikut", (path,))), *prose(path, text)]
    if named and grammar not in VERBS:
        return report(telling, asker, path, text)
    if grammar in (Grammar.CLAUSE, Grammar.THAT):
        return [sentence(who, "disampaikan", "bahwa" if grammar is Grammar.CLAUSE else None, inside)]
    verb = VERBS.get(grammar, ("mengajukan hal berikut:", "diajukan hal berikut:"))[0 if named else 1]
    if grammar is Grammar.QUESTION and text.split()[0].lower() not in ASKED:
        return [sentence(who, verb, "hal berikut:", Phrase(f"{inside.text}?", inside.sources))]
    return [sentence(who, verb, inside)]


def _answer(telling: Telling, index: int, entry: Discussion) -> list[Sentence]:
    path, text = f"discussion[{index}].answer", entry.answer or ""
    if not bare(text):
        return []
    who = telling.called(entry.answer_by, f"discussion[{index}].answer_by")
    asked = bare(entry.question) or bare(entry.question_by)
    start = RESPONSES[index % len(RESPONSES)] if asked else "dalam diskusi,"
    if who:
        return _said_by(telling, say(start, who), path, text)
    reply, more = _reply(text)
    if reply:
        return _replied(telling, Phrase(start), path, f"dijawab {reply}", more)
    first, *rest = sentences_of(text)
    inside = telling.note(path, first)
    frames = {Grammar.CLAUSE: "disampaikan bahwa", Grammar.NOUN: "disampaikan"}
    frame = frames.get(grammar_of(first))
    if grammar_of(first) is Grammar.CLAUSE and lacks_subject(inside.text):
        frame = "disampaikan bahwa hal tersebut"
    if frame and fits(start, frame, inside):
        opening = [sentence(start, frame, inside)]
    else:
        opening = [sentence(start, "disampaikan", Phrase("hal berikut", (path,))), *prose(path, first)]
    return opening + [made for one in rest for made in prose(path, one)]


def _said_by(telling: Telling, subject: Phrase, path: str, text: str) -> list[Sentence]:
    reply, more = _reply(text)
    if reply:
        return _replied(telling, subject, path, f"menjawab {reply}", more)
    grammar = grammar_of(text)
    if grammar is Grammar.PROSE:
        return passed_on(telling, subject, path, text, remark=True)
    predicate = said(telling, path, text, grammar, answer=True)
    if fits(subject, predicate):
        return [sentence(subject, predicate)]
    return [sentence(subject, "menyampaikan", Phrase("hal berikut", (path,))), *prose(path, text)]


def _reply(text: str) -> tuple[str, str]:
    """The one word that answers, and what follows it: "Tidak, data dijamin" gives "tidak" and the rest."""
    match = re.match(r"(\w+)\s*(?:[,.;!]\s*(.*)|$)", bare(text), re.DOTALL)
    return (match[1].lower(), match[2] or "") if match and match[1].lower() in REPLIES else ("", "")


def _replied(telling: Telling, subject: Phrase, path: str, reply: str, rest: str) -> list[Sentence]:
    """``menjawab ya, sepanjang memenuhi syarat``; a clause after the one word stands by itself."""
    answer = Phrase(reply, (path,))
    if not rest:
        return [sentence(subject, answer)]
    dependent = rest.split()[0].lower() in SUBORDINATORS or grammar_of(rest) is Grammar.NOUN
    if dependent and fits(subject, answer, rest):
        return [sentence(subject, Phrase(f"{answer.text}, {rest}", (path,)))]
    if reply.startswith("di"):
        return [sentence(subject, answer), *prose(path, rest)]
    return [sentence(subject, answer), *passed_on(telling, "ia", path, rest, introduced=True, named=True)]


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
            made += spoken(telling, who, path, quote.text or "", False)
        else:
            made.append(
                sentence(f"dalam {telling.kind} ini disampaikan,", Phrase(_closed(quote.text), (path,)))
            )
    return [Paragraph("quotes", tuple(made))] if made else []


def _closed(quote: str | None) -> str:
    """Quotation marks around a whole sentence, its end mark inside."""
    return f"{finished(quoted(quote or '').removesuffix('”'))}”"
