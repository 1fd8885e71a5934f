from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from webinar.core.calendar.description import description, time_lines
from webinar.core.zones import WIB, WIT


def test_description_begins_with_three_clocks_and_ends_with_the_page(make_entry):
    assert description(make_entry()) == (
        "Kamis, 12 Agustus 2021\n"
        "13.00 WIB / 14.00 WITA / 15.00 WIT\n"
        "Sampai 15.30 WIB / 16.30 WITA / 17.30 WIT\n"
        "\n"
        "Penyelenggara: Komisi Pemilihan Umum\n"
        "Narasumber: Dr. Siti Aminah, S.H., M.H.\n"
        "\n"
        "Halaman kegiatan: https://webinar.kpu.go.id/kegiatan/sosialisasi-keterbukaan-informasi\n"
        "Narahubung: Humas KPU, humas@kpu.go.id"
    )


def test_description_without_facts_leaves_no_trace(make_entry):
    text = description(make_entry(facts=(" ", "\x07"), contact=" ", ends_at=None))

    assert text.split("\n") == [
        "Kamis, 12 Agustus 2021",
        "13.00 WIB / 14.00 WITA / 15.00 WIT",
        "Sampai selesai",
        "",
        "Halaman kegiatan: https://webinar.kpu.go.id/kegiatan/sosialisasi-keterbukaan-informasi",
    ]


@pytest.mark.parametrize("home", [WIB, WIT])
def test_time_lines_over_midnight_name_the_date_of_each_zone(home):
    starts_at = datetime(2021, 8, 12, 15, 30, tzinfo=UTC)

    assert time_lines(starts_at, datetime(2021, 8, 12, 18, 0, tzinfo=UTC), home) == (
        "Kamis, 12 Agustus 2021, 22.30 WIB\n"
        "Kamis, 12 Agustus 2021, 23.30 WITA\n"
        "Jumat, 13 Agustus 2021, 00.30 WIT\n"
        "Sampai\n"
        "Jumat, 13 Agustus 2021\n"
        "01.00 WIB / 02.00 WITA / 03.00 WIT"
    )


def test_time_lines_without_clock_say_so():
    assert time_lines(date(2021, 8, 17), None, WIB) == "Selasa, 17 Agustus 2021\nWaktu belum ditentukan"
