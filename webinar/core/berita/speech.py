"""From a note to what somebody said: the frame that its grammar allows, and nothing added.

"menyampaikan bahwa" takes clauses, "memaparkan" nouns, "mengimbau agar" appeals; whatever fits no frame
follows a colon. Prose is passed through. No frame asserts more than that it was said.
"""

from __future__ import annotations

import re

from webinar.core.berita.model import Sentence
from webinar.core.berita.phrase import (
    COMFORTABLE_SENTENCE,
    LONGEST_SENTENCE,
    Part,
    Phrase,
    fits,
    say,
    sentence,
    word_count,
)
from webinar.core.berita.telling import Telling
from webinar.core.indonesian.letters import bare, clean, sentences_of
from webinar.core.indonesian.notes import Grammar, grammar_of
from webinar.core.indonesian.notewords import PASSIVE_APPEALS

# a sentence that begins so stands by itself: it needs no "menurut"
STANDS_ALONE = frozenset(
    (
        *(
            "ia",
            "dia",
            "beliau",
            "mereka",
            "namun",
            "selain",
            "selanjutnya",
            "kemudian",
            "oleh",
            "hal",
            "tersebut",
        ),
        *(
            "narasumber",
            "pemateri",
            "menurut",
            "menurutnya",
            "sementara",
            "lebih",
            "terakhir",
            "pertama",
            "kedua",
        ),
        *("ketiga", "akibatnya", "demikian", "meski"),
    )
)


def report(
    telling: Telling, subject: Part, path: str, note: str, *, remark: bool = False, again: bool = False
) -> list[Sentence]:
    """What ``subject`` said, as one sentence, or two where the note fills a sentence by itself."""
    grammar = grammar_of(note)
    if grammar is Grammar.PROSE or (";" in note and word_count(note) > COMFORTABLE_SENTENCE):
        return passed_on(telling, subject, path, note, remark=remark, again=again)
    predicate = said(telling, path, note, grammar, remark=remark, again=again)
    if fits(subject, predicate):
        return [sentence(subject, predicate)]
    opening = sentence(subject, "menyampaikan", Phrase("hal berikut", (path,)))
    return [opening, *prose(path, note)]


def said(
    telling: Telling, path: str, note: str, grammar: Grammar, *, remark: bool = False, again: bool = False,
    answer: bool = False,
) -> Phrase:  # fmt: skip
    """The predicate: a neutral verb and the note in the frame of its grammar."""
    text = telling.note(path, note)
    noun = "answer" if answer else "remark" if remark else "noun"
    match grammar:
        case Grammar.CLAUSE | Grammar.THAT:
            that = None if grammar is Grammar.THAT else "bahwa"
            return say(telling.verb("clause", again=again), that, text)
        case Grammar.NOUN:
            return say(_verb_for_noun(telling, noun, text.text), text)
        case Grammar.APPEAL:
            telling.heard("mengimbau")
            return say("mengimbau", "agar" if text.text.startswith("jangan") else None, text)
        case Grammar.SPEECH:
            telling.heard(text.text.split()[0])
            return text
        case Grammar.PASSIVE_APPEAL:
            return _in_active(telling, text)
        case Grammar.TOPIC:
            return say(telling.verb("title"), "materi" if not remark else "sambutan", text)
        case Grammar.VERB:
            return say(telling.verb(noun), "upaya", text)
        case Grammar.QUESTION:
            return say(telling.verb("remark"), "pertanyaan berikut:", text)
        case Grammar.ORDER:
            return say(telling.verb("remark"), "pesan berikut:", _small(text))
        case _:
            return say(telling.verb("remark"), "hal berikut:", text)


_DELIVERED = re.compile(
    r"(terima kasih|apresiasi|ucapan|selamat|permohonan|permintaan|harapan|ajakan|imbauan|pesan"
    r"|dukungan|kritik|masukan|saran|salam|penghargaan|komitmen|dukacita|duka|usulan|usul|pertanyaan|jawaban|kesan|rasa)\b"
)


def _verb_for_noun(telling: Telling, group: str, text: str) -> str:
    """Thanks, hopes and proposals are delivered, everything else may be set forth or discussed as well."""
    if _DELIVERED.match(text):
        telling.heard("menyampaikan")
        return "menyampaikan"
    return telling.verb(group)


def _small(text: Phrase) -> Phrase:
    """An order inside a sentence; a verb is never a name."""
    return Phrase(text.text[:1].lower() + text.text[1:], text.sources)


def _according(subject: Part, named: bool) -> tuple[Part, ...]:
    """``menurutnya,`` right after a sentence that named the speaker, else with the name."""
    return ("menurutnya,",) if named else ("menurut", subject, ",")


def _in_active(telling: Telling, text: Phrase) -> Phrase:
    """``diharapkan peserta …`` as the speaker's own act: ``berharap peserta …``."""
    first, _, rest = text.text.partition(" ")
    verb = PASSIVE_APPEALS[first]
    telling.heard(verb)
    rest = rest.removeprefix("kepada ") if verb == "mengimbau" else rest
    return Phrase(f"{verb} {rest}", text.sources)


def passed_on(
    telling: Telling, subject: Part, path: str, note: str, *, remark: bool = False, again: bool = False,
    introduced: bool = False, named: bool = False,
) -> list[Sentence]:  # fmt: skip
    """Prose as it was typed; its first sentence is attributed, the rest follows it in the same paragraph."""
    first, *rest = _cut(note)
    following = [made for text in rest for made in prose(path, text)]
    pronoun, _, predicate = first.partition(" ")
    if pronoun.lower() in ("ia", "dia", "beliau") and not introduced and fits(subject, predicate):
        return [sentence(subject, Phrase(predicate, (path,))), *following]
    if stands_alone(first) or first.endswith(("?", "!")) or word_count(first) > LONGEST_SENTENCE - 3:
        opening = (
            [] if introduced else [sentence(subject, telling.verb("remark"), Phrase("hal berikut", (path,)))]
        )
        return [*opening, *prose(path, first), *following]
    if introduced and grammar_of(first) in (Grammar.CLAUSE, Grammar.NOUN):
        if grammar_of(first) is Grammar.CLAUSE:
            return [sentence(*_according(subject, named), telling.note(path, first)), *following]
        return [*prose(path, first), *following]
    return [*report(telling, subject, path, first, remark=remark, again=again), *following]


def _cut(note: str) -> list[str]:
    """The sentences of prose; a long one is cut at its semicolons."""
    cut: list[str] = []
    for one in sentences_of(note):
        parts = one.split(";") if word_count(one) > COMFORTABLE_SENTENCE else [one]
        cut += [part.strip() for part in parts if part.strip()]
    return cut


def stands_alone(text: str) -> bool:
    """Whether a sentence of prose leans on what came before, or names its speaker itself."""
    first = bare(text).split()[0].lower().strip(",") if bare(text) else ""
    return first in STANDS_ALONE


def prose(path: str, text: str) -> list[Sentence]:
    """A sentence as typed, without its bullet; one beyond the limit is cut at its semicolons."""
    text = bare(text)
    if word_count(text) <= LONGEST_SENTENCE:
        return [sentence(Phrase(text, (path,)))]
    return [sentence(Phrase(part.strip(), (path,))) for part in text.split(";") if part.strip()]


def spoken(telling: Telling, subject: Phrase, path: str, quote: str) -> list[Sentence]:
    """A verbatim quotation with its tag after the first sentence: “…,” ujar Narayana."""
    words = clean(quote).strip('“”" ').replace("“", "‘").replace("”", "’")
    first, *rest = sentences_of(words) or [""]
    if not first:
        return []
    mark = "" if first.endswith(("?", "!", "…")) else ","
    body = first if not mark else first.rstrip(".,; ")
    tagged = sentence(Phrase(f"“{body}{mark}”", (path,)), telling.verb("tag"), subject)
    if not rest:
        return [tagged]
    parts = [*rest[:-1], rest[-1] if rest[-1].endswith((".", "?", "!", "…")) else f"{rest[-1]}."]
    opened = [f"“{parts[0]}", *parts[1:]]
    opened[-1] += "”"
    return [tagged, *(Sentence(text, (path,)) for text in opened)]
