from __future__ import annotations

import pytest

from webinar.core.office import OfficeRow, kpu_tree, names_alike

REGIONS = {
    "11": "Aceh",
    "11.06": "Kabupaten Aceh Besar",
    "11.71": "Kota Banda Aceh",
    "31": "DKI Jakarta",
    "31.74": "Kota Jakarta Selatan",
    "34": "Daerah Istimewa Yogyakarta",
    "34.02": "Kabupaten Bantul",
}


def test_tree_has_three_levels_and_other_names_in_aceh() -> None:
    top, provinces, regencies = kpu_tree(REGIONS)

    assert [row.name for row in (*top, *provinces, *regencies)] == [
        "KPU RI",
        "KIP Aceh",
        "KPU Provinsi DKI Jakarta",
        "KPU Provinsi Daerah Istimewa Yogyakarta",
        "KIP Kabupaten Aceh Besar",
        "KIP Kota Banda Aceh",
        "KPU Kota Jakarta Selatan",
        "KPU Kabupaten Bantul",
    ]
    assert [row.parent_name for row in (*top, *provinces)] == [None, "KPU RI", "KPU RI", "KPU RI"]
    assert regencies[-1] == OfficeRow(
        name="KPU Kabupaten Bantul",
        long_name="Komisi Pemilihan Umum Kabupaten Bantul",
        level="regency",
        city="Bantul",
        region_code="34.02",
        parent_name="KPU Provinsi Daerah Istimewa Yogyakarta",
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("KPU RI", "KPU RI"),
        ("KPU", "KPU RI"),
        ("Komisi Pemilihan Umum Republik Indonesia", "KPU RI"),
        ("KPU Kab. Bantul", "KPU Kabupaten Bantul"),
        ("KPU  kabupaten bantul", "KPU Kabupaten Bantul"),
        ("Komisi Pemilihan Umum Kabupaten Bantul", "KPU Kabupaten Bantul"),
        ("KPU DKI Jakarta", "KPU Provinsi DKI Jakarta"),
        ("KPU Prov. DKI Jakarta", "KPU Provinsi DKI Jakarta"),
        ("KPU DIY", "KPU Provinsi Daerah Istimewa Yogyakarta"),
        ("KPU D.I. Yogyakarta", "KPU Provinsi Daerah Istimewa Yogyakarta"),
        ("KPU Kota Administrasi Jakarta Selatan", "KPU Kota Jakarta Selatan"),
        ("KIP Provinsi Aceh", "KIP Aceh"),
        ("Komisi Independen Pemilihan Kota Banda Aceh", "KIP Kota Banda Aceh"),
    ],
)
def test_usual_spellings_mean_an_office_of_the_tree(written: str, meant: str) -> None:
    names = {row.name.lower(): row.name for level in kpu_tree(REGIONS) for row in level}

    assert [names[alike] for alike in names_alike([written]) if alike in names] == [meant]


@pytest.mark.parametrize(
    "written", ["KPU Bantul", "Bawaslu Kabupaten Bantul", "PPK Kabupaten Bantul", "Kpu-RI"]
)
def test_other_names_mean_no_office_of_the_tree(written: str) -> None:
    names = {row.name.lower() for level in kpu_tree(REGIONS) for row in level}

    assert names.isdisjoint(names_alike([written]))
