"""Mails are rows, written in the transaction of what causes them; a worker sends them afterwards.

A worker claims a row by moving its ``due_at`` ahead: if it dies, the row comes back by itself. The Message-ID
is the row's own, so a mail sent again after such a death can be recognised.
"""

from __future__ import annotations

import logging
import time
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import uuid4

from sqlalchemy import bindparam, delete, insert, select, update

from webinar.adapters import queue
from webinar.adapters.links import absolute, registration_token, settings
from webinar.adapters.mail.compose import compose
from webinar.adapters.mail.transport import Disconnected, Refused, Transport, Unavailable, open_transport
from webinar.core.calendar.description import time_lines
from webinar.core.states import EventState, MailState
from webinar.core.zones import zone_of
from webinar.db import Transaction, transaction
from webinar.models import Event, OutboxMail
from webinar.queries.outbox import has_due, registration_facts
from webinar.queries.series import further_dates
from webinar.services.account_mail import account_facts
from webinar.services.event_mail import announcement_facts, is_superseded

log = logging.getLogger(__name__)

CLAIM = timedelta(minutes=10)
FIRST_DELAY = timedelta(minutes=1)
LONGEST_DELAY = timedelta(hours=6)
LONGEST_RUN_SECONDS = 300
MOST_ATTEMPTS = 16  # about two days


_QUEUE = insert(OutboxMail)


def post_registration_mail(
    tx: Transaction, kind: str, *, registration_id: int, to: str, now: datetime
) -> None:
    """Queue one mail to a registrant. ``kind`` names its template in ``templates/mail/``."""
    _queue(tx, kind, to, now, registration_id=registration_id)


def post_account_mail(tx: Transaction, kind: str, *, to: str, facts: dict[str, Any], now: datetime) -> None:
    """Queue one mail about an account, and wake the worker once all is stored.

    ``facts`` is what JSON holds, and never a secret: links are made when the mail is sent
    (``services.account_mail``).
    """
    _queue(tx, kind, to, now, facts=facts)
    tx.after_commit(queue.nudge)


def _queue(tx: Transaction, kind: str, to: str, now: datetime, **about: object) -> None:
    domain = settings().mail_from.rpartition("@")[2]
    message_id = f"<{uuid4()}@{domain}>"
    tx.execute(_QUEUE, kind=kind, to=to, message_id=message_id, due_at=now, created_at=now, **about)


def deliver_due(*, now: datetime) -> int:
    """Send all mails that are due, oldest first; returns how many left the house.

    A server that closes the connection after some mails is called again, as long as each call sends any.
    """
    sent = 0
    end = time.monotonic() + LONGEST_RUN_SECONDS  # well within CLAIM, so that no claim runs out here
    try:
        while has_due(now) and (count := _deliver_over_one_connection(now, end)) > 0:
            sent += count
    except Unavailable as error:
        log.warning("the mail server does not answer, mails wait: %s", error)
    return sent


def _deliver_over_one_connection(now: datetime, end: float) -> int:
    sent = 0
    with open_transport() as transport:
        while time.monotonic() < end and (mail := _claim(now)) is not None:
            try:
                sent += _deliver(mail, transport, now)
            except Disconnected as error:
                if sent:
                    _note(mail.id, due_at=now, attempts=mail.attempts - 1)  # as if it had not been tried
                else:
                    _postpone(mail, str(error), now)
                break
    return sent


class ClaimedMail(NamedTuple):
    """A mail that is this worker's to send, until CLAIM has passed."""

    id: int
    kind: str
    to: str
    message_id: str
    registration_id: int | None
    facts: dict[str, Any] | None
    attempts: int  # this one included


_FIRST_DUE = (
    select(OutboxMail.id)
    .where(OutboxMail.state == MailState.QUEUED, OutboxMail.due_at <= bindparam("now"))
    .order_by(OutboxMail.due_at, OutboxMail.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_CLAIM_FIRST_DUE = (
    update(OutboxMail)
    .where(OutboxMail.id == _FIRST_DUE.scalar_subquery())
    .values(due_at=bindparam("claimed_until"), attempts=OutboxMail.attempts + 1)
    .returning(*(getattr(OutboxMail, name) for name in ClaimedMail._fields))
)


def _claim(now: datetime) -> ClaimedMail | None:
    """Take for CLAIM the mail that has waited longest beyond its time; two workers take different ones."""
    with transaction() as tx:
        row = tx.execute(_CLAIM_FIRST_DUE, now=now, claimed_until=now + CLAIM).one_or_none()
        return None if row is None else ClaimedMail._make(row)


def _deliver(mail: ClaimedMail, transport: Transport, now: datetime) -> int:
    try:
        facts = _facts(mail, now)
        if facts is None:
            _drop(mail.id)
            return 0
        transport.send(compose(mail.kind, facts, to=mail.to, message_id=mail.message_id, at=now))
    except Disconnected:
        raise
    except Refused as error:
        _note(mail.id, state=MailState.FAILED, error=str(error))
        return 0
    except Unavailable as error:
        _postpone(mail, str(error), now)
        return 0
    except Exception as error:  # a defect in one mail must not hold up the others
        log.exception("mail %s could not be made", mail.id)
        _postpone(mail, repr(error), now)
        return 0
    _note(mail.id, state=MailState.SENT, sent_at=now, error=None)
    return 1


def _facts(mail: ClaimedMail, now: datetime) -> dict[str, object] | None:
    """What the template says; None when the mail has nothing to say any more."""
    if mail.registration_id is None:
        return account_facts(mail.kind, mail.to, mail.facts or {}, now=now)
    told = mail.facts or {}
    facts = registration_facts(mail.registration_id, told.get("event_id"))
    token = registration_token(facts.registration.submission_key)
    event = facts.event
    if "announcement" in told and is_superseded(event, told["announcement"]):
        return None
    return {
        "registration": facts.registration,
        "event": event,
        "time_lines": time_lines(event.starts_at or event.start_on, event.ends_at, zone_of(event.zone_name)),
        "position": facts.position,
        "further_dates": _further_dates(event),
        "personal_link": absolute(f"/pendaftaran/{token}"),
        "event_link": absolute(f"/kegiatan/{event.slug}"),
        **(announcement_facts(told["announcement"]) if "announcement" in told else {}),
    }


def _further_dates(event: Event) -> list[str]:
    """When else the registration holds: the other dates of a series with one registration for all."""
    if event.event_series_id is None:
        return []
    return [
        time_lines(line.starts_at or line.start_on, line.ends_at, zone_of(line.zone_name))
        for line in further_dates(event.id)
        if line.state == EventState.PUBLISHED
    ]


def _drop(mail_id: int) -> None:
    with transaction() as tx:
        tx.execute(delete(OutboxMail).where(OutboxMail.id == bindparam("dropped")), dropped=mail_id)


def _postpone(mail: ClaimedMail, error: str, now: datetime) -> None:
    """Try again later, ever less often, until MOST_ATTEMPTS."""
    if mail.attempts >= MOST_ATTEMPTS:
        _note(mail.id, state=MailState.FAILED, error=error)
        return
    delay = min(FIRST_DELAY * 2 ** (mail.attempts - 1), LONGEST_DELAY)
    _note(mail.id, due_at=now + delay, error=error)


_NOTE = update(OutboxMail).where(OutboxMail.id == bindparam("noted"))


def _note(mail_id: int, **values: object) -> None:
    with transaction() as tx:
        tx.execute(_NOTE, noted=mail_id, **values)


def retry_failed(*, now: datetime) -> int:
    """Put all mails that were given up back into the queue, to be tried as if for the first time."""
    with transaction() as tx:
        done = tx.session.execute(
            update(OutboxMail)
            .where(OutboxMail.state == MailState.FAILED)
            .values(state=MailState.QUEUED, attempts=0, due_at=now)
        )
        tx.after_commit(queue.nudge)
    return done.rowcount  # type: ignore[attr-defined, no-any-return]
