"""Events with seats, and people who want them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from webinar.core.registration import RegistrationData
from webinar.db import db, transaction
from webinar.models import Event, ParticipantGroup

NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
_numbers = count(1)


def an_event(**values: Any) -> int:
    """The id of a published event on 3 December 2026, 13.00–15.00 WIB, open for registration, 2 seats."""
    number = next(_numbers)
    defaults: dict[str, Any] = {
        "uid": f"uid-{number}",
        "slug": f"kegiatan-{number}",
        "title": "Webinar Layanan Informasi",
        "organiser_name": "KPU Kabupaten Bantul",
        "start_on": date(2026, 12, 3),
        "starts_at": datetime(2026, 12, 3, 6, 0, tzinfo=UTC),
        "ends_at": datetime(2026, 12, 3, 8, 0, tzinfo=UTC),
        "zone_name": "Asia/Jakarta",
        "registration_open": True,
        "quota": 2,
        "created_at": NOW,
        "changed_at": NOW,
    }
    with transaction() as tx:
        event = Event(**defaults | values)
        tx.session.add(event)
        tx.session.flush()
        return event.id


def a_group(event_id: int, **values: Any) -> int:
    """The id of a group of the event, with one seat unless told otherwise."""
    defaults: dict[str, Any] = {
        "event_id": event_id,
        "number": 1,
        "kind": "open",
        "label": "umum",
        "quota": 1,
    }
    with transaction() as tx:
        group = ParticipantGroup(**defaults | values)
        tx.session.add(group)
        tx.session.flush()
        return group.id


def registrant(**values: Any) -> RegistrationData:
    """Somebody nobody else is."""
    number = next(_numbers)
    defaults: dict[str, Any] = {
        "full_name": "Ma'ruf Hidayat",
        "email": f"peserta{number}@example.com",
        "institution": "KPU Kota Ternate",
        "submission_key": f"key-{number}",
    }
    return RegistrationData(**defaults | values)


def seats(event_id: int) -> tuple[int, int]:
    """Seats taken and people waiting, as the counters say."""
    db.session.rollback()
    event = db.session.get_one(Event, event_id)
    return event.taken_count, event.waiting_count
