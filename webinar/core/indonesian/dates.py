"""Dates as Indonesian texts write them; the weekday is always computed, never taken from a record.

Month and weekday names come from Babel. Its full date pattern pads the day ("06 April"),
so the pattern is ours.
"""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

DASH = "–"
LONGEST_RANGE_WITH_WEEKDAYS = 7  # days; beyond a week "Senin–Rabu" would be ambiguous


def weekday(day: date) -> str:
    """``Kamis``."""
    return str(format_date(day, "EEEE", locale="id"))


def plain_date(day: date) -> str:
    """``12 Agustus 2021``."""
    return str(format_date(day, "d MMMM y", locale="id"))


def long_date(day: date) -> str:
    """``Kamis, 12 Agustus 2021``."""
    return f"{weekday(day)}, {plain_date(day)}"


def short_date(day: date) -> str:
    """``Kamis (12/8/2021)``, the form of press reports."""
    return f"{weekday(day)} ({day.day}/{day.month}/{day.year})"


def plain_range(first: date, last: date) -> str:
    """``3–5 Februari 2025``, ``30 Januari–2 Februari 2025``, or both years where they differ."""
    if first == last:
        return plain_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{DASH}{plain_date(last)}"
    pattern = "d MMMM" if first.year == last.year else "d MMMM y"
    return f"{format_date(first, pattern, locale='id')}{DASH}{plain_date(last)}"


def weekdays(first: date, last: date) -> str:
    """``Sabtu–Senin``; empty for a range of more than a week."""
    if first == last:
        return weekday(first)
    if (last - first).days >= LONGEST_RANGE_WITH_WEEKDAYS:
        return ""
    return f"{weekday(first)}{DASH}{weekday(last)}"


def long_range(first: date, last: date) -> str:
    """``Senin–Rabu, 3–5 Februari 2025``."""
    days = weekdays(first, last)
    return f"{days}, {plain_range(first, last)}" if days else plain_range(first, last)


def short_range(first: date, last: date) -> str:
    """``Senin–Rabu (3–5/2/2025)``; the long form where a week is exceeded."""
    if first == last:
        return short_date(first)
    days = weekdays(first, last)
    if not days:
        return plain_range(first, last)
    start = str(first.day)
    if first.year != last.year:
        start = f"{first.day}/{first.month}/{first.year}"
    elif first.month != last.month:
        start = f"{first.day}/{first.month}"
    return f"{days} ({start}{DASH}{last.day}/{last.month}/{last.year})"
