from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.password import COMMON, LONGEST, SHORTEST, Weakness, weakness

SRI = ("Sri Wahyuni", "sri.wahyuni@kpu.go.id")


@pytest.mark.parametrize(
    ("password", "found"),
    [
        ("kopi tubruk di teras", None),
        ("x7#Lq9!vT2", None),
        ("pendek", Weakness.TOO_SHORT),
        ("abcde" * 26, Weakness.TOO_LONG),
        ("1234567890", Weakness.COMMON),
        ("Indonesia123", Weakness.COMMON),
        ("aaaaaaaaaaaa", Weakness.MONOTONOUS),
        ("1212121212", Weakness.MONOTONOUS),
        ("sriwahyuni", Weakness.PERSONAL),
        ("SriWahyuni2024", Weakness.PERSONAL),
        ("sri.wahyuni@kpu.go.id", Weakness.PERSONAL),
        ("sri wahyuni suka kopi tubruk", None),
    ],
)
def test_weakness_of_passwords_people_choose(password: str, found: Weakness | None) -> None:
    assert weakness(password, personal=SRI) == found


def test_the_common_ones_are_those_that_length_lets_through() -> None:
    assert [word for word in COMMON if len(word) < SHORTEST or word != word.casefold()] == []
    assert len(COMMON) > 60


@given(st.text(min_size=SHORTEST, max_size=LONGEST))
def test_any_text_of_enough_different_letters_will_do(password: str) -> None:
    found = weakness(password)

    assert found in (None, Weakness.COMMON, Weakness.MONOTONOUS)
    assert found != Weakness.MONOTONOUS or len(set(password.casefold())) < 4
