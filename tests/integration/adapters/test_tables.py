from __future__ import annotations

import codecs
import io
import time
from collections.abc import Callable
from zipfile import ZipFile

import pytest

from tests.factories.tables import ods, xlsx, zipped
from webinar.adapters.tables import FileRead, ReadingWish, guess_encoding, read_file
from webinar.core.table_import.fault import TableFault, TableUnfit

ROWS = [["Nama", "Kota"], ["KPU Kabupaten Bantul", "Bantul – “Bumi Projotamansari”"]]
CSV = "\r\n".join(";".join(row) for row in ROWS)


def read(content: bytes, **wish: str) -> FileRead:
    return read_file(content, ReadingWish(**wish), most_rows=100, most_columns=20)


def fault_of(content: bytes, **wish: str) -> TableFault:
    with pytest.raises(TableUnfit) as refused:
        read(content, **wish)
    return refused.value.fault


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (CSV.encode(), "utf-8"),
        (codecs.BOM_UTF8 + CSV.encode(), "utf-8"),
        (CSV.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + CSV.encode("utf-16-be"), "utf-16"),
        (CSV.encode("utf-16-le"), "utf-16"),
        (CSV.encode("utf-16-be"), "utf-16"),
        (CSV.encode("cp1252"), "windows-1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big", "utf-16 bare", "utf-16 big bare", "windows"],
)
def test_a_text_is_read_in_the_encoding_it_has(content: bytes, encoding: str) -> None:
    found = read(content)

    assert (found.encoding, found.delimiter) == (encoding, ";")
    assert found.raw.rows == ROWS


def test_a_chosen_encoding_is_used_and_what_does_not_fit_is_marked() -> None:
    assert "â€“" in read(CSV.encode(), encoding="windows-1252").raw.rows[1][1]
    assert "\ufffd" in read(CSV.encode("cp1252"), encoding="utf-8").raw.rows[1][1]
    assert read(CSV.encode(), encoding="rot13").encoding == "utf-8"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_a_delimiter_is_told_by_the_rows_it_makes(delimiter: str) -> None:
    text = f'Nama{delimiter}Alamat\n"A{delimiter} B"{delimiter}"Jalan 1, RT 2; RW 3"\nC{delimiter}"D, E; F"\n'

    found = read(text.encode())

    assert found.delimiter == delimiter
    assert found.raw.rows[1][0] == f"A{delimiter} B"


def test_a_delimiter_that_the_file_names_or_a_person_chooses_is_taken() -> None:
    named = read(b"sep=|\r\na|b,c,d\r\n")

    assert (named.delimiter, named.raw.rows) == ("|", [[], ["a", "b,c,d"]])
    assert read(CSV.encode(), delimiter=",").raw.rows[0] == ["Nama;Kota"]


def test_line_breaks_in_cells_do_not_break_rows() -> None:
    assert read(b'Nama,Alamat\nA,"Jalan 1\nSerang"\n').raw.rows[1] == ["A", "Jalan 1\nSerang"]


@pytest.mark.parametrize("make", [xlsx, ods])
def test_spreadsheets_are_read_as_people_see_them(make: Callable[..., bytes]) -> None:
    rows = [["Daftar"], [], ["Nama", "Kode", "WA"], ["KPU – “Bantul”", 34.02, 81234567890], [None, 34, None]]

    found = read(make(rows))

    assert found.raw.rows == [
        ["Daftar"],
        [],
        ["Nama", "Kode", "WA"],
        ["KPU – “Bantul”", "34.02", "81234567890"],
        ["", "34"],
    ]
    assert (found.sheet, found.encoding) == ("Lembar1", None)


def test_formulas_and_merged_cells_are_told_with_their_places() -> None:
    in_xlsx = read(xlsx(ROWS, merged=["A1:B1"], formulas={"B2": "A2"}))
    in_ods = read(ods(ROWS, spanned={"A1": (1, 2)}, formulas=["B2"]))

    for found in (in_xlsx, in_ods):
        assert list(found.raw.merged) == [(1, 1, 1, 2)]
        assert found.raw.formulas == {(2, 2)}


def test_the_first_filled_sheet_is_taken_or_the_chosen_one_and_hidden_ones_are_not_shown() -> None:
    sheets = {"Kosong": [], "Satu": ROWS, "Dua": [["x"], ["y"]], "Tersembunyi": [["z"]]}
    content = xlsx([], sheets=sheets, hidden=["Tersembunyi"])

    assert (read(content).sheet, read(content).sheets) == ("Satu", ("Kosong", "Satu", "Dua"))
    assert read(content, sheet="Dua").raw.rows == [["x"], ["y"]]
    assert read(content, sheet="Tersembunyi").sheet == "Satu"


WRONG = {
    "pdf": b"%PDF-1.7\n...",
    "picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
    "page": b"<!DOCTYPE html><table><tr><td>Nama</td></tr></table>",
    "xml": b'  <?xml version="1.0"?><Workbook/>',
    "archive": zipped({"a.txt": "x"}),
    "letter": zipped({"word/document.xml": "<w/>", "[Content_Types].xml": "<t/>"}),
    "half an archive": b"PK\x03\x04 half",
    "bytes": bytes(range(256)),
}


@pytest.mark.parametrize("content", WRONG.values(), ids=WRONG.keys())
def test_a_file_of_another_kind_is_refused_whatever_its_name(content: bytes) -> None:
    assert fault_of(content) == TableFault.WRONG_KIND


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", TableFault.EMPTY),
        (b" \r\n\0", TableFault.EMPTY),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, TableFault.OLD_EXCEL),
        (xlsx([]), TableFault.EMPTY),
        (xlsx([["x"] * 21]), TableFault.TOO_MANY_COLUMNS),
        (xlsx([["x"]] * 200), TableFault.TOO_MANY_ROWS),
        (b"x,y\n" * 100_000, TableFault.TOO_MANY_ROWS),
        (b'"' + b"x" * 200_000, TableFault.UNREADABLE),
        (zipped({"xl/workbook.xml": "<workbook", "xl/_rels/workbook.xml.rels": ""}), TableFault.UNREADABLE),
        (xlsx(ROWS)[:-100], TableFault.WRONG_KIND),
    ],
)
def test_a_file_that_cannot_be_taken_says_why(content: bytes, fault: TableFault) -> None:
    assert fault_of(content) == fault


def test_a_small_file_that_unfolds_into_gigabytes_is_refused_in_seconds() -> None:
    huge = b"0" * (200 * 1024 * 1024)
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    cell = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    corners = (
        f'<worksheet {main}><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    began = time.monotonic()

    bombs = [
        zipped({"xl/workbook.xml": huge}),
        _with_sheet(corners),
        _with_sheet(f"<!DOCTYPE a [{_laughs()}]><worksheet {main}>{cell}<x>&l9;</x></worksheet>"),
    ]

    assert [fault_of(bomb) for bomb in bombs] == [TableFault.UNREADABLE] * 3
    assert time.monotonic() - began < 20


def _with_sheet(sheet: str) -> bytes:
    """A workbook whose only sheet is this."""
    with ZipFile(io.BytesIO(xlsx(ROWS))) as file:
        files: dict[str, str | bytes] = {name: file.read(name) for name in file.namelist()}
    return zipped(files | {"xl/worksheets/sheet1.xml": sheet})


def _laughs() -> str:
    more = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!ENTITY l0 "ha">{more}'


def test_the_reader_asks_for_the_mark_first() -> None:
    assert guess_encoding(codecs.BOM_UTF8 + b"abc") == "utf-8"
    assert guess_encoding(b"abc") == "utf-8"
    assert guess_encoding(b"\xe9t\xe9") == "windows-1252"
