"""What is copied of an event besides its document."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import select

from webinar.core.copy import CopyPart, record_fields
from webinar.core.errors import NotFound
from webinar.db import db
from webinar.models import Event, ParticipantGroup, Picture, User


def record_values(event_id: int, parts: Collection[CopyPart]) -> dict[str, Any]:
    """The event's values of these parts, ``group_quotas`` in the order of the groups. Raises NotFound."""
    columns = [getattr(Event, name) for name in record_fields(parts)]
    row = db.session.execute(select(Event.id, *columns).where(Event.id == event_id)).one_or_none()
    if row is None:
        raise NotFound
    values = {name: value for name, value in row._mapping.items() if name != "id"}
    if {CopyPart.REGISTRATION, CopyPart.AUDIENCE} <= set(parts):
        quotas = select(ParticipantGroup.quota).where(ParticipantGroup.event_id == event_id)
        values["group_quotas"] = list(db.session.scalars(quotas.order_by(ParticipantGroup.number)))
    return values


def has_picture(picture_id: int | None) -> bool:
    return picture_id is not None and db.session.get(Picture, picture_id) is not None


def has_account(user_id: int | None) -> bool:
    return user_id is not None and db.session.get(User, user_id) is not None
