"""Going in and out, and what happens to whoever comes without a sign-in."""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from flask import Flask, Response, flash, g, redirect, request, session, url_for
from flask_babel import gettext as _
from flask_security import current_user
from flask_security.decorators import auth_required
from flask_security.utils import login_user, logout_user
from werkzeug.wrappers import Response as AnyResponse

from webinar.adapters.links import fingerprint
from webinar.adapters.passkeys import passkeys_work
from webinar.core.errors import NotFound
from webinar.extensions import security
from webinar.models import User
from webinar.queries.account import account_by_id
from webinar.services.sign_in import begin_sign_in, end_sign_in
from webinar.web.account.resubmission import FORMS_KEY, is_fetch, resubmission, short_answer
from webinar.web.account.words import role_word
from webinar.web.session import current_sign_in

log = logging.getLogger(__name__)

CONFIRMED_MINUTES = 15
OWNER = "owner"  # whose session it was, kept when the sign-in has ended by itself
fresh = auth_required("session", within=CONFIRMED_MINUTES, grace=CONFIRMED_MINUTES)


def register(app: Flask) -> None:
    """What Flask-Security's guard does, in our pages and words."""
    security.unauthn_handler(ask_to_sign_in)
    security.reauthn_handler(ask_to_confirm)
    security.want_json(lambda _request: False)
    app.jinja_env.globals.update(role_word=role_word, passkeys_work=passkeys_work)


def enter(user_id: int, via: str, *, is_kept: bool) -> None:
    """Begin a sign-in. Nothing stays of the session before, which somebody else may have begun.

    Unless it was this account's already: then the key of its forms stays, and what is open in another tab can
    still be sent.
    """
    user = account_by_id(user_id)
    if user is None:
        raise NotFound
    user.sign_in_token = begin_sign_in(
        user.id,
        agent=request.headers.get("User-Agent", ""),
        address=request.remote_addr or "",
        is_kept=is_kept,
        now=datetime.now(UTC),
    )
    whose = fingerprint("forms", user.id)
    forms_key = session.get(FORMS_KEY) if session.get(OWNER) == whose else None
    session.clear()
    g.pop(FORMS_KEY, None)  # the token made for this request belongs to the key before
    if forms_key is not None:
        session[FORMS_KEY] = forms_key
    session[OWNER] = whose
    session.permanent = is_kept
    login_user(user, remember=False, authn_via=[via])
    log.info("account %s signed in by %s", user.id, via)


def leave() -> None:
    """End this sign-in, for whoever else holds its cookie too."""
    sign_in = current_sign_in()
    if sign_in is not None:
        with suppress(NotFound):  # ended elsewhere meanwhile
            end_sign_in(sign_in.user_id, sign_in.id)
    logout_user()
    session.clear()


def onward(target: str | None) -> str:
    """A path on this site, else the desk: the address of a sign-in may not lead elsewhere."""
    target = target or ""
    is_local = target.startswith("/") and not target.startswith(("//", "/\\")) and target.isprintable()
    return target if is_local and "\\" not in target else "/meja"


def ask_to_sign_in(_mechanisms: Any = None, headers: Any = None) -> AnyResponse:
    """The page to sign in, which leads back; what was sent by a form is kept."""
    if is_fetch():
        return short_answer(_("Anda perlu masuk lagi. Isian Anda belum disimpan."), 401)
    if request.method == "POST":
        return resubmission()
    return redirect(url_for("account.sign_in", next=_here()))


def ask_to_confirm(_within: Any, _grace: Any) -> AnyResponse:
    """The page that asks for the password once more, which leads back."""
    if is_fetch():
        return short_answer(_("Konfirmasi dahulu bahwa ini Anda."), 401)
    if request.method != "POST":
        return redirect(url_for("own.confirm", next=_here()))
    flash(_("Demi keamanan, konfirmasi dahulu bahwa ini Anda, lalu ulangi langkah terakhir."))
    return redirect(url_for("own.confirm", next=url_for("own.overview")), 303)


def is_signed_in() -> bool:
    return bool(current_user.is_authenticated)


def own_account() -> User:
    """The account of this request, read anew: services let go of what was read before them."""
    sign_in = current_sign_in()
    user = account_by_id(sign_in.user_id) if sign_in else None
    if user is None:
        raise NotFound
    return user


def _here() -> str:
    return request.full_path.rstrip("?")


def answered(page: str, form: Any = None) -> Response:
    """The page of a form: 422 where something is wrong with what was sent."""
    return Response(page, 422 if form is not None and form.errors else 200)
