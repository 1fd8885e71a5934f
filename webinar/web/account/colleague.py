"""The link by which a colleague joins an office."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Response, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webinar.adapters.links import token_digest
from webinar.core.errors import AddressTaken, InvitationOver, NotFound, WeakPassword
from webinar.extensions import limiter
from webinar.queries.account import account_by_email
from webinar.queries.colleague import Invitation, invitation_by_digest
from webinar.services.colleague import accept_invitation, accept_invitation_as
from webinar.web.account import blueprint
from webinar.web.account.entrance import answered, enter, is_signed_in, own_account
from webinar.web.account.words import refuse_password
from webinar.web.forms.account import JoinForm


@blueprint.route("/undangan-rekan/<token>", methods=["GET", "POST"])
@limiter.limit("30 per hour")
def join(token: str) -> AnyResponse:
    """Name and password for somebody new; who has an account signs in, and takes the role with one press."""
    try:
        invitation = _open(token)
        if is_signed_in():
            return _join_as_self(token, invitation)
        if account_by_email(invitation.email) is not None:
            page = render_template("account/join_known.html", invitation=invitation, token=token)
            return answered(page)
        return _join_anew(token, invitation)
    except (InvitationOver, NotFound):
        return Response(render_template("account/join_over.html"), 410)


def _open(token: str) -> Invitation:
    invitation = invitation_by_digest(token_digest(token))
    if invitation.accepted_at is not None or invitation.expires_at <= datetime.now(UTC):
        raise InvitationOver
    return invitation


def _join_as_self(token: str, invitation: Invitation) -> AnyResponse:
    user, form = own_account(), JoinForm()
    if form.is_submitted():
        accept_invitation_as(token, user.id, now=datetime.now(UTC))
        return _welcome()
    return answered(render_template("account/join_self.html", invitation=invitation, user=user, form=form))


def _join_anew(token: str, invitation: Invitation) -> AnyResponse:
    form = JoinForm()
    if form.validate_on_submit():
        try:
            user_id = accept_invitation(
                token, name=form.name.data or "", password=form.password.data or "", now=datetime.now(UTC)
            )
        except WeakPassword as refusal:
            refuse_password(form.password, refusal)
        except AddressTaken:
            return redirect(url_for("account.join", token=token), 303)
        else:
            enter(user_id, "invitation", is_kept=False)
            return _welcome()
    return answered(render_template("account/join.html", form=form, invitation=invitation), form)


def _welcome() -> AnyResponse:
    flash(_("Selamat datang. Peran Anda sudah berlaku."))
    return redirect("/meja", 303)
