"""Public holidays and collective leave of Indonesia, as decreed, and what follows from them.

The dates of a year are decreed by three ministers in the autumn before it. ``lokal`` has those of 2026 and
2027 (checked against the package ``holidays``); 2025 is kept here. For a year without a decree only the
dates that never move are known (Presidential Decree 8/2024).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

# Joint decree 1017/2024, 2/2024, 2/2024, changed by 933/2025, 1/2025, 3/2025; * is collective leave
_2025 = """
01-01 Tahun Baru 2025 Masehi
01-27 Isra Mikraj Nabi Muhammad saw.
01-28 *Tahun Baru Imlek 2576 Kongzili
01-29 Tahun Baru Imlek 2576 Kongzili
03-28 *Hari Suci Nyepi (Tahun Baru Saka 1947)
03-29 Hari Suci Nyepi (Tahun Baru Saka 1947)
03-31 Idulfitri 1446 H
04-01 Idulfitri 1446 H
04-02 *Idulfitri 1446 H
04-03 *Idulfitri 1446 H
04-04 *Idulfitri 1446 H
04-07 *Idulfitri 1446 H
04-18 Wafat Yesus Kristus
04-20 Kebangkitan Yesus Kristus (Paskah)
05-01 Hari Buruh Internasional
05-12 Hari Raya Waisak 2569 BE
05-13 *Hari Raya Waisak 2569 BE
05-29 Kenaikan Yesus Kristus
05-30 *Kenaikan Yesus Kristus
06-01 Hari Lahir Pancasila
06-06 Iduladha 1446 H
06-09 *Iduladha 1446 H
06-27 1 Muharam Tahun Baru Islam 1447 H
08-17 Proklamasi Kemerdekaan
08-18 *Proklamasi Kemerdekaan
09-05 Maulid Nabi Muhammad saw.
12-25 Kelahiran Yesus Kristus
12-26 *Kelahiran Yesus Kristus
"""
_OF_EVERY_YEAR = """
01-01 Tahun Baru Masehi
05-01 Hari Buruh Internasional
06-01 Hari Lahir Pancasila
08-17 Proklamasi Kemerdekaan
12-25 Kelahiran Yesus Kristus
"""
KEPT_HERE = {2025: _2025}
RAMADAN_DAYS = 30  # of 29 or 30: its first day is one day uncertain, and always so until the night before


@dataclass(frozen=True)
class Holiday:
    """A day off with its decreed name; ``is_leave`` is cuti bersama, when offices are closed as well."""

    day: date
    name: str
    is_leave: bool


def holidays_on(day: date) -> tuple[Holiday, ...]:
    """The holidays of a day; in a year without a decree only those that never move."""
    known = _decreed(day.year) or _read(day.year, _OF_EVERY_YEAR)
    return tuple(holiday for holiday in known if holiday.day == day)


def is_decreed(year: int) -> bool:
    """Whether the movable holidays of the year are known."""
    return bool(_decreed(year))


def is_ramadan(day: date) -> bool:
    """Whether the day lies in Ramadan, as far as the decree of the year names Idulfitri."""
    first_of_syawal = next((h.day for h in _decreed(day.year) if _begins_syawal(h)), None)
    return first_of_syawal is not None and timedelta() < first_of_syawal - day <= timedelta(days=RAMADAN_DAYS)


def _begins_syawal(holiday: Holiday) -> bool:
    return holiday.name.startswith("Idulfitri") and not holiday.is_leave


@lru_cache(16)
def _decreed(year: int) -> tuple[Holiday, ...]:
    """The year's decree; empty where there is none."""
    if year in KEPT_HERE:
        return _read(year, KEPT_HERE[year])
    from lokal.holidays import HOLIDAY_YEARS, get_holidays  # 0.2 s, for a few pages of the desk only

    if year not in HOLIDAY_YEARS:
        return ()
    return tuple(
        Holiday(date.fromisoformat(h.date), h.name, h.type == "cuti_bersama")
        for h in get_holidays(year).holidays
    )


def _read(year: int, lines: str) -> tuple[Holiday, ...]:
    rows = (line.split(" ", 1) for line in lines.strip().splitlines())
    return tuple(
        Holiday(date.fromisoformat(f"{year}-{day}"), name.removeprefix("*"), name.startswith("*"))
        for day, name in rows
    )
