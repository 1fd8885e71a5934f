from __future__ import annotations

from typing import Any

import pytest

from webinar.core.access import Actor, Grant, OfficeRole
from webinar.core.office import OfficeData
from webinar.core.office_plan import KnownOffice, OfficePlan, plan_offices
from webinar.core.office_tree import MOST_LEVELS, Place
from webinar.core.region_names import RegionNames
from webinar.core.table_import.plan import plan_digest
from webinar.core.table_import.reading import ReadRow

REGIONS = RegionNames(
    {
        "32": "Jawa Barat",
        "32.04": "Kabupaten Bandung",
        "32.10": "Kabupaten Majalengka",
        "32.73": "Kota Bandung",
        "34": "Daerah Istimewa Yogyakarta",
        "34.02": "Kabupaten Bantul",
        "75": "Gorontalo",
        "75.01": "Kabupaten Gorontalo",
    }
)
CENTRE = KnownOffice(
    1, OfficeData("KPU RI", "Komisi Pemilihan Umum Republik Indonesia", "national"), Place(), "/1/"
)
PROVINCE = KnownOffice(
    2, OfficeData("KPU Provinsi Jawa Barat", None, "province", None, "32"), Place(1), "/1/2/"
)
OTHER = KnownOffice(
    3, OfficeData("KPU Provinsi Daerah Istimewa Yogyakarta", None, "province", None, "34"), Place(1), "/1/3/"
)
REGENCY = KnownOffice(
    4,
    OfficeData("KPU Kabupaten Bandung", None, "regency", "Soreang", "32.04", email="a@kpu.example"),
    Place(2),
    "/1/2/4/",
)
KNOWN = [CENTRE, PROVINCE, OTHER, REGENCY]


def manager(office_id: int | None) -> Actor:
    return Actor(1, "Sri", "sri@kpu.example", frozenset({Grant(OfficeRole.MANAGER, office_id)}))


def plan(*rows: dict[str, Any], actor: Actor | None = None) -> OfficePlan:
    numbered = [ReadRow(number, row) for number, row in enumerate(rows, 2)]
    return plan_offices(numbered, KNOWN, REGIONS, actor=actor)


def faults(found: OfficePlan) -> list[tuple[int, str, str]]:
    return [(fault.row, fault.column, fault.reason) for fault in found.faults]


def test_rows_create_change_and_leave_alone() -> None:
    found = plan(
        {"name": "KPU Kab. Bandung", "email": "b@kpu.example", "city": "Soreang"},
        {"name": "kpu ri", "level": "national"},
        {"name": "KPU Kabupaten Bantul", "parent": "KPU DIY", "region_code": "Bantul", "level": "regency"},
    )

    assert [(step.row, step.outcome, step.title, dict(step.fields)) for step in found.steps] == [
        (2, "changed", "KPU Kabupaten Bandung", {"email": ("a@kpu.example", "b@kpu.example")}),
        (3, "unchanged", "KPU RI", {}),
        (
            4,
            "created",
            "KPU Kabupaten Bantul",
            {
                "name": (None, "KPU Kabupaten Bantul"),
                "level": (None, "regency"),
                "region_code": (None, "Kabupaten Bantul"),
                "parent": (None, "KPU Provinsi Daerah Istimewa Yogyakarta"),
            },
        ),
    ]
    assert found.steps[2].parent == OTHER.id
    assert faults(found) == []


def test_an_office_may_stand_below_one_that_a_later_row_makes() -> None:
    found = plan(
        {"name": "PPS Banguntapan", "parent": "PPK Banguntapan"},
        {"name": "PPK Banguntapan", "parent": "KPU Kab Bandung"},
    )

    assert [(step.row, step.parent) for step in found.steps] == [(3, REGENCY.id), (2, -3)]


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ({"region_code": "Atlantis"}, "region_code", "unknown_region"),
        ({"region_code": "Bandung"}, "region_code", "unclear_region"),
        ({"region_code": "99.99"}, "region_code", "unknown_region"),
        ({"region_code": "32", "level": "regency"}, "region_code", "other_level"),
        ({"level": "province", "region_code": "Bantul"}, "region_code", "other_level"),
        ({"parent": "KPU Kota Atlantis"}, "parent", "unknown_parent"),
        ({"parent": "KPU Kota Baru"}, "parent", "loop"),
    ],
)
def test_a_row_that_will_not_do_says_why(row: dict[str, str], column: str, reason: str) -> None:
    found = plan({"name": "KPU Kota Baru", **row})

    assert faults(found) == [(2, column, reason)]
    assert found.steps == ()


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        ("32.1", None, "32.10"),
        ("3204", None, "32.04"),
        ("Gorontalo", "province", "75"),
        ("kab. gorontalo", None, "75.01"),
    ],
)
def test_regions_are_known_by_codes_that_lost_a_nought_and_by_names(
    text: str, level: str | None, code: str
) -> None:
    row = {"name": "Panwas", "region_code": text} | ({"level": level} if level else {})

    found = plan(row)

    assert found.steps[0].values["region_code"] == code


def test_the_same_office_twice_is_at_fault_the_second_time() -> None:
    found = plan(
        {"name": "KPU Kabupaten Bandung"}, {"name": "KPU Kab Bandung"}, {"name": "Baru"}, {"name": " baru"}
    )

    assert faults(found) == [(3, "name", "duplicate"), (5, "name", "duplicate")]
    assert [fault.facts for fault in found.faults] == [{"row": 2}, {"row": 4}]


def test_an_office_below_a_row_at_fault_is_at_fault_too() -> None:
    found = plan({"name": "Satu", "parent": "Dua"}, {"name": "Dua", "region_code": "Atlantis"})

    assert faults(found) == [(2, "parent", "faulty_parent"), (3, "region_code", "unknown_region")]


def test_no_office_comes_to_stand_below_itself() -> None:
    new = plan({"name": "Satu", "parent": "Dua"}, {"name": "Dua", "parent": "Satu"})
    old = plan({"name": "KPU RI", "parent": "KPU Kabupaten Bandung"})

    assert {reason for _row, _column, reason in faults(new)} == {"loop", "faulty_parent"}
    assert faults(old) == [(2, "parent", "loop")]


def test_a_chain_of_thousands_is_refused_without_an_accident() -> None:
    rows = [{"name": f"Bagian {n}", "parent": f"Bagian {n + 1}"} for n in range(3000)]

    found = plan(*rows, {"name": "Bagian 3000"})

    assert len(found.steps) <= MOST_LEVELS + 1
    assert {fault.reason for fault in found.faults} <= {"too_deep", "faulty_parent"}


def test_a_province_takes_in_what_is_its_own_and_nothing_else() -> None:
    province = manager(PROVINCE.id)

    found = plan(
        {"name": "KPU Kabupaten Bandung", "email": "baru@kpu.example"},
        {"name": "KPU DIY", "email": "baru@kpu.example"},
        {"name": "KPU RI", "level": "national"},
        {"name": "KPU Kota Bandung", "parent": "KPU Provinsi Jawa Barat"},
        {"name": "KPU Kabupaten Bantul", "parent": "KPU DIY"},
        {"name": "Lembaga Baru"},
        actor=province,
    )

    assert [(step.row, step.outcome) for step in found.steps] == [
        (2, "changed"),
        (4, "unchanged"),
        (5, "created"),
    ]
    assert faults(found) == [
        (3, "name", "not_managed"),
        (6, "parent", "place_not_managed"),
        (7, "parent", "place_not_managed"),
    ]


def test_a_move_needs_both_offices_above() -> None:
    row = {"name": "KPU Kabupaten Bandung", "parent": "KPU DIY"}

    by_province, by_centre = plan(row, actor=manager(PROVINCE.id)), plan(row, actor=manager(CENTRE.id))

    assert faults(by_province) == [(2, "parent", "place_not_managed")]
    assert dict(by_centre.steps[0].fields) == {
        "parent": ("KPU Provinsi Jawa Barat", "KPU Provinsi Daerah Istimewa Yogyakarta")
    }


def test_the_digest_tells_two_plans_apart_by_anything_they_would_do() -> None:
    rows = [{"name": "KPU RI", "email": "a@kpu.example"}, {"name": "KPU RI", "email": "b@kpu.example"}]

    digests = {plan_digest(plan(row).steps) for row in (*rows, *rows)}

    assert len(digests) == 2
