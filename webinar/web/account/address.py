"""Another mail address for the own account, confirmed by a link mailed to it."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webinar.core.errors import AddressTaken
from webinar.core.registration import email_key
from webinar.extensions import limiter
from webinar.services.account import address_to_confirm, ask_address_change, confirm_address
from webinar.web.account import own
from webinar.web.account.entrance import answered, fresh, own_account
from webinar.web.account.limits import own_key
from webinar.web.forms.account import AddressForm
from webinar.web.guards import actor


@own.route("/alamat", methods=["GET", "POST"])
@limiter.limit("5 per hour", methods=["POST"], key_func=own_key)
@fresh
def address() -> AnyResponse:
    """An address that somebody else has is answered like a free one; its mail is not sent."""
    user, form = own_account(), AddressForm()
    if form.validate_on_submit():
        if email_key(form.email.data or "") == user.email:
            form.email.errors = [_("Ini sudah alamat akun Anda.")]
        else:
            ask_address_change(user.id, form.email.data or "", now=datetime.now(UTC))
            flash(_("Bila alamat itu dapat dipakai, tautan konfirmasi telah dikirim ke sana."))
            return redirect(url_for("own.overview"), 303)
    return answered(render_template("account/address.html", form=form, user=user), form)


@own.route("/alamat/<token>", methods=["GET", "POST"])
@limiter.limit("30 per hour")
def new_address(token: str) -> AnyResponse:
    """The mailed link asks once more: programs open links as well. Works for the account that asked."""
    user, form = own_account(), AddressForm()
    email = address_to_confirm(user.id, token, now=datetime.now(UTC))
    if form.is_submitted():
        try:
            confirm_address(user.id, token, actor=actor(), now=datetime.now(UTC))
        except AddressTaken:
            flash(_("Alamat itu tidak dapat dipakai."))
        else:
            flash(_("Alamat surel telah diganti."))
        return redirect(url_for("own.overview"), 303)
    return answered(render_template("account/new_address.html", email=email, user=user))
