"""What is copied of an event besides its document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select

from webinar.core.copy import CopyPart, record_fields
from webinar.core.errors import NotFound
from webinar.db import db
from webinar.models import Event, EventRole, ParticipantGroup, Person, Picture, User

GROUP_NAMES = ("label", "positions", "units", "members", "scope")
"""What a group is known by among those of an event."""


def record_values(event_id: int, parts: Collection[CopyPart]) -> dict[str, Any]:
    """The event's values of these parts that no document tells, as JSON holds them. Raises NotFound.

    Besides columns: ``people``, whom of the directory the roles are, by part and place in it; ``groups``,
    which are open to everybody and how many seats each has.
    """
    columns = [getattr(Event, name) for name in record_fields(parts)]
    row = db.session.execute(select(Event.id, *columns).where(Event.id == event_id)).one_or_none()
    if row is None:
        raise NotFound
    values = {name: value for name, value in row._mapping.items() if name != "id"}
    if CopyPart.PEOPLE in parts:
        values["people"] = _people(event_id)
    if CopyPart.AUDIENCE in parts:
        values["groups"] = _groups(event_id, with_quotas=CopyPart.REGISTRATION in parts)
    return values


def _people(event_id: int) -> list[tuple[str, int, int]]:
    roles = select(EventRole.part, EventRole.person_id).where(EventRole.event_id == event_id)
    places: Counter[str] = Counter()
    people = []
    for part, person_id in db.session.execute(roles.order_by(EventRole.number, EventRole.id)):
        if person_id is not None:
            people.append((part, places[part], person_id))
        places[part] += 1
    return people


def _groups(event_id: int, *, with_quotas: bool) -> list[dict[str, Any]]:
    groups = select(ParticipantGroup).where(ParticipantGroup.event_id == event_id)
    return [
        {
            **{name: getattr(group, name) for name in GROUP_NAMES},
            "kind": group.kind,
            **({"quota": group.quota} if with_quotas else {}),
        }
        for group in db.session.scalars(groups.order_by(ParticipantGroup.number))
    ]


def people_there_are(values: Mapping[str, Any]) -> dict[tuple[str, int], int]:
    """The ``people`` of ``record_values`` who are still in the directory."""
    chosen = {(part, place): person_id for part, place, person_id in values.get("people", [])}
    there = set(db.session.scalars(select(Person.id).where(Person.id.in_(set(chosen.values())))))
    return {place: person_id for place, person_id in chosen.items() if person_id in there}


def has_picture(picture_id: int) -> bool:
    return db.session.get(Picture, picture_id) is not None


def has_account(user_id: int) -> bool:
    return db.session.get(User, user_id) is not None
