"""Whether two events want the same hour, person, room or audience."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.caution import Planned
from webinar.core.clash import (
    InvitedPerson,
    Overlap,
    is_same_audience,
    is_same_person,
    overlap,
    room_keys,
)
from webinar.core.document.model import ParticipantGroup
from webinar.core.zones import WIB, WIT, ZONES, Zone

DAY = date(2026, 12, 3)


def planned(
    start: str | None, end: str | None, *, zone: Zone = WIB, day: date = DAY, days: int = 1
) -> Planned:
    last = day + timedelta(days=days - 1)

    def at(on: date, text: str | None) -> datetime | None:
        return datetime.fromisoformat(f"{on}T{text}").replace(tzinfo=zone.info) if text else None

    return Planned(day, last, zone, at(day, start), at(last, end))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (planned("09:00", "11:00"), planned("10:00", "12:00"), Overlap.HOURS),
        (planned("09:00", "11:00"), planned("11:00", "12:00"), Overlap.NONE),  # one after the other
        (planned("09:00", "11:00"), planned("11:00", "13:00", zone=WIT), Overlap.HOURS),  # 09.00 WIB
        (planned("09:00", "11:00"), planned("13:00", "15:00", zone=WIT), Overlap.NONE),
        (planned("09:00", None), planned("11:30", "12:00"), Overlap.HOURS),  # taken to last three hours
        (planned("09:00", None), planned("12:00", "13:00"), Overlap.NONE),
        (planned("09:00", "11:00"), planned(None, None), Overlap.SAME_DAY),
        (planned(None, None), planned(None, None, day=DAY + timedelta(1)), Overlap.NONE),
        (planned("09:00", "15:00", days=3), planned("10:00", "11:00", day=DAY + timedelta(1)), Overlap.HOURS),
        (planned("09:00", "15:00", days=3), planned("19:00", "20:00", day=DAY + timedelta(1)), Overlap.NONE),
        (planned("23:30", None), planned("01:00", "02:00", day=DAY + timedelta(1)), Overlap.HOURS),
        (planned("09:00", "09:00"), planned("08:00", "10:00"), Overlap.HOURS),
    ],
)
def test_overlap_of_hours(one: Planned, other: Planned, expected: Overlap) -> None:
    assert overlap(one, other) == expected
    assert overlap(other, one) == expected


plans = st.builds(
    lambda day, hour, length, zone, days: Planned(
        day,
        day + timedelta(days=days),
        zone,
        start := datetime(day.year, day.month, day.day, hour, tzinfo=zone.info),
        start + timedelta(days=days, minutes=length),
    ),
    st.dates(date(2026, 1, 1), date(2026, 1, 9)),
    st.integers(0, 15),
    st.integers(1, 8 * 60),
    st.sampled_from(ZONES),
    st.integers(0, 3),
)


@given(plans, plans)
def test_overlap_is_that_of_the_instants_day_by_day(one: Planned, other: Planned) -> None:
    def minutes(plan: Planned) -> set[datetime]:
        assert plan.start and plan.closes
        length = (plan.closes - plan.start) // timedelta(minutes=1)
        return {
            (plan.start + timedelta(days=n, minutes=m)).astimezone(UTC)
            for n in range((plan.last - plan.first).days + 1)
            for m in range(length)
        }

    shared = minutes(one) & minutes(other)

    assert overlap(one, other) == (Overlap.HOURS if shared else Overlap.NONE)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((7, "Budi", "Ketua"), (7, "B. Santoso", None), True),
        ((7, "Budi", "Ketua"), (8, "Budi", "Ketua"), False),
        ((None, "Budi  Santoso", "Ketua KPU"), (8, "BUDI SANTOSO", "Ketua KPU"), True),
        ((None, "Budi", "Ketua KPU"), (None, "Budi", "Ketua Bawaslu"), False),
        ((None, "Budi", None), (None, "Budi", "Ketua Bawaslu"), True),
        ((None, None, "Ketua KPU RI"), (None, None, "Ketua KPU RI"), True),
        ((None, None, None), (None, None, None), False),
        ((None, "Budi", "Ketua"), (None, None, "Ketua"), False),
    ],
)
def test_same_person_by_record_or_by_name_and_position(
    one: tuple[int | None, str | None, str | None],
    other: tuple[int | None, str | None, str | None],
    expected: bool,
) -> None:
    assert is_same_person(InvitedPerson(*one), InvitedPerson(*other)) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("https://zoom.us/j/81234567890?pwd=a", None), ("https://zoom.us/j/81234567890?pwd=b", None), True),
        (("https://zoom.us/j/81234567890", None), (None, "Meeting ID 812 3456 7890, sandi 1234"), True),
        ((None, "812-3456-7890"), (None, "81234567890"), True),
        (("https://meet.test/abc-defg-hij", None), ("https://MEET.test/abc-defg-hij/", None), True),
        (("https://meet.test/abc-defg-hij", None), ("https://meet.test/xyz-defg-hij", None), False),
        ((None, None), (None, None), False),
        (("https://zoom.us", None), ("https://zoom.us/", None), False),  # the door of everybody
        ((None, "Akun Zoom KPU 2"), (None, "akun zoom  KPU 2"), True),
        (("http://[x", None), ("http://[x", None), False),
    ],
)  # fmt: skip
def test_same_room_by_link_or_number(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], expected: bool
) -> None:
    assert bool(room_keys(*one) & room_keys(*other)) is expected


@given(st.text(), st.text())
def test_any_text_has_room_keys(link: str, access: str) -> None:
    assert "" not in room_keys(link, access)


def group(**values: object) -> ParticipantGroup:
    return ParticipantGroup(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (group(units=("KPU Kota",), scope="se-Indonesia"), group(units=("KPU kota",), scope="Bali"), True),
        (group(units=("KPU Kota",), scope="se-Jawa"), group(units=("KPU Kota",), scope="se-Bali"), False),
        (group(units=("KPU Kota",)), group(units=("KPU Kota",)), False),
        (group(units=("KPU Kota",)), group(label="KPU Kota"), False),
        (group(label="Mahasiswa"), group(label="Mahasiswa"), False),
        (group(label="Mahasiswa", scope="Bantul"), group(label="mahasiswa", scope="Bantul"), True),
        (group(label="umum", scope="nasional"), group(label="Umum", scope="se-Indonesia"), True),
    ],
)  # fmt: skip
def test_same_audience_by_offices_or_by_name_and_region(
    one: ParticipantGroup, other: ParticipantGroup, expected: bool
) -> None:
    assert is_same_audience([one], [other]) is expected
