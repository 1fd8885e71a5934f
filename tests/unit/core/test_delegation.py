from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.delegation import shown_delegation, typed_delegation
from webinar.core.document.model import Delegate


@pytest.mark.parametrize(
    ("line", "delegate"),
    [
        ("Sri Wahyuni – Ketua", Delegate("Sri Wahyuni", "Ketua")),
        (
            "1. Sri Wahyuni, S.H., M.H. - Ketua KPU Kabupaten Bantul",
            Delegate("Sri Wahyuni, S.H., M.H.", "Ketua KPU Kabupaten Bantul"),
        ),
        (
            "- Sri Wahyuni, S.H., Kepala Subbagian Hukum",
            Delegate("Sri Wahyuni, S.H.", "Kepala Subbagian Hukum"),
        ),
        ("Ma'ruf Al-Hidayat (Plt. Sekretaris)", Delegate("Ma'ruf Al-Hidayat", "Plt. Sekretaris")),
        ("Ketua – Sri Wahyuni", Delegate("Sri Wahyuni", "Ketua")),
        ("Sekretaris", Delegate(position="Sekretaris")),
        ("Ketua dan Anggota", Delegate(position="Ketua dan Anggota")),
        ("3 operator", Delegate(position="operator", count=3)),
        ("3 orang staf", Delegate(position="staf", count=3)),
        ("dua orang staf", Delegate(position="staf", count=2)),
        ("seorang operator", Delegate(position="operator", count=1)),
        ("Operator: 2", Delegate(position="Operator", count=2)),
        ("Staf (4 orang)", Delegate(position="Staf", count=4)),
        ("12", Delegate(count=12)),
        ("12 orang", Delegate(count=12)),
        ("2) Budi", Delegate("Budi")),
        ("Budi, S.H.", Delegate("Budi, S.H.")),
        ("Wahyu", Delegate("Wahyu")),
        ("I Gede Narayana\tAnggota", Delegate("I Gede Narayana", "Anggota")),
    ],
)
def test_a_line_says_who_took_part(line: str, delegate: Delegate) -> None:
    assert typed_delegation(line) == (delegate,)


def test_empty_lines_and_bullets_say_nothing() -> None:
    assert typed_delegation("\n • Budi \n\n -\n") == (Delegate("Budi"),)


@given(st.text(max_size=200))
def test_any_text_is_read_and_nothing_is_empty(text: str) -> None:
    for delegate in typed_delegation(text):
        assert delegate != Delegate()


@pytest.mark.parametrize("text", ["Sri Wahyuni – Ketua\n3 orang staf\nSekretaris"])
def test_what_was_read_is_shown_as_it_reads_back(text: str) -> None:
    assert shown_delegation(typed_delegation(text)) == text
