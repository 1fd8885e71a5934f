"""Saving one section of an event from a form, without overwriting what somebody else changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from webinar.adapters import queue
from webinar.core.access import Actor
from webinar.core.editor import ANNOUNCED, Section
from webinar.core.errors import DocumentInvalid, Problem, RegistrationClosed, TimeAnnounced
from webinar.core.merge import Conflict, Edit, merge
from webinar.core.states import EventState
from webinar.core.typed import TypedTime, stretch
from webinar.core.zones import Zone, local, zone_of
from webinar.db import Transaction
from webinar.models import Event, EventSession
from webinar.queries.editor import ONE_DAY, Values, section_values
from webinar.services.event_change import changing_event
from webinar.services.office import office_for
from webinar.services.programme import assign
from webinar.services.registration import promote_from_waiting_list

DAY_ENDS = time(23, 59)  # when registration closes on a day without a clock time


@dataclass(frozen=True)
class Saved:
    """What became of a form: the fields written, and those that somebody else changed as well."""

    written: frozenset[str]
    conflicts: Mapping[str, Conflict] = field(default_factory=dict)
    promoted_count: int = 0  # people from the waiting list who got a seat by it


def save_section(event_id: int, section: Section, edit: Edit, *, actor: Actor | None, now: datetime) -> Saved:
    """Write what the form changed and nobody else did; the rest is told back as conflicts.

    Values are those of ``queries.editor.section_values``. Raises NotFound; DocumentInvalid and TypedUnfit
    where the event would contradict itself; TimeAnnounced where days or times of an event that has been
    published would change; RegistrationClosed where another event of the series takes the registrations.
    """
    promoted = 0
    with changing_event(event_id, actor=actor, now=now) as (tx, event):
        theirs = section_values(event, section)
        merged = merge(edit, theirs)
        if merged.write:
            _WRITERS.get(section, _write_columns)(tx, event, theirs | merged.write, merged.write)
        if section == Section.REGISTRATION and merged.write:
            promoted = fill_seats(tx, event, now=now)
    return Saved(frozenset(merged.write), merged.conflicts, promoted)


def fill_seats(tx: Transaction, event: Event, *, now: datetime) -> int:
    """Give seats that became free to those who wait; returns how many. Within ``changing_event``."""
    tx.session.flush()
    tx.after_commit(queue.nudge)
    return promote_from_waiting_list(tx, event.id, now=now)


Writer = Callable[[Transaction, Event, Values, Values], None]


def _write_columns(_tx: Transaction, event: Event, _values: Values, changed: Values) -> None:
    assign(event, changed)


def _write_basics(tx: Transaction, event: Event, _values: Values, changed: Values) -> None:
    assign(event, changed)
    if name := changed.get("organiser_name"):
        event.organiser_id = office_for(tx, name, long_name=None, level=None).id
        event.organiser_long_name = event.organiser_level = None


def _write_letter(_tx: Transaction, event: Event, values: Values, _changed: Values) -> None:
    event.invitation_letter = values if any(values.values()) else None


def _write_registration(_tx: Transaction, event: Event, values: Values, _changed: Values) -> None:
    if event.registers_with_id is not None:
        raise RegistrationClosed
    event.registration_open = values["is_open"]
    event.quota = values["quota"]
    event.keeps_waiting_list = values["keeps_waiting_list"]
    event.registration_closes_at = _closing(values, zone_of(event.zone_name))


def _closing(values: Values, zone: Zone) -> datetime | None:
    if not values["closes_on"]:
        return None
    at = time.fromisoformat(values["closes"]) if values["closes"] else DAY_ENDS
    return datetime.combine(date.fromisoformat(values["closes_on"]), at, zone.info)


def _write_time(_tx: Transaction, event: Event, values: Values, changed: Values) -> None:
    if changed.keys() & set(ANNOUNCED):
        if event.state != EventState.DRAFT:
            raise TimeAnnounced
        _move(event, values, changed)
    assign(event, {name: value for name, value in changed.items() if name not in ANNOUNCED})


def _move(event: Event, values: Values, changed: Values) -> None:
    """Days, clock times and zone; the sessions come along, each at its clock time on its day of the event."""
    old_zone, old_start = zone_of(event.zone_name), event.start_on
    zone = zone_of(values["zone"])
    first, last = date.fromisoformat(values["start_on"]), _day(values["end_on"])
    if last and last < first:  # said before clock times of different days are compared
        problem = Problem("dates.end_date", f"tanggal {last}", f"tidak lebih awal dari {first}")
        raise DocumentInvalid([problem])
    if "zone" in changed:
        event.zone_name, event.tz_database, event.timezone = zone.name, zone.name, zone.code
    ends_next_day = _ends_past_its_days(event, old_zone) and "ends" not in changed
    span = stretch(
        first,
        (last or first) + ONE_DAY if ends_next_day else last,
        typed(values["starts"]),
        typed(values["ends"]),
        zone,
    )
    if event.registration_closes_at is not None:
        event.registration_closes_at += first - old_start  # as long before as it was, like a public event's
    event.start_on, event.end_on = first, last
    event.starts_at, event.ends_at = span.start, span.end
    for session in event.sessions:
        move_session(session, first - old_start, old_zone, zone)


def move_session(session: EventSession, days: timedelta, old: Zone, new: Zone) -> None:
    """The same clock times, some days later and told in another zone."""
    for name in ("starts_at", "ends_at"):
        instant = getattr(session, name)
        if instant is not None and (days or old is not new):
            wall = local(instant, old).replace(tzinfo=None) + days
            setattr(session, name, wall.replace(tzinfo=new.info))


def _ends_past_its_days(event: Event, zone: Zone) -> bool:
    """Whether an event of several days runs past midnight of its last day."""
    if event.ends_at is None or event.end_on is None or event.end_on == event.start_on:
        return False
    end = local(event.ends_at, zone)
    return end.date() == event.end_on + ONE_DAY and end.time() != time()


def typed(clock: str | None) -> TypedTime | None:
    """A clock time of a form's values."""
    if clock is None:
        return None
    if clock == "24:00":
        return TypedTime(time(), is_day_end=True)
    return TypedTime(time.fromisoformat(clock))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


_WRITERS: dict[Section, Writer] = {
    Section.BASICS: _write_basics,
    Section.TIME: _write_time,
    Section.REGISTRATION: _write_registration,
    Section.LETTER: _write_letter,
}
