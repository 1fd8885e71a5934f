"""What may be wrong with a file, and with a cell."""

from __future__ import annotations

from enum import StrEnum

from webinar.core.errors import Refusal


class TableFault(StrEnum):
    """Why a whole file cannot be read as a table."""

    TOO_BIG = "too_big"  # bytes; most_mb
    WRONG_KIND = "wrong_kind"
    OLD_EXCEL = "old_excel"  # or one with a password: they look alike
    UNREADABLE = "unreadable"  # damaged, or too much for one reading
    EMPTY = "empty"
    TOO_MANY_ROWS = "too_many_rows"  # most
    TOO_MANY_COLUMNS = "too_many_columns"  # most, count
    MERGED = "merged"  # cells
    SAME_HEADINGS = "same_headings"  # headings


class TableUnfit(Refusal):
    """A file is no table of the kind that is expected; nothing was kept."""

    def __init__(self, fault: TableFault, **facts: object) -> None:
        told = "".join(f", {name} {value}" for name, value in facts.items())
        super().__init__(f"the file cannot be read as a table: {fault.replace('_', ' ')}{told}")
        self.fault = fault
        self.facts = facts


class CellFault(StrEnum):
    """What may be wrong with a cell whatever it is about."""

    MISSING = "missing"
    TOO_LONG = "too_long"  # most
    FORMULA = "formula"
    BROKEN_LETTERS = "broken_letters"
    DUPLICATE = "duplicate"  # row


class CellUnfit(ValueError):
    """Raised by a column's ``read``; ``reason`` is a CellFault or a word of the import's own."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts
