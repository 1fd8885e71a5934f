"""What was typed is never lost: a form that came without a sign-in, or with a key that is no longer good, is
answered by a page that holds all of it and can send it again."""

from __future__ import annotations

from typing import NamedTuple

from flask import Response, render_template, request
from flask_babel import gettext as _
from flask_security import current_user

from webinar.web.headers import private

FORMS_KEY = "csrf_token"
SECRET = ("password", "credential")


class Typed(NamedTuple):
    """One field of the form that came."""

    name: str
    value: str


class File(NamedTuple):
    """A file that came with it, which has to be chosen again."""

    field: str
    filename: str


def is_fetch() -> bool:
    """Whether a script asked, which shows what it is answered itself."""
    return request.headers.get("X-Requested-With") == "fetch"


def short_answer(text: str, status: int) -> Response:
    """For scripts: a sentence to show."""
    return private(Response(text, status, content_type="text/plain; charset=utf-8"))


def is_kept_for() -> bool:
    """Whether the form that came is one of the desk's, where people write for long."""
    return request.method == "POST" and request.blueprint == "desk"


def resubmission() -> Response:
    """401 to who has to sign in first, 400 to who only needs to send again."""
    is_signed_in = bool(current_user.is_authenticated)
    page = render_template(
        "account/resubmission.html",
        is_signed_in=is_signed_in,
        may_send_again=is_from_here(),
        address=request.full_path.rstrip("?"),
        fields=_typed(),
        files=[File(name, file.filename) for name, file in request.files.items(multi=True) if file.filename],
    )
    return private(Response(page, 400 if is_signed_in else 401))


def is_from_here() -> bool:
    """Whether a page of ours sent the form. One of another site is shown, but given no button: its words
    would be sent in the name of whoever presses it."""
    told = request.headers.get("Sec-Fetch-Site")
    if told is not None:
        return told == "same-origin"
    return request.headers.get("Origin") in (None, request.host_url.rstrip("/"))


def form_expired() -> Response | None:
    """The answer to a form whose key is not good; None where the general page says enough."""
    if is_fetch():
        signed_in = bool(current_user.is_authenticated)
        return short_answer(
            _("Formulir ini sudah kedaluwarsa. Muat ulang halaman, lalu simpan lagi.")
            if signed_in
            else _("Anda perlu masuk lagi. Isian Anda belum disimpan."),
            400 if signed_in else 401,
        )
    return resubmission() if is_kept_for() else None


def _typed() -> list[Typed]:
    """In the order they came; what is secret goes, with the old key."""
    return [
        Typed(name, value)
        for name, value in request.form.items(multi=True)
        if name != FORMS_KEY and not any(word in name.lower() for word in SECRET)
    ]
