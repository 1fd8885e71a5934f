from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.slug import slug, unused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Webinar Pengelolaan & Pelayanan", "webinar-pengelolaan-pelayanan"),
        ("Ma'ruf, Jum’at: é", "maruf-jumat-e"),
        ("  --  ", "kegiatan"),
        ("研讨会", "kegiatan"),
        ("satu dua tiga empat", "satu-dua-tiga"),
        ("satu dua tiga-e", "satu-dua-tiga-e"),
        ("x" * 40, "x" * 15),
    ],
)
def test_slug_of_a_text(text: str, expected: str) -> None:
    assert slug(text, most=15 if len(expected) <= 15 else 40, otherwise="kegiatan") == expected


@given(st.text(), st.integers(8, 40))
def test_slug_is_short_and_plain(text: str, most: int) -> None:
    found = slug(text, most=most, otherwise="kegiatan")

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found)
    assert len(found) <= most
    assert slug(found, most=most, otherwise="x") == found


def test_unused_slug_gets_the_first_free_number() -> None:
    assert unused("a", set()) == "a"
    assert unused("a", {"a", "a-2", "a-4"}) == "a-3"
