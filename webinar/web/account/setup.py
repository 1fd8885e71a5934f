"""Setting up the first account."""

from __future__ import annotations

import hmac
from datetime import UTC, datetime

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webinar.adapters.links import setup_token
from webinar.core.errors import NotFound, WeakPassword
from webinar.extensions import limiter
from webinar.queries.installation import has_organiser
from webinar.services.account import create_first_organiser
from webinar.web.account import blueprint
from webinar.web.account.entrance import answered
from webinar.web.account.words import refuse_password
from webinar.web.forms.setup import SetupForm


@blueprint.route("/mulai/<token>", methods=["GET", "POST"])
@limiter.limit("30 per hour")
def set_up(token: str) -> AnyResponse:
    """The one-time link that ``webinar run`` prints; gone as soon as somebody can sign in."""
    if not hmac.compare_digest(token.encode(), setup_token().encode()) or has_organiser():
        raise NotFound
    form = SetupForm()
    if form.validate_on_submit() and _created(form):
        flash(_("Akun pengelola telah dibuat. Silakan masuk."))
        return redirect(url_for("account.sign_in"), 303)
    return answered(render_template("account/set_up.html", form=form), form)


def _created(form: SetupForm) -> bool:
    try:
        create_first_organiser(
            name=form.name.data or "",
            email=form.email.data or "",
            password=form.password.data or "",
            office_name=form.office.data,
            now=datetime.now(UTC),
        )
    except WeakPassword as refusal:
        refuse_password(form.password, refusal)
        return False
    return True
