from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.series import MOST_EVENTS, Rule, series_days


def test_weekly_days_lie_a_week_apart() -> None:
    days = series_days(Rule.WEEKLY, date(2026, 12, 3), 3)

    assert days == (date(2026, 12, 3), date(2026, 12, 10), date(2026, 12, 17))


def test_monthly_days_end_with_short_months() -> None:
    days = series_days(Rule.MONTHLY, date(2026, 12, 31), 4)

    assert days == (date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31))


def test_nth_weekday_is_counted_within_each_month() -> None:
    second_thursdays = series_days(Rule.NTH_DAY, date(2026, 12, 10), 3)
    fifth_thursdays = series_days(Rule.NTH_DAY, date(2026, 12, 31), 3)

    assert second_thursdays == (date(2026, 12, 10), date(2027, 1, 14), date(2027, 2, 11))
    assert fifth_thursdays == (date(2026, 12, 31), date(2027, 4, 29), date(2027, 7, 29))


def test_picked_days_are_put_in_order_once_each() -> None:
    picked = [date(2027, 1, 5), date(2026, 12, 24), date(2027, 1, 5)]

    days = series_days(Rule.PICKED, date(2026, 12, 3), 99, picked)

    assert days == (date(2026, 12, 3), date(2026, 12, 24), date(2027, 1, 5))


@pytest.mark.parametrize("rule", [Rule.WEEKLY, Rule.MONTHLY, Rule.NTH_DAY])
@given(first=st.dates(), count=st.integers(-5, 200))
def test_days_begin_with_the_first_and_rise(rule: Rule, first: date, count: int) -> None:
    days = series_days(rule, first, count)

    assert days[0] == first
    assert list(days) == sorted(set(days))
    assert len(days) <= MOST_EVENTS
    if rule != Rule.MONTHLY:
        assert {day.weekday() for day in days} == {first.weekday()}
    assert all(later - earlier >= timedelta(days=7) for earlier, later in pairwise(days))
