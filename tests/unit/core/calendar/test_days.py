from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from webinar.core.calendar.days import Day, days_with_clock, days_without_clock
from webinar.core.zones import WIB, ZONES


def at(day: int, hour: int) -> datetime:
    """That hour of August 2021 in WIB."""
    return datetime(2021, 8, day, hour, tzinfo=WIB.info)


def test_days_of_one_meeting_are_one():
    assert days_with_clock(at(12, 13), at(12, 15), zone=WIB) == (Day(1, at(12, 13), at(12, 15)),)


def test_days_of_an_open_end_are_one():
    assert days_with_clock(at(12, 13), None, zone=WIB) == (Day(1, at(12, 13), None),)


def test_days_over_one_midnight_are_one():
    assert days_with_clock(at(12, 22), at(13, 1), zone=WIB) == (Day(1, at(12, 22), at(13, 1)),)


def test_days_of_a_long_event_leave_the_nights_free():
    assert days_with_clock(at(12, 8), at(14, 16), zone=WIB) == (
        Day(1, at(12, 8), at(12, 16)),
        Day(2, at(13, 8), at(13, 16)),
        Day(3, at(14, 8), at(14, 16)),
    )


def test_days_that_each_end_after_midnight_end_on_the_last_date():
    assert days_with_clock(at(12, 20), at(14, 2), zone=WIB) == (
        Day(1, at(12, 20), at(13, 2)),
        Day(2, at(13, 20), at(14, 2)),
    )


@given(
    start=st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    length=st.timedeltas(timedelta(minutes=1), timedelta(days=20)),
    zone=st.sampled_from(ZONES),
)
def test_days_never_overlap_and_keep_first_start_and_last_end(start, length, zone):
    start = start.replace(second=0, microsecond=0)
    end = (start + length).replace(second=0, microsecond=0)
    days = days_with_clock(start, end, zone=zone)

    assert (days[0].starts_at, days[-1].ends_at) == (start, end)
    assert all(a.ends_at <= b.starts_at for a, b in pairwise(days))


def test_days_without_clock_include_both_ends():
    assert [day.starts_at for day in days_without_clock(date(2021, 8, 30), date(2021, 9, 1))] == [
        date(2021, 8, 30),
        date(2021, 8, 31),
        date(2021, 9, 1),
    ]
    assert days_without_clock(date(2021, 8, 30), None) == (Day(1, date(2021, 8, 30), None),)
