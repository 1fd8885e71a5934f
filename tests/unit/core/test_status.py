from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from webinar.core.status import (
    Status,
    accepts_registrations,
    begins,
    desk_status_of,
    ends,
    registration_ends,
    status_of,
)

START = datetime(2026, 12, 3, 6, 0, tzinfo=UTC)  # 13.00 WIB
END = datetime(2026, 12, 3, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Facts:
    state: str = "published"
    start_on: date = date(2026, 12, 3)
    end_on: date | None = None
    starts_at: datetime | None = START
    ends_at: datetime | None = END
    zone_name: str = "Asia/Jakarta"
    registration_open: bool = True
    registration_closes_at: datetime | None = None
    registration_until: datetime | None = None
    quota: int | None = None
    taken_count: int = 0
    keeps_waiting_list: bool = True


@pytest.mark.parametrize(
    ("facts", "now", "expected"),
    [
        (Facts(), START - HOUR, Status.OPEN),
        (Facts(), START, Status.RUNNING),
        (Facts(), END, Status.FINISHED),
        (Facts(state="archived"), START - HOUR, Status.FINISHED),
        (Facts(state="cancelled"), END + HOUR, Status.CANCELLED),
        (Facts(state="postponed"), START - HOUR, Status.POSTPONED),
        (Facts(state="postponed"), END + HOUR, Status.POSTPONED),
        (Facts(quota=2, taken_count=2), START - HOUR, Status.FULL),
        (Facts(quota=2, taken_count=3), START - HOUR, Status.FULL),
        (Facts(quota=0), START - HOUR, Status.FULL),
        (Facts(quota=2, taken_count=1), START - HOUR, Status.OPEN),
        (Facts(registration_open=False), START - HOUR, Status.SCHEDULED),
        (Facts(registration_open=False, quota=5), START - HOUR, Status.CLOSED),
        (Facts(registration_closes_at=START - HOUR), START - HOUR, Status.CLOSED),
    ],
)
def test_status_follows_state_then_clock_then_registration(
    facts: Facts, now: datetime, expected: Status
) -> None:
    assert status_of(facts, now) == expected


def test_an_open_end_lasts_until_midnight_of_the_organisers_zone() -> None:
    facts = Facts(ends_at=None)
    midnight = datetime(2026, 12, 3, 17, 0, tzinfo=UTC)

    assert ends(facts) == midnight
    assert status_of(facts, midnight - HOUR) == Status.RUNNING
    assert status_of(facts, midnight) == Status.FINISHED


def test_days_without_clock_run_from_midnight_to_midnight() -> None:
    facts = Facts(starts_at=None, ends_at=None, end_on=date(2026, 12, 5), zone_name="Asia/Jayapura")

    assert begins(facts) == datetime(2026, 12, 2, 15, 0, tzinfo=UTC)
    assert ends(facts) == datetime(2026, 12, 5, 15, 0, tzinfo=UTC)


def test_registration_ends_at_the_start_and_never_after_the_end() -> None:
    assert registration_ends(Facts()) == START
    assert registration_ends(Facts(registration_closes_at=END - HOUR)) == END - HOUR
    assert registration_ends(Facts(registration_closes_at=END + HOUR)) == END


def test_registration_stays_open_during_the_event_where_recorded() -> None:
    facts = Facts(registration_closes_at=END)

    assert status_of(facts, START) == Status.RUNNING
    assert accepts_registrations(facts, START)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(quota=1, taken_count=1), True),
        (Facts(quota=1, taken_count=1, keeps_waiting_list=False), False),
        (Facts(state="postponed"), False),
        (Facts(registration_open=False), False),
    ],
)
def test_a_full_event_takes_registrations_while_it_keeps_a_waiting_list(facts: Facts, expected: bool) -> None:
    assert accepts_registrations(facts, START - HOUR) is expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [("draft", Status.DRAFT), ("archived", Status.ARCHIVED), ("published", Status.FINISHED)],
)
def test_the_desk_knows_drafts_and_the_archive(state: str, expected: Status) -> None:
    assert desk_status_of(Facts(state=state), END + HOUR) == expected
