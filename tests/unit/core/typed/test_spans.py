"""From typed times to instants: zones that agree, ends after midnight."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.typed import Reason, TypedSpan, TypedTime, TypedUnfit, stretch, typed_span
from webinar.core.zones import WIB, WIT, WITA, ZONES, Zone, hours, hours_from_to, local

AUGUST_12 = date(2021, 8, 12)
ONE, THREE = TypedTime(time(13)), TypedTime(time(15))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("13.00–15.00 WIB", TypedTime(time(13), "WIB"), TypedTime(time(15), "WIB")),
        ("13.00 - 15.00", ONE, THREE),
        ("13.00 s.d. 15.00", ONE, THREE),
        ("13.00 s/d 15.00", ONE, THREE),
        ("13.00 sampai dengan 15.00", ONE, THREE),
        ("dari pukul 13.00 hingga 15.00 WIB", TypedTime(time(13), "WIB"), TypedTime(time(15), "WIB")),
        ("13.00 s.d. selesai", ONE, None),
        ("pukul 13.00 WIB - selesai", TypedTime(time(13), "WIB"), None),
        ("13.00", ONE, None),
        ("21.00-24.00", TypedTime(time(21)), TypedTime(time(0), is_day_end=True)),
    ],
)
def test_span_in_many_ways(text: str, start: TypedTime, end: TypedTime | None) -> None:
    assert typed_span(text) == TypedSpan(start, end)


def test_span_with_two_zones_is_refused() -> None:
    with pytest.raises(TypedUnfit) as refused:
        typed_span("13.00 WIB - 15.00 WITA")

    assert refused.value.reason == Reason.ZONE_DISAGREES


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.timedeltas(timedelta(minutes=1), timedelta(hours=8)),
    st.sampled_from(ZONES),
)
def test_printed_hours_of_one_day_read_back(start: datetime, length: timedelta, zone: Zone) -> None:
    end = start + length
    if local(start, zone).date() != local(end, zone).date():
        return

    for printed in (hours(start, end, zone), hours_from_to(start, end, zone)):
        span = typed_span(printed)

        assert span.start.time.hour == local(start, zone).hour
        assert span.end is not None
        assert span.end.time.minute == local(end, zone).minute
        assert span.end.zone_code == zone.code


@given(st.text())
def test_any_text_is_a_span_or_unfit(text: str) -> None:
    try:
        typed_span(text)
    except TypedUnfit as unfit:
        assert unfit.reason in Reason


def test_stretch_of_one_afternoon() -> None:
    found = stretch(AUGUST_12, None, ONE, THREE, WITA)

    assert found.start == datetime(2021, 8, 12, 5, tzinfo=UTC)
    assert found.end == datetime(2021, 8, 12, 7, tzinfo=UTC)
    assert found.start.isoformat() == "2021-08-12T13:00:00+08:00"


def test_end_before_start_on_one_evening_lies_after_midnight() -> None:
    found = stretch(AUGUST_12, None, TypedTime(time(21)), TypedTime(time(0, 30)), WIB)

    assert found.end is not None
    assert found.end.isoformat() == "2021-08-13T00:30:00+07:00"


def test_24_00_is_the_midnight_after_the_last_day() -> None:
    day_end = TypedTime(time(0), is_day_end=True)

    found = stretch(AUGUST_12, date(2021, 8, 14), ONE, day_end, WIT)

    assert found.end is not None
    assert found.end.isoformat() == "2021-08-15T00:00:00+09:00"


def test_end_of_several_days_is_on_the_last() -> None:
    found = stretch(AUGUST_12, date(2021, 8, 13), ONE, TypedTime(time(9)), WIB)

    assert found.end is not None
    assert found.end.isoformat() == "2021-08-13T09:00:00+07:00"


@pytest.mark.parametrize(
    ("last", "start", "end"),
    [
        (None, time(13), time(12)),  # 23 hours are no night
        (date(2021, 8, 11), time(13), time(15)),
    ],
)
def test_end_before_start_is_refused(last: date | None, start: time, end: time) -> None:
    with pytest.raises(TypedUnfit) as refused:
        stretch(AUGUST_12, last, TypedTime(start), TypedTime(end), WIB)

    assert refused.value.reason == Reason.END_BEFORE_START


def test_zone_typed_beside_a_time_must_be_the_chosen_one() -> None:
    with pytest.raises(TypedUnfit) as refused:
        stretch(AUGUST_12, None, TypedTime(time(13), "WITA"), None, WIB)

    assert (refused.value.reason, refused.value.facts) == (
        Reason.ZONE_DISAGREES,
        {"typed": "WITA", "chosen": "WIB"},
    )


def test_times_that_are_unknown_stay_unknown() -> None:
    found = stretch(AUGUST_12, None, None, None, WIB)

    assert (found.start, found.end) == (None, None)
