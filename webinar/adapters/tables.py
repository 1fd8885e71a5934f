"""Reading tables from files: CSV in any of the usual encodings and delimiters, XLSX and ODS.

What a file is, is told by its bytes, not by its name. Spreadsheets are read in a process of their own with
little memory and time (``adapters.sheets``): a few kilobytes can unfold into gigabytes.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile

from webinar.core.table_import.fault import TableFault, TableUnfit
from webinar.core.table_import.table import HEADINGS_WITHIN, RawTable

UTF8, UTF16, WESTERN = "utf-8", "utf-16", "windows-1252"
ENCODINGS = (UTF8, UTF16, WESTERN)
DELIMITERS = (";", ",", "\t", "|")
MOST_SECONDS = 20
LOOKED_AT = 30  # rows by which a delimiter is told
_NAMED_DELIMITER = re.compile(r"sep=([;,|\t])\r?\n")  # how spreadsheets name it in the first line
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MARKUP = re.compile(r"\s*<(!doctype|html|table|\?xml|meta|style)", re.IGNORECASE)
_BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"{\\rtf", b"\x1f\x8b", b"Rar!", b"7z\xbc")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class ReadingWish:
    """What a person chose instead of what was guessed; None leaves it to the guess."""

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None


@dataclass(frozen=True)
class FileRead:
    """The cells of a file, and how it was read: by its encoding and delimiter, or from which sheet."""

    raw: RawTable
    encoding: str | None = None  # of ENCODINGS; None for spreadsheets
    delimiter: str | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()


def read_file(content: bytes, wish: ReadingWish, *, most_rows: int, most_columns: int) -> FileRead:
    """Raises TableUnfit: the wrong kind, damaged, empty, too many rows or columns."""
    if not content.strip(b"\0 \t\r\n"):
        raise TableUnfit(TableFault.EMPTY)
    if content.startswith(_OLD_EXCEL):
        raise TableUnfit(TableFault.OLD_EXCEL)
    if content.startswith(b"PK"):
        return _spreadsheet(content, wish.sheet, most_rows, most_columns)
    if content.startswith(_BINARY):
        raise TableUnfit(TableFault.WRONG_KIND)
    return _text(content, wish, most_rows)


# text


def _text(content: bytes, wish: ReadingWish, most_rows: int) -> FileRead:
    encoding = wish.encoding if wish.encoding in ENCODINGS else guess_encoding(content)
    text = _decoded(content, encoding)
    if _MARKUP.match(text) or (_CONTROL.search(text) and wish.encoding is None):
        raise TableUnfit(TableFault.WRONG_KIND)
    text = _CONTROL.sub("\ufffd", text)
    named = _NAMED_DELIMITER.match(text)
    if named:
        text = "\n" + text[named.end() :]  # an empty line keeps the numbers of the rows
    delimiter = wish.delimiter if wish.delimiter in DELIMITERS else named[1] if named else _delimiter(text)
    return FileRead(RawTable(_rows(text, delimiter, most_rows)), encoding, delimiter)


def guess_encoding(content: bytes) -> str:
    """By its byte order mark, else by what the bytes can be: UTF-16, UTF-8, Windows-1252, in this order."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _order_of_utf16(content):
        return UTF16
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return WESTERN
    return UTF8


def _order_of_utf16(content: bytes) -> str | None:
    """Without a mark: Latin letters leave every second byte empty, the later one where low comes first."""
    first, second = content[:2000:2], content[1:2000:2]
    for half, order in ((second, "utf-16-le"), (first, "utf-16-be")):
        if len(half) > 1 and half.count(0) > len(half) * 0.4:
            return order
    return None


def _decoded(content: bytes, encoding: str) -> str:
    """What does not fit the encoding becomes U+FFFD, so that it is seen."""
    name = {UTF8: "utf-8-sig", WESTERN: "cp1252"}.get(encoding, encoding)
    if encoding == UTF16 and not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = _order_of_utf16(content) or "utf-16-le"
    return content.decode(name, errors="replace")


def _delimiter(text: str) -> str:
    """The one that cuts the most of the first rows into equally many pieces, and into more than one."""
    head = text[:100_000]

    def score(delimiter: str) -> tuple[int, int]:
        rows = _first_rows(head, delimiter)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return count, width

    return max(DELIMITERS, key=score)


def _first_rows(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return [row for _number, row in zip(range(LOOKED_AT), reader, strict=False)]
    except csv.Error:
        return []


def _rows(text: str, delimiter: str, most_rows: int) -> list[list[str]]:
    rows, filled = [], 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append(row)
            filled += any(row)
            if filled > most_rows + HEADINGS_WITHIN:
                raise TableUnfit(TableFault.TOO_MANY_ROWS, most=most_rows)
    except csv.Error as error:
        raise TableUnfit(TableFault.UNREADABLE) from error
    return rows


# spreadsheets


def _spreadsheet(content: bytes, sheet: str | None, most_rows: int, most_columns: int) -> FileRead:
    if not _is_spreadsheet(content):
        raise TableUnfit(TableFault.WRONG_KIND)
    limits = [str(most_rows + HEADINGS_WITHIN), str(most_columns)]
    command = [sys.executable, "-m", "webinar.adapters.sheets", *limits, sheet or ""]
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command, input=content, capture_output=True, timeout=MOST_SECONDS, check=True
        )
        answer = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise TableUnfit(TableFault.UNREADABLE) from error
    if "fault" in answer:
        raise TableUnfit(TableFault(answer["fault"]), **_facts(answer, most_rows, most_columns))
    raw = RawTable(
        rows=answer["rows"],
        merged=[tuple(area) for area in answer["merged"]],
        formulas=frozenset((row, column) for row, column in answer["formulas"]),
    )
    return FileRead(raw, sheet=answer["sheet"], sheets=tuple(answer["sheets"]))


def _facts(answer: dict[str, object], most_rows: int, most_columns: int) -> dict[str, object]:
    if answer["fault"] == TableFault.TOO_MANY_COLUMNS:
        return {"most": most_columns, "count": answer["count"]}
    return {"most": most_rows} if answer["fault"] == TableFault.TOO_MANY_ROWS else {}


def _is_spreadsheet(content: bytes) -> bool:
    try:
        with ZipFile(io.BytesIO(content)) as file:
            names = set(file.namelist())
            if "xl/workbook.xml" in names:
                return True
            return "mimetype" in names and b"opendocument.spreadsheet" in file.open("mimetype").read(100)
    except (BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError, KeyError):
        return False
