"""Which zones an audience lives in."""

from __future__ import annotations

import pytest

from tests.factories.document import small_document
from webinar.core.audience import NATIONAL, Audience, audience, audience_of
from webinar.core.document.model import Organiser, ParticipantGroup
from webinar.core.zones import WIB, WIT, WITA


@pytest.mark.parametrize("scope", ["se-Indonesia", "nasional", "national", "Seluruh Indonesia"])
def test_whole_country(scope: str) -> None:
    assert audience([None, "Sleman", scope], WIB) == NATIONAL


@pytest.mark.parametrize(
    ("scope", "zones"),
    [
        ("se-Sumatera Barat", (WIB,)),
        ("se-Papua", (WIB, WIT)),
        ("Jawa dan Bali", (WIB, WITA)),
        ("Kalimantan Barat", (WIB,)),
        ("se-Kalimantan", (WIB, WITA)),
        ("Kalimantan Utara", (WIB, WITA)),
        ("Kabupaten Balikpapan", (WIB,)),  # only whole names count
        ("", (WIB,)),
    ],
)
def test_named_places_join_the_organisers_zone(scope: str, zones: tuple[object, ...]) -> None:
    assert audience([scope], WIB) == Audience(zones)  # type: ignore[arg-type]


def test_national_office_without_groups_invites_everybody() -> None:
    document = small_document(organiser=Organiser("KPU RI", level="national"))

    assert audience_of(document) == NATIONAL


def test_groups_of_a_national_office_narrow_the_audience() -> None:
    group = ParticipantGroup(positions=("Ketua",), units=("KPU Provinsi Bali",))
    document = small_document(
        organiser=Organiser("KPU RI", level="national"), participant_groups=(group,), timezone="WIB"
    )

    assert audience_of(document) == Audience((WIB, WITA))


def test_local_office_without_groups_stays_in_its_zone() -> None:
    assert audience_of(small_document(timezone="WIT")) == Audience((WIT,))
