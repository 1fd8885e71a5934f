"""Mails are rows, written in the transaction of what causes them; a worker sends them afterwards."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from webinar.adapters.links import settings
from webinar.db import Transaction
from webinar.models import OutboxMail, Registration


def post_registration_mail(tx: Transaction, kind: str, registration: Registration, *, now: datetime) -> None:
    """Queue one mail to a registrant. ``kind`` names its templates in ``templates/mail/``."""
    domain = settings().mail_from.rpartition("@")[2]
    tx.session.add(
        OutboxMail(
            kind=kind,
            to=registration.email,
            facts={},
            registration_id=registration.id,
            message_id=f"<{uuid4()}@{domain}>",
            due_at=now,
            created_at=now,
        )
    )
