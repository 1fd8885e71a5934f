"""Registering, changing and cancelling a seat. Each is one transaction under the event's lock."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, insert, update
from sqlalchemy.exc import IntegrityError

from webinar.adapters import queue
from webinar.adapters.links import registration_token, token_digest
from webinar.core.errors import AlreadyCancelled, AlreadyRegistered, NotFound, QuotaFull, RegistrationClosed
from webinar.core.registration import PRIVACY_NOTICE_VERSION, RegistrationData, email_key
from webinar.core.search import registration_key, search_key
from webinar.core.seats import Seat, SeatSituation, decide
from webinar.core.states import RegistrationState
from webinar.core.status import offers_registration, registration_ends, takes_place
from webinar.db import Transaction, transaction
from webinar.models import Event, ParticipantGroup, Registration
from webinar.queries import registration as query
from webinar.queries.outbox import has_mail_since
from webinar.services.outbox import post_registration_mail
from webinar.services.registration_term import index_registration, index_registration_anew

# Constants, so that they are compiled once: these run while everybody else waits for the lock.
_ADD = insert(Registration)
_COUNT = (
    update(Event)
    .where(Event.id == bindparam("counted_event"))
    .values(
        taken_count=Event.taken_count + bindparam("taken"),
        waiting_count=Event.waiting_count + bindparam("waiting"),
        waiting_last=Event.waiting_last + bindparam("joined"),
    )
)
_COUNT_GROUP = (
    update(ParticipantGroup)
    .where(ParticipantGroup.id == bindparam("counted_group"))
    .values(taken_count=ParticipantGroup.taken_count + bindparam("taken"))
)


SETTLED = ("email", "submission_key", "group_id")  # what a registrant does not change afterwards
LINK_PAUSE = timedelta(hours=1)  # nobody's mailbox is filled by sending a form again and again


@dataclass(frozen=True)
class Registered:
    """The outcome: the personal link's token and whether a seat was given or the person waits."""

    token: str
    state: RegistrationState
    is_repeat: bool = False  # the same form had been sent before; nothing was changed


def register_participant(event_id: int, data: RegistrationData, *, now: datetime) -> Registered:
    """Give a seat or a place on the waiting list, with its mail, in one transaction.

    The same ``submission_key`` again answers like the first time, also when the event has filled up since;
    what was corrected in between is taken over. Raises NotFound, RegistrationClosed (also for an event of a
    series whose registrations another one takes), QuotaFull, AlreadyRegistered.
    """
    try:
        with suppress(NoSeatAtOnce), transaction() as tx:
            return _take_seat(tx, event_id, data, now)
        with transaction() as tx:
            return _decide(tx, event_id, data, now)
    except (IntegrityError, QuotaFull, RegistrationClosed) as refusal:
        repeated = _answer_repeat(event_id, data, now)
        if repeated is not None:
            return repeated
        raise NotFound if isinstance(refusal, IntegrityError) else refusal from refusal


class NoSeatAtOnce(Exception):
    """Event or group have no room: what then happens is decided under the lock."""


def _take_seat(tx: Transaction, event_id: int, data: RegistrationData, now: datetime) -> Registered:
    """While there is room: everything is written first and the counters last.

    Everybody waits for the event's row, so it is held for the last two statements and the commit alone. The
    guards in these statements are the decision: a counter never passes its quota.
    """
    added = _add(tx, event_id, data, RegistrationState.CONFIRMED, None, now)
    row = tx.execute(query.TAKE_SEAT, counted_event=event_id).one_or_none()
    if row is None:
        raise NoSeatAtOnce
    _require_open(query.LockedEvent(*tuple(row)), now)
    if data.group_id is not None:
        group = tx.execute(query.TAKE_GROUP_SEAT, counted_group=data.group_id, counted_event=event_id)
        if group.one_or_none() is None:
            raise NoSeatAtOnce
    return added


def _decide(tx: Transaction, event_id: int, data: RegistrationData, now: datetime) -> Registered:
    """Under the event's lock: a seat, the waiting list or a refusal."""
    event = query.lock_event(event_id)
    _require_open(event, now)
    group = query.group_quota(event_id, data.group_id) if data.group_id is not None else None
    outcome = decide(SeatSituation(event.seats, group, event.keeps_waiting_list))
    has_seat = isinstance(outcome, Seat)
    state = RegistrationState.CONFIRMED if has_seat else RegistrationState.WAITING
    added = _add(tx, event_id, data, state, None if has_seat else event.waiting_last + 1, now)
    joined = int(not has_seat)
    _count(tx, event_id, data.group_id, taken=int(has_seat), waiting=joined, joined=joined)
    return added


def _add(
    tx: Transaction,
    event_id: int,
    data: RegistrationData,
    state: RegistrationState,
    waiting_number: int | None,
    now: datetime,
) -> Registered:
    """The row and its mail."""
    token = registration_token(data.submission_key)
    key = registration_key(data.full_name, data.institution, data.email)
    added = tx.execute(
        _ADD,
        search_key=key,
        institution_key=search_key(data.institution),
        event_id=event_id,
        state=state,
        waiting_number=waiting_number,
        email_key=email_key(data.email),
        token_digest=token_digest(token),
        privacy_notice_version=PRIVACY_NOTICE_VERSION,
        created_at=now,
        changed_at=now,
        **asdict(data),
    )
    kind = "registration_received" if state == RegistrationState.CONFIRMED else "registration_waiting"
    registration_id: int = added.inserted_primary_key[0]  # type: ignore[index]
    index_registration(tx, event_id, registration_id, key=key, region_code=data.region_code)
    post_registration_mail(tx, kind, registration_id=registration_id, to=data.email, now=now)
    tx.after_commit(queue.nudge)
    return Registered(token, state)


def _require_open(event: query.LockedEvent, now: datetime) -> None:
    is_taken_elsewhere = event.registers_with_id is not None
    is_late = now >= registration_ends(event)
    if is_taken_elsewhere or is_late or not event.registration_open or not offers_registration(event):
        raise RegistrationClosed


def _count(
    tx: Transaction, event_id: int, group_id: int | None, *, taken: int, waiting: int, joined: int = 0
) -> None:
    """Move the counters of event and group; relative, so that a stale value can never be written."""
    tx.execute(_COUNT, counted_event=event_id, taken=taken, waiting=waiting, joined=joined)
    if group_id is not None and taken:
        tx.execute(_COUNT_GROUP, counted_group=group_id, taken=taken)


def _post(tx: Transaction, kind: str, registration: Registration, now: datetime) -> None:
    post_registration_mail(tx, kind, registration_id=registration.id, to=registration.email, now=now)


def _answer_repeat(event_id: int, data: RegistrationData, now: datetime) -> Registered | None:
    """The same form once more is answered like the first time; an address that holds a seat gets its link."""
    earlier = query.registration_by_submission(data.submission_key)
    if earlier is not None and earlier.event_id == event_id:
        token, state = registration_token(data.submission_key), RegistrationState(earlier.state)
        if state != RegistrationState.CANCELLED and _differs(earlier, data):
            change_registration(token, data, now=now)
        return Registered(token, state, is_repeat=True)
    active = query.active_registration(event_id, email_key(data.email))
    if active is None:
        return None
    send_personal_link(active.id, now=now)
    raise AlreadyRegistered


def _differs(registration: Registration, data: RegistrationData) -> bool:
    told = asdict(data)
    return any(getattr(registration, name) != told[name] for name in told if name not in SETTLED)


def send_personal_link(registration_id: int, *, now: datetime) -> None:
    """Mail the personal link once more, to the address it belongs to; at most once in LINK_PAUSE."""
    with transaction() as tx:
        registration = tx.session.get(Registration, registration_id)
        if registration is None:
            raise NotFound
        if has_mail_since(registration_id, "registration_link", now - LINK_PAUSE):
            return
        _post(tx, "registration_link", registration, now)
        tx.after_commit(queue.nudge)


def change_registration(token: str, data: RegistrationData, *, now: datetime) -> None:
    """Replace what was told; address, group and seat stay. Raises NotFound, AlreadyCancelled."""
    with transaction() as tx:
        registration = query.registration_by_digest(token_digest(token))
        if registration.state == RegistrationState.CANCELLED:
            raise AlreadyCancelled
        for name, value in asdict(data).items():
            if name not in SETTLED:
                setattr(registration, name, value)
        registration.changed_at = now
        tx.session.flush()
        index_registration_anew(tx, registration)


def cancel_registration(token: str, *, now: datetime) -> None:
    """Give the seat back and to the first in line, once. Raises NotFound, AlreadyCancelled."""
    event_id = query.registration_by_digest(token_digest(token)).event_id
    with transaction() as tx:
        query.lock_event(event_id)
        registration = query.registration_by_digest(token_digest(token))
        if registration.state == RegistrationState.CANCELLED:
            raise AlreadyCancelled
        had_seat = int(registration.state == RegistrationState.CONFIRMED)
        registration.state = RegistrationState.CANCELLED
        registration.changed_at = now
        tx.session.flush()
        _count(tx, event_id, registration.group_id, taken=-had_seat, waiting=had_seat - 1)
        _post(tx, "registration_cancelled", registration, now)
        promote_from_waiting_list(tx, event_id, now=now)
        tx.after_commit(queue.nudge)


def _has_seat_to_give(event: query.LockedEvent, now: datetime) -> bool:
    return takes_place(event, now) and event.seats.has_room


def promote_from_waiting_list(tx: Transaction, event_id: int, *, now: datetime) -> int:
    """Give free seats to those who wait, in order, with their mails; returns how many were given.

    Nobody is told of a seat in an event that is over or does not take place, with all that register with it.
    """
    count = 0
    while _has_seat_to_give(query.lock_event(event_id), now):
        registration = query.next_waiting(event_id)
        if registration is None:
            break
        registration.state = RegistrationState.CONFIRMED
        registration.waiting_number = None
        registration.changed_at = now
        tx.session.flush()
        _count(tx, event_id, registration.group_id, taken=1, waiting=-1)
        _post(tx, "registration_promoted", registration, now)
        count += 1
    return count
