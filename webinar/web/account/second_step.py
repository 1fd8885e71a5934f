"""The code after the password; switching it on and off; recovery codes."""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime
from typing import Any

from flask import flash, redirect, render_template, session, url_for
from flask_babel import gettext as _
from flask_limiter.util import get_remote_address
from werkzeug.wrappers import Response as AnyResponse

from webinar.adapters.codes import new_totp_secret, totp_key, totp_picture
from webinar.adapters.passkeys import passkeys_work
from webinar.core.errors import WrongCode
from webinar.extensions import limiter
from webinar.queries.account import account_by_id
from webinar.queries.passkey import passkeys_of
from webinar.services.account_mail import reset_fingerprint
from webinar.services.second_step import (
    renew_recovery_codes,
    switch_off_second_step,
    switch_on_second_step,
    take_recovery_code,
    take_totp_code,
)
from webinar.web.account import blueprint, own
from webinar.web.account.entrance import answered, enter, fresh, own_account
from webinar.web.forms.account import CodeForm, RecoveryForm
from webinar.web.guards import actor

log = logging.getLogger(__name__)

STEP_SECONDS = 600  # between the first step and the second
TRIES, TRIES_A_DAY = "6 per 15 minutes", "40 per day"  # of one account: a code has six digits
PENDING, SETTING_UP = "second_step", "totp_setup"


def first_step_done(user_id: int, via: str, *, is_kept: bool, target: str) -> AnyResponse:
    """Signed in, or asked for the code where the account wants one."""
    user = account_by_id(user_id)
    if user is None or user.totp_secret is None:
        enter(user_id, via, is_kept=is_kept)
        return redirect(target, 303)
    session[PENDING] = {
        "user": user_id,
        "mark": reset_fingerprint(user),
        "via": via,
        "kept": is_kept,
        "target": target,
        "at": int(time.time()),
    }
    return redirect(url_for("account.second_step"), 303)


def pending() -> dict[str, Any] | None:
    """Who has done the first step in this browser, within STEP_SECONDS; a new password undoes it."""
    found: dict[str, Any] | None = session.get(PENDING)
    if found is None or time.time() - found["at"] > STEP_SECONDS:
        return None
    user = account_by_id(found["user"])
    if user is None or not user.active or found.get("mark") != reset_fingerprint(user):
        return None
    return found


def pending_account() -> str:
    """The key of limits: tries at one account count together, from wherever they come."""
    found = session.get(PENDING)
    return f"account {found['user']}" if found else get_remote_address()


def second_step_done(found: dict[str, Any]) -> AnyResponse:
    enter(found["user"], found["via"], is_kept=found["kept"])
    return redirect(found["target"], 303)


def _begin_again() -> AnyResponse:
    session.pop(PENDING, None)
    flash(_("Waktunya sudah habis. Silakan masuk sekali lagi."))
    return redirect(url_for("account.sign_in"), 303)


@blueprint.route("/masuk/kode", methods=["GET", "POST"])
@limiter.limit(TRIES, methods=["POST"], key_func=pending_account)
@limiter.limit(TRIES_A_DAY, methods=["POST"], key_func=pending_account)
def second_step() -> AnyResponse:
    """The six digits of the application."""
    found = pending()
    if found is None:
        return _begin_again()
    form = CodeForm()
    if form.validate_on_submit():
        try:
            take_totp_code(found["user"], form.code.data or "", now=datetime.now(UTC))
            return second_step_done(found)
        except WrongCode:
            log.warning("a second step was refused: account %s", found["user"])
            _refuse(form)
    page = render_template(
        "account/second_step.html",
        form=form,
        target=found["target"],
        has_passkey=passkeys_work() and bool(passkeys_of(found["user"])),
    )
    return answered(page, form)


@blueprint.route("/masuk/kode-pemulihan", methods=["GET", "POST"])
@limiter.limit(TRIES, methods=["POST"], key_func=pending_account)
@limiter.limit(TRIES_A_DAY, methods=["POST"], key_func=pending_account)
def recovery() -> AnyResponse:
    """One of the codes that were written down, where the application is not at hand."""
    found = pending()
    if found is None:
        return _begin_again()
    form = RecoveryForm()
    if form.validate_on_submit():
        try:
            left = take_recovery_code(found["user"], form.code.data or "", now=datetime.now(UTC))
            answer = second_step_done(found)
            flash(_("Kode pemulihan itu sudah terpakai. Tersisa %(left)s kode.", left=left))
            return answer
        except WrongCode:
            log.warning("a recovery code was refused: account %s", found["user"])
            form.code.errors = [_("Kode pemulihan ini tidak cocok atau sudah dipakai.")]
    return answered(render_template("account/recovery.html", form=form), form)


def _refuse(form: CodeForm) -> None:
    form.code.errors = [
        _(
            "Kode ini tidak cocok atau sudah dipakai. Tunggu kode berikutnya, lalu coba lagi."
            " Jam ponsel harus tepat."
        )
    ]


@own.route("/dua-langkah", methods=["GET", "POST"])
@limiter.limit("30 per 15 minutes", methods=["POST"])
@fresh
def two_steps() -> AnyResponse:
    """Switch it on: a picture for the application, and a code that proves it was read."""
    user = own_account()
    if user.totp_secret is not None:
        return answered(render_template("account/two_steps_on.html", user=user))
    secret = session[SETTING_UP] = session.get(SETTING_UP) or new_totp_secret()
    form = CodeForm()
    if form.validate_on_submit():
        try:
            codes = switch_on_second_step(
                user.id, secret, form.code.data or "", actor=actor(), now=datetime.now(UTC)
            )
        except WrongCode:
            _refuse(form)
        else:
            session.pop(SETTING_UP, None)
            return _codes_page(codes, is_new=True)
    page = render_template(
        "account/two_steps_off.html",
        form=form,
        picture=totp_picture(secret, user.email),
        key=totp_key(secret),
    )
    return answered(page, form)


@own.post("/dua-langkah/nonaktifkan")
@fresh
def two_steps_off() -> AnyResponse:
    switch_off_second_step(own_account().id, actor=actor(), now=datetime.now(UTC))
    flash(_("Verifikasi dua langkah telah dinonaktifkan."))
    return redirect(url_for("own.overview"), 303)


@own.post("/kode-pemulihan")
@fresh
def new_codes() -> AnyResponse:
    """Shown once, in this very answer: nothing of them is kept that could be shown again."""
    return _codes_page(renew_recovery_codes(own_account().id, now=datetime.now(UTC)), is_new=False)


def _codes_page(codes: list[str], *, is_new: bool) -> AnyResponse:
    return answered(render_template("account/recovery_codes.html", codes=codes, is_new=is_new))
