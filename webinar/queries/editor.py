"""An event as its editor shows it: the record with all its rows, and each part as plain values for a form.

Values are what JSON holds, so that a form can carry what it was made from: days ``2026-03-05``, clock times
``13:00`` in the event's zone (``24:00`` is the end of the last day), lists, numbers, None for nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload, selectinload

from webinar.core.document.kinds import table
from webinar.core.document.model import InvitationLetter
from webinar.core.editor import FIELDS, ROW_FIELDS, Rows, Section
from webinar.core.errors import NotFound
from webinar.core.states import Part
from webinar.core.zones import Zone, local, zone_of
from webinar.db import db
from webinar.models import (
    Event,
    EventRole,
    EventSession,
    Membership,
    Office,
    ParticipantGroup,
    Picture,
    User,
)

Values = dict[str, Any]
ONE_DAY = timedelta(days=1)
PARTS = {part: number for number, part in enumerate(Part)}
MODELS: dict[Rows, type[EventRole] | type[EventSession] | type[ParticipantGroup]] = {
    Rows.PEOPLE: EventRole,
    Rows.SESSIONS: EventSession,
    Rows.GROUPS: ParticipantGroup,
}
COLUMNS = {
    Rows.LEGAL_BASIS: "legal_basis",
    Rows.PARTNERS: "co_organisers",
    Rows.COMMITTEE: "committee",
}


class Account(NamedTuple):
    id: int
    name: str


@dataclass(frozen=True)
class EditedEvent:
    """The event with people, sessions and groups loaded, the office that keeps it, and its poster."""

    event: Event
    office: Office | None
    poster: Picture | None

    @property
    def zone(self) -> Zone:
        return zone_of(self.event.zone_name)

    @property
    def is_attended(self) -> bool:
        """Whether somebody else organises what this office keeps."""
        is_ours = self.event.keeper_id in (None, self.event.organiser_id)
        return not is_ours and (self.office is None or self.office.name != self.event.organiser_name)


def edited_event(slug: str) -> EditedEvent:
    """In three selects, however many rows. Raises NotFound."""
    found = db.session.execute(
        select(Event, Office, Picture)
        .outerjoin(Office, Office.id == Event.keeper_id)
        .outerjoin(Picture, Picture.id == Event.poster_id)
        .where(Event.slug == slug)
        .options(joinedload(Event.sessions), selectinload(Event.roles), selectinload(Event.groups))
    ).unique()
    for row in found:
        return EditedEvent(*row)
    raise NotFound


def accounts_for(chain: str) -> list[Account]:
    """Active accounts with any role at the office of this chain or at one whose rights reach down to it."""
    offices = [int(id_) for id_ in chain.split("/") if id_]
    rows = db.session.execute(
        select(User.id, User.name)
        .join(Membership, Membership.user_id == User.id)
        .where(User.active, or_(Membership.office_id.in_(offices), Membership.office_id.is_(None)))
        .distinct()
        .order_by(User.name, User.id)
    )
    return [Account(*row) for row in rows]


# each part of the event as values


def section_values(event: Event, section: Section) -> Values:
    """What the section's own form shows."""
    if section == Section.TIME:
        return _time_values(event)
    if section == Section.REGISTRATION:
        return _registration_values(event)
    if section == Section.LETTER:
        letter = event.invitation_letter or {}
        return {name: letter.get(name) for name in table(InvitationLetter)}
    if section == Section.POSTER:
        return {"poster_id": event.poster_id}
    return {name: getattr(event, name) for name in FIELDS.get(section, {})}


def _time_values(event: Event) -> Values:
    zone = zone_of(event.zone_name)
    last = event.end_on or event.start_on
    return {
        "start_on": event.start_on.isoformat(),
        "end_on": event.end_on.isoformat() if event.end_on and event.end_on != event.start_on else None,
        "starts": clock_value(event.starts_at, zone, event.start_on),
        "ends": clock_value(event.ends_at, zone, last),
        "zone": zone.code,
        **{
            name: getattr(event, name)
            for name in ("mode", "platform", "live_stream", "venue", "meeting_link", "meeting_access")
        },
    }


def _registration_values(event: Event) -> Values:
    zone = zone_of(event.zone_name)
    closes = event.registration_closes_at
    return {
        "is_open": event.registration_open,
        "quota": event.quota,
        "keeps_waiting_list": event.keeps_waiting_list,
        "closes_on": local(closes, zone).date().isoformat() if closes else None,
        "closes": clock_value(closes, zone, None),
    }


def clock_value(instant: datetime | None, zone: Zone, day: date | None) -> str | None:
    """``13:00``; ``24:00`` for the midnight that ends the day."""
    if instant is None:
        return None
    wall = local(instant, zone)
    is_day_end = day is not None and wall.date() == day + ONE_DAY and (wall.hour, wall.minute) == (0, 0)
    return "24:00" if is_day_end else wall.strftime("%H:%M")


def rows_in_order(event: Event, rows: Rows) -> Sequence[Any]:
    """The rows as the editor lists them: people by part, speakers in running order."""
    if rows == Rows.PEOPLE:
        return sorted(event.roles, key=_place_of_role)
    if rows == Rows.SESSIONS:
        return sorted(event.sessions, key=lambda row: (session_day(event, row), row.number, row.id))
    if rows == Rows.GROUPS:
        return event.groups
    return list(getattr(event, COLUMNS[rows]))


def _place_of_role(role: EventRole) -> tuple[int, int, int, int]:
    running = role.session_order if role.session_order is not None else role.number
    return PARTS[Part(role.part)], running, role.number, role.id


def row_values(event: Event, rows: Rows, row: Any) -> Values:
    """What the form of one row shows."""
    if rows == Rows.SESSIONS:
        return _session_values(event, row)
    if rows in COLUMNS:
        return {name: row.get(name) for name in ROW_FIELDS[rows]}
    values = {name: getattr(row, name) for name in ROW_FIELDS[rows]}
    if rows == Rows.PEOPLE:
        values["session"] = next(
            (s.id for s in event.sessions if row.session is not None and s.order == row.session), None
        )
    return values


def _session_values(event: Event, row: EventSession) -> Values:
    zone = zone_of(event.zone_name)
    day = session_day(event, row)
    return {
        **{name: getattr(row, name) for name in ("name", "kind", "theme", "audience")},
        "day": (day - event.start_on).days + 1,
        "starts": clock_value(row.starts_at, zone, day),
        "ends": clock_value(row.ends_at, zone, day),
    }


def session_day(event: Event, row: EventSession) -> date:
    """The day a session is on: as recorded, else that of its start, else the first."""
    if row.day is not None:
        return event.start_on + ONE_DAY * (row.day - 1)
    if row.starts_at is not None:
        return local(row.starts_at, zone_of(event.zone_name)).date()
    return event.start_on
