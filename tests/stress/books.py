"""The books of an event: what the counters say and what the rows say must be the same at any time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select

from webinar.db import db
from webinar.models import Event, OutboxMail, ParticipantGroup, Registration


@dataclass(frozen=True)
class Books:
    taken: int
    waiting: int
    cancelled: int
    waiting_numbers: list[int]
    mails: dict[str, int]


def books(event_id: int) -> Books:
    """Counts the rows, and asserts that the counters of event and groups agree and nobody is in twice."""
    db.session.rollback()
    db.session.expire_all()
    event = db.session.get_one(Event, event_id)
    rows = db.session.scalars(select(Registration).where(Registration.event_id == event_id)).all()
    states = Counter(row.state for row in rows)
    active = [row.email_key for row in rows if row.state != "cancelled"]

    assert (event.taken_count, event.waiting_count) == (states["confirmed"], states["waiting"])
    assert len(active) == len(set(active))
    _assert_groups(event_id, rows)
    return Books(
        taken=states["confirmed"],
        waiting=states["waiting"],
        cancelled=states["cancelled"],
        waiting_numbers=sorted(row.waiting_number for row in rows if row.state == "waiting"),
        mails=_mails(event_id),
    )


def _assert_groups(event_id: int, rows: list[Registration]) -> None:
    seats = Counter(row.group_id for row in rows if row.state == "confirmed")
    groups = db.session.scalars(select(ParticipantGroup).where(ParticipantGroup.event_id == event_id)).all()
    assert {g.id: g.taken_count for g in groups} == {g.id: seats[g.id] for g in groups}
    assert all(g.quota is None or g.taken_count <= g.quota for g in groups)


def _mails(event_id: int) -> dict[str, int]:
    statement = (
        select(OutboxMail.kind, func.count())
        .join(Registration, OutboxMail.registration_id == Registration.id)
        .where(Registration.event_id == event_id)
        .group_by(OutboxMail.kind)
    )
    return {row.kind: row[1] for row in db.session.execute(statement)}
