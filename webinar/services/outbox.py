"""Mails are rows, written in the transaction of what causes them; a worker sends them afterwards.

A worker claims a row by moving its ``due_at`` ahead: if it dies, the row comes back by itself. The Message-ID
is the row's own, so a mail sent again after such a death can be recognised.
"""

from __future__ import annotations

import logging
import time
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import insert, update

from webinar.adapters.links import absolute, registration_token, settings
from webinar.adapters.mail.compose import compose
from webinar.adapters.mail.transport import Refused, Transport, Unavailable, open_transport
from webinar.core.calendar.description import time_lines
from webinar.core.states import MailState
from webinar.core.zones import zone_of
from webinar.db import Transaction, transaction
from webinar.models import OutboxMail
from webinar.queries.outbox import next_due, registration_facts

log = logging.getLogger(__name__)

CLAIM = timedelta(minutes=10)
FIRST_DELAY = timedelta(minutes=1)
LONGEST_DELAY = timedelta(hours=6)
LONGEST_RUN_SECONDS = 300
MOST_ATTEMPTS = 12  # about two days


_QUEUE = insert(OutboxMail)


def post_registration_mail(
    tx: Transaction, kind: str, *, registration_id: int, to: str, now: datetime
) -> None:
    """Queue one mail to a registrant. ``kind`` names its template in ``templates/mail/``."""
    domain = settings().mail_from.rpartition("@")[2]
    tx.execute(
        _QUEUE,
        kind=kind,
        to=to,
        facts={},
        registration_id=registration_id,
        message_id=f"<{uuid4()}@{domain}>",
        due_at=now,
        created_at=now,
    )


def deliver_due(*, now: datetime) -> int:
    """Send all mails that are due, oldest first; returns how many left the house."""
    sent = 0
    try:
        with open_transport() as transport:
            end = time.monotonic() + LONGEST_RUN_SECONDS  # well within CLAIM, so that no claim runs out here
            while time.monotonic() < end and (mail := _claim(now)) is not None:
                sent += _deliver(mail, transport, now)
    except Unavailable as error:
        log.warning("the mail server does not answer, mails wait: %s", error)
    return sent


def _claim(now: datetime) -> OutboxMail | None:
    """Take the next due mail for CLAIM; a row somebody else took in between is passed over."""
    while True:
        with transaction() as tx:
            mail = next_due(now)
            if mail is None:
                return None
            taken = tx.session.execute(
                update(OutboxMail)
                .where(
                    OutboxMail.id == mail.id,
                    OutboxMail.due_at == mail.due_at,
                    OutboxMail.state == MailState.QUEUED,
                )
                .values(due_at=now + CLAIM, attempts=OutboxMail.attempts + 1)
                .execution_options(synchronize_session="fetch")
            )
            if taken.rowcount == 1:  # type: ignore[attr-defined]
                return mail


def _deliver(mail: OutboxMail, transport: Transport, now: datetime) -> int:
    try:
        transport.send(compose(mail.kind, _facts(mail), to=mail.to, message_id=mail.message_id, at=now))
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


def _facts(mail: OutboxMail) -> dict[str, object]:
    facts = registration_facts(mail.registration_id or 0)
    token = registration_token(facts.registration.submission_key)
    event = facts.event
    return {
        "registration": facts.registration,
        "event": event,
        "time_lines": time_lines(event.starts_at or event.start_on, event.ends_at, zone_of(event.zone_name)),
        "position": facts.position,
        "personal_link": absolute(f"/pendaftaran/{token}"),
        "event_link": absolute(f"/kegiatan/{event.slug}"),
    }


def _postpone(mail: OutboxMail, error: str, now: datetime) -> None:
    """Try again later, ever less often, until MOST_ATTEMPTS."""
    if mail.attempts >= MOST_ATTEMPTS:
        _note(mail.id, state=MailState.FAILED, error=error)
        return
    delay = min(FIRST_DELAY * 2 ** (mail.attempts - 1), LONGEST_DELAY)
    _note(mail.id, due_at=now + delay, error=error)


def _note(mail_id: int, **values: object) -> None:
    with transaction() as tx:
        tx.session.execute(update(OutboxMail).where(OutboxMail.id == mail_id).values(**values))
