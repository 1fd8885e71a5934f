"""From a kind and its facts to a message; ``templates/mail/<kind>.txt`` has the subject in its first line."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, formataddr

from flask import current_app

from webinar.adapters.links import settings


def compose(kind: str, facts: dict[str, object], *, to: str, message_id: str, at: datetime) -> EmailMessage:
    """The message, ready to send; header values never contain a line break."""
    text = current_app.jinja_env.get_template(f"mail/{kind}.txt").render(**facts)
    subject, _, body = text.lstrip().partition("\n")
    message = EmailMessage()
    message["Subject"] = " ".join(subject.split())
    message["From"] = formataddr((settings().site_name, settings().mail_from))
    message["To"] = to
    message["Reply-To"] = settings().contact
    message["Message-ID"] = message_id
    message["Date"] = format_datetime(at)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(body.strip() + "\n")
    return message
