"""Holidays as decreed, and those that never move."""

from __future__ import annotations

from datetime import date

import pytest

from webinar.core.holidays import Holiday, holidays_on, is_decreed, is_ramadan


@pytest.mark.parametrize(
    ("day", "name", "is_leave"),
    [
        (date(2025, 8, 18), "Proklamasi Kemerdekaan", True),  # the decree's change of August 2025
        (date(2025, 3, 29), "Hari Suci Nyepi (Tahun Baru Saka 1947)", False),
        (date(2026, 3, 21), "Idulfitri 1447 H", False),
        (date(2026, 5, 15), "Kenaikan Yesus Kristus", True),
        (date(2027, 5, 20), "Hari Raya Waisak 2571 BE", False),
        (date(2021, 8, 17), "Proklamasi Kemerdekaan", False),  # no decree kept, but it never moves
        (date(2031, 12, 25), "Kelahiran Yesus Kristus", False),
    ],
)
def test_holiday_has_its_decreed_name(day: date, name: str, is_leave: bool) -> None:
    assert holidays_on(day) == (Holiday(day, name, is_leave),)


@pytest.mark.parametrize("day", [date(2026, 8, 18), date(2021, 8, 11), date(2031, 3, 1)])
def test_other_days_are_none(day: date) -> None:
    assert holidays_on(day) == ()


def test_decreed_years_hold_seventeen_holidays() -> None:
    for year, leave in ((2025, 11), (2026, 8)):
        days = [date(year, 1, 1).fromordinal(date(year, 1, 1).toordinal() + n) for n in range(365)]
        found = [holiday for day in days for holiday in holidays_on(day)]

        assert sum(not holiday.is_leave for holiday in found) == 17, year
        assert sum(holiday.is_leave for holiday in found) == leave, year


def test_years_without_a_decree_are_known_to_be_unknown() -> None:
    assert [is_decreed(year) for year in (2024, 2025, 2026, 2027, 2031)] == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 2, 18), False),
        (date(2026, 2, 19), True),  # 1 Ramadan 1447 by the session of 17 February 2026
        (date(2026, 3, 20), True),
        (date(2026, 3, 21), False),
        (date(2025, 3, 1), True),  # 1 Ramadan 1446
        (date(2031, 1, 10), False),  # not known
    ],
)
def test_ramadan_ends_with_idulfitri(day: date, expected: bool) -> None:
    assert is_ramadan(day) == expected
