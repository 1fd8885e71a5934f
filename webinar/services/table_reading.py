"""From a file's bytes to what its rows say: the same way for every kind of rows that comes in as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from webinar.adapters.tables import FileRead, ReadingWish, read_file
from webinar.core.table_import.fault import TableFault, TableUnfit
from webinar.core.table_import.reading import Matching, Reading, read_table
from webinar.core.table_import.table import Column, Table, guess_columns, table_of

MOST_BYTES = 5 * 1024 * 1024


@dataclass(frozen=True)
class TableKind:
    """What a table may tell of each row, and how long and wide it may be."""

    columns: tuple[Column, ...]
    most_rows: int = 5_000
    most_columns: int = 60


@dataclass(frozen=True)
class TableRead:
    """A table with the way it was read, which columns were taken for which, and what its rows say."""

    file: FileRead
    table: Table
    matching: Matching
    reading: Reading


def read_rows(
    content: bytes, kind: TableKind, wish: ReadingWish, *, matching: Sequence[str | None] | None = None
) -> TableRead:
    """``matching`` is the column that each column of the file was chosen to be, None where none; left out,
    it is guessed from the headings. What names no column, or one twice, is passed over. Raises TableUnfit.
    """
    if len(content) > MOST_BYTES:
        raise TableUnfit(TableFault.TOO_BIG, most_mb=MOST_BYTES >> 20)
    limits = {"most_rows": kind.most_rows, "most_columns": kind.most_columns}
    file = read_file(content, wish, **limits)
    table = table_of(file.raw, kind.columns, **limits)
    if matching is None:
        matched = guess_columns(table.headings, kind.columns)
    else:
        matched = _chosen(matching[: len(table.headings)], {column.name for column in kind.columns})
    return TableRead(file, table, matched, read_table(table, matched, kind.columns))


def _chosen(matching: Sequence[str | None], names: set[str]) -> dict[int, str]:
    chosen: dict[int, str] = {}
    for place, name in enumerate(matching):
        if name in names and name not in chosen.values():
            chosen[place] = str(name)
    return chosen
