"""What follows from a change of an event, in its transaction: the one place where more may join."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from webinar.core.announcement import (
    Announcement,
    Happening,
    Standing,
    announced,
    happening,
    read_announcements,
    schedule_of,
    write_announcement,
)
from webinar.core.states import EventState
from webinar.core.status import ends
from webinar.db import Transaction
from webinar.models import Event
from webinar.services.event_mail import post_event_mails
from webinar.services.registration import promote_from_waiting_list
from webinar.services.series_registration import settle_leader


def standing_of(event: Event) -> Standing:
    """State and time as they are now; taken before a change and after it."""
    return Standing(EventState(event.state), schedule_of(event))


def follow_change(
    tx: Transaction, event: Event, was: Standing, *, reason: str | None, now: datetime
) -> Announcement | None:
    """Called for every change of an event, under its lock, with the change flushed and counted.

    What the public must know is announced on the event's pages and mailed to everybody who registered, and
    an event that takes place again gives free seats to those who wait. The event of a series that takes the
    registrations of this one learns how long it does. Returns what was announced.
    """
    if event.registers_with_id is not None:
        settle_leader(tx, event.registers_with_id)
    what = happening(was, standing_of(event), now=now)
    if what is None:
        return None
    made = Announcement(what, now, reason, was.schedule, schedule_of(event))
    if now < ends(event) or event.state != EventState.PUBLISHED:  # no late news of what is over
        made = replace(made, told_count=post_event_mails(tx, event, made, now=now))
    kept = announced(read_announcements(event.announcements), made)
    event.announcements = [write_announcement(one) for one in kept]
    tx.session.flush()
    if what in (Happening.RESCHEDULED, Happening.REINSTATED):
        promote_from_waiting_list(tx, event.id, now=now)
    return made
