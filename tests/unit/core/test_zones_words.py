"""The words for clock times: ranges, open ends, three clocks, and dates where midnight lies between."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from webinar.core.zones import (
    WIB,
    WIT,
    WITA,
    ZONES,
    clock,
    hour,
    hours,
    hours_from_to,
    hours_open,
    local,
    three_clocks_text,
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


def test_open_end_says_selesai_only_in_invitations() -> None:
    assert hours_open(START, WITA) == "mulai pukul 14.00 WITA"
    assert hours_open(START, WITA, invitation=True) == "pukul 14.00 WITA s.d. selesai"


def test_three_clocks_in_one_day_carry_no_date() -> None:
    assert three_clocks_text(START, home=WIB) == "13.00 WIB / 14.00 WITA / 15.00 WIT"


def test_three_clocks_over_midnight_carry_each_date() -> None:
    late = datetime(2021, 8, 12, 16, 30, tzinfo=UTC)

    assert three_clocks_text(late, home=WIB) == (
        "23.30 WIB (Kamis, 12 Agustus 2021) / 00.30 WITA (Jumat, 13 Agustus 2021)"
        " / 01.30 WIT (Jumat, 13 Agustus 2021)"
    )


def test_three_clocks_start_with_the_readers_zone() -> None:
    assert three_clocks_text(START, home=WIB, first=WIT) == "15.00 WIT / 13.00 WIB / 14.00 WITA"


@given(instants, st.sampled_from(ZONES))
def test_clock_of_any_instant_is_offset_from_utc(instant: datetime, zone: object) -> None:
    assert zone in ZONES
    shifted = instant + timedelta(hours=zone.offset_hours)  # type: ignore[attr-defined]

    assert clock(instant, zone) == shifted.strftime("%H.%M")  # type: ignore[arg-type]
    assert local(instant, zone).date() == shifted.date()  # type: ignore[arg-type]


@given(instants)
def test_three_clocks_carry_dates_exactly_when_dates_differ(instant: datetime) -> None:
    days = {local(instant, zone).date() for zone in ZONES}

    text = three_clocks_text(instant, home=WIB)

    assert ("(" in text) == (len(days) > 1)
    assert re.sub(r" \([^)]*\)", "", text).count(" / ") == 2
