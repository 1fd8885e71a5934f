"""Lists read page by page: each page begins beside a row that is named, however long the list is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, ScalarSelect, Select, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from webinar.db import db

PAGE = 50
Row = TypeVar("Row", bound=Any)
Column = InstrumentedAttribute[Any] | ColumnElement[Any]


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Rows of a page; ``next_key`` asks for the page after it, ``previous_key`` for the one before.

    None at the ends; lists that only go forward have no previous key.
    """

    rows: list[Row]
    next_key: str | None
    previous_key: str | None = None


@dataclass(frozen=True)
class Turn:
    """Which page is asked for: the one after a row or the one before it, else the first."""

    after: int | None = None
    before: int | None = None

    @classmethod
    def of(cls, after: str | None, before: str | None = None) -> Turn:
        """From what an address says; what no row can be called is the first page."""
        return cls(key_number(after), key_number(before))


@dataclass(frozen=True)
class Order:
    """A list's order: columns that are never absent, the id last, all in one direction."""

    columns: tuple[Column, ...]
    is_descending: bool = False


def turned_page(
    statement: Select[Any],
    order: Order,
    turn: Turn,
    made: Callable[[Sequence[Any]], Row],
    *,
    place: ColumnElement[bool] | None = None,
) -> Page[Row]:
    """A page of a statement whose first column is the id, as rows ``made``; in one select.

    The row that is named is looked up in the same select, ``place`` narrows where; if it is gone the page is
    empty.
    """
    is_back = turn.before is not None
    is_falling = order.is_descending != is_back
    named = turn.before if is_back else turn.after
    if named is not None:
        beside = _place(order, named, place)
        here = tuple_(*order.columns)
        statement = statement.where(here < beside if is_falling else here > beside)
    directed = [column.desc() if is_falling else column.asc() for column in order.columns]
    found = db.session.execute(statement.order_by(*directed).limit(PAGE + 1)).all()
    return _between(found, turn, is_back, made)


def _place(order: Order, named: int, condition: ColumnElement[bool] | None) -> ScalarSelect[Any]:
    """Where the named row stands in the order; the first place where it stands at several."""
    beside = select(*order.columns).where(order.columns[-1] == named)
    if condition is not None:
        beside = beside.where(condition).order_by(*order.columns).limit(1)
    return beside.scalar_subquery()


def _between(
    found: Sequence[Any], turn: Turn, is_back: bool, made: Callable[[Sequence[Any]], Row]
) -> Page[Row]:
    """Of one row more than a page holds, read in the direction of the turn."""
    has_more = len(found) > PAGE
    shown = list(found[:PAGE])
    if is_back:
        shown.reverse()
    has_next, has_previous = (True, has_more) if is_back else (has_more, turn.after is not None)
    return Page(
        [made(row) for row in shown],
        str(shown[-1][0]) if shown and has_next else None,
        str(shown[0][0]) if shown and has_previous else None,
    )


def key_number(text: str | None) -> int | None:
    is_number = text is not None and text.isascii() and text.isdigit() and len(text) < 10
    return int(text or "") if is_number else None


def page_of(found: list[Row]) -> Page[Row]:
    """Of one row more than a page holds."""
    more = len(found) > PAGE
    return Page(found[:PAGE], str(found[PAGE - 1].id) if more else None)
