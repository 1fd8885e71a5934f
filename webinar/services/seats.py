"""How an event takes registrations: open or closed, how many seats, a waiting list or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import update

from webinar.adapters import queue
from webinar.db import transaction
from webinar.models import Event, ParticipantGroup
from webinar.queries.registration import lock_event
from webinar.services.registration import promote_from_waiting_list


@dataclass(frozen=True)
class RegistrationTerms:
    """``quota`` None is no limit; ``closes_at`` None closes at the start. Groups not named keep theirs."""

    is_open: bool
    quota: int | None = None
    keeps_waiting_list: bool = True
    closes_at: datetime | None = None
    group_quotas: Mapping[int, int | None] = field(default_factory=dict)


def set_registration_terms(event_id: int, terms: RegistrationTerms, *, now: datetime) -> int:
    """Set them; seats that become free go to those who wait, in order. Returns how many were given.

    A quota below the seats taken takes nobody's seat: it only stops new ones. Raises NotFound.
    """
    with transaction() as tx:
        lock_event(event_id)
        tx.session.execute(
            update(Event)
            .where(Event.id == event_id)
            .values(
                registration_open=terms.is_open,
                quota=terms.quota,
                keeps_waiting_list=terms.keeps_waiting_list,
                registration_closes_at=terms.closes_at,
                version=Event.version + 1,  # the page shows all of this
            )
        )
        for group_id, quota in terms.group_quotas.items():
            tx.session.execute(
                update(ParticipantGroup)
                .where(ParticipantGroup.id == group_id, ParticipantGroup.event_id == event_id)
                .values(quota=quota)
            )
        promoted = promote_from_waiting_list(tx, event_id, now=now)
        tx.after_commit(queue.nudge)
    return promoted
