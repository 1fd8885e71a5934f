"""What of an event wants somebody's hand now, as far as the record can tell at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from webinar.core.checklist import Item, Key, Phase
from webinar.core.states import EventState
from webinar.core.status import Timetable, begins, ends, is_full

DRAFT_LEAD = timedelta(days=14)  # a draft whose day is that near wants to be published
READY_LEAD = timedelta(days=7)  # what is published should be complete by then
AT_REST = frozenset({EventState.CANCELLED, EventState.ARCHIVED, EventState.POSTPONED})


class Need(StrEnum):
    DRAFT = "draft"  # its day comes, and nobody can see it
    LACKING = "lacking"  # something the day needs is missing
    IDLE_SEATS = "idle_seats"  # people wait though there are seats
    NEWS = "news"  # over, and nothing was published of it


@dataclass(frozen=True)
class Glance:
    """What an event has, without its whole document. ``is_own``: the office that keeps it organises it."""

    is_own: bool
    is_online: bool
    has_speaker: bool
    has_moderator: bool
    has_link: bool
    has_news: bool
    waiting_count: int


def need_of(event: Timetable, glance: Glance, now: datetime) -> Need | None:
    """The most urgent one."""
    if event.state in AT_REST:
        return None
    is_draft = event.state == EventState.DRAFT
    if now >= ends(event):
        return None if glance.has_news or is_draft else Need.NEWS
    left = begins(event) - now
    if is_draft:
        return Need.DRAFT if left <= DRAFT_LEAD else None
    if glance.waiting_count and not is_full(event):
        return Need.IDLE_SEATS
    return Need.LACKING if left <= READY_LEAD and lacking(event, glance) else None


def lacking(event: Timetable, glance: Glance) -> list[Item]:
    """What the day needs most and is not there, as the checklist calls it; of an event of one's own."""
    if not glance.is_own:
        return []
    has = {
        Key.START: event.starts_at is not None,
        Key.SPEAKERS: glance.has_speaker,
        Key.MODERATOR: glance.has_moderator,
        Key.LINK: glance.has_link or not glance.is_online,
    }
    return [Item(Phase.DAY, key, False) for key, is_there in has.items() if not is_there]
