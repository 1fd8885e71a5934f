"""What is told of an event's state: one word, worked out from the record and the clock."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol

from webinar.core.states import EventState
from webinar.core.zones import zone_of


class Status(StrEnum):
    """The states a reader is shown, with the words of the glossary in the interface."""

    DRAFT = "draft"  # on the desk only, like ARCHIVED
    ARCHIVED = "archived"
    SCHEDULED = "scheduled"  # published, no registration offered
    OPEN = "open"
    CLOSED = "closed"
    FULL = "full"
    RUNNING = "running"
    FINISHED = "finished"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Times(Protocol):
    """The columns of an event that say when it is; any row or record that has them will do."""

    @property
    def start_on(self) -> date: ...
    @property
    def end_on(self) -> date | None: ...
    @property
    def starts_at(self) -> datetime | None: ...
    @property
    def ends_at(self) -> datetime | None: ...
    @property
    def zone_name(self) -> str: ...


class Timetable(Times, Protocol):
    """The columns of an event that its status depends on."""

    @property
    def state(self) -> str: ...
    @property
    def registration_open(self) -> bool: ...
    @property
    def registration_closes_at(self) -> datetime | None: ...
    @property
    def quota(self) -> int | None: ...
    @property
    def taken_count(self) -> int: ...
    @property
    def keeps_waiting_list(self) -> bool: ...


class Registering(Timetable, Protocol):
    """The columns of an event that registering depends on.

    ``registration_until`` is the last start of the other events whose registrations this one takes, of those
    that take place; None where there are none.
    """

    @property
    def registration_until(self) -> datetime | None: ...


def begins(event: Times) -> datetime:
    """The first instant; local midnight of the first day where no clock time is known."""
    return event.starts_at or _midnight(event.start_on, event.zone_name)


def ends(event: Times) -> datetime:
    """The instant it is over; with an open end the midnight after its last day, in the organiser's zone."""
    if event.ends_at is not None:
        return event.ends_at
    return _midnight((event.end_on or event.start_on) + timedelta(days=1), event.zone_name)


def registration_ends(event: Registering) -> datetime:
    """When registration closes: as recorded, else at the start; never later than the end of the event.

    Where others register with it, at the start of the last one that takes place.
    """
    own, until = _own_registration_ends(event), event.registration_until
    if until is None:
        return own
    last = min(event.registration_closes_at or until, until)
    return max(own, last) if event.state == EventState.PUBLISHED else last


def takes_place(event: Registering, now: datetime) -> bool:
    """Whether the event, or another one that registers with it, is still to come or running."""
    is_public = event.state == EventState.PUBLISHED
    return (is_public and now < ends(event)) or (_has_others(event) and now < _last_start(event))


def offers_registration(event: Registering) -> bool:
    """Whether its state allows registrations; where others remain that register with it, they are taken
    though the event itself was cancelled or postponed."""
    return event.state == EventState.PUBLISHED or _has_others(event)


def _has_others(event: Registering) -> bool:
    return event.registration_until is not None and event.state != EventState.DRAFT


def _last_start(event: Registering) -> datetime:
    return event.registration_until or begins(event)


def _own_registration_ends(event: Timetable) -> datetime:
    return min(event.registration_closes_at or begins(event), ends(event))


def is_full(event: Timetable) -> bool:
    return event.quota is not None and event.taken_count >= event.quota


def accepts_registrations(event: Registering, now: datetime) -> bool:
    """Whether somebody may register now, be it for a seat or for the waiting list."""
    return (
        offers_registration(event)
        and event.registration_open
        and now < registration_ends(event)
        and (event.keeps_waiting_list or not is_full(event))
    )


def status_of(event: Timetable, now: datetime) -> Status:
    """The one word for now. Cancelled and postponed come first, then the clock, then registration."""
    if event.state == EventState.CANCELLED:
        return Status.CANCELLED
    if event.state == EventState.POSTPONED:
        return Status.POSTPONED  # whatever its old date: it has not taken place
    if now >= ends(event) or event.state == EventState.ARCHIVED:
        return Status.FINISHED
    if now >= begins(event):
        return Status.RUNNING
    return _registration_status(event, now)


def desk_status_of(event: Timetable, now: datetime) -> Status:
    """The word on the desk, which knows drafts and the archive as well."""
    if event.state == EventState.DRAFT:
        return Status.DRAFT
    return Status.ARCHIVED if event.state == EventState.ARCHIVED else status_of(event, now)


def _registration_status(event: Timetable, now: datetime) -> Status:
    if not event.registration_open:
        return Status.CLOSED if event.registration_closes_at or event.quota is not None else Status.SCHEDULED
    if now >= _own_registration_ends(event):
        return Status.CLOSED
    return Status.FULL if is_full(event) else Status.OPEN


def _midnight(day: date, zone_name: str) -> datetime:
    return datetime.combine(day, time(), zone_of(zone_name).info)
