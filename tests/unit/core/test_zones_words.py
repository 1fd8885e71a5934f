"""The words for clock times: ranges, and dates where midnight lies between."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from webinar.core.zones import (
    WIB,
    WIT,
    ZONES,
    clock,
    hour,
    hours,
    hours_from_to,
    local,
    three_clocks,
)

START = datetime(2021, 8, 12, 6, 0, tzinfo=UTC)
END = datetime(2021, 8, 12, 9, 30, tzinfo=UTC)
instants = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def test_hour_names_zone_after_time() -> None:
    assert hour(START, WIB) == "pukul 13.00 WIB"


def test_hours_join_with_en_dash() -> None:
    assert hours(START, END, WIB) == "pukul 13.00–16.30 WIB"


def test_hours_from_to_uses_hingga() -> None:
    assert hours_from_to(START, END, WIB) == "dari pukul 13.00 hingga 16.30 WIB"


def test_hours_over_midnight_carry_both_dates() -> None:
    start = datetime(2021, 8, 12, 14, 0, tzinfo=UTC)

    text = hours(start, start + timedelta(hours=3, minutes=30), WIB)

    assert (
        text == "dari Kamis, 12 Agustus 2021, pukul 21.00 WIB, hingga Jumat, 13 Agustus 2021, pukul 00.30 WIB"
    )


@given(instants, st.sampled_from(ZONES))
def test_clock_of_any_instant_is_offset_from_utc(instant: datetime, zone: object) -> None:
    assert zone in ZONES
    shifted = instant + timedelta(hours=zone.offset_hours)  # type: ignore[attr-defined]

    assert clock(instant, zone) == shifted.strftime("%H.%M")  # type: ignore[arg-type]
    assert local(instant, zone).date() == shifted.date()  # type: ignore[arg-type]


def test_three_clocks_start_with_the_readers_zone() -> None:
    clocks = three_clocks(START, home=WIB, first=WIT)

    assert [f"{c.text} {c.zone.code}" for c in clocks] == ["15.00 WIT", "13.00 WIB", "14.00 WITA"]


def test_three_clocks_over_midnight_tell_whose_date_differs() -> None:
    late = datetime(2021, 8, 12, 16, 30, tzinfo=UTC)

    clocks = three_clocks(late, home=WIB)

    assert [(c.text, c.on.day, c.date_differs) for c in clocks] == [
        ("23.30", 12, False),
        ("00.30", 13, True),
        ("01.30", 13, True),
    ]
