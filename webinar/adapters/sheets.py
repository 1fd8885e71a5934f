"""The process that reads one spreadsheet: bytes in, JSON out, and nothing it does can harm the server.

    python -m webinar.adapters.sheets MOST_ROWS MOST_COLUMNS [SHEET] < file

Started by ``adapters.tables``. Cells come out as the text a person sees, merged areas and formulas with their
places. Formulas are found in the file's own XML, since calamine only tells their results.
"""

from __future__ import annotations

import io
import json
import re
import resource
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import iterparse
from zipfile import ZipFile

MOST_MEMORY = 768 * 1024 * 1024  # address space, of which the interpreter maps much and uses little
MOST_SECONDS = 15
MOST_UNPACKED = 100 * 1024 * 1024
MOST_FAULTS = 10_000
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
Places = list[tuple[int, int]]
Areas = list[tuple[int, int, int, int]]


def main() -> None:
    """Nothing but JSON on standard output; any accident is an exit code of the interpreter's."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    most_rows, most_columns = int(sys.argv[1]), int(sys.argv[2])
    content = sys.stdin.buffer.read()
    json.dump(_answer(content, most_rows, most_columns, sys.argv[3]), sys.stdout)


def _answer(content: bytes, most_rows: int, most_columns: int, wanted: str) -> dict[str, Any]:
    with ZipFile(io.BytesIO(content)) as file:
        if sum(entry.file_size for entry in file.infolist()) > MOST_UNPACKED or file.testzip():
            return {"fault": "unreadable"}
        from python_calamine import CalamineWorkbook, PasswordError, SheetVisibleEnum

        try:
            book = CalamineWorkbook.from_object(io.BytesIO(content))
        except PasswordError:
            return {"fault": "old_excel"}
        shown = [s.name for s in book.sheets_metadata if s.visible == SheetVisibleEnum.Visible]
        sheets = ((name, book.get_sheet_by_name(name)) for name in ([wanted] if wanted in shown else shown))
        name, sheet = next(((n, s) for n, s in sheets if s.end is not None), (None, None))
        if sheet is None or sheet.end is None:
            return {"fault": "empty"}
        rows, width = _rows(sheet, most_rows)
        if width > most_columns:
            return {"fault": "too_many_columns", "count": width}
        if sum(map(any, rows)) > most_rows:
            return {"fault": "too_many_rows"}
        formulas, merged = _marks(file, name, shown, sheet)
    return {"rows": rows, "merged": merged, "formulas": formulas, "sheet": name, "sheets": shown}


def _rows(sheet: Any, most_rows: int) -> tuple[list[list[str]], int]:
    """From the sheet's first cell on, filled or not, as far as needed; and how wide the filled part is."""
    down, right = sheet.start
    rows: list[list[str]] = [[] for _row in range(down)]
    filled = width = 0
    for cells in sheet.iter_rows():
        row = [""] * right + [_text(cell) for cell in cells]
        while row and not row[-1]:
            row.pop()
        rows.append(row)
        width, filled = max(width, len(row)), filled + bool(row)
        if filled > most_rows:
            break
    return rows, width


def _text(cell: object) -> str:
    """As a person reads it: whole numbers without a point, days and clocks as ISO 8601 writes them."""
    if isinstance(cell, bool):
        return "ya" if cell else "tidak"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    return str(cell) if not isinstance(cell, timedelta) else str(cell).removesuffix(":00")


# formulas and merged cells


def _marks(file: ZipFile, name: str | None, shown: list[str], sheet: Any) -> tuple[Places, Areas]:
    if "content.xml" in file.namelist():
        return _marks_of_ods(file, name)
    merged = [(a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in sheet.merged_cell_ranges or []]
    path = _path_of_xlsx(file, name)
    return (list(_formulas_of_xlsx(file, path))[:MOST_FAULTS] if path else []), merged


def _path_of_xlsx(file: ZipFile, name: str | None) -> str | None:
    """Where the sheet's cells are kept."""
    key = next(
        (e.get(_LINK) for e in _elements(file, "xl/workbook.xml", "sheet") if e.get("name") == name), None
    )
    links = _elements(file, "xl/_rels/workbook.xml.rels", "Relationship")
    target = next((e.get("Target", "") for e in links if e.get("Id") == key), None)
    path = None if target is None else target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return path if path in file.namelist() else None


def _elements(file: ZipFile, path: str, tag: str) -> Iterator[Any]:
    with file.open(path) as stream:
        for _event, element in iterparse(stream):  # noqa: S314
            if element.tag.rpartition("}")[2] == tag:
                yield element
                element.clear()


def _formulas_of_xlsx(file: ZipFile, path: str) -> Iterator[tuple[int, int]]:
    for cell in _elements(file, path, "c"):
        found = re.fullmatch(r"([A-Z]{1,3})(\d+)", cell.get("r", ""))
        if found and cell.find(f"{_SHEET}f") is not None:
            column = 0
            for letter in found[1]:
                column = column * 26 + ord(letter) - 64
            yield int(found[2]), column


def _marks_of_ods(file: ZipFile, name: str | None) -> tuple[Places, Areas]:
    """Rows and cells that are repeated are written once with their number."""
    formulas: Places = []
    merged: Areas = []
    row = column = 0
    is_wanted = False
    with file.open("content.xml") as stream:
        for event, element in iterparse(stream, events=("start", "end")):  # noqa: S314
            tag = element.tag.removeprefix(_OFFICE)
            if event == "end":
                if tag == "table-row":
                    element.clear()
            elif tag == "table":
                is_wanted, row = element.get(f"{_OFFICE}name") == name, 0
            elif tag == "table-row" and is_wanted:
                row, column = row + 1, 0
                repeated = int(element.get(f"{_OFFICE}number-rows-repeated", "1"))
                row += repeated - 1
            elif tag in ("table-cell", "covered-table-cell") and is_wanted:
                column += int(element.get(f"{_OFFICE}number-columns-repeated", "1"))
                down = int(element.get(f"{_OFFICE}number-rows-spanned", "1"))
                right = int(element.get(f"{_OFFICE}number-columns-spanned", "1"))
                if down * right > 1:
                    merged.append((row, column, row + down - 1, column + right - 1))
                if element.get(f"{_OFFICE}formula"):
                    formulas.append((row, column))
    return formulas[:MOST_FAULTS], merged[:MOST_FAULTS]


if __name__ == "__main__":
    main()
