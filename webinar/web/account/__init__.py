"""Setting up the first account; signing in is Flask-Security's, in our template."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_security import current_user
from werkzeug.wrappers import Response as AnyResponse

from webinar.adapters.links import setup_token
from webinar.core.errors import NotFound
from webinar.extensions import limiter
from webinar.queries.installation import has_organiser
from webinar.services.account import create_first_organiser, end_sessions
from webinar.web.forms.setup import SetupForm
from webinar.web.headers import private

blueprint = Blueprint("account", __name__)


@blueprint.after_app_request
def keep_sign_in_private(response: Response) -> Response:
    """The library's pages too; it writes ``private=True`` where the header has a bare word."""
    return private(response) if request.blueprint == "security" else response


@blueprint.route("/mulai/<token>", methods=["GET", "POST"])
@limiter.limit("30 per hour")
def set_up(token: str) -> AnyResponse:
    """The one-time link that ``webinar run`` prints; gone as soon as somebody can sign in."""
    if not hmac.compare_digest(token.encode(), setup_token().encode()) or has_organiser():
        raise NotFound
    form = SetupForm()
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        return private(make_response(render_template("account/set_up.html", form=form), status))
    create_first_organiser(
        name=form.name.data or "",
        email=form.email.data or "",
        password=form.password.data or "",
        now=datetime.now(UTC),
    )
    flash(_("Akun pengelola telah dibuat. Silakan masuk."))
    return redirect(url_for("security.login"), 303)


def signing_out(view: Callable[[], Any]) -> Callable[[], Any]:
    """The library's view, which only forgets the cookie here: the sessions themselves end as well."""

    def sign_out() -> Any:
        user_id = current_user.id if current_user.is_authenticated else None
        answer = view()
        if user_id is not None:
            end_sessions(user_id)
        return answer

    return sign_out
