"""The days of a series of events."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import islice

MOST_EVENTS = 60  # more than a year of weeks


class Rule(StrEnum):
    WEEKLY = "weekly"  # the same weekday every week
    MONTHLY = "monthly"  # the same date; the last day where a month is too short
    NTH_DAY = "nth_day"  # the second Thursday of every month; a fifth one where there is one
    PICKED = "picked"  # days named one by one


class Scope(StrEnum):
    """How far a change of one event of a series reaches."""

    ONE = "one"
    FOLLOWING = "following"
    ALL = "all"


def series_days(rule: Rule, first: date, count: int, picked: Sequence[date] = ()) -> tuple[date, ...]:
    """The days of ``count`` events with the first of them; picked ones in order and each once.

    Nothing later than the year 9999; never more than MOST_EVENTS.
    """
    if rule == Rule.PICKED:
        return tuple(sorted({first, *picked}))[:MOST_EVENTS]
    steps = {Rule.WEEKLY: _weekly, Rule.MONTHLY: _monthly, Rule.NTH_DAY: _nth_day}[rule]
    return tuple(islice(steps(first), max(1, min(count, MOST_EVENTS))))


def _weekly(first: date) -> Iterator[date]:
    return map(date.fromordinal, range(first.toordinal(), date.max.toordinal() + 1, 7))


def _monthly(first: date) -> Iterator[date]:
    for year, month in _months(first):
        yield date(year, month, min(first.day, calendar.monthrange(year, month)[1]))


def _nth_day(first: date) -> Iterator[date]:
    nth = (first.day - 1) // 7
    for year, month in _months(first):
        begins = date(year, month, 1)
        day = 1 + (first.weekday() - begins.weekday()) % 7 + 7 * nth
        if day <= calendar.monthrange(year, month)[1]:
            yield date(year, month, day)


def _months(first: date) -> Iterator[tuple[int, int]]:
    for number in range(4 * MOST_EVENTS):
        years, month = divmod(first.month - 1 + number, 12)
        if first.year + years <= date.max.year:
            yield first.year + years, month + 1
