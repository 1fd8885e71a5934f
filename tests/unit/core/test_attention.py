from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from webinar.core.attention import Glance, Need, lacking, need_of
from webinar.core.checklist import Key

START = datetime(2026, 12, 3, 6, tzinfo=UTC)
COMPLETE = Glance(
    is_own=True,
    is_online=True,
    has_speaker=True,
    has_moderator=True,
    has_link=True,
    has_news=False,
    waiting_count=0,
)


@dataclass(frozen=True)
class Planned:
    state: str = "published"
    start_on: date = date(2026, 12, 3)
    end_on: date | None = None
    starts_at: datetime | None = START
    ends_at: datetime | None = START + timedelta(hours=2)
    zone_name: str = "Asia/Jakarta"
    registration_open: bool = True
    registration_closes_at: datetime | None = None
    quota: int | None = 10
    taken_count: int = 0
    keeps_waiting_list: bool = True


@pytest.mark.parametrize(
    ("event", "glance", "days_before", "need"),
    [
        (Planned(), COMPLETE, 1, None),
        (Planned(state="draft"), COMPLETE, 14, Need.DRAFT),
        (Planned(state="draft"), COMPLETE, 15, None),
        (Planned(state="draft"), COMPLETE, -1, None),
        (Planned(), replace(COMPLETE, has_link=False), 7, Need.LACKING),
        (Planned(), replace(COMPLETE, has_link=False), 8, None),
        (Planned(), replace(COMPLETE, has_link=False, is_online=False), 7, None),
        (Planned(), replace(COMPLETE, has_speaker=False, is_own=False), 7, None),
        (Planned(), replace(COMPLETE, waiting_count=2), 30, Need.IDLE_SEATS),
        (Planned(taken_count=10), replace(COMPLETE, waiting_count=2), 30, None),
        (Planned(), COMPLETE, -1, Need.NEWS),
        (Planned(), replace(COMPLETE, has_news=True), -1, None),
        (Planned(state="cancelled"), COMPLETE, -1, None),
        (Planned(state="postponed"), replace(COMPLETE, has_link=False), 1, None),
    ],
)
def test_the_most_urgent_need(event: Planned, glance: Glance, days_before: int, need: Need | None) -> None:
    assert need_of(event, glance, START - timedelta(days=days_before)) == need


def test_what_the_day_lacks_is_named_as_in_the_checklist() -> None:
    bare = replace(COMPLETE, has_speaker=False, has_moderator=False, has_link=False)

    assert [item.key for item in lacking(Planned(starts_at=None), bare)] == [
        Key.START,
        Key.SPEAKERS,
        Key.MODERATOR,
        Key.LINK,
    ]
