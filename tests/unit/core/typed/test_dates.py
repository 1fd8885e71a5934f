"""Dates as people type them: read, or refused with a reason and facts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.indonesian.dates import long_date, plain_date, plain_range, short_date
from webinar.core.typed import LONGEST, Reason, TypedUnfit, typed_date

TODAY = date(2021, 8, 10)  # a Tuesday
days = st.dates(date(1945, 1, 1), date(2100, 12, 31))
todays = st.dates(date(2000, 1, 1), date(2090, 12, 31))

AUGUST_12 = """
12 Agustus 2021
12 agustus 2021
12 agu 2021
12 agt 2021
12 Ags. 2021
12-Agu-2021
12 Agustus '21
12 Agustus 21
Kamis, 12 Agustus 2021
kamis 12 agustus 2021
Kamis (12/8/2021)
12 Agustus 2021 (Kamis)
hari Kamis, tanggal 12 Agustus 2021
tgl. 12 Agustus 2021
12/8/21
12agustus2021
12 Agustus tahun 2021
12/08/2021
12-08-2021
12.8.2021
12 8 2021
12 / 8 / 2021
2021-08-12
2021/8/12
12 August 2021
12th August 2021
August 12, 2021
Thursday, 12 Aug 2021
12 Agustus
12/8
12–8–2021
１２ Agustus 2021
lusa
Kamis
Kamis ini
hari Kamis ini
"""


@pytest.mark.parametrize("text", AUGUST_12.strip().splitlines())
def test_twelfth_of_august_in_many_ways(text: str) -> None:
    assert typed_date(text, today=TODAY) == date(2021, 8, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hari ini", TODAY),
        ("besok", date(2021, 8, 11)),
        ("kemarin", date(2021, 8, 9)),
        ("3/4/26", date(2026, 4, 3)),
        ("3/4/51", date(2051, 4, 3)),
        ("12 pebruari 2022", date(2022, 2, 12)),
        ("12 nop 2022", date(2022, 11, 12)),
        ("12 Sept 2022", date(2022, 9, 12)),
        ("10 Agustus", TODAY),
        ("9 Agustus", date(2022, 8, 9)),
        ("29 Februari", date(2024, 2, 29)),
        ("Selasa", date(2021, 8, 17)),
        ("Senin", date(2021, 8, 16)),
        ("Senin ini", date(2021, 8, 9)),
        ("Senin depan", date(2021, 8, 16)),
        ("Jumat", date(2021, 8, 13)),
        ("Jum'at", date(2021, 8, 13)),
        ("jum’at depan", date(2021, 8, 20)),
        ("Minggu", date(2021, 8, 15)),
        ("Ahad", date(2021, 8, 15)),
    ],
)
def test_date_seen_from_a_tuesday(text: str, expected: date) -> None:
    assert typed_date(text, today=TODAY) == expected


@pytest.mark.parametrize(
    ("text", "reason", "facts"),
    [
        ("", Reason.EMPTY, {}),
        (" \u200b ", Reason.EMPTY, {}),
        ("a" * (LONGEST + 1), Reason.TOO_LONG, {"most": LONGEST}),
        ("a" * 100_000, Reason.TOO_LONG, {"most": LONGEST}),
        ("8/13/21", Reason.NO_SUCH_MONTH, {"day": 8, "month": 13, "meant": date(2021, 8, 13)}),
        ("31/13/21", Reason.NO_SUCH_MONTH, {"day": 31, "month": 13, "meant": None}),
        ("31 Februari 2021", Reason.NO_SUCH_DAY, {"day": 31, "month": 2, "year": 2021}),
        ("29/2/2021", Reason.NO_SUCH_DAY, {"day": 29, "month": 2, "year": 2021}),
        ("31 Juni", Reason.NO_SUCH_DAY, {"day": 31, "month": 6, "year": None}),
        ("0 Juni 2021", Reason.NO_SUCH_DAY, {"day": 0, "month": 6, "year": 2021}),
        ("12 Agustus 1899", Reason.NO_SUCH_YEAR, {"year": "1899", "first": 1945, "last": 2100}),
        ("12/8/99", Reason.YEAR_UNCLEAR, {"year": "99"}),
        ("12 Agustus 52", Reason.YEAR_UNCLEAR, {"year": "52"}),
        ("²/8/2026", Reason.NOT_A_DATE, {"text": "²/8/2026"}),
        ("①2 Agustus 2026", Reason.NOT_A_DATE, {"text": "①2 agustus 2026"}),
        ("12/8/2", Reason.NO_SUCH_YEAR, {"year": "2", "first": 1945, "last": 2100}),
        ("Rabu, 12 Agustus 2021", Reason.WRONG_WEEKDAY, {"typed": 2, "day": date(2021, 8, 12)}),
        ("Rabu, 12 Agustus", Reason.WRONG_WEEKDAY, {"typed": 2, "day": date(2021, 8, 12)}),
        ("minggu depan", Reason.WEEK_OR_SUNDAY, {"text": "minggu depan"}),
        ("pekan depan", Reason.WEEK_OR_SUNDAY, {"text": "pekan depan"}),
        ("Agustus 2021", Reason.DAY_MISSING, {"text": "agustus 2021"}),
        ("12", Reason.MONTH_MISSING, {"text": "12"}),
        ("3–5 Februari 2025", Reason.SEVERAL_DATES, {"text": "3-5 februari 2025"}),
        ("12 & 13 Agustus 2021", Reason.SEVERAL_DATES, {"text": "12 & 13 agustus 2021"}),
        ("3 s.d. 5 Februari 2025", Reason.SEVERAL_DATES, {"text": "3 s.d. 5 februari 2025"}),
        ("13.00", Reason.DATE_WITH_TIME, {"text": "13.00"}),
        ("12 Agustus 2021 pukul 13.00", Reason.DATE_WITH_TIME, {"text": "12 agustus 2021 pukul 13.00"}),
        ("kapan-kapan", Reason.NOT_A_DATE, {"text": "kapan-kapan"}),
        ("12 Agustos 2021", Reason.NOT_A_DATE, {"text": "12 agustos 2021"}),
        ("-1", Reason.NOT_A_DATE, {"text": "-1"}),
    ],
)
def test_unfit_date_is_refused_with_reason_and_facts(
    text: str, reason: Reason, facts: dict[str, object]
) -> None:
    with pytest.raises(TypedUnfit) as refused:
        typed_date(text, today=TODAY)

    assert (refused.value.reason, refused.value.facts) == (reason, facts)


@given(days, todays, st.sampled_from([plain_date, long_date, short_date, date.isoformat]))
def test_every_printed_form_reads_back(day: date, today: date, printed: object) -> None:
    assert typed_date(printed(day), today=today) == day  # type: ignore[operator]


@given(days, st.integers(1, 300))
def test_a_printed_range_is_no_single_date(first: date, length: int) -> None:
    with pytest.raises(TypedUnfit) as refused:
        typed_date(plain_range(first, first + timedelta(days=length)), today=TODAY)

    assert refused.value.reason == Reason.SEVERAL_DATES


@given(todays, st.integers(0, 6))
def test_a_bare_weekday_lies_within_the_coming_seven_days(today: date, number: int) -> None:
    name = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"][number]

    found = typed_date(name, today=today)

    assert found.weekday() == number
    assert 1 <= (found - today).days <= 7


@given(todays, st.integers(0, 5))
def test_weekday_depan_lies_in_the_next_calendar_week(today: date, number: int) -> None:
    name = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu"][number]

    found = typed_date(f"{name} depan", today=today)

    monday = today - timedelta(days=today.weekday())
    assert found == monday + timedelta(days=7 + number)


_PIECES = st.lists(
    st.sampled_from(
        [
            *"0123456789 -/.,:'()",
            "12",
            "2021",
            "agustus",
            "kamis",
            "hari",
            "depan",
            "minggu",
            "29 feb",
            "s.d.",
        ]
    ),
    max_size=12,
).map("".join)


@given(st.text() | _PIECES | st.text(st.characters(categories=["Nd", "Zs", "Pd", "Po"])))
def test_any_text_is_a_date_or_unfit(text: str) -> None:
    try:
        found = typed_date(text, today=TODAY)
    except TypedUnfit as unfit:
        assert unfit.reason in Reason
    else:
        assert date(1945, 1, 1) <= found <= date(2100, 12, 31)
