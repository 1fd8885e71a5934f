"""What kind of phrase a note is, so that it can be put into a sentence without changing what it says.

A reading by word forms, not a parser. In doubt a note is a noun phrase, which every frame can carry;
"menyampaikan bahwa" is kept for what has a predicate outside a "yang" clause.
"""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise

from webinar.core.indonesian.letters import bare, begins_name, is_ordinary, sentences_of
from webinar.core.indonesian.lexicon import NAMES_BEFORE_NAMES
from webinar.core.indonesian.notewords import (
    ABSTRACT_HEADS,
    ACTIVE_EXCEPTIONS,
    ADDRESSES,
    BASE_VERBS,
    BER_EXCEPTIONS,
    DI_EXCEPTIONS,
    HIDES_PREDICATE,
    INTERROGATIVES,
    MODALS,
    ORDERS,
    PASSIVE_APPEALS,
    PREPOSITIONS,
    PURPOSES,
    READY,
    SPEECH_VERBS,
    STATING_VERBS,
    TER_WORDS,
    TOPICS,
)


class Grammar(Enum):
    """The phrase a note is made of; see the examples in the tests."""

    NOUN = "noun"  # tata cara pelayanan informasi
    VERB = "verb"  # menciptakan inovasi
    CLAUSE = "clause"  # keterbukaan informasi makin penting
    APPEAL = "appeal"  # agar data dijaga
    ORDER = "order"  # pastikan data benar; mari menjaga suara
    QUESTION = "question"  # bagaimana cara mendaftar?
    SPEECH = "speech"  # menekankan pentingnya data
    PASSIVE_APPEAL = "passive_appeal"  # diharapkan peserta memahami tugasnya
    THAT = "that"  # bahwa data harus benar
    TOPIC = "topic"  # tentang data pemilih
    PURPOSE = "purpose"  # untuk meningkatkan partisipasi
    PROSE = "prose"  # several sentences


def grammar_of(note: str) -> Grammar:
    """The kind of phrase a note is, whatever its capitals and end marks."""
    text = bare(note)
    if len(sentences_of(text)) > 1:
        return Grammar.PROSE
    words = _words_of(text)
    if not words or words[0] in ADDRESSES:
        return Grammar.NOUN
    if ":" in words[1:]:  # "laporan panitia: rapat diikuti 38 provinsi" is what stands before its colon
        words = words[: words.index(":", 1)]
    return _by_opening(words, text) or (Grammar.CLAUSE if _has_predicate(words) else Grammar.NOUN)


def _words_of(text: str) -> list[str]:
    """The words in small letters; what may be a name keeps its capital, so that it passes for no verb."""
    words: list[str] = []
    for match in re.finditer(r"[^\W_][\w'’/-]*|[,:;?]", text):
        word = match[0].lower()
        known = word == match[0] or is_ordinary(word)
        if known and not words and match[0] != word:
            following = text[match.end() : match.end() + 60]
            known = word not in NAMES_BEFORE_NAMES or not begins_name(word, following)
        words.append(word if known else match[0])
    return words


def _by_opening(words: list[str], text: str) -> Grammar | None:
    """What the first word alone decides."""
    first = words[0]
    if text.startswith(("“", "‘")):
        return None  # a word that is quoted does not order
    if first in ("agar", "supaya", "jangan") or _is_addressed(words):
        return Grammar.APPEAL
    if text.endswith("?") or (first in INTERROGATIVES and not _has_copula(words)):
        return Grammar.QUESTION
    if first in PASSIVE_APPEALS and words[1:2] != ["oleh"]:
        return Grammar.PASSIVE_APPEAL
    simple = {"bahwa": Grammar.THAT} | dict.fromkeys(TOPICS, Grammar.TOPIC)
    if first in simple:
        return simple[first]
    if first in PURPOSES:
        return (
            Grammar.CLAUSE if "," in words and _has_predicate(words[words.index(",") :]) else Grammar.PURPOSE
        )
    if _is_order(first):
        return Grammar.ORDER
    return _by_verb(words, text)


def _is_addressed(words: list[str]) -> bool:
    """``masyarakat agar melapor``: an appeal that names first whom it is for."""
    at = next((index for index, word in enumerate(words[:5]) if word in ("agar", "supaya")), 0)
    head = words[:at]
    plain = not any(_is_verb(word) or word in MODALS or word in HIDES_PREDICATE for word in head)
    return at > 0 and plain and head[0] not in ABSTRACT_HEADS and not _is_nominalised(head[0])


def _is_nominalised(word: str) -> bool:
    """``rendahnya``; not "Sonya"."""
    return word.endswith("nya") and word.islower()


def _by_verb(words: list[str], text: str) -> Grammar | None:
    first = words[0]
    if first in SPEECH_VERBS and len(words) > 1:
        return Grammar.SPEECH
    if is_active_verb(first) and first not in PREPOSITIONS:
        return Grammar.CLAUSE if _has_copula(words) else Grammar.VERB
    if is_passive_verb(first) or first in MODALS:
        return Grammar.CLAUSE
    return None


def _has_copula(words: list[str]) -> bool:
    return any(word in ("adalah", "merupakan", "ialah", "bukanlah") for word in words[1:])


def _is_order(first: str) -> bool:
    """``pastikan``, ``gunakan``, ``mari``: a stem with -kan or a word of inviting."""
    if first in ORDERS:
        return True
    stem = re.fullmatch(r"(?!me[mnlrwy]|di[a-z]{4}|ber|ter|pe[mnr])[a-z]{3,}kan(lah)?", first)
    return stem is not None and first not in (
        "bukan", "makan", "akan", "bahkan", "ikan", "melainkan", "sedangkan", "misalkan", "seakan", "rekan",
        "tekan", "kerusakan", "pendidikan", "kebijakan", "perikanan", "kecelakaan", "kekerasan", "kepekaan",
    )  # fmt: skip


def is_active_verb(word: str) -> bool:
    """meN- and ber- words that are verbs."""
    if word in ACTIVE_EXCEPTIONS or word in BER_EXCEPTIONS:
        return False
    return (
        re.fullmatch(r"(mem|men|meng|meny|me[lrwy])[a-z-]{3,}|ber[a-z-]{4,}|bekerja|belajar", word)
        is not None
    )


def is_passive_verb(word: str) -> bool:
    """``dilakukan``; not ``digital`` or ``dinas``."""
    return (
        word not in DI_EXCEPTIONS
        and re.fullmatch(r"di[a-z]{4,}", word) is not None
        and not word.endswith("nya")
    )


def _is_verb(word: str) -> bool:
    if re.fullmatch(r"ter[a-z]{4,}", word):
        return word not in TER_WORDS
    return word in BASE_VERBS or is_active_verb(word) or is_passive_verb(word)


def _has_predicate(words: list[str]) -> bool:
    """Whether a modal, a copula or a verb can be the predicate of the whole.

    A "yang" clause hides its own predicate, up to its verb or the word after its modal.
    """
    strong_only = words[0] in ABSTRACT_HEADS or _is_nominalised(words[0])
    hidden = after_relative = False
    for before, word in pairwise(words):
        if before == "yang":
            hidden = True
        if hidden:
            hidden = word in MODALS or word in PREPOSITIONS or word in READY
            after_relative = True
            continue
        if (
            word == "itu"
            and before not in ("hal", "karena", "oleh", "saat", "yang")
            and word is not words[-1]
        ):
            return True
        if before == "baru" and word.isdigit():  # "cakupan baru 38 persen"
            return True
        if before in READY and before is not words[0] and is_active_verb(word) and not strong_only:
            return True
        weak = _is_main_verb(before, word) and not (strong_only or (after_relative and word in BASE_VERBS))
        stated = word in STATING_VERBS and before not in ABSTRACT_HEADS and before not in HIDES_PREDICATE
        if word in MODALS or stated or weak:
            return True
    return False


def _is_main_verb(before: str, word: str) -> bool:
    """A verb that no preposition, auxiliary head ("strategi menangkal") or list of verbs claims."""
    claimed = (
        before in HIDES_PREDICATE or before in ABSTRACT_HEADS or before in (",", ";") or _is_verb(before)
    )
    return _is_verb(word) and word not in PREPOSITIONS and not claimed
