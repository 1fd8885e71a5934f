"""What the privacy notice promises: personal data goes when its time is over."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, func, select, update
from sqlalchemy.orm import aliased

from webinar.adapters.links import settings
from webinar.core.states import EventState
from webinar.core.zones import WIB, local
from webinar.db import transaction
from webinar.models import Event, Registration

NEED_DAYS = 7  # what somebody needs on the day can tell of health: gone a week after
DAYS_A_MONTH = 31


def forget_registrations(*, now: datetime) -> int:
    """Delete the registrations of events that ended long enough ago, their mails too; returns how many.

    The counts of an event stay. Accessibility needs go a week after the event already. A registration for a
    whole series is kept until its last event is that long over.
    """
    today = local(now, WIB).date()
    kept_for = timedelta(days=settings().retention_months * DAYS_A_MONTH)
    with transaction() as tx:
        tx.session.execute(
            update(Registration)
            .where(
                Registration.accessibility_need.is_not(None), _of_events_before(today - timedelta(NEED_DAYS))
            )
            .values(accessibility_need=None)
            .execution_options(synchronize_session=False)
        )
        gone = tx.session.execute(
            delete(Registration)
            .where(_of_events_before(today - kept_for))
            .execution_options(synchronize_session=False)
        )
    _delete_mails_older_than(now - kept_for)
    return gone.rowcount  # type: ignore[attr-defined, no-any-return]


def _of_events_before(day: date):  # type: ignore[no-untyped-def]
    other = aliased(Event)
    later = exists().where(
        other.registers_with_id == Event.id,
        other.state.not_in((EventState.DRAFT, EventState.CANCELLED)),
        _last_day(other) >= day,
    )
    return Registration.event_id.in_(select(Event.id).where(_last_day(Event) < day, ~later))


def _last_day(event: Any) -> ColumnElement[date]:
    return func.coalesce(event.end_on, event.start_on)


def _delete_mails_older_than(instant: datetime) -> None:
    """Mails in the folder name people and hold their links, as long as no mail server is set."""
    folder: Path = settings().instance / "mail"
    for file in folder.glob("*.eml"):
        if file.stat().st_mtime < instant.timestamp():
            file.unlink(missing_ok=True)
