"""Mails as they left the house."""

from __future__ import annotations

import re
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

from flask import Flask

from webinar.db import db
from webinar.services.outbox import deliver_due


def delivered(app: Flask, now: datetime) -> list[EmailMessage]:
    """Sends what is due to the instance's folder, takes it from there, in the order of subjects."""
    folder = app.config["SETTINGS"].instance / "mail"
    for file in folder.glob("*.eml"):
        file.unlink()
    db.session.rollback()  # see what others wrote since
    deliver_due(now=now)
    files = list(folder.glob("*.eml"))
    mails = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
    for file in files:
        file.unlink()
    return sorted(mails, key=lambda mail: str(mail["Subject"]))  # type: ignore[return-value, arg-type]


def link_in(mail: EmailMessage, beginning: str) -> str:
    """The path of the only link that begins so."""
    (found,) = re.findall(rf"http://localhost({re.escape(beginning)}\S+)", mail.get_content())
    return str(found)
