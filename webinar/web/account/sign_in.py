"""Signing in with address and password, and out."""

from __future__ import annotations

import logging

from flask import Response, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webinar.extensions import limiter
from webinar.services.password import check_password
from webinar.web.account import blueprint
from webinar.web.account.entrance import is_signed_in, leave, onward
from webinar.web.account.limits import has_failed, typed_address
from webinar.web.account.second_step import first_step_done
from webinar.web.forms.account import SignInForm

log = logging.getLogger(__name__)

SIGN_INS = "20 per 5 minutes"  # from one address of the network: an office shares one
FAILURES = "10 per 15 minutes"  # of one mail address, known or not, from wherever


@blueprint.route("/masuk", methods=["GET", "POST"])
@limiter.limit(SIGN_INS, methods=["POST"])
@limiter.limit(FAILURES, methods=["POST"], key_func=typed_address, deduct_when=has_failed)
def sign_in() -> AnyResponse:
    """A wrong password and an unknown address answer alike, after the same time."""
    target = onward(request.args.get("next"))
    if is_signed_in():
        return redirect(target, 303)
    form = SignInForm()
    if form.validate_on_submit():
        user_id = check_password(form.email.data or "", form.password.data or "")
        if user_id is not None:
            return first_step_done(user_id, "password", is_kept=bool(form.remember.data), target=target)
        log.warning("a sign-in was refused")
    status = 422 if request.method == "POST" else 200
    page = render_template("account/sign_in.html", form=form, is_refused=status == 422, target=target)
    return Response(page, status)


@blueprint.post("/keluar")
def sign_out() -> AnyResponse:
    leave()
    flash(_("Anda telah keluar."))
    return redirect(url_for("account.sign_in"), 303)
