"""Months as calendars print them: weeks from Monday to Sunday, and the months beside."""

from __future__ import annotations

import re
from calendar import Calendar
from collections.abc import Sequence
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 2000, 2099
_WRITTEN = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])", re.ASCII)
_FROM_MONDAY = Calendar(firstweekday=0)


def month_of(text: str) -> date | None:
    """The first day of ``2026-08``; None for anything else, and outside the years 2000 to 2099."""
    found = _WRITTEN.fullmatch(text)
    return date(int(found[1]), int(found[2]), 1) if found else None


def month_text(month: date) -> str:
    """``2026-08``."""
    return month.strftime("%Y-%m")


def next_month(month: date) -> date:
    """The first day of the month after."""
    return (month.replace(day=1) + timedelta(days=32)).replace(day=1)


def month_before(month: date) -> date:
    """The first day of the month before."""
    return (month.replace(day=1) - timedelta(days=1)).replace(day=1)


def weeks(month: date) -> Sequence[Sequence[date]]:
    """The weeks that touch the month, each of seven days beginning with Monday."""
    return _FROM_MONDAY.monthdatescalendar(month.year, month.month)


def months_around(today: date, *, before: int, after: int) -> list[date]:
    """The months before, this one and those after, in order of time."""
    found = [today.replace(day=1)]
    for _step in range(before):
        found.insert(0, month_before(found[0]))
    for _step in range(after):
        found.append(next_month(found[-1]))
    return found
