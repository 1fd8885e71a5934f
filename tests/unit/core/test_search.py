from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.search import (
    MOST_ASKED,
    MOST_KEY,
    MOST_TERM,
    MOST_TERMS,
    asked_words,
    folded,
    province_term,
    registration_key,
    registration_terms,
    search_key,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ma'ruf Hidayat", "maruf hidayat"),
        ("Ma’ruf", "maruf"),
        ("Dr. Siti  AMINAH, S.Kom.", "dr siti aminah s kom"),
        ("Andréa Müller", "andrea muller"),
        ("KPU Kabupaten/Kota se-Jawa", "kpu kabupaten kota se jawa"),
        ("siti_aminah.88", "siti aminah 88"),
        ("ﬁnal", "final"),
        ("ستي", "ستي"),
        ("– ! ?", ""),
    ],
)
def test_folding_keeps_words_only(text: str, words: str) -> None:
    assert folded(text) == words


def test_a_key_begins_every_word_with_a_blank() -> None:
    assert search_key("Bimtek  DPB", None, "", "KPU RI") == " bimtek dpb kpu ri"
    assert search_key(None, "–") == ""


def test_an_address_is_asked_by_what_stands_before_its_sign() -> None:
    assert asked_words("siti.aminah@contoh.id") == ("aminah", "siti")
    assert asked_words("  Bantul bantul KPU ") == ("bantul", "kpu")


def test_a_registration_is_found_by_name_institution_address_and_province() -> None:
    key = registration_key("Siti Aminah", "KPU Kota Ternate", "aminah.s@x.id")

    assert key == " siti aminah kpu kota ternate aminah s"
    assert registration_terms(key, "82.71") == ("@82", "siti", "aminah", "kpu", "kota", "ternate", "s")
    assert province_term("82") == "@82"


@given(st.text(max_size=3000))
def test_folding_twice_changes_nothing_and_limits_hold(text: str) -> None:
    once = folded(text)

    assert folded(once) == once
    assert len(search_key(text)) <= MOST_KEY
    assert all(len(word) <= MOST_TERM for word in asked_words(text))
    assert len(asked_words(text)) <= MOST_ASKED
    terms = registration_terms(registration_key(text, text, text), None)
    assert len(terms) <= MOST_TERMS
    assert not any("@" in term or " " in term for term in terms)
