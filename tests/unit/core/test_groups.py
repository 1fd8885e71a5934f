"""Participant groups as phrases."""

from __future__ import annotations

import pytest

from webinar.core.document.model import ParticipantGroup
from webinar.core.groups import group_phrase, groups_phrase, scope_phrase

OFFICIALS = ParticipantGroup(
    kind="position_level_region",
    positions=("Ketua", "Sekretaris", "Kepala Subbagian"),
    units=("KPU Provinsi", "KPU Kabupaten/Kota"),
    scope="se-Indonesia",
)


def test_positions_units_and_scope_make_one_phrase() -> None:
    assert group_phrase(OFFICIALS) == (
        "Ketua, Sekretaris, dan Kepala Subbagian KPU Provinsi dan KPU Kabupaten/Kota se-Indonesia"
    )


def test_offices_of_the_nation_are_se_indonesia() -> None:
    group = ParticipantGroup(positions=("Ketua",), units=("Bawaslu Provinsi",), scope="nasional")

    assert group_phrase(group) == "Ketua Bawaslu Provinsi se-Indonesia"


def test_head_of_an_office_names_it_once() -> None:
    group = ParticipantGroup(positions=("kepala dinas",), units=("Dinas Perindustrian",))

    assert group_phrase(group) == "kepala Dinas Perindustrian"


def test_category_names_its_members() -> None:
    group = ParticipantGroup(
        kind="external", label="stakeholder terkait", members=("NGO", "LSM"), scope="se-Indonesia"
    )

    assert group_phrase(group) == "stakeholder terkait se-Indonesia, yaitu NGO dan LSM"


def test_people_come_from_their_houses() -> None:
    group = ParticipantGroup(kind="external", label="mahasiswa", members=("Universitas A", "Institut B"))

    assert group_phrase(group) == "mahasiswa dari Universitas A dan Institut B"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("se Indonesia", "se-Indonesia"),
        ("Se-Jawa Tengah", "se-Jawa Tengah"),
        ("Indonesia", "se-Indonesia"),
        ("nasional", "tingkat nasional"),
        ("national", "se-Indonesia"),
        ("kota berpenduduk sedikit", "se-kota berpenduduk sedikit"),
        ("di Kabupaten Bantul", "di Kabupaten Bantul"),
        ("Kabupaten Bantul", "se-Kabupaten Bantul"),
        (None, ""),
    ],
)
def test_scope_words(typed: str | None, text: str) -> None:
    assert scope_phrase(typed) == text


def test_empty_group_says_nothing() -> None:
    assert group_phrase(ParticipantGroup(kind="external")) == ""


def test_two_groups_are_joined_with_serta() -> None:
    media = ParticipantGroup(kind="external", label="media massa")

    assert groups_phrase([OFFICIALS, media]).endswith("se-Indonesia serta media massa")
