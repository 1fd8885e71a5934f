"""What happens to events in the demo: a template, a series, one that was moved, one that was cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from webinar.core.announcement import schedule_of
from webinar.core.copy import ALL_PARTS
from webinar.core.series import Rule, series_days
from webinar.db import db
from webinar.models import Event
from webinar.queries.desk import desk_event
from webinar.services.copy import copy_event
from webinar.services.seats import RegistrationTerms, set_registration_terms
from webinar.services.series import create_series
from webinar.services.state import cancel_event, publish_event, reschedule_event
from webinar.services.template import save_template

WEEK = timedelta(days=7)


def load_lives(national_id: int, provincial_id: int, *, now: datetime) -> None:
    """From the first two events of the demo, by the same use cases as on the desk."""
    save_template(
        national_id,
        ALL_PARTS,
        name="Webinar nasional layanan informasi",
        office_id=_event(national_id).keeper_id or 0,
        actor=None,
        now=now,
    )
    first = _event(provincial_id).start_on
    clinic = _copied(provincial_id, "Klinik Informasi Pemilih", first + 3 * WEEK, now)
    moved = _copied(provincial_id, "Sosialisasi Pindah Memilih", first + 2 * WEEK, now)
    cancelled = _copied(provincial_id, "Simulasi Pemungutan Suara Daring", first + WEEK, now)
    for event_id in (clinic, moved, cancelled):
        publish_event(event_id, actor=None, now=now)
    create_series(
        clinic,
        series_days(Rule.WEEKLY, first + 3 * WEEK, 4),
        name="Klinik Informasi Pemilih",
        rule=Rule.WEEKLY,
        one_registration=True,
        actor=None,
        now=now,
    )
    set_registration_terms(clinic, RegistrationTerms(is_open=True, quota=40), actor=None, now=now)
    _moved_by_a_week(moved, now)
    reason = "Ruang rapat virtual dipakai untuk rapat koordinasi nasional."
    cancel_event(cancelled, reason, actor=None, now=now)


def _copied(event_id: int, title: str, day: date, now: datetime) -> int:
    event = _event(event_id)
    slug = copy_event(
        event_id,
        ALL_PARTS,
        title=title,
        start_on=day,
        keeper_id=event.keeper_id or 0,
        actor=None,
        now=now,
    )
    return desk_event(slug).id


def _moved_by_a_week(event_id: int, now: datetime) -> None:
    at = schedule_of(_event(event_id))
    wanted = replace(
        at,
        start_on=at.start_on + WEEK,
        starts_at=at.starts_at and at.starts_at + WEEK,
        ends_at=at.ends_at and at.ends_at + WEEK,
    )
    reschedule_event(event_id, wanted, "Narasumber bertugas di daerah.", actor=None, now=now)


def _event(event_id: int) -> Event:
    """As stored now; nothing of it is kept while others write."""
    event = db.session.get_one(Event, event_id)
    db.session.expunge(event)
    return event
