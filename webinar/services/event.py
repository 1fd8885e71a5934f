"""Taking an event document into the record."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import uuid4

from webinar.core.access import Actor
from webinar.core.document.model import EventDocument
from webinar.core.history import Act
from webinar.core.slug import slug, unused
from webinar.db import Transaction, transaction
from webinar.models import Event
from webinar.queries.document import recorded_event, slugs_like
from webinar.queries.programme import is_keeper
from webinar.queries.snapshot import event_snapshot
from webinar.services.document import event_values
from webinar.services.event_change import record_event_change, times_of
from webinar.services.office import office_for
from webinar.services.programme import (
    NOBODY_CHOSEN,
    People,
    add_roles,
    assign,
    sync_groups,
    sync_roles,
    sync_sessions,
)
from webinar.services.report import sync_report

log = logging.getLogger(__name__)

IMPORTS = 0x7765_6269  # the key under which imports wait for each other
TIME = ("starts_at", "ends_at", "zone_name", "timezone", "tz_database")
MOST_SLUG = 90  # of the title; the date and a number come behind it


class Outcome(StrEnum):
    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class ImportResult:
    """The event and the report that the document was taken into."""

    slug: str
    outcome: Outcome
    event_id: int
    berita_id: int


def import_event(document: EventDocument, *, actor: Actor | None, now: datetime) -> ImportResult:
    """Create the event of a document and its report, or bring both to what the document says.

    All or nothing; the same document again changes nothing. The event's facts are changed by the document of
    its organiser, or of the office that recorded it first; another office's only adds what the event lacks
    (decision 0010). What others hold on to survives: people, sessions and groups are matched to the rows
    there are, and a row that is no longer named stays while registrations or another's notes need it.
    """
    with transaction() as tx:
        tx.alone(IMPORTS)
        event = recorded_event(document)
        before = event_snapshot(event.id) if event else {}
        times = times_of(event) if event else None
        if event is None:
            event = add_event(tx, document, keeper_id=_keeper_id(tx, document), now=now)
            event.registration_open = document.perspective == "organiser"  # else it has its own door
        elif is_keeper(event.id, document):
            bring_event(tx, event, document)
        else:
            _complete(tx, event, document)
        report, is_other = sync_report(tx, event, document, now=now)
        act = Act.CREATED if times is None else Act.CHANGED
        is_changed = record_event_change(tx, event, act, before=before, times=times, actor=actor, now=now)
    outcome = _outcome(is_new=times is None, is_changed=is_changed or is_other)
    log.info("event %s %s by %s", event.slug, outcome, actor.email if actor else "the command line")
    return ImportResult(event.slug, outcome, event.id, report.id)


def _outcome(*, is_new: bool, is_changed: bool) -> Outcome:
    if is_new:
        return Outcome.CREATED
    return Outcome.CHANGED if is_changed else Outcome.UNCHANGED


def add_event(
    tx: Transaction,
    document: EventDocument,
    *,
    keeper_id: int,
    people: People = NOBODY_CHOSEN,
    now: datetime,
) -> Event:
    """A new event of a document with its people, sessions and groups, registration closed.

    The caller says in which state it begins and writes it into the history (``record_event_change``).
    """
    wanted = _wanted_slug(document)
    event = _new_event(
        document,
        slug=unused(wanted, slugs_like(wanted)),
        organiser_id=_organiser_id(tx, document),
        keeper_id=keeper_id,
        now=now,
    )
    tx.session.add(event)
    _sync_programme(tx, event, document, people)
    tx.session.flush()
    return event


def add_events_like(
    tx: Transaction, event: Event, documents: Sequence[EventDocument], *, now: datetime
) -> list[Event]:
    """New events that differ from one just added in their days alone, in a handful of statements for all.

    The people are those found for that one. They reach the database with the caller's next flush.
    """
    people = {(role.part, role.number): role.person_id for role in event.roles if role.person_id}
    taken = slugs_like(_title_slug(event.title))
    made = []
    for document in documents:
        own = unused(_wanted_slug(document), taken)
        taken.add(own)
        other = _new_event(
            document, slug=own, organiser_id=event.organiser_id, keeper_id=event.keeper_id, now=now
        )
        _sync_programme(tx, other, document, people)
        made.append(other)
    tx.session.add_all(made)
    return made


def _new_event(
    document: EventDocument, *, slug: str, organiser_id: int | None, keeper_id: int | None, now: datetime
) -> Event:
    return Event(
        uid=document.uid or str(uuid4()),
        slug=slug,
        created_at=now,
        changed_at=now,
        organiser_id=organiser_id,
        keeper_id=keeper_id,
        **event_values(document),
    )


def bring_event(
    tx: Transaction,
    event: Event,
    document: EventDocument,
    people: People = NOBODY_CHOSEN,
    *,
    is_of_another: bool = False,
) -> None:
    """Bring the event's own values, people, sessions and groups to what the document says.

    Where it tells of another event (``is_of_another``), nobody with notes on this one is renamed or removed.
    """
    values = event_values(document)
    if event.organiser_name != document.organiser.name:
        values["organiser_id"] = _organiser_id(tx, document)
    assign(event, values)
    _sync_programme(tx, event, document, people, is_of_another=is_of_another)
    tx.session.flush()


def _complete(tx: Transaction, event: Event, document: EventDocument) -> None:
    """Add what the event lacks and change nothing; its time is taken as a whole or not at all."""
    values = event_values(document)
    if event.starts_at is not None or event.start_on != document.dates.start_date:
        values = {name: value for name, value in values.items() if name not in TIME}
    absent: tuple[object, ...] = (None, [], "")
    assign(event, {n: v for n, v in values.items() if getattr(event, n) in absent or n == "zone_name"})
    if not event.sessions:
        sync_sessions(event, document)
    if not event.groups:
        sync_groups(tx, event, document)
    add_roles(event, document)
    tx.session.flush()


def _sync_programme(
    tx: Transaction, event: Event, document: EventDocument, people: People, *, is_of_another: bool = False
) -> None:
    sync_sessions(event, document)
    sync_groups(tx, event, document)
    sync_roles(tx, event, document, people, is_of_another=is_of_another)


def _organiser_id(tx: Transaction, document: EventDocument) -> int:
    organiser = document.organiser
    return office_for(tx, organiser.name, long_name=organiser.long_name, level=organiser.level).id


def _keeper_id(tx: Transaction, document: EventDocument) -> int:
    """The office on whose desk the event lies: the one that organises it, else the one that reports."""
    if document.perspective == "organiser":
        return _organiser_id(tx, document)
    unit = document.reporting_unit
    return office_for(tx, unit.name, long_name=unit.long_name, level=unit.level, city=unit.city).id


def _wanted_slug(document: EventDocument) -> str:
    """The title and the first day in words; it never changes afterwards."""
    return f"{_title_slug(document.title)}-{document.dates.start_date.isoformat()}"


def _title_slug(title: str) -> str:
    return slug(title, most=MOST_SLUG, otherwise="kegiatan")
