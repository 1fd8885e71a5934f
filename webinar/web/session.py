"""The session in its signed cookie, opened only where there is one, and who is signed in with it.

The cookie names a sign-in, a row (``models.SignIn``): without the row nobody is signed in.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from flask import Flask, Request, Response, g, request, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from flask_security.utils import set_request_attr

from webinar.adapters.links import token_digest
from webinar.extensions import security
from webinar.models import SignIn, User
from webinar.queries.sign_in import signed_in
from webinar.services.sign_in import NOTED_EVERY, note_sign_in

log = logging.getLogger(__name__)


class Sessions(SecureCookieSessionInterface):
    """Whoever comes without a cookie gets an empty session without a signer being built for it."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        if self.get_cookie_name(app) not in request.cookies:
            return self.session_class()
        return super().open_session(app, request)


def register(app: Flask) -> None:
    app.session_interface = Sessions()
    security.login_manager.user_loader(_signed_in_user)
    security.login_manager.request_loader(lambda _request: None)  # the cookie alone: no token opens the desk
    app.after_request(_note_seen)


def current_sign_in() -> SignIn | None:
    """The sign-in this request came with."""
    found: SignIn | None = g.get("sign_in")
    return found


def _signed_in_user(token: str) -> User | None:
    """Called by Flask-Login with what the cookie holds, once a request and not on public pages."""
    found = signed_in(token_digest(token), datetime.now(UTC))
    if found is None:
        session.pop("_user_id", None)
        return None
    user, g.sign_in = found
    user.sign_in_token = token
    set_request_attr("fs_authn_via", "session")  # what the library's guard asks for
    set_request_attr("fs_paa", session.get("fs_paa", 0))
    return user


def _note_seen(response: Response) -> Response:
    """When somebody was last seen; every few minutes, and never at the cost of the answer."""
    sign_in, now = current_sign_in(), datetime.now(UTC)
    if sign_in is not None and now - sign_in.seen_at >= NOTED_EVERY:
        try:
            note_sign_in(sign_in.id, address=request.remote_addr or "", now=now)
        except Exception:
            log.exception("a sign-in could not be noted")
    return response
