"""Writing the history: called by every use case that changes a thing, in its transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from webinar.core.access import Actor
from webinar.core.history import Act, Thing, differences, discreet, masked, part_names
from webinar.db import Transaction
from webinar.models import Change

Values = Mapping[str, Any]
NOTHING: Values = {}
PRIVATE = frozenset({Thing.PERSON, Thing.ACCOUNT, Thing.MEMBERSHIP, Thing.INVITATION})


def record_change(
    tx: Transaction,
    act: Act,
    thing: Thing,
    thing_id: int,
    *,
    title: str,
    office_id: int | None,
    actor: Actor | None,
    now: datetime,
    before: Values = NOTHING,
    after: Values = NOTHING,
    reason: str | None = None,
) -> bool:
    """Add a line with what differs; a plain change that changes nothing leaves none. Tells whether it did.

    ``before`` and ``after`` are snapshots (``queries.snapshot``) or any values by name. Passwords, tokens and
    passcodes are left out here, whatever is handed in, and contact data of people is masked.
    """
    before, after = _plain(before), _plain(after)
    fields = differences(before, after)
    if act == Act.CHANGED and not fields:
        return False
    names = part_names(fields, before, after)
    is_private = thing in PRIVATE
    tx.session.add(
        Change(
            at=now,
            actor_id=actor.user_id if actor else None,
            actor_name=actor.name if actor else None,
            thing=thing,
            thing_id=thing_id,
            title=(masked(title) if is_private and "@" in title else title)[:500],
            office_id=office_id,
            act=act,
            reason=reason,
            fields={
                path: [*pair, *filter(None, [names.get(_part(path))])]
                for path, pair in discreet(fields, hides_contact=is_private).items()
            },
        )
    )
    return True


def _part(path: str) -> str:
    """``roles.12`` of ``roles.12.position``."""
    return ".".join(path.split(".")[:2])


def _plain(value: Any) -> Any:
    """As JSON holds it."""
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value
