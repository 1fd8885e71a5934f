"""Previews for developers, only with ``webinar dev``: the mails that were caught, and all components."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from flask import Blueprint, abort, render_template

from webinar.adapters.links import settings
from webinar.bundle import folder
from webinar.web.assets import FOLDER
from webinar.web.components import components as all_components
from webinar.web.samples import samples

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


@blueprint.get("/components")
def components() -> str:
    """Every component with its name, when to use it, and how it looks."""
    macros = all_components()
    page = (folder("templates") / "dev" / "components.html").read_text()
    return render_template(
        "dev/components.html",
        macros=macros,
        icons=re.findall(r'symbol id="([\w-]+)"', (FOLDER / "icons.svg").read_text()),
        others=[name for name in macros if f'doc("{name}")' not in page],
        **samples(),
    )


def _folder() -> Path:
    return settings().instance / "mail"


def _read(path: Path) -> EmailMessage:
    return message_from_bytes(path.read_bytes(), policy=policy.default)  # type: ignore[return-value, arg-type]
