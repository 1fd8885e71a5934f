"""The password: forgotten and set anew by a mailed link, or changed by who knows it."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Response, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webinar.core.errors import NotFound, WeakPassword
from webinar.extensions import limiter
from webinar.services.password import (
    account_to_reset,
    ask_password_reset,
    change_password,
    has_password,
    reset_password,
)
from webinar.web.account import blueprint, own
from webinar.web.account.entrance import answered, own_account
from webinar.web.account.limits import own_key, typed_address
from webinar.web.account.words import refuse_password
from webinar.web.forms.account import ChangePasswordForm, ForgottenForm, NewPasswordForm
from webinar.web.guards import actor
from webinar.web.session import current_sign_in


@blueprint.route("/masuk/lupa", methods=["GET", "POST"])
@limiter.limit("20 per hour", methods=["POST"])
@limiter.limit("4 per hour", methods=["POST"], key_func=typed_address)
def forgotten() -> AnyResponse:
    """Asks for the address; a known and an unknown one do and say the same."""
    form = ForgottenForm(email=request.args.get("email"))
    if not form.validate_on_submit():
        return answered(render_template("account/forgotten.html", form=form), form)
    ask_password_reset(form.email.data or "", now=datetime.now(UTC))
    return redirect(url_for("account.reset_sent"), 303)


@blueprint.get("/masuk/lupa/terkirim")
def reset_sent() -> str:
    return render_template("account/reset_sent.html")


@blueprint.route("/masuk/atur-ulang/<token>", methods=["GET", "POST"])
@limiter.limit("30 per hour")
def reset(token: str) -> AnyResponse:
    """The mailed link, for one use and two hours."""
    now = datetime.now(UTC)
    try:
        user = account_to_reset(token, now=now)
        form = NewPasswordForm()
        if form.validate_on_submit() and _was_reset(token, form):
            flash(_("Kata sandi telah diganti. Silakan masuk."))
            return redirect(url_for("account.sign_in"), 303)
    except NotFound:
        return Response(render_template("account/reset_over.html"), 410)
    return answered(render_template("account/reset.html", form=form, user=user), form)


def _was_reset(token: str, form: NewPasswordForm) -> bool:
    try:
        reset_password(token, form.password.data or "", now=datetime.now(UTC))
    except WeakPassword as refusal:
        refuse_password(form.password, refusal)
        return False
    return True


@own.route("/kata-sandi", methods=["GET", "POST"])
@limiter.limit("10 per 15 minutes", methods=["POST"], key_func=own_key)
def password() -> AnyResponse:
    """A new password, by who knows the old one; other browsers are signed out."""
    user, form = own_account(), ChangePasswordForm()
    if form.validate_on_submit() and _was_changed(user.id, form):
        flash(_("Kata sandi telah diganti. Perangkat lain telah dikeluarkan dari akun Anda."))
        return redirect(url_for("own.overview"), 303)
    return answered(render_template("account/password.html", form=form, user=user), form)


def _was_changed(user_id: int, form: ChangePasswordForm) -> bool:
    if not has_password(user_id, form.current.data or ""):
        form.current.errors = [_("Kata sandi ini tidak cocok.")]
        return False
    if form.current.data == form.password.data:
        form.password.errors = [_("Kata sandi baru sama dengan yang lama.")]
        return False
    here = current_sign_in()
    try:
        change_password(
            user_id,
            form.password.data or "",
            here=here.id if here else 0,
            actor=actor(),
            now=datetime.now(UTC),
        )
    except WeakPassword as refusal:
        refuse_password(form.password, refusal)
        return False
    return True
