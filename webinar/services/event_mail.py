"""Mails to everybody who registered for an event, about what has become of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import JSON, Text, cast, insert, literal, select

from webinar.adapters import queue
from webinar.adapters.links import settings
from webinar.core.announcement import (
    Announcement,
    Happening,
    Schedule,
    read_announcement,
    read_announcements,
    write_announcement,
)
from webinar.core.calendar.description import time_lines
from webinar.core.indonesian.dates import long_range
from webinar.core.states import RegistrationState
from webinar.core.zones import zone_of
from webinar.db import Transaction, UtcDateTime
from webinar.models import Event, OutboxMail, Registration

KINDS = {
    Happening.RESCHEDULED: "event_rescheduled",
    Happening.POSTPONED: "event_postponed",
    Happening.CANCELLED: "event_cancelled",
    Happening.REINSTATED: "event_reinstated",
}


def post_event_mails(tx: Transaction, event: Event, announcement: Announcement, *, now: datetime) -> int:
    """Queue a mail to everybody with a seat or in line, by one statement; returns how many.

    Where another event of the series takes the registrations, they are found there, besides those made here
    before it did.
    """
    unique, domain = uuid4().hex, settings().mail_from.rpartition("@")[2]
    facts = {"event_id": event.id, "announcement": write_announcement(announcement)}
    recipients = select(
        literal(KINDS[announcement.what]),
        Registration.email,
        Registration.id,
        literal(facts, JSON),
        literal(f"<{unique}-") + cast(Registration.id, Text) + literal(f"@{domain}>"),
        literal(now, UtcDateTime),
        literal(now, UtcDateTime),
    ).where(
        Registration.event_id.in_((event.id, event.registers_with_id)),
        Registration.state != RegistrationState.CANCELLED,
    )
    in_order = recipients.order_by(Registration.id)
    columns = ["kind", "to", "registration_id", "facts", "message_id", "due_at", "created_at"]
    done = tx.execute(
        insert(OutboxMail).from_select(columns, in_order).execution_options(preserve_rowcount=True)
    )
    tx.after_commit(queue.nudge)
    return done.rowcount


def is_superseded(event: Event, stored: Mapping[str, Any]) -> bool:
    """Whether something newer was told of the event since: nobody gets yesterday's news after today's."""
    told_at = read_announcement(stored).at
    return any(newer.at > told_at and newer.told_count for newer in read_announcements(event.announcements))


def announcement_facts(stored: Mapping[str, Any]) -> dict[str, object]:
    """What a mail says of the change that caused it: the reason, both times in three zones."""
    announcement = read_announcement(stored)
    return {
        "reason": announcement.reason,
        "day": long_range(announcement.now.start_on, announcement.now.end_on or announcement.now.start_on),
        "was_lines": _lines(announcement.was),
        "time_lines": _lines(announcement.now),
    }


def _lines(schedule: Schedule) -> str:
    start: datetime | date = schedule.starts_at or schedule.start_on
    lines = time_lines(start, schedule.ends_at, zone_of(schedule.zone_name))
    if schedule.end_on is None or schedule.starts_at is not None:
        return lines
    return f"{long_range(schedule.start_on, schedule.end_on)}\nWaktu belum ditentukan"
