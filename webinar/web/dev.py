"""Previews for developers, only with ``webinar dev``: the mails that were caught."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from flask import Blueprint, abort, render_template

from webinar.adapters.links import settings

blueprint = Blueprint("dev", __name__, url_prefix="/_dev")
MOST_SHOWN = 100


@blueprint.get("/mail")
def mails() -> str:
    """The mails in the instance's folder, newest first."""
    files = sorted(_folder().glob("*.eml"), key=lambda path: path.stat().st_mtime, reverse=True)
    return render_template("dev/mails.html", mails=[(f.stem, _read(f)) for f in files[:MOST_SHOWN]])


@blueprint.get("/mail/<name>")
def mail(name: str) -> str:
    path = _folder() / f"{name}.eml"
    if not path.is_file():
        abort(404)
    message = _read(path)
    body = message.get_body(("plain",))
    return render_template("dev/mail.html", mail=message, text=body.get_content() if body else "")


def _folder() -> Path:
    return settings().instance / "mail"


def _read(path: Path) -> EmailMessage:
    return message_from_bytes(path.read_bytes(), policy=policy.default)  # type: ignore[return-value, arg-type]
