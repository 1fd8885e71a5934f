from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.office_import import COLUMNS
from webinar.core.table_import.fault import CellUnfit, TableFault, TableUnfit
from webinar.core.table_import.letters import broken_letters, special_letters
from webinar.core.table_import.reading import read_table
from webinar.core.table_import.table import Column, RawTable, Table, cell_name, guess_columns, table_of


def small(text: str) -> str:
    if text.isupper():
        raise CellUnfit("loud")
    return text.lower()


FRUIT = (
    Column("name", ("nama", "nama buah", "fruit"), 10, is_required=True, read=small),
    Column("colour", ("warna", "colour"), 10),
)
ROWS = [["Nama", "Warna"], ["Mangga", "kuning"]]


def table(rows: list[list[str]], **more: object) -> Table:
    return table_of(RawTable(rows, **more), FRUIT, most_rows=5, most_columns=6)  # type: ignore[arg-type]


def test_headings_are_found_below_titles_and_rows_keep_their_numbers() -> None:
    found = table([["Daftar buah"], [], ["No", "Nama", "Warna"], [], ["1", "Mangga", "kuning"], ["", "", ""]])

    assert found.headings == ("No", "Nama", "Warna")
    assert found.rows == ((5, ("1", "Mangga", "kuning")),)


def test_a_table_without_any_known_heading_begins_with_its_first_row() -> None:
    assert table([["a", "b"], ["c", "d"]]).headings == ("a", "b")


@pytest.mark.parametrize(
    ("rows", "more", "fault", "facts"),
    [
        ([], {}, TableFault.EMPTY, {}),
        ([["", " "], ["\u200b"]], {}, TableFault.EMPTY, {}),
        ([["Nama", "Warna"]], {}, TableFault.EMPTY, {}),
        ([["Nama", *["x"] * 199], ["a"]], {}, TableFault.TOO_MANY_COLUMNS, {"most": 6, "count": 200}),
        ([["Nama"], *[["a"]] * 6], {}, TableFault.TOO_MANY_ROWS, {"most": 5}),
        ([["Nama", "Warna", "nama"], ["a"]], {}, TableFault.SAME_HEADINGS, {"headings": "Nama, nama"}),
        (ROWS, {"merged": [(2, 1, 2, 2)]}, TableFault.MERGED, {"cells": "A2:B2"}),
        (ROWS, {"merged": [(1, 1, 2, 1)]}, TableFault.MERGED, {"cells": "A1:A2"}),
    ],
)
def test_a_file_that_is_no_table_says_why(
    rows: list[list[str]], more: dict[str, object], fault: TableFault, facts: dict[str, object]
) -> None:
    with pytest.raises(TableUnfit) as refused:
        table(rows, **more)

    assert (refused.value.fault, refused.value.facts) == (fault, facts)


def test_a_merged_title_above_the_headings_is_no_fault() -> None:
    assert table([["Daftar buah", ""], *ROWS], merged=[(1, 1, 1, 2)]).rows == ((3, ("Mangga", "kuning")),)


@pytest.mark.parametrize(
    ("headings", "guessed"),
    [
        (["Nama", "Warna"], {0: "name", 1: "colour"}),
        (["WARNA buah", "Nama Buah"], {0: "colour", 1: "name"}),
        (["fruit", "Colour (any)"], {0: "name", 1: "colour"}),
        (["Namanya", "berwarna"], {}),
        (["Nama", "Nama buah"], {1: "name"}),
        (["", "No."], {}),
    ],
)
def test_columns_are_guessed_from_their_headings(headings: list[str], guessed: dict[int, str]) -> None:
    assert guess_columns(headings, FRUIT) == guessed


NAMED = {
    "Nama Satuan Kerja": "name",
    "Jenjang": "level",
    "Kabupaten/Kota": "region_code",
    "Kota kedudukan": "city",
    "Satuan kerja atas": "parent",
    "Alamat Surel": "email",
    "No. WA": "whatsapp",
    "No. Telepon": "phone",
    "Alamat": "address",
    "Situs web": "website",
}
NAMED_IN_ENGLISH = {
    "Office": "name",
    "Level": "level",
    "Region": "region_code",
    "City": "city",
    "Parent office": "parent",
    "E-mail": "email",
    "Phone": "phone",
    "Address": "address",
    "Website": "website",
}


@pytest.mark.parametrize("named", [NAMED, NAMED_IN_ENGLISH])
def test_the_columns_of_offices_are_guessed_in_both_languages(named: dict[str, str]) -> None:
    headings = ["No.", *named, "Keterangan"]

    guessed = guess_columns(headings, COLUMNS)

    assert {headings[place]: name for place, name in guessed.items()} == named


def test_cells_are_read_and_every_fault_is_named() -> None:
    found = table(
        [
            ["Nama", "Warna"],
            ["Mangga", "-"],
            ["APEL", "hijau"],
            ["", "=1+1"],
            ["Jeruk", "x" * 11],
            ["Salak", "co\ufffdklat"],
        ],
        formulas=frozenset({(2, 5)}),
    )

    reading = read_table(found, {0: "name", 1: "colour"}, FRUIT)

    assert [(row.number, dict(row.values)) for row in reading.rows] == [(2, {"name": "mangga"})]
    assert [(f.row, f.column, f.found, f.reason) for f in reading.faults] == [
        (3, "name", "APEL", "loud"),
        (4, "colour", "=1+1", "formula"),
        (4, "name", "", "missing"),
        (5, "colour", "x" * 11, "too_long"),
        (6, "colour", "co\ufffdklat", "broken_letters"),
    ]


def test_a_formula_counts_where_its_column_does() -> None:
    found = table(ROWS, formulas=frozenset({(2, 2)}))

    assert read_table(found, {0: "name"}, FRUIT).faults == ()
    assert [f.reason for f in read_table(found, {0: "name", 1: "colour"}, FRUIT).faults] == ["formula"]


def test_a_quoted_formula_is_the_text_it_protects() -> None:
    reading = read_table(table([["Nama"], ['="0812"']]), {0: "name"}, FRUIT)

    assert reading.rows[0].values == {"name": "0812"}


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("KPU Kabupaten Bantul", None),
        ("naïve São “kutipan” – Ângelo", None),
        ("dari â€“ ke", "dari â€“ ke"),
        ("cafÃ©", "cafÃ©"),
        ("â€œtanda petikâ€", "â€œtanda petikâ€"),
        ("ru\ufffdak", "ru\ufffdak"),
    ],
)
def test_letters_read_in_the_wrong_encoding_are_seen(cell: str, found: str | None) -> None:
    assert broken_letters([["a"], ["b", cell]]) == found


@given(
    st.text(st.characters(codec="utf-8", min_codepoint=0xA0, max_codepoint=0x2FFF), min_size=1, max_size=5)
)
def test_a_sample_is_found_wherever_there_is_a_special_letter(letters: str) -> None:
    sample = special_letters([["plain"], ["x" * 100 + letters]])

    assert sample is not None


def test_cells_have_the_names_of_spreadsheets() -> None:
    assert [cell_name(*place) for place in ((1, 1), (4, 26), (10, 27), (1, 702), (1, 703))] == [
        "A1",
        "Z4",
        "AA10",
        "ZZ1",
        "AAA1",
    ]


@given(st.lists(st.lists(st.text(max_size=8), max_size=7), max_size=7))
def test_whatever_comes_in_becomes_a_table_or_a_named_refusal(rows: list[list[str]]) -> None:
    try:
        found = table(rows)
    except TableUnfit:
        return
    reading = read_table(found, guess_columns(found.headings, FRUIT), FRUIT)
    assert len(reading.rows) + len({fault.row for fault in reading.faults}) == len(found.rows)
