"""Rows of an event as ``event_part`` changes them: a person's part, a session, a group, a line of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from webinar.core.editor import SINGLE_PARTS, Rows, most_rows
from webinar.core.errors import NameHeld, PartTaken, PersonGone, RowHeld, RowsFull
from webinar.core.likeness import is_same_name
from webinar.core.people import full_name, post
from webinar.core.running_order import moved, place_by_time, resettled
from webinar.core.states import Part
from webinar.core.typed import stretch
from webinar.core.zones import zone_of
from webinar.db import Transaction
from webinar.models import Event, EventRole, EventSession, ParticipantGroup, Person
from webinar.queries.editor import ONE_DAY, rows_in_order, session_day
from webinar.queries.programme import count_notes
from webinar.services.event_section import typed
from webinar.services.person import link_people
from webinar.services.programme import assign

Values = Mapping[str, Any]


def require_room(event: Event, rows: Rows, values: Values) -> None:
    """Raises RowsFull, and PartTaken for a second person who opens or closes the event."""
    found = siblings(event, rows, values.get("part"))
    if len(found) >= most_rows(rows):
        raise RowsFull(most_rows(rows))
    if rows == Rows.PEOPLE and values["part"] in SINGLE_PARTS and found:
        first = found[0]
        raise PartTaken(
            full_name(first.name, first.title_prefix, first.title_suffix)
            or post(first.position, first.institution, first.acting)
        )


def siblings(event: Event, rows: Rows, part: str | None = None) -> Sequence[Any]:
    """The rows among which one has its place: of people, those with the same part."""
    found = rows_in_order(event, rows)
    return [row for row in found if row.part == part] if rows == Rows.PEOPLE else found


# people


def new_role(tx: Transaction, event: Event, values: Values, person_id: int | None) -> EventRole:
    """Behind the others of the part. Raises PersonGone."""
    role = EventRole(part=values["part"], number=0, session=session_order(event, values.get("session")))
    _put_last(event, role)
    assign(role, {name: value for name, value in values.items() if name != "session"})
    event.roles.append(role)
    _link(tx, role, person_id)
    return role


def change_role(
    tx: Transaction, event: Event, role: EventRole, changed: Values, person_id: int | None
) -> None:
    """Raises PersonGone, PartTaken, RowHeld where notes tell what somebody did in the old part, and NameHeld
    where they would become somebody else's; a name may be corrected all the same.
    """
    values = dict(changed)
    _require_same_person(tx, role, values.get("name", role.name), person_id)
    if "session" in values:
        values["session"] = session_order(event, values["session"])
    if values.get("part", role.part) != role.part:
        require_room(event, Rows.PEOPLE, values)
        if notes := count_notes(role.id):
            raise RowHeld(notes)
        role.part = values["part"]
        _put_last(event, role)
    assign(role, values)
    _link(tx, role, person_id)


def _require_same_person(tx: Transaction, role: EventRole, name: str | None, person_id: int | None) -> None:
    """Nobody's notes become another's: it is the same name in other letters, or what the directory calls
    this person."""
    if not role.name or name == role.name or (name and is_same_name(role.name, name)):
        return
    if person_id is not None and person_id == role.person_id:
        person = tx.session.get(Person, person_id)
        if person is not None and person.name == name:
            return
    if notes := count_notes(role.id):
        raise NameHeld(notes)


def _put_last(event: Event, role: EventRole) -> None:
    others = [other for other in event.roles if other.part == role.part and other is not role]
    role.number = max((other.number for other in others), default=-1) + 1
    is_speaker = role.part == Part.SPEAKER
    role.session_order = (
        max((other.session_order or 0 for other in others), default=0) + 1 if is_speaker else None
    )


def _link(tx: Transaction, role: EventRole, person_id: int | None) -> None:
    if person_id is not None:
        person = tx.session.get(Person, person_id)
        if person is None:
            raise PersonGone
        if person.name == role.name:
            role.person_id = person.id
            return
    link_people(tx, [role])


def settle_roles(roles: Sequence[EventRole]) -> None:
    """Number people of one part in this order; it is the running order of speakers as well."""
    for number, role in enumerate(roles):
        role.number = number
        if role.part == Part.SPEAKER:
            role.session_order = number + 1


# sessions


def session_order(event: Event, session_id: int | None) -> int | None:
    """What the record calls the session with this id, so that a speaker can name it; None if it is gone."""
    found = next((s for s in event.sessions if s.id == session_id), None)
    if found is not None and found.order is None:
        found.order = _next_order(event)
    return found.order if found else None


def free_order(event: Event, order: int | None) -> int | None:
    """This number of a session, or the next one where another session has it by now."""
    return _next_order(event) if any(s.order == order is not None for s in event.sessions) else order


def _next_order(event: Event) -> int:
    return max((s.order for s in event.sessions if s.order is not None), default=0) + 1


def new_session(event: Event, values: Values) -> EventSession:
    """In its place by its time among those of its day."""
    number = max((other.number for other in event.sessions), default=-1) + 1
    session = EventSession(number=number, order=_next_order(event))
    event.sessions.append(session)
    set_session(event, session, values, values)
    return session


def set_session(event: Event, session: EventSession, values: Values, changed: Values) -> None:
    """Bring the session to its values; one that begins elsewhere is put where its time belongs.

    Raises TypedUnfit for an end before the start.
    """
    same = ("name", "kind", "theme", "audience")
    assign(session, {name: values.get(name) for name in same if name in changed})
    if not changed.keys() & {"day", "starts", "ends"}:
        return
    if "day" in changed:
        session.day = values["day"]
    day = event.start_on + ONE_DAY * ((values.get("day") or 1) - 1)
    zone = zone_of(event.zone_name)
    span = stretch(day, None, typed(values.get("starts")), typed(values.get("ends")), zone)
    session.starts_at, session.ends_at = span.start, span.end
    if changed.keys() & {"day", "starts"}:
        _put_by_time(event, session)


def _put_by_time(event: Event, session: EventSession) -> None:
    day = session_day(event, session)
    rest = [row for row in rows_in_order(event, Rows.SESSIONS) if row is not session]
    same_day = [row for row in rest if session_day(event, row) == day]
    place = place_by_time([row.starts_at for row in same_day], session.starts_at)
    before = [row for row in rest if session_day(event, row) < day]
    settle_sessions(event, [*before, *same_day[:place], session, *rest[len(before) + place :]])


def settle_sessions(event: Event, sessions: Sequence[EventSession]) -> None:
    """Number the sessions in this order; speakers stay with theirs."""
    renamed: dict[int, int] = {}
    for number, session in enumerate(sessions):
        if session.order is not None:
            renamed[session.order] = number + 1
        session.number, session.order = number, number + 1
    for role in event.roles:
        if role.session in renamed:
            role.session = renamed[role.session]


def move_session_by(event: Event, session: EventSession, steps: int) -> None:
    """Among those of its day; where these follow each other in time, their clock times are exchanged."""
    ordered = list(rows_in_order(event, Rows.SESSIONS))
    day = session_day(event, session)
    same_day = [row for row in ordered if session_day(event, row) == day]
    first = ordered.index(same_day[0])
    order = moved(len(same_day), same_day.index(session), steps)
    slots = resettled([_slot(row) for row in same_day], order)
    after = [same_day[place] for place in order]
    for row, slot in zip(after, slots or (), strict=False):
        row.starts_at, row.ends_at = slot
    settle_sessions(event, [*ordered[:first], *after, *ordered[first + len(after) :]])


def _slot(session: EventSession) -> tuple[datetime, datetime] | None:
    if session.starts_at is None or session.ends_at is None:
        return None
    return session.starts_at, session.ends_at


def let_speakers_go(event: Event, session: EventSession) -> None:
    """Nobody speaks any longer in a session that is removed."""
    for role in event.roles:
        if session.order is not None and role.session == session.order:
            role.session = None


# groups


def new_group(event: Event, values: Values) -> ParticipantGroup:
    """Behind the other groups."""
    number = max((group.number for group in event.groups), default=-1) + 1
    group = ParticipantGroup(number=number, **values)
    event.groups.append(group)
    return group
