from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from webinar.core.announcement import (
    Announcement,
    Happening,
    Schedule,
    Standing,
    announced,
    happening,
    read_announcements,
    schedule_of,
    write_announcement,
)
from webinar.core.states import EventState

STARTS = datetime(2026, 12, 3, 6, 0, tzinfo=UTC)
ENDS = datetime(2026, 12, 3, 8, 0, tzinfo=UTC)
BEFORE, AFTER = STARTS - timedelta(days=8), ENDS + timedelta(days=8)
THURSDAY = Schedule(date(2026, 12, 3), None, STARTS, ENDS, "Asia/Jakarta")
FRIDAY = replace(
    THURSDAY,
    start_on=date(2026, 12, 4),
    starts_at=STARTS + timedelta(days=1),
    ends_at=ENDS + timedelta(days=1),
)


def at(state: str, schedule: Schedule = THURSDAY) -> Standing:
    return Standing(EventState(state), schedule)


@pytest.mark.parametrize(
    ("was", "now_is", "expected"),
    [
        (at("draft"), at("published"), None),
        (at("draft", THURSDAY), at("draft", FRIDAY), None),
        (at("published"), at("published"), None),
        (at("published"), at("published", FRIDAY), Happening.RESCHEDULED),
        (at("published"), at("postponed"), Happening.POSTPONED),
        (at("published"), at("cancelled"), Happening.CANCELLED),
        (at("postponed"), at("cancelled"), Happening.CANCELLED),
        (at("postponed"), at("postponed", FRIDAY), None),
        (at("postponed"), at("published"), Happening.REINSTATED),
        (at("postponed"), at("published", FRIDAY), Happening.RESCHEDULED),
        (at("cancelled"), at("published"), Happening.REINSTATED),
        (at("published"), at("archived"), None),
        (at("archived"), at("published"), None),
        (at("published"), at("draft"), None),
    ],
)
def test_what_the_public_is_told_follows_from_state_and_time(
    was: Standing, now_is: Standing, expected: Happening | None
) -> None:
    assert happening(was, now_is, now=BEFORE) == expected


def test_the_corrected_time_of_a_past_event_is_no_news() -> None:
    assert happening(at("published"), at("published", FRIDAY), now=AFTER) is None


def test_a_new_date_for_what_was_postponed_is_news_after_the_old_one() -> None:
    assert happening(at("postponed"), at("published", FRIDAY), now=AFTER) == Happening.RESCHEDULED


@pytest.mark.parametrize(
    "schedule",
    [THURSDAY, Schedule(date(2026, 12, 3), date(2026, 12, 5), None, None, "Asia/Jayapura")],
)
def test_announcements_come_back_from_json_newest_first(schedule: Schedule) -> None:
    first = Announcement(Happening.POSTPONED, BEFORE, "Narasumber sakit", schedule, schedule)
    second = Announcement(Happening.REINSTATED, AFTER, None, schedule, schedule)

    kept = announced(announced((), first), second)
    stored = json.loads(json.dumps([write_announcement(one) for one in kept]))

    assert read_announcements(stored) == (second, first)


def test_a_last_day_equal_to_the_first_is_none() -> None:
    assert schedule_of(replace(THURSDAY, end_on=THURSDAY.start_on)) == THURSDAY


def moved(was: Schedule, now: Schedule, minutes: int, **values: object) -> Announcement:
    made = Announcement(Happening.RESCHEDULED, BEFORE + timedelta(minutes=minutes), None, was, now)
    return replace(made, **values)


SATURDAY = replace(FRIDAY, start_on=date(2026, 12, 5))


def test_a_quick_correction_takes_the_place_of_what_it_corrects() -> None:
    first, second = moved(THURSDAY, FRIDAY, 0), moved(FRIDAY, SATURDAY, 5)

    assert announced(announced((), first), second) == (replace(second, was=THURSDAY),)


def test_a_correction_back_to_the_old_time_leaves_nothing() -> None:
    assert announced(announced((), moved(THURSDAY, FRIDAY, 0)), moved(FRIDAY, THURSDAY, 5)) == ()


@pytest.mark.parametrize(
    "second",
    [
        moved(FRIDAY, SATURDAY, 20),
        moved(FRIDAY, SATURDAY, 5, told_count=1),
        moved(FRIDAY, SATURDAY, 5, reason="Aula dipakai"),
    ],
)
def test_what_people_were_told_stays(second: Announcement) -> None:
    first = moved(THURSDAY, FRIDAY, 0)

    assert announced((first,), second) == (second, first)
