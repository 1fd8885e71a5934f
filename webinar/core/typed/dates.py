"""A date as people type it: day first, months by name or number, a weekday beside it checked.

- ``12 Agustus`` without a year is the next such day, today included.
- ``Senin`` is the nearest Monday after today; ``Senin ini`` is in this week, ``Senin depan`` in the next,
  weeks beginning on Monday. ``minggu depan`` may mean the week or the Sunday and is refused.
- Years of two digits are 20xx, unless that lies more than thirty years ahead: then four are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from webinar.core.document.scalar import FIRST_YEAR, LAST_YEAR
from webinar.core.typed.names import MONTHS, WEEKDAYS
from webinar.core.typed.unfit import Reason, TypedUnfit, plain

RELATIVE = {
    "hari ini": 0, "sekarang": 0, "today": 0,
    "besok": 1, "esok": 1, "tomorrow": 1,
    "lusa": 2, "besok lusa": 2,
    "kemarin": -1, "yesterday": -1,
}  # fmt: skip
ONE_WEEK = 7
FARTHEST = 30  # years ahead that two digits may mean

_OPENING = re.compile(r"(?:(?:pada|hari|tanggal|tgl|on)\b[ .,:]*)*")
_FIRST_WORD = re.compile(r"([a-z']+)[ .,/(]*")
_LAST_WORD = re.compile(r"[ .,/(]*\b([a-z']+)$")
_YEAR = r"'?([0-9]+)"
_ISO = re.compile(r"([0-9]{4}) ?[-/.] ?([0-9]{1,2}) ?[-/.] ?([0-9]{1,2})")
_NUMBERS = re.compile(rf"([0-9]{{1,2}}) ?[-/., ] ?([0-9]{{1,2}})(?: ?[-/., ] ?{_YEAR})?")
_NAMED = re.compile(rf"([0-9]{{1,2}})(?:st|nd|rd|th)?[-/., ]*([a-z]+)[-/., ]*(?:(?:tahun |thn )?{_YEAR})?")
_MONTH_FIRST = re.compile(r"([a-z]+)[. ]*([0-9]{1,2})(?:st|nd|rd|th)?(?:, ?| )([0-9]{4})")
_MONTH_ONLY = re.compile(r"([a-z]+)[-/., ]*[0-9]{0,4}")
_TIME_IN_IT = re.compile(r"[0-9]:[0-9]|\b(?:pukul|pkl|jam|wib|wita|wit)\b|(?:^| )[0-9]{1,2}\.[0-9]{2}$")
_RANGE = re.compile(r"[0-9a-z] ?(?:[-&+,]|s\.?d\.?|s/d|sampai|hingga|dan|to) ?[0-9]")


def typed_date(text: str, *, today: date) -> date:
    """The day that was typed; ``today`` is the reader's. Raises TypedUnfit with a reason of dates."""
    line = plain(text)
    if line in RELATIVE:
        return today + timedelta(days=RELATIVE[line])
    weekday, rest = _weekday(_OPENING.sub("", line, count=1))
    if weekday is not None and rest in ("", "ini", "depan"):
        return _coming(weekday, rest, line, today)
    found = _calendar_day(rest, line, today)
    if weekday is not None and found.weekday() != weekday:
        raise TypedUnfit(Reason.WRONG_WEEKDAY, typed=weekday, day=found)
    return found


def _weekday(line: str) -> tuple[int | None, str]:
    """The weekday before or after the date, and the line without it."""
    first, last = _FIRST_WORD.match(line), _LAST_WORD.search(line.rstrip(" )"))
    if first and first[1].replace("'", "") in WEEKDAYS:
        rest = _OPENING.sub("", line[first.end() :], count=1)
        return WEEKDAYS[first[1].replace("'", "")], rest.strip(" ()")
    if last and last[1].replace("'", "") in WEEKDAYS:
        return WEEKDAYS[last[1].replace("'", "")], line[: last.start()].strip(" ()")
    return None, line


def _coming(weekday: int, which: str, line: str, today: date) -> date:
    """The weekday that is meant, seen from today."""
    if which and "minggu" in line:
        raise TypedUnfit(Reason.WEEK_OR_SUNDAY, text=line)
    if not which:
        return today + timedelta(days=(weekday - today.weekday() - 1) % ONE_WEEK + 1)
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=weekday + (ONE_WEEK if which == "depan" else 0))


def _calendar_day(rest: str, line: str, today: date) -> date:
    readings: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], date | None]], ...] = (
        (_ISO, lambda m: _day(int(m[3]), int(m[2]), m[1], today)),
        (_NUMBERS, lambda m: _by_number(m, line, today)),
        (_NAMED, lambda m: _by_name(m[1], m[2], m[3], today)),
        (_MONTH_FIRST, lambda m: _by_name(m[2], m[1], m[3], today)),
    )
    for pattern, reading in readings:
        match = pattern.fullmatch(rest)
        found = match and reading(match)
        if found:
            return found
    raise TypedUnfit(_why_not(rest, line), text=line)


def _why_not(rest: str, line: str) -> Reason:
    month = _MONTH_ONLY.fullmatch(rest)
    if month and month[1] in MONTHS:
        return Reason.DAY_MISSING
    if re.fullmatch(r"[0-9]{1,2}", rest):
        return Reason.MONTH_MISSING
    if line.endswith(("minggu depan", "pekan depan", "minggu ini", "pekan ini")):
        return Reason.WEEK_OR_SUNDAY
    if _TIME_IN_IT.search(line):
        return Reason.DATE_WITH_TIME
    return Reason.SEVERAL_DATES if _RANGE.search(line) else Reason.NOT_A_DATE


def _by_number(match: re.Match[str], line: str, today: date) -> date:
    day, month, year = int(match[1]), int(match[2]), match[3]
    if 1 <= month <= 12:
        return _day(day, month, year, today)
    if year is None and _TIME_IN_IT.search(line):
        raise TypedUnfit(Reason.DATE_WITH_TIME, text=line)
    raise TypedUnfit(Reason.NO_SUCH_MONTH, day=day, month=month, meant=_exchanged(day, month, year, today))


def _exchanged(day: int, month: int, year: str | None, today: date) -> date | None:
    """The day if month and day were typed the American way round."""
    try:
        return _day(month, day, year, today)
    except (TypedUnfit, ValueError):
        return None


def _by_name(day: str, month: str, year: str | None, today: date) -> date | None:
    return _day(int(day), MONTHS[month], year, today) if month in MONTHS else None


def _day(day: int, month: int, year: str | None, today: date) -> date:
    """Raises TypedUnfit where the calendar has no such day."""
    if year is not None:
        years = range(_full_year(year, today), _full_year(year, today) + 1)
    else:
        years = range(today.year, today.year + 9)  # 29 February comes at the latest after eight years
    for candidate in years:
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year is not None or found >= today:
            return found
    raise TypedUnfit(
        Reason.NO_SUCH_DAY, day=day, month=month, year=None if year is None else _full_year(year, today)
    )


def _full_year(typed: str, today: date) -> int:
    year = 2000 + int(typed) if len(typed) == 2 else int(typed)
    if len(typed) not in (2, 4) or not FIRST_YEAR <= year <= LAST_YEAR:
        raise TypedUnfit(Reason.NO_SUCH_YEAR, year=typed, first=FIRST_YEAR, last=LAST_YEAR)
    if len(typed) == 2 and year > today.year + FARTHEST:
        raise TypedUnfit(Reason.YEAR_UNCLEAR, year=typed)
    return year
