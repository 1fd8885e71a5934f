"""Clock times as people type them."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.typed import Reason, TypedTime, TypedUnfit, typed_time
from webinar.core.zones import ZONES, Zone, clock, clock_with_zone, hour, local

instants = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001

ONE_O_CLOCK = """
13.00
13:00
13
1300
13,00
13.00.00
13:00:00
 13.00 \x20
pukul 13.00
Pkl. 13.00
jam 13
jam13
pukul13.00
siang jam 1
13 00
jam 1 siang
jam satu siang
1 pm
1.00 p.m.
13.00 siang
"""


@pytest.mark.parametrize("text", ONE_O_CLOCK.strip("\n").splitlines())
def test_one_in_the_afternoon_in_many_ways(text: str) -> None:
    assert typed_time(text) == TypedTime(time(13))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9 pagi", time(9)),
        ("9", time(9)),
        ("0900", time(9)),
        ("930", time(9, 30)),
        ("7.30 malam", time(19, 30)),
        ("jam setengah dua siang", time(13, 30)),
        ("setengah 10 pagi", time(9, 30)),
        ("12 siang", time(12)),
        ("dua belas siang", time(12)),
        ("setengah satu siang", time(12, 30)),
        ("3 sore", time(15)),
        ("6 petang", time(18)),
        ("1 dini hari", time(1)),
        ("12.30 malam", time(0, 30)),
        ("00.00", time(0)),
        ("jam 1", time(1)),
        ("23:59", time(23, 59)),
    ],
)
def test_time_with_part_of_day_or_without(text: str, expected: time) -> None:
    assert typed_time(text) == TypedTime(expected)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("13.00 WIB", "WIB"),
        ("13.00WIB", "WIB"),
        ("13wib", "WIB"),
        ("pukul 13.00 wita", "WITA"),
        ("jam 1 siang WIT", "WIT"),
    ],
)
def test_zone_is_kept_beside_the_time(text: str, code: str) -> None:
    assert typed_time(text) == TypedTime(time(13), code)


@pytest.mark.parametrize(
    "text", ["24.00", "24:00", "24", "12 malam", "jam dua belas malam", "12 tengah malam"]
)
def test_end_of_the_day_fits_only_an_end(text: str) -> None:
    with pytest.raises(TypedUnfit) as refused:
        typed_time(text)

    assert refused.value.reason == Reason.DAY_END
    assert typed_time(text, ends=True) == TypedTime(time(0), is_day_end=True)


@pytest.mark.parametrize(
    ("text", "reason", "facts"),
    [
        ("", Reason.EMPTY, {}),
        ("x" * 61, Reason.TOO_LONG, {"most": 60}),
        ("siang", Reason.NOT_A_TIME, {"text": "siang"}),
        ("nanti", Reason.NOT_A_TIME, {"text": "nanti"}),
        ("12 Agustus 2021", Reason.NOT_A_TIME, {"text": "12 agustus 2021"}),
        ("setengah 0", Reason.NOT_A_TIME, {"text": "setengah 0"}),
        ("13.00 s.d. 15.00", Reason.SEVERAL_TIMES, {"text": "13.00 s.d. 15.00"}),
        ("13.00–15.00", Reason.SEVERAL_TIMES, {"text": "13.00-15.00"}),
        ("13.00 s.d. selesai", Reason.SEVERAL_TIMES, {"text": "13.00 s.d. selesai"}),
        ("13.00 WIB / 14.00 WITA", Reason.SEVERAL_TIMES, {"text": "13.00 wib / 14.00 wita"}),
        ("selesai", Reason.OPEN_END, {"text": "selesai"}),
        ("13.5", Reason.MINUTES_UNCLEAR, {"text": "13.5"}),
        ("25.00", Reason.NO_SUCH_TIME, {"hour": 25, "minute": 0}),
        ("13.75", Reason.NO_SUCH_TIME, {"hour": 13, "minute": 75}),
        ("24.30", Reason.NO_SUCH_TIME, {"hour": 24, "minute": 30}),
        ("5 siang", Reason.NOT_THAT_PART, {"clock": "5.00", "part": "siang"}),
        ("12 pagi", Reason.NOT_THAT_PART, {"clock": "12.00", "part": "pagi"}),
        ("13 pm", Reason.NOT_THAT_PART, {"clock": "13.00", "part": "pm"}),
        ("13.00 GMT+8", Reason.UNKNOWN_ZONE, {"zone": "GMT+8"}),
    ],
)
def test_unfit_time_is_refused_with_reason_and_facts(
    text: str, reason: Reason, facts: dict[str, object]
) -> None:
    with pytest.raises(TypedUnfit) as refused:
        typed_time(text)

    assert (refused.value.reason, refused.value.facts) == (reason, facts)


@given(instants, st.sampled_from(ZONES))
def test_every_printed_clock_reads_back(instant: datetime, zone: Zone) -> None:
    at = local(instant, zone).time().replace(second=0, microsecond=0)

    assert typed_time(clock(instant, zone)) == TypedTime(at)
    assert typed_time(clock_with_zone(instant, zone)) == TypedTime(at, zone.code)
    assert typed_time(hour(instant, zone)) == TypedTime(at, zone.code)


@given(st.times(), st.sampled_from([None, "WIB", "WITA", "WIT"]), st.booleans())
def test_what_a_typed_time_prints_reads_back(at: time, code: str | None, is_day_end: bool) -> None:
    clock_time = time(0) if is_day_end else at.replace(second=0, microsecond=0)
    typed = TypedTime(clock_time, code, is_day_end)

    assert typed_time(str(typed), ends=True) == typed


_PIECES = st.lists(
    st.sampled_from(
        [
            *"0123456789 -/.,:()",
            "jam",
            "pukul ",
            " wib",
            " siang",
            " malam",
            "setengah ",
            "satu",
            "s.d.",
            "am",
        ]
    ),
    max_size=12,
).map("".join)


@given(st.text() | _PIECES, st.booleans())
def test_any_text_is_a_time_or_unfit(text: str, ends: bool) -> None:
    try:
        found = typed_time(text, ends=ends)
    except TypedUnfit as unfit:
        assert unfit.reason in Reason
    else:
        assert found.time.second == 0
        assert ends or not found.is_day_end
