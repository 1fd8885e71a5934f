"""What speaks against a date and an hour."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.audience import NATIONAL, Audience
from webinar.core.caution import Caution, CautionKey, Planned, Severity, cautions
from webinar.core.typed import TypedTime, stretch
from webinar.core.zones import WIB, WIT, WITA, ZONES, Zone

NOW = datetime(2026, 1, 2, 3, tzinfo=UTC)
TUESDAY, FRIDAY = date(2026, 4, 14), date(2026, 4, 17)
IN_WIB = Audience((WIB,))


def planned(
    day: date, start: str | None, end: str | None, zone: Zone = WIB, last: date | None = None
) -> Planned:
    def typed(text: str | None) -> TypedTime | None:
        return TypedTime(time.fromisoformat(text)) if text else None

    found = stretch(day, last, typed(start), typed(end), zone)
    return Planned(day, last or day, zone, found.start, found.end)


def found(plan: Planned, audience: Audience = IN_WIB, now: datetime = NOW) -> dict[str, dict[str, Any]]:
    return {str(caution.key): caution.facts for caution in cautions(plan, audience, now=now)}


def test_quiet_working_morning_has_nothing_against_it() -> None:
    assert found(planned(TUESDAY, "09:00", "12:00"), NATIONAL) == {}


def test_holiday_and_leave_are_named() -> None:
    plan = planned(date(2026, 5, 14), "09:00", "12:00", last=date(2026, 5, 15))

    assert cautions(plan, IN_WIB, now=NOW) == (
        Caution(
            CautionKey.HOLIDAY, Severity.WARN, {"day": date(2026, 5, 14), "name": "Kenaikan Yesus Kristus"}
        ),
        Caution(
            CautionKey.COLLECTIVE_LEAVE,
            Severity.WARN,
            {"day": date(2026, 5, 15), "name": "Kenaikan Yesus Kristus"},
        ),
        Caution(CautionKey.FRIDAY_PRAYERS, Severity.WARN, {"zones": ("WIB",)}),
    )


def test_weekend_is_noted_with_its_days() -> None:
    plan = planned(FRIDAY, "14:00", "16:00", last=date(2026, 4, 19))

    assert found(plan) == {"weekend": {"days": (date(2026, 4, 18), date(2026, 4, 19))}}


def test_sunday_that_is_a_holiday_is_named_once() -> None:
    assert list(found(planned(date(2026, 4, 5), "09:00", "11:00"))) == ["holiday"]


@pytest.mark.parametrize(
    ("start", "end", "zone", "praying"),
    [
        ("09:00", "11:30", WIB, ("WITA", "WIT")),  # until 12.30 WITA and 13.30 WIT
        ("09:00", "11:31", WIB, ("WIB", "WITA", "WIT")),
        ("13:00", "15:00", WIB, None),
        ("09:00", "09:31", WIB, ("WIT",)),  # 11.31 WIT
        ("13:00", "15:00", WIT, ("WIB", "WITA")),
        ("10:00", None, WIB, ("WIB", "WITA", "WIT")),  # open ended
    ],
)
def test_friday_prayers_go_by_local_time(
    start: str, end: str | None, zone: Zone, praying: tuple[str, ...] | None
) -> None:
    facts = found(planned(FRIDAY, start, end, zone), NATIONAL).get("friday_prayers")

    assert facts == (praying and {"zones": praying})


def test_late_for_the_east_tells_when_to_start_instead() -> None:
    facts = found(planned(TUESDAY, "13:00", "15:30"), NATIONAL)

    assert facts == {"late": {"clock": "15.30 WIB", "locals": (("WIT", "17.30"),), "latest_start": "12.30"}}


def test_fifteen_in_the_west_is_in_time_for_the_east() -> None:
    assert found(planned(TUESDAY, "13:00", "15:00"), NATIONAL) == {}


def test_late_without_a_better_hour() -> None:
    facts = found(planned(TUESDAY, "08:00", "16:00"), NATIONAL)["late"]

    assert facts["latest_start"] is None


def test_late_counts_less_for_an_audience_of_one_zone() -> None:
    (evening,) = cautions(planned(TUESDAY, "16:00", "18:00"), IN_WIB, now=NOW)

    assert (evening.key, evening.severity) == (CautionKey.LATE, Severity.NOTE)
    assert evening.facts == {
        "clock": "18.00 WIB",
        "locals": (("WIB", "18.00"),),
        "latest_start": "15.00",
    }


def test_early_for_the_west() -> None:
    facts = found(planned(TUESDAY, "09:00", "11:00", WIT), NATIONAL)

    assert facts == {"early": {"clock": "09.00 WIT", "locals": (("WIB", "07.00"),)}}


def test_night_in_one_zone_is_told_and_not_called_late_as_well() -> None:
    facts = found(planned(TUESDAY, "18:30", "20:00"), NATIONAL)

    assert facts["night"] == {"clock": "20.00 WIB", "locals": (("WIT", "22.00"),)}
    assert facts["late"] == {
        "clock": "20.00 WIB",
        "locals": (("WIB", "20.00"), ("WITA", "21.00")),
        "latest_start": "13.30",
    }


def test_night_at_the_start_is_seen_by_the_start() -> None:
    facts = found(planned(TUESDAY, "23:00", "00:30"), Audience((WIB, WIT)))

    assert facts["night"] == {"clock": "23.00 WIB", "locals": (("WIB", "23.00"), ("WIT", "01.00"))}
    assert list(facts) == ["night"]


def test_afternoon_of_ramadan_is_noted() -> None:
    thursday, friday = date(2026, 3, 5), date(2026, 3, 6)

    assert found(planned(thursday, "13:00", "15:30")) == {
        "ramadan": {"clock": "15.30 WIB", "locals": (("WIB", "15.30"),)}
    }
    assert found(planned(friday, "13:00", "15:30")) == {}


def test_end_missing_no_length_and_very_long() -> None:
    assert found(planned(TUESDAY, "09:00", None)) == {"end_missing": {}}
    assert found(planned(TUESDAY, "09:00", "09:00")) == {"no_length": {}}
    assert found(planned(TUESDAY, "08:00", "16:30")) == {"very_long": {"hours": 8}}


def test_several_days_keep_their_hours_daily() -> None:
    plan = planned(TUESDAY, "08:00", "16:00", last=date(2026, 4, 16))

    assert found(plan) == {}


def test_past_and_far_ahead() -> None:
    today = date(2026, 1, 2)

    assert found(planned(date(2025, 12, 30), "09:00", "10:00")) == {"past": {"day": date(2025, 12, 30)}}
    assert found(planned(today, "09:00", "10:00")) == {"past": {"day": today}}  # it is 10.00 WIB
    assert found(planned(date(2062, 8, 16), "09:00", "10:00")) == {
        "far_ahead": {"day": date(2062, 8, 16)},
        "holidays_undecided": {"year": 2062},
    }


def test_date_alone_is_looked_at() -> None:
    assert found(planned(date(2026, 6, 1), None, None)) == {
        "holiday": {"day": date(2026, 6, 1), "name": "Hari Lahir Pancasila"}
    }


@given(
    st.dates(date(2000, 1, 1), date(2099, 1, 1)),
    st.times(),
    st.none() | st.timedeltas(timedelta(), timedelta(hours=30)),
    st.sampled_from(ZONES),
    st.sampled_from([NATIONAL, Audience((WIB,)), Audience((WITA, WIT))]),
    st.integers(0, 400),
)
def test_cautions_of_anything_are_told_warnings_first(
    day: date, at: time, length: timedelta | None, zone: Zone, audience: Audience, more: int
) -> None:
    start = datetime.combine(day, at.replace(second=0, microsecond=0), zone.info)
    end = None if length is None else start + timedelta(days=more) + length
    plan = Planned(day, day + timedelta(days=more), zone, start, end)

    told = cautions(plan, audience, now=NOW)

    severities = [caution.severity for caution in told]
    assert severities == sorted(severities, key=lambda severity: severity != Severity.WARN)
