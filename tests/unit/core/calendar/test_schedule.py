from __future__ import annotations

from datetime import date, datetime

from webinar.core.calendar.schedule import Appearance, SessionTime, appearances
from webinar.core.zones import WIB


def at(day: int, hour: int) -> datetime:
    """That hour of August 2021 in WIB."""
    return datetime(2021, 8, day, hour, tzinfo=WIB.info)


def of(starts_at=None, ends_at=None, *, end_on=None, sessions=()):
    return appearances(
        start_on=date(2021, 8, 12),
        end_on=end_on,
        starts_at=starts_at,
        ends_at=ends_at,
        zone=WIB,
        sessions=sessions,
    )


def test_appearances_of_one_meeting_are_one_without_a_key():
    assert of(at(12, 13), at(12, 15)) == (Appearance(None, None, at(12, 13), at(12, 15)),)


def test_appearances_of_timed_sessions_are_one_each_without_the_break():
    sessions = [
        SessionTime(1, "Pembukaan", at(12, 8), at(12, 9)),
        SessionTime(2, "Rehat", at(12, 9), at(12, 10), is_break=True),
        SessionTime(3, "Panel", at(13, 8), at(13, 8)),
    ]

    assert of(at(12, 8), at(13, 12), sessions=sessions) == (
        Appearance("sesi-1", "Pembukaan", at(12, 8), at(12, 9)),
        Appearance("sesi-3", "Panel", at(13, 8), None),
    )


def test_appearances_with_a_session_of_unknown_time_are_the_event_itself():
    sessions = [SessionTime(1, "Materi 1", at(12, 8), None), SessionTime(2, "Materi 2", None, None)]

    assert of(at(12, 8), at(12, 12), sessions=sessions) == (Appearance(None, None, at(12, 8), at(12, 12)),)


def test_appearances_over_days_are_keyed_by_day():
    assert [a.key for a in of(at(12, 8), at(14, 16))] == [None, "hari-2", "hari-3"]


def test_appearances_without_clock_are_whole_days():
    assert of(end_on=date(2021, 8, 13)) == (
        Appearance(None, None, date(2021, 8, 12), None),
        Appearance("hari-2", None, date(2021, 8, 13), None),
    )


def test_appearances_of_days_after_an_open_end_have_no_invented_hours():
    assert of(at(12, 8), end_on=date(2021, 8, 13)) == (
        Appearance(None, None, at(12, 8), None),
        Appearance("hari-2", None, date(2021, 8, 13), None),
    )


def test_appearances_of_an_end_before_the_start_have_an_open_end():
    assert of(at(12, 8), at(12, 8)) == (Appearance(None, None, at(12, 8), None),)
