"""From a table to what its rows say, cell by cell through each column's ``read``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from webinar.core.table_import.fault import CellFault, CellUnfit
from webinar.core.table_import.table import Column, Table

NOTHING = frozenset({"", "-", "–", "—"})
_QUOTED = re.compile(r'="([^"]*)"')
Matching = Mapping[int, str]  # place of a column in the file, from 0: name of a Column


@dataclass(frozen=True)
class RowFault:
    """One thing wrong: where, what was found, and why that will not do."""

    row: int
    column: str
    found: str
    reason: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class ReadRow:
    """What a row says, by the names of its columns; what it leaves empty is absent."""

    number: int
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Reading:
    """The rows without a fault, and the faults of the others."""

    rows: tuple[ReadRow, ...]
    faults: tuple[RowFault, ...]


def read_table(table: Table, matching: Matching, columns: Sequence[Column]) -> Reading:
    """Every cell of the matched columns through its column's ``read``."""
    by_name = {column.name: column for column in columns}
    required = [column.name for column in columns if column.is_required]
    rows, faults = [], []
    for number, cells in table.rows:
        values: dict[str, Any] = {}
        wrong = []
        for place, name in matching.items():
            has_formula = (number, place + 1) in table.formulas
            try:
                value = _read(cells[place], by_name[name], has_formula=has_formula)
            except CellUnfit as unfit:
                wrong.append(RowFault(number, name, cells[place], unfit.reason, unfit.facts))
            else:
                values |= {} if value is None else {name: value}
        named = {fault.column for fault in wrong}
        lacking = [name for name in required if name not in values and name not in named]
        wrong += [RowFault(number, name, "", CellFault.MISSING) for name in lacking]
        faults += wrong
        if not wrong:
            rows.append(ReadRow(number, values))
    return Reading(tuple(rows), tuple(faults))


def _read(cell: str, column: Column, *, has_formula: bool) -> Any:
    """None for an empty cell. Raises CellUnfit."""
    quoted = _QUOTED.fullmatch(cell)  # how exports keep the noughts of a telephone number
    text = quoted[1] if quoted else cell
    if has_formula or text.startswith("="):
        raise CellUnfit(CellFault.FORMULA)
    text = text if column.prose else " ".join(text.split())
    if text in NOTHING:
        return None
    if "\ufffd" in text:
        raise CellUnfit(CellFault.BROKEN_LETTERS)
    value = column.read(text)
    if len(text) > column.most or (isinstance(value, str) and len(value) > column.most):
        raise CellUnfit(CellFault.TOO_LONG, most=column.most)
    return value


def duplicate_rows(keys: Mapping[int, object]) -> dict[int, int]:
    """Of the rows whose key an earlier one has: their numbers and that of the first."""
    first: dict[object, int] = {}
    found = {}
    for number, key in keys.items():
        if key in first:
            found[number] = first[key]
        else:
            first[key] = number
    return found
