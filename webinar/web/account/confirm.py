"""The password once more, before something that matters."""

from __future__ import annotations

import time

from flask import redirect, render_template, request, session
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webinar.adapters.passkeys import passkeys_work
from webinar.extensions import limiter
from webinar.queries.passkey import passkeys_of
from webinar.services.password import has_password
from webinar.web.account import own
from webinar.web.account.entrance import answered, onward, own_account
from webinar.web.account.limits import own_key
from webinar.web.forms.account import ConfirmForm


@own.route("/konfirmasi", methods=["GET", "POST"])
@limiter.limit("10 per 15 minutes", methods=["POST"], key_func=own_key)
def confirm() -> AnyResponse:
    """Good for a quarter of an hour; leads on to where somebody was going."""
    user, form = own_account(), ConfirmForm()
    target = onward(request.args.get("next"))
    if form.validate_on_submit():
        if has_password(user.id, form.password.data or ""):
            confirmed()
            return redirect(target, 303)
        form.password.errors = [_("Kata sandi ini tidak cocok.")]
    page = render_template(
        "account/confirm.html",
        form=form,
        user=user,
        target=target,
        has_passkey=passkeys_work() and bool(passkeys_of(user.id)),
    )
    return answered(page, form)


def confirmed() -> None:
    """What Flask-Security's guard asks for: when somebody last proved who they are."""
    session["fs_paa"] = time.time()
