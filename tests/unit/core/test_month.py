from __future__ import annotations

from datetime import date

import pytest

from webinar.core.month import month_before, month_of, month_text, months_around, next_month, weeks


@pytest.mark.parametrize(
    "text", ["", "2026-13", "2026-00", "1999-12", "2100-01", "2026-1", "٢٠٢٦-٠١", "2026-01-01"]
)
def test_what_is_no_month_is_none(text: str) -> None:
    assert month_of(text) is None


def test_a_month_is_read_as_it_is_written() -> None:
    assert month_of("2026-08") == date(2026, 8, 1)
    assert month_text(date(2026, 8, 1)) == "2026-08"


def test_months_follow_each_other_across_the_year() -> None:
    assert next_month(date(2026, 12, 1)) == date(2027, 1, 1)
    assert next_month(date(2026, 1, 31)) == date(2026, 2, 1)
    assert month_before(date(2026, 1, 1)) == date(2025, 12, 1)
    assert months_around(date(2026, 1, 15), before=1, after=2) == [
        date(2025, 12, 1),
        date(2026, 1, 1),
        date(2026, 2, 1),
        date(2026, 3, 1),
    ]


@pytest.mark.parametrize(
    ("month", "count"), [(date(2027, 2, 1), 4), (date(2026, 12, 1), 5), (date(2026, 8, 1), 6)]
)
def test_weeks_begin_on_monday_and_hold_the_whole_month(month: date, count: int) -> None:
    found = weeks(month)

    assert len(found) == count
    assert {len(week) for week in found} == {7}
    assert {week[0].weekday() for week in found} == {0}
    days = [day for week in found for day in week if day.month == month.month]
    assert days[0] == month
    assert next_month(days[-1]) == next_month(month)
