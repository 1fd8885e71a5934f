"""The own account: who, how to sign in, and where somebody is signed in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response as AnyResponse

from webinar.core.agent import device
from webinar.models import SignIn
from webinar.queries.account import own_memberships
from webinar.queries.passkey import passkeys_of
from webinar.queries.sign_in import sign_ins_of
from webinar.services.account import rename_account
from webinar.services.sign_in import end_sign_in, end_sign_ins
from webinar.web.account import own
from webinar.web.account.entrance import answered, own_account
from webinar.web.account.words import device_words
from webinar.web.forms.account import NameForm
from webinar.web.guards import actor
from webinar.web.session import current_sign_in


class Place(NamedTuple):
    """One browser somebody is signed in with."""

    sign_in: SignIn
    device: str
    is_here: bool


@own.get("")
def overview() -> str:
    user, now = own_account(), datetime.now(UTC)
    here = current_sign_in()
    places = [
        Place(one, device_words(device(one.agent)), here is not None and one.id == here.id)
        for one in sign_ins_of(user.id, now)
    ]
    return render_template(
        "account/overview.html",
        user=user,
        memberships=own_memberships(user.id),
        passkeys=passkeys_of(user.id),
        places=places,
    )


@own.get("/selesai")
def signed_in_elsewhere() -> str:
    """Where somebody lands who signed in for the sake of another tab."""
    return render_template("account/signed_in.html")


@own.route("/nama", methods=["GET", "POST"])
def name() -> AnyResponse:
    user = own_account()
    form = NameForm(obj=user)
    if form.validate_on_submit():
        rename_account(user.id, form.name.data or "", actor=actor(), now=datetime.now(UTC))
        flash(_("Nama telah diganti."))
        return redirect(url_for("own.overview"), 303)
    return answered(render_template("account/name.html", form=form), form)


@own.post("/perangkat/<int(max=2147483647):sign_in_id>/keluarkan")
def end_one(sign_in_id: int) -> AnyResponse:
    """Ends in that browser at its next request, whatever it keeps."""
    end_sign_in(own_account().id, sign_in_id)
    flash(_("Perangkat itu telah dikeluarkan."))
    return redirect(url_for("own.overview"), 303)


@own.post("/perangkat/keluarkan")
def end_others() -> AnyResponse:
    """Everywhere but here."""
    here = current_sign_in()
    count = end_sign_ins(own_account().id, but=here.id if here else None)
    flash(
        ngettext("Satu perangkat lain telah dikeluarkan.", "%(num)d perangkat lain telah dikeluarkan.", count)
        if count
        else _("Tidak ada perangkat lain.")
    )
    return redirect(url_for("own.overview"), 303)
