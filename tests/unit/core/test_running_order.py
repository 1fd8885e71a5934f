from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.running_order import Odd, Oddity, Slot, moved, oddities, place_by_time, resettled

START = datetime(2026, 3, 5, 6, 0, tzinfo=UTC)


def at(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("place", "steps", "order"),
    [(0, 1, [1, 0, 2]), (2, -1, [0, 2, 1]), (2, -9, [2, 0, 1]), (0, 9, [1, 2, 0]), (1, 0, [0, 1, 2])],
)
def test_an_item_moves_as_far_as_there_is_room(place: int, steps: int, order: list[int]) -> None:
    assert moved(3, place, steps) == order


def test_items_exchanged_keep_their_length_and_the_pause_its_place() -> None:
    slots: list[Slot | None] = [(at(0), at(20)), (at(30), at(90)), (at(90), at(100))]

    assert resettled(slots, [1, 0, 2]) == [(at(0), at(60)), (at(70), at(90)), (at(90), at(100))]


@pytest.mark.parametrize(
    "slots", [[], [(at(0), at(20)), None], [(at(0), at(20)), (at(10), at(30))], [(at(9), at(0))]]
)
def test_times_that_do_not_follow_each_other_are_left_alone(slots: list[Slot | None]) -> None:
    assert resettled(slots, list(range(len(slots)))) is None


@given(
    lengths=st.lists(st.tuples(st.integers(0, 90), st.integers(0, 30)), min_size=1, max_size=8),
    data=st.data(),
)
def test_moving_there_and_back_changes_nothing(lengths: list[tuple[int, int]], data: st.DataObject) -> None:
    slots: list[Slot] = []
    begins = 0
    for length, pause in lengths:
        slots.append((at(begins), at(begins + length)))
        begins += length + pause
    place = data.draw(st.integers(0, len(slots) - 1))
    target = data.draw(st.integers(0, len(slots) - 1))

    there = resettled(slots, moved(len(slots), place, target - place))
    assert there is not None
    back = resettled(there, moved(len(slots), target, place - target))

    assert back == slots
    assert there[-1][1] == slots[-1][1]


def test_an_item_is_put_where_its_time_belongs() -> None:
    assert place_by_time([at(0), at(60)], at(30)) == 1
    assert place_by_time([at(0), at(60)], at(60)) == 2
    assert place_by_time([at(0), None], at(0)) == 2
    assert place_by_time([at(60), at(0)], at(30)) == 2
    assert place_by_time([at(0)], None) == 1


@dataclass
class Session:
    starts_at: datetime | None
    ends_at: datetime | None
    kind: str | None = None


def test_sessions_outside_the_event_or_in_each_other_are_odd() -> None:
    sessions = [
        Session(at(-10), at(20)),
        Session(at(15), at(60), "panel"),
        Session(at(30), at(60), "breakout"),
        Session(None, None),
        Session(at(60), at(95)),
    ]

    found = list(oddities(sessions, at(0), at(90)))

    assert found == [Odd(Oddity.EARLY, 0), Odd(Oddity.OVERLAP, 1), Odd(Oddity.LATE, 4)]


def test_an_event_without_hours_has_no_odd_sessions() -> None:
    assert list(oddities([Session(at(0), at(20))], None, None)) == []
