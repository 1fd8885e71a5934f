from __future__ import annotations

from itertools import combinations
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.likeness import (
    MOST_ALIKE,
    Known,
    Likeness,
    likeness,
    pairs_sounding_alike,
    plain_name,
    post_key,
    sound_key,
)

SAME = [
    ("Ilham Saputra", "Ilham Sahputra"),
    ("Dr. H. Arief Budiman, S.H., M.H.", "Arif Budiman"),
    ("Soeharto", "Suharto"),
    ("Muh. Yusuf", "Muhammad Yusuf"),
    ("Ma'ruf Hidayat", "Ma’ruf  Hidayat"),
    ("Achmad Syaifudin", "Ahmad Saifuddin"),
    ("Hasyim Asy'ari", "Hasyim Asyari"),
    ("SITI AMINAH", "Siti Aminah"),
    ("Théo Djojo", "Theo Jojo"),
]
DIFFERENT = [("Rina", "Rani"), ("Andi", "Ande"), ("Sri Wahyuni", "Sri Wulandari"), ("Budi", "Budiman")]


def known(
    id_: int, name: str, *, degrees: str | None = None, post: tuple[str, str | None] | None = None
) -> Known:
    houses = frozenset({post[1].casefold()}) if post and post[1] else frozenset()
    posts = frozenset({post_key(*post)}) if post else frozenset()
    return Known(id_, name, degrees, posts, houses)


@pytest.mark.parametrize("pair", SAME)
def test_names_that_sound_alike_are_found(pair: tuple[str, str]) -> None:
    assert list(pairs_sounding_alike(enumerate(pair))) == [(0, 1)]
    assert likeness(known(0, pair[0]), known(1, pair[1])) == Likeness.SAME_NAME


@pytest.mark.parametrize("pair", DIFFERENT)
def test_names_that_only_look_alike_are_left_alone(pair: tuple[str, str]) -> None:
    assert likeness(known(0, pair[0]), known(1, pair[1])) is None


def test_position_institution_or_degrees_make_the_guess_surer() -> None:
    chair = known(1, "Ilham Saputra", post=("Ketua", "KPU RI"))

    assert likeness(chair, known(2, "Ilham Sahputra", post=("Ketua KPU RI", None))) == Likeness.SAME_POST
    assert likeness(chair, known(2, "Ilham Sahputra", post=("Anggota", "KPU RI"))) == Likeness.SAME_POST
    assert (
        likeness(known(1, "Arif", degrees="SH, MH"), known(2, "Arief", degrees="S.H., M.H."))
        == Likeness.SAME_POST
    )
    assert likeness(known(1, "Arif", degrees="S.H."), known(2, "Arif", degrees="S.E.")) == Likeness.SAME_NAME


def test_name_that_only_sounds_alike_needs_more_to_be_proposed() -> None:
    one = known(1, "Sri Wahyuningsih", post=("Ketua", "KPU Kota Solok"))
    other = known(2, "Sri Wahyuningsi", post=("Ketua", "KPU Kota Padang"))

    assert sound_key(one.name) == sound_key(other.name)
    assert likeness(one, other) == Likeness.SAME_NAME
    assert likeness(known(1, "Yuliana Sari"), known(2, "Yuliani Sari")) is None


def test_name_of_a_title_alone_keeps_it() -> None:
    assert plain_name("H.") != ""


def test_name_of_half_the_country_says_nothing() -> None:
    assert list(pairs_sounding_alike((i, "Muhammad") for i in range(MOST_ALIKE + 1))) == []


@given(st.lists(st.text(max_size=30), max_size=12))
def test_every_pair_is_named_once_whatever_names_there_are(names: list[str]) -> None:
    found = list(pairs_sounding_alike(enumerate(names)))

    assert len(found) == len(set(found))
    assert set(found) <= set(combinations(range(len(names)), 2))


def test_ten_thousand_names_are_compared_in_a_moment() -> None:
    names = [(i, f"Orang {chr(97 + i % 26)}{chr(97 + i // 26 % 26)} ke-{i}") for i in range(10_000)]

    begun = process_time()
    list(pairs_sounding_alike(names))

    assert process_time() - begun < 1
