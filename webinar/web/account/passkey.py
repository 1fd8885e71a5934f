"""Passkeys: signing in with one, and those of the own account. The browser's part: ``static/passkey.js``."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any

from flask import Response, flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webinar.adapters.passkeys import Asked, ask_for_key, ask_for_new_key, passkeys_work
from webinar.core.errors import NotFound, PasskeysFull, PasskeyUnfit
from webinar.extensions import limiter
from webinar.queries.passkey import passkeys_of
from webinar.services.passkey import add_passkey, check_passkey, remove_passkey
from webinar.web.account import blueprint, own
from webinar.web.account.confirm import confirmed
from webinar.web.account.entrance import answered, enter, fresh, onward, own_account
from webinar.web.forms.account import PasskeyForm
from webinar.web.guards import actor

CHALLENGE, CHALLENGE_SECONDS = "passkey", 300
TRIES = "30 per 5 minutes"


@blueprint.post("/masuk/kunci-sandi/tantangan")
@limiter.limit(TRIES)
def challenge() -> Response:
    """What the browser is to sign, as JSON: for who signs in, and for who confirms."""
    _require_possible()
    return _ask(ask_for_key())


@blueprint.post("/masuk/kunci-sandi")
@limiter.limit(TRIES)
def sign_in_with_passkey() -> AnyResponse:
    """A passkey stands for both steps: the device asked for a finger, a face or its own code."""
    target = onward(request.args.get("next"))
    try:
        user_id = _checked()
    except PasskeyUnfit:
        flash(_("Kunci sandi ini tidak dikenali. Masuklah dengan cara lain."))
        return redirect(url_for("account.sign_in", next=target), 303)
    enter(user_id, "passkey", is_kept=False)
    return redirect(target, 303)


@own.post("/konfirmasi/kunci-sandi")
@limiter.limit(TRIES)
def confirm_with_passkey() -> AnyResponse:
    """In place of the password; a key of the own account alone counts."""
    target = onward(request.args.get("next"))
    user = own_account()
    try:
        if _checked() != user.id:
            raise PasskeyUnfit
    except PasskeyUnfit:
        flash(_("Kunci sandi ini tidak dikenali. Tulis kata sandi Anda."))
        return redirect(url_for("own.confirm", next=target), 303)
    confirmed()
    return redirect(target, 303)


@own.route("/kunci-sandi", methods=["GET", "POST"])
@limiter.limit(TRIES, methods=["POST"])
@fresh
def new_passkey() -> AnyResponse:
    """Name it, then the browser makes it."""
    _require_possible()
    user, form = own_account(), PasskeyForm()
    if form.validate_on_submit() and _added(user.id, form):
        flash(_("Kunci sandi telah ditambahkan. Anda dapat memakainya saat masuk."))
        return redirect(url_for("own.overview"), 303)
    return answered(render_template("account/new_passkey.html", form=form), form)


@own.post("/kunci-sandi/tantangan")
@limiter.limit(TRIES)
@fresh
def new_challenge() -> Response:
    """What a new key is to be made with, as JSON."""
    _require_possible()
    user = own_account()
    known = [passkey.credential_id for passkey in passkeys_of(user.id)]
    return _ask(ask_for_new_key(user.id, user.email, user.name, known))


@own.post("/kunci-sandi/<int(max=2147483647):passkey_id>/hapus")
@fresh
def drop_passkey(passkey_id: int) -> AnyResponse:
    remove_passkey(own_account().id, passkey_id, actor=actor(), now=datetime.now(UTC))
    flash(_("Kunci sandi telah dihapus."))
    return redirect(url_for("own.overview"), 303)


def _require_possible() -> None:
    if not passkeys_work():
        raise NotFound


def _ask(asked: Asked) -> Response:
    session[CHALLENGE] = {"value": asked.challenge, "at": int(time.time())}
    return Response(asked.options, content_type="application/json")


def _challenge() -> str:
    """What was asked in this browser, once and within CHALLENGE_SECONDS. Raises PasskeyUnfit."""
    asked: dict[str, Any] | None = session.pop(CHALLENGE, None)
    if asked is None or time.time() - asked["at"] > CHALLENGE_SECONDS:
        raise PasskeyUnfit("nothing was asked")
    return str(asked["value"])


def _checked() -> int:
    credential = request.form.get("credential", "")
    return check_passkey(credential, _challenge(), now=datetime.now(UTC))


def _added(user_id: int, form: PasskeyForm) -> bool:
    try:
        add_passkey(
            user_id,
            form.name.data or "",
            form.credential.data or "",
            _challenge(),
            actor=actor(),
            now=datetime.now(UTC),
        )
    except PasskeyUnfit:
        form.name.errors = [_("Kunci sandi belum selesai dibuat. Tekan tombol sekali lagi.")]
    except PasskeysFull as refusal:
        form.name.errors = [
            _("Akun ini sudah memiliki %(most)s kunci sandi. Hapus satu dahulu.", most=refusal.most)
        ]
    else:
        return True
    return False
