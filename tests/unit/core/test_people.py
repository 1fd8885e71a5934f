"""Titles, posts and institutions in the right order and punctuation."""

from __future__ import annotations

import pytest

from webinar.core.people import acting_mark, full_name, introduced, post


@pytest.mark.parametrize(
    ("name", "before", "after", "text"),
    [
        ("Andi", "Prof Dr", "S. Kom, M.Kom", "Prof. Dr. Andi, S.Kom., M.Kom."),
        ("Umar", "dr", "Sp.A", "dr. Umar, Sp.A."),
        ("Siti", "DR. Hj.", "SH, M.Si, Ph.D", "Dr. Hj. Siti, S.H., M.Si., Ph.D."),
        ("Budi", None, "S.E., Ak., CA", "Budi, S.E., Ak., CA"),
        ("Ova", "Prof. dr.", "Sp.OG(K)", "Prof. dr. Ova, Sp.OG(K)"),
        ("Alex", "Brigjen Pol. (Purn.)", None, "Brigjen Pol. (Purn.) Alex"),
        ("Dr. Budi, M.Si", "Dr.", "M.Si.", "Dr. Budi, M.Si"),
        ("Ma'ruf", "", "", "Ma'ruf"),
        (None, "Dr.", "M.Si.", ""),
    ],
)
def test_full_name_sets_titles(name: str | None, before: str | None, after: str | None, text: str) -> None:
    assert full_name(name, before, after) == text


@pytest.mark.parametrize(
    ("position", "institution", "acting", "text"),
    [
        ("Ketua", "KPU RI", None, "Ketua KPU RI"),
        ("Ketua KPU RI", "KPU RI", None, "Ketua KPU RI"),
        ("Ketua KPU", "KPU RI", None, "Ketua KPU RI"),
        ("ketua", "Bawaslu Bali", "plt", "Plt. Ketua Bawaslu Bali"),
        ("Plt. Ketua", "Bawaslu Bali", "Plt.", "Plt. Ketua Bawaslu Bali"),
        (
            "Dosen Fakultas Hukum",
            "Universitas Gadjah Mada",
            None,
            "Dosen Fakultas Hukum Universitas Gadjah Mada",
        ),
        (None, "Perludem", None, ""),
        ("Sekretaris", None, "Plh", "Plh. Sekretaris"),
    ],
)
def test_post_names_the_institution_once(
    position: str | None, institution: str | None, acting: str | None, text: str
) -> None:
    assert post(position, institution, acting) == text


@pytest.mark.parametrize(
    ("name", "whole_post", "text"),
    [
        ("Ilham Sahputra", "Ketua KPU RI", "Ketua KPU RI Ilham Sahputra"),
        ("Raka", "Ketua Divisi A, B, dan C KPU RI", "Raka, Ketua Divisi A, B, dan C KPU RI"),
        (
            "Ningrum",
            "Direktur Pendaftaran Penduduk Ditjen Dukcapil Kementerian Dalam Negeri",
            "Ningrum, Direktur Pendaftaran Penduduk Ditjen Dukcapil Kementerian Dalam Negeri",
        ),
        ("Yohana", "jurnalis Jubi", "Yohana, jurnalis Jubi"),
        ("", "Panewu Sewon", "Panewu Sewon"),
        ("Markus", "", "Markus"),
    ],
)
def test_long_posts_follow_the_name(name: str, whole_post: str, text: str) -> None:
    assert introduced(name, whole_post) == text


def test_institution_alone_follows_with_dari() -> None:
    assert introduced("Titi", "", "Perludem") == "Titi dari Perludem"


def test_acting_mark_takes_its_full_stop() -> None:
    assert [acting_mark(text) for text in ("Plt", "plh.", "Pj", None)] == ["Plt.", "Plh.", "Pj.", ""]
