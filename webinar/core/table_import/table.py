"""From cells to a table: its headings, the rows below them, and which column is which."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from webinar.core.table_import.fault import TableFault, TableUnfit
from webinar.core.text import clean

HEADINGS_WITHIN = 10  # titles and dates of letters stand above them
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class RawTable:
    """All cells as text, row by row; merged ones as first row, first column, last row, last column."""

    rows: Sequence[Sequence[str]]
    merged: Sequence[tuple[int, int, int, int]] = ()
    formulas: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class Table:
    """Headings and the rows below them that say anything, each with its number."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    heading_row: int
    formulas: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class Column:
    """Something a file may tell of each row. ``headings`` are what files call it, in lower case."""

    name: str
    headings: tuple[str, ...]
    most: int
    is_required: bool = False
    read: Callable[[str], Any] = str
    prose: bool = False


def table_of(raw: RawTable, columns: Sequence[Column], *, most_rows: int, most_columns: int) -> Table:
    """The table in what was read; its headings are in the row that names most of the columns.

    Raises TableUnfit. Empty rows and columns are passed over; merged cells above the headings may be a title.
    """
    rows = [tuple(clean(cell, prose=True) for cell in row) for row in raw.rows]
    width = max((place + 1 for row in rows for place, cell in enumerate(row) if cell), default=0)
    if not width:
        raise TableUnfit(TableFault.EMPTY)
    if width > most_columns:
        raise TableUnfit(TableFault.TOO_MANY_COLUMNS, most=most_columns, count=width)
    rows = [row[:width] + ("",) * (width - len(row)) for row in rows]
    at = _heading_row(rows, columns)
    below = [(number, row) for number, row in enumerate(rows[at:], at + 1) if any(row)]
    if not below:
        raise TableUnfit(TableFault.EMPTY)
    if len(below) > most_rows:
        raise TableUnfit(TableFault.TOO_MANY_ROWS, most=most_rows)
    _refuse_merged(raw.merged, at)
    headings = tuple(" ".join(heading.split()) for heading in rows[at - 1])
    _refuse_same(headings)
    return Table(headings, tuple(below), at, raw.formulas)


def _heading_row(rows: Sequence[tuple[str, ...]], columns: Sequence[Column]) -> int:
    """The number of the row; the first with anything in it where none names a column."""
    filled = [number for number, row in enumerate(rows, 1) if any(row)][:HEADINGS_WITHIN]
    return max(filled, key=lambda number: (len(guess_columns(rows[number - 1], columns)), -number))


def _refuse_merged(merged: Sequence[tuple[int, int, int, int]], heading_row: int) -> None:
    found = [f"{cell_name(a, b)}:{cell_name(c, d)}" for a, b, c, d in merged if c >= heading_row]
    if found:
        raise TableUnfit(TableFault.MERGED, cells=", ".join(found[:3]))


def _refuse_same(headings: Sequence[str]) -> None:
    counted = Counter(heading.casefold() for heading in headings if heading)
    same = [heading for heading in headings if counted[heading.casefold()] > 1]
    if same:
        raise TableUnfit(TableFault.SAME_HEADINGS, headings=", ".join(dict.fromkeys(same)))


def column_letters(column: int) -> str:
    """``A``, ``B`` … ``AA``, of a column counted from 1."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """``D4``."""
    return f"{column_letters(column)}{row}"


def guess_columns(headings: Sequence[str], columns: Sequence[Column]) -> dict[int, str]:
    """Which column is which: headings that are a known one, then those that contain one, long ones first."""
    scores = []
    for place, heading in enumerate(headings):
        words = f" {_words(heading)} "
        for order, column in enumerate(columns):
            known = [alias for alias in column.headings if f" {alias} " in words]
            if known:
                longest = max(map(len, known))
                is_same = len(words) == longest + 2
                scores.append((not is_same, -longest, order, place, column.name))
    guessed: dict[int, str] = {}
    for _differs, _length, _order, place, name in sorted(scores):
        if place not in guessed and name not in guessed.values():
            guessed[place] = name
    return guessed


def _words(heading: str) -> str:
    return _NOT_WORD.sub(" ", heading.casefold()).strip()
