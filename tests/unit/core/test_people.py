"""Titles, posts and institutions in the right order and punctuation."""

from __future__ import annotations

import pytest

from webinar.core.people import acting_mark, full_name, generic, introduced, post


@pytest.mark.parametrize(
    ("name", "before", "after", "text"),
    [
        ("Andi", "Prof Dr", "S. Kom, M.Kom", "Prof. Dr. Andi, S.Kom., M.Kom."),
        ("Umar", "dr", "Sp.A", "dr. Umar, Sp.A."),
        ("Siti", "DR. Hj.", "SH, M.Si, Ph.D", "Dr. Hj. Siti, S.H., M.Si., Ph.D."),
        ("Budi", None, "S.E., Ak., CA", "Budi, S.E., Ak., CA"),
        ("Budi", None, "SE M.Si", "Budi, S.E., M.Si."),
        ("Tirmadi", "dr.", "Sp.PD, MMRS", "dr. Tirmadi, Sp.PD., M.M.R.S."),
        ("Nizam", None, "IPU, Asean Eng.", "Nizam, IPU, Asean Eng."),
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
        ("Kapolres", "Polres Nabire", None, "Kapolres Nabire"),
        ("Dandim", "Kodim 1705/Nabire", None, "Dandim 1705/Nabire"),
        ("Kapolres", "Merauke", None, "Kapolres Merauke"),
        ("Perwakilan", "BSSN", None, "perwakilan BSSN"),
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


def test_institution_or_unit_follows_with_dari() -> None:
    assert introduced("Titi", "", "Perludem") == "Titi dari Perludem"
    assert introduced("Titi, S.H.", "", "Perludem") == "Titi, S.H., dari Perludem"
    assert introduced("Wahyu", "Divisi Data") == "Wahyu dari Divisi Data"


@pytest.mark.parametrize(
    ("held", "text"),
    [
        ("Staf Divisi Humas", "staf Divisi Humas"),
        ("Analis SDM Aparatur", "analis SDM aparatur"),
        ("Operator Sidalih", "operator Sidalih"),
        ("Kepala Subbagian", "kepala subbagian"),
    ],
)
def test_post_of_nobody_is_small_up_to_the_name_of_a_unit(held: str, text: str) -> None:
    assert generic(held) == text


def test_only_an_office_keeps_its_capitals_without_a_name() -> None:
    assert introduced("", "Penyuluh Pajak") == "penyuluh pajak"
    assert introduced("", "Direktur Medik") == "Direktur Medik"


def test_acting_mark_takes_its_full_stop() -> None:
    assert [acting_mark(text) for text in ("Plt", "plh.", "Pj", None)] == ["Plt.", "Plh.", "Pj.", ""]
