"""How an event takes registrations: open or closed, how many seats, a waiting list or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import update

from webinar.adapters import queue
from webinar.core.access import Actor
from webinar.core.errors import RegistrationClosed
from webinar.models import ParticipantGroup
from webinar.services.event_change import changing_event
from webinar.services.registration import promote_from_waiting_list


@dataclass(frozen=True)
class RegistrationTerms:
    """``quota`` None is no limit; ``closes_at`` None closes at the start. Groups not named keep theirs."""

    is_open: bool
    quota: int | None = None
    keeps_waiting_list: bool = True
    closes_at: datetime | None = None
    group_quotas: Mapping[int, int | None] = field(default_factory=dict)


def set_registration_terms(
    event_id: int, terms: RegistrationTerms, *, actor: Actor | None, now: datetime
) -> int:
    """Set them; seats that become free go to those who wait, in order. Returns how many were given.

    A quota below the seats taken takes nobody's seat: it only stops new ones. Raises NotFound, and
    RegistrationClosed for an event of a series whose registrations another one takes.
    """
    with changing_event(event_id, actor=actor, now=now) as (tx, event):
        if event.registers_with_id is not None:
            raise RegistrationClosed
        event.registration_open = terms.is_open
        event.quota = terms.quota
        event.keeps_waiting_list = terms.keeps_waiting_list
        event.registration_closes_at = terms.closes_at
        for group_id, quota in terms.group_quotas.items():
            tx.session.execute(
                update(ParticipantGroup)
                .where(ParticipantGroup.id == group_id, ParticipantGroup.event_id == event_id)
                .values(quota=quota)
            )
        tx.session.flush()
        promoted = promote_from_waiting_list(tx, event_id, now=now)
        tx.after_commit(queue.nudge)
    return promoted
