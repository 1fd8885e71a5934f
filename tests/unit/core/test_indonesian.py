"""Dates, numbers, lists and letters after EYD V."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.indonesian import dates, letters, lists, numbers
from webinar.core.indonesian.foreign import spans

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def test_long_date_does_not_pad_the_day() -> None:
    assert dates.long_date(date(2020, 4, 6)) == "Senin, 6 April 2020"


def test_short_date_is_the_press_form() -> None:
    assert dates.short_date(date(2021, 8, 12)) == "Kamis (12/8/2021)"


@pytest.mark.parametrize(
    ("first", "last", "long", "short"),
    [
        (date(2025, 2, 3), date(2025, 2, 5), "Senin–Rabu, 3–5 Februari 2025", "Senin–Rabu (3–5/2/2025)"),
        (
            date(2025, 1, 30),
            date(2025, 2, 2),
            "Kamis–Minggu, 30 Januari–2 Februari 2025",
            "Kamis–Minggu (30/1–2/2/2025)",
        ),
        (
            date(2024, 12, 30),
            date(2025, 1, 2),
            "Senin–Kamis, 30 Desember 2024–2 Januari 2025",
            "Senin–Kamis (30/12/2024–2/1/2025)",
        ),
        (date(2025, 2, 1), date(2025, 2, 14), "1–14 Februari 2025", "1–14 Februari 2025"),
        (date(2025, 2, 1), date(2025, 2, 1), "Sabtu, 1 Februari 2025", "Sabtu (1/2/2025)"),
    ],
)
def test_ranges_name_what_differs(first: date, last: date, long: str, short: str) -> None:
    assert dates.long_range(first, last) == long
    assert dates.short_range(first, last) == short


@given(days)
def test_weekday_is_that_of_the_calendar(day: date) -> None:
    assert dates.weekday(day) == NAMES[day.weekday()]


@given(days, st.integers(1, 400))
def test_range_of_days_begins_and_ends_with_its_days(first: date, length: int) -> None:
    last = first + timedelta(days=length)

    text = dates.plain_range(first, last)

    assert text.startswith(f"{first.day}")
    assert text.endswith(dates.plain_date(last))
    assert text.count("–") == 1


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (4, "empat"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (15, "lima belas"),
        (20, "dua puluh"),
        (100, "seratus"),
        (1000, "seribu"),
        (1114, "seribu seratus empat belas"),
        (514, "lima ratus empat belas"),
        (1_000_000, "satu juta"),
        (2_000_017, "dua juta tujuh belas"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert numbers.in_words(number) == words


@pytest.mark.parametrize(
    ("number", "text"),
    [(4, "empat"), (40, "empat puluh"), (300, "tiga ratus"), (412, "412"), (1114, "1.114")],
)
def test_numbers_in_text_take_letters_for_one_or_two_words(number: int, text: str) -> None:
    assert numbers.in_text(number) == text


def test_ordinals() -> None:
    assert [numbers.ordinal(n) for n in (1, 3, 10, 12)] == ["pertama", "ketiga", "kesepuluh", "ke-12"]


@given(st.integers(0, 10**13))
def test_figures_read_back_as_the_number(number: int) -> None:
    assert int(numbers.figures(number).replace(".", "")) == number
    assert "  " not in numbers.in_words(number)


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A dan B"),
        (["A", "B", "C"], "A, B, dan C"),
        (["A, Ketua", "B", "C"], "A, Ketua; B; dan C"),
        (["A, Ketua", "B"], "A, Ketua; dan B"),
    ],
)
def test_lists_take_semicolons_once_an_item_has_a_comma(items: list[str], text: str) -> None:
    assert lists.join(items) == text


@given(st.lists(st.text("abc ", min_size=1).filter(str.strip), min_size=2, max_size=6))
def test_list_has_one_word_before_its_last_item(items: list[str]) -> None:
    assert lists.join(items).count(" dan ") == 1


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("  dua   spasi ", "dua spasi"),
        ('ia berkata "ya"', "ia berkata “ya”"),
        ("Ma'ruf dan Mu'min", "Ma'ruf dan Mu'min"),
        ("'calon tunggal' boleh", "‘calon tunggal’ boleh"),
        ("gawai ,sehingga", "gawai, sehingga"),
        ("R&D , data ;", "R&D, data;"),
        ("pukul 16.00", "pukul 16.00"),
        ("Rp1.000,50", "Rp1.000,50"),
    ],
)
def test_clean_sets_spaces_and_quotation_marks(typed: str, text: str) -> None:
    assert letters.clean(typed) == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("1. Penyebarluasan;", "Penyebarluasan"),
        ("2) data; dan", "data"),
        ("• data.", "data"),
        ("514 KPU hadir.", "514 KPU hadir"),
        ("a, b, dll.", "a, b, dll."),
        ("Umar, S.H.", "Umar, S.H."),
        ("sebagai berikut:", "sebagai berikut"),
        ("Siapa?", "Siapa?"),
    ],
)
def test_bare_takes_off_bullets_and_end_marks(typed: str, text: str) -> None:
    assert letters.bare(typed) == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Tata cara", "tata cara"),
        ("PPID KPU", "PPID KPU"),
        ("Bank Dunia memperlihatkan", "Bank Dunia memperlihatkan"),
        ("Bantul menjadi", "Bantul menjadi"),
        ("Penggunaan Sirekap", "penggunaan Sirekap"),
        ("Keterbukaan Informasi Publik", "Keterbukaan Informasi Publik"),
        ("Pemilu 2024", "Pemilu 2024"),
        ("Menciptakan inovasi", "menciptakan inovasi"),
        ("Jokowi hadir", "Jokowi hadir"),
        ("Uji publik perlu dibuka", "uji publik perlu dibuka"),
        ("Sirekap dipakai", "Sirekap dipakai"),
        ("Mediator wajib netral", "mediator wajib netral"),
        ("Viktor hadir", "Viktor hadir"),
        ("Ibu Inspektur", "Ibu Inspektur"),
        ("Rekrutmen dimulai", "rekrutmen dimulai"),
        ("“Satu Data” untuk semua", "“Satu Data” untuk semua"),
        ("514 kabupaten", "514 kabupaten"),
    ],
)
def test_lower_first_spares_names(typed: str, text: str) -> None:
    assert letters.lower_first(typed) == text


def test_lower_first_learns_names_from_the_record() -> None:
    assert letters.lower_first("Maleo dilindungi", proper={"maleo"}) == "Maleo dilindungi"
    assert letters.lower_first("Maleo dilindungi", plain={"maleo"}) == "maleo dilindungi"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("2-3 kali", "2–3 kali"),
        ("periode 2024-2029.", "periode 2024–2029."),
        ("Maret-April 2026", "Maret–April 2026"),
        ("Senin-Rabu", "Senin–Rabu"),
        ("COVID-19", "COVID-19"),
        ("021-555 dan 110-110", "021-555 dan 110-110"),
        ("27/KU.03.2-Und/64", "27/KU.03.2-Und/64"),
        ("14-15/2025", "14-15/2025"),
    ],
)
def test_range_takes_a_dash_and_nothing_else_does(typed: str, text: str) -> None:
    assert letters.clean(typed) == text


def test_upper_first_leaves_what_is_no_word() -> None:
    assert letters.upper_first("“satu data”") == "“Satu data”"
    assert letters.upper_first("<b>tebal") == "<b>tebal"


def test_title_case_keeps_function_words_small() -> None:
    assert letters.title_case("pelayanan dan informasi dari desa: dari warga untuk warga se-Indonesia") == (
        "Pelayanan dan Informasi dari Desa: Dari Warga untuk Warga se-Indonesia"
    )


def test_title_case_calms_capitals_but_not_abbreviations() -> None:
    assert letters.title_case("WEBINAR PELAYANAN INFORMASI PPID KPU SE-INDONESIA") == (
        "Webinar Pelayanan Informasi PPID KPU se-Indonesia"
    )


def test_sentences_are_not_cut_after_titles_and_degrees() -> None:
    assert letters.sentences_of(
        "Menurut Dr. Andi, S.H., M.H. data itu benar. Plt. Ketua hadir. Selesai!"
    ) == [
        "Menurut Dr. Andi, S.H., M.H. data itu benar.",
        "Plt. Ketua hadir.",
        "Selesai!",
    ]


@given(st.text())
def test_clean_is_stable(text: str) -> None:
    once = letters.clean(text)

    assert letters.clean(once) == once
    assert "  " not in once


def test_foreign_words_are_marked_whole() -> None:
    assert spans("para stakeholder dan webinar") == [
        ("para ", False),
        ("stakeholder", True),
        (" dan webinar", False),
    ]
    assert spans("trustee @trust.id") == [("trustee @trust.id", False)]
