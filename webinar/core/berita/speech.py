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
from webinar.core.indonesian.letters import bare, sentences_of
from webinar.core.indonesian.notes import Grammar, grammar_of, is_active_verb, is_passive_verb
from webinar.core.indonesian.notewords import (
    ABSTRACT_HEADS,
    INTERROGATIVES,
    MODALS,
    PASSIVE_APPEALS,
    SPEAKER_WORDS,
)

ASKING = {"mohon": "memohon", "minta": "meminta"}
INVITING = ("mari", "marilah", "ayo")

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
    own = own_predicate(note)
    if own and grammar is not Grammar.PROSE and fits(subject, own):
        return [sentence(subject, Phrase(own, (path,)))]
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
    text = _calm(telling.note(path, note))
    noun = "answer" if answer else "remark" if remark else "noun"
    match grammar:
        case Grammar.CLAUSE | Grammar.THAT:
            that = None if grammar is Grammar.THAT else "bahwa"
            if answer and lacks_subject(text.text):
                that = "bahwa hal tersebut"
            return say(telling.verb("clause", again=again), that, text)
        case Grammar.NOUN if answer and text.text[:1].isdigit():
            return say("menjawab", text)
        case Grammar.NOUN:
            return say(_verb_for_noun(telling, noun, text.text), text)
        case Grammar.APPEAL:
            telling.heard("mengimbau")
            return say("mengimbau", "agar" if text.text.startswith("jangan") else None, text)
        case Grammar.SPEECH:
            telling.heard(text.text.split()[0])
            return Phrase(re.sub(r"^menghimbau\b", "mengimbau", text.text), text.sources)
        case Grammar.PASSIVE_APPEAL:
            return _in_active(telling, text)
        case Grammar.TOPIC:
            return say(telling.verb("title"), "materi" if not remark else "sambutan", text)
        case Grammar.VERB:
            telling.heard("menyampaikan")
            return say("menyampaikan", "hal berikut:", text)
        case Grammar.QUESTION:
            return _as_question(telling, text)
        case Grammar.ORDER:
            return _as_order(telling, text)
        case _:
            return say(telling.verb("remark"), "hal berikut:", text)


_DELIVERED = re.compile(
    r"(terima kasih|laporan|apresiasi|ucapan|selamat|permohonan|permintaan|harapan|ajakan|imbauan|pesan"
    r"|dukungan|kritik|masukan|saran|salam|penghargaan|komitmen|dukacita|duka|usulan|usul|pertanyaan|jawaban|kesan|rasa)\b"
)


def _verb_for_noun(telling: Telling, group: str, text: str) -> str:
    """Thanks, hopes and proposals are delivered, everything else may be set forth or discussed as well."""
    if _DELIVERED.match(text):
        telling.heard("menyampaikan")
        return "menyampaikan"
    first = text.split()[0]
    if group == "remark" and first not in ABSTRACT_HEADS and not first.endswith("nya"):
        return telling.verb("noun")
    return telling.verb(group)


def _calm(text: Phrase) -> Phrase:
    """What is told is no longer called out."""
    return Phrase(text.text.rstrip("!").rstrip(), text.sources)


def _as_question(telling: Telling, text: Phrase) -> Phrase:
    """``membahas bagaimana …``; "apakah …" and what is a question by its mark alone is put as one."""
    first = text.text.split()[0].lower()
    if first not in INTERROGATIVES:
        return say("mengajukan pertanyaan berikut:", text)
    verb = "mengajukan pertanyaan" if first == "apakah" else telling.verb("noun")
    return say(verb, Phrase(text.text.rstrip("?").rstrip(), text.sources))


def _as_order(telling: Telling, text: Phrase) -> Phrase:
    """``menyampaikan pesan berikut: pastikan …``."""
    first, _, rest = text.text.partition(" ")
    first = first.lower()
    if first in ASKING and rest:
        return Phrase(f"{ASKING[first]} {rest}", text.sources)
    telling.heard("menyampaikan")
    return say("menyampaikan", "ajakan" if first in INVITING else "pesan", "berikut:", text)


def lacks_subject(text: str) -> bool:
    """Whether an answer leaves out what was asked about: "akan dikaji", "dilakukan setiap bulan"."""
    first = text.split()[0].strip(",")
    return first in MODALS or is_passive_verb(first)


def own_predicate(note: str) -> str:
    """What a note says of its speaker: "Beliau menekankan X" gives "menekankan X"; empty for other notes."""
    first, _, rest = bare(note).partition(" ")
    speaks = rest and is_active_verb(rest.split()[0])
    return rest if speaks and first.lower() in SPEAKER_WORDS else ""


def _according(subject: Part, named: bool) -> tuple[Part, ...]:
    """``menurutnya,`` right after a sentence that named the speaker, else with the name."""
    return ("menurutnya,",) if named else ("menurut", subject, ",")


def _in_active(telling: Telling, text: Phrase) -> Phrase:
    """``diharapkan peserta …`` as the speaker's own act: ``berharap peserta …``."""
    first, _, rest = text.text.partition(" ")
    verb = PASSIVE_APPEALS[first.lower()]
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
    own = own_predicate(first)
    if own and not introduced and fits(subject, own):
        return [sentence(subject, Phrase(own, (path,))), *following]
    if stands_alone(first) or first.endswith(("?", "!")) or word_count(first) > LONGEST_SENTENCE - 3:
        opening = (
            [] if introduced else [sentence(subject, telling.verb("remark"), Phrase("hal berikut", (path,)))]
        )
        return [*opening, *prose(path, first), *following]
    if introduced and grammar_of(first) in (Grammar.CLAUSE, Grammar.NOUN):
        if grammar_of(first) is Grammar.CLAUSE and "enurut" in note:  # the prose says "menurutnya" itself
            who = "ia" if named else subject
            return [*report(telling, who, path, first, remark=remark, again=again), *following]
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
