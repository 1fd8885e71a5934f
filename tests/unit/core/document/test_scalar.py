from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from webinar.core.text import clean


@given(st.text(st.characters(), max_size=60), st.booleans())
@example("\u0958" * 40 + "\u0344" * 40, False)
@example(" \u2003\t\n \r\x00\n\n\n x \u202e\t\n", True)
def test_cleaning_twice_changes_nothing_more(text: str, prose: bool) -> None:
    once = clean(text, prose=prose)

    assert clean(once, prose=prose) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == once.strip()
    assert once.encode("utf-8").decode() == once


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=60))
def test_cleaning_keeps_what_can_be_read(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text.strip())


@pytest.mark.parametrize(
    ("text", "line", "prose"),
    [
        ("satu  dua", "satu  dua", "satu  dua"),
        ("satu \t dua", "satu dua", "satu \t dua"),
        ("satu \r\n\r\n\n  dua", "satu dua", "satu\n\n  dua"),
        ("satu\u2028dua\u0085", "satu dua", "satu\ndua"),
        ("\ufeff\u202asatu\u202c\u200f", "satu", "satu"),
        ("ke\u00a05", "ke\u00a05", "ke\u00a05"),
        ("a" + "\u0323" * 40, "\u1ea1" + "\u0323" * 29, "\u1ea1" + "\u0323" * 29),
    ],
)
def test_text_in_a_line_and_in_prose(text: str, line: str, prose: str) -> None:
    assert (clean(text), clean(text, prose=True)) == (line, prose)
