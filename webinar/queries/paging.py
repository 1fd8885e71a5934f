"""Lists read page by page: each page begins after a row that is named, however long the list is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

PAGE = 50
Row = TypeVar("Row", bound=Any)


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Rows of a page; ``next_key`` asks for the page after it, None at the end."""

    rows: list[Row]
    next_key: str | None


def key_number(text: str | None) -> int | None:
    is_number = text is not None and text.isascii() and text.isdigit() and len(text) < 10
    return int(text or "") if is_number else None


def page_of(found: list[Row]) -> Page[Row]:
    """Of one row more than a page holds."""
    more = len(found) > PAGE
    return Page(found[:PAGE], str(found[PAGE - 1].id) if more else None)
