"""Colleagues at an office, or without one of the whole installation: invited, given roles, let go."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webinar.core.access import Action, OfficeRole
from webinar.core.errors import AlreadyMember, InvitationOver, LastManager, NotFound
from webinar.core.office_tree import TOP
from webinar.extensions import limiter
from webinar.queries.colleague import Member, invitation_facts, member_of, members_of, open_invitations
from webinar.queries.member import holders_above
from webinar.queries.office_list import desk_office
from webinar.services.colleague import invite_colleague, renew_invitation, withdraw_invitation
from webinar.services.membership import change_membership, end_membership
from webinar.web.account.limits import address_key, has_led_on, own_key, typed_address
from webinar.web.desk import blueprint
from webinar.web.desk.listing import Listing, turn
from webinar.web.forms.office_member import InviteForm, RoleForm
from webinar.web.guards import actor, needs
from webinar.web.role_words import role_sentence

log = logging.getLogger(__name__)
EVERYWHERE = {"office_slug": None}

blueprint.add_app_template_global(role_sentence)


@dataclass(frozen=True)
class Circle:
    """Where the members belong: an office, or without one the whole installation."""

    office_id: int | None
    slug: str | None
    name: str | None
    chain: str


def _circle(office_slug: str | None) -> Circle:
    if office_slug is None:
        return Circle(None, None, None, TOP)
    office = desk_office(office_slug).office
    return Circle(office.id, office.slug, office.name, office.chain)


def _invited_address() -> str:
    """Whom a mail would go to, as a key of limits."""
    number = (request.view_args or {}).get("invitation_id")
    invitation = invitation_facts(number) if number is not None else None
    return address_key(invitation.email) if invitation else typed_address()


_BY_ONE_ACCOUNT = limiter.shared_limit(
    "60 per hour", scope="inviting", key_func=own_key, deduct_when=has_led_on
)
_TO_ONE_ADDRESS = limiter.shared_limit(
    "5 per hour", scope="invited", key_func=_invited_address, deduct_when=has_led_on
)


@blueprint.get("/anggota", defaults=EVERYWHERE)
@blueprint.get("/satuan-kerja/<office_slug>/anggota")
@needs(Action.EDIT_MEMBERS)
def members(office_slug: str | None) -> Response:
    return _page(_circle(office_slug), InviteForm(role=OfficeRole.OPERATOR.value))


@blueprint.post("/anggota/undang", defaults=EVERYWHERE)
@blueprint.post("/satuan-kerja/<office_slug>/anggota/undang")
@needs(Action.EDIT_MEMBERS)
@_BY_ONE_ACCOUNT
@_TO_ONE_ADDRESS
def invite_member(office_slug: str | None) -> Response:
    circle, form = _circle(office_slug), InviteForm()
    if not form.validate_on_submit():
        return _page(circle, form)
    try:
        invite_colleague(
            form.email.data or "", circle.office_id, form.chosen, actor=actor(), now=datetime.now(UTC)
        )
    except AlreadyMember:
        form.email.errors = [_("Rekan ini sudah menjadi anggota. Ubah perannya di daftar.")]
        return _page(circle, form)
    flash(_("Undangan dikirim kepada %(email)s.", email=form.email.data))
    return _back(circle)


@blueprint.post("/anggota/<int(max=2147483647):user_id>/peran", defaults=EVERYWHERE)
@blueprint.post("/satuan-kerja/<office_slug>/anggota/<int(max=2147483647):user_id>/peran")
@needs(Action.EDIT_MEMBERS)
def change_member(office_slug: str | None, user_id: int) -> Response:
    circle, form = _circle(office_slug), RoleForm()
    _require_member(circle, user_id)
    if not form.validate_on_submit():
        flash(_("Pilih satu peran."))
        return _back(circle)
    try:
        change_membership(user_id, circle.office_id, form.chosen, actor=actor(), now=datetime.now(UTC))
    except LastManager:
        flash(_("Pengelola terakhir seluruh instalasi tidak dapat diubah. Tunjuk pengelola lain dahulu."))
    else:
        flash(_("Peran telah diubah."))
    return _back(circle)


@blueprint.route(
    "/anggota/<int(max=2147483647):user_id>/akhiri", methods=["GET", "POST"], defaults=EVERYWHERE
)
@blueprint.route(
    "/satuan-kerja/<office_slug>/anggota/<int(max=2147483647):user_id>/akhiri", methods=["GET", "POST"]
)
@needs(Action.EDIT_MEMBERS)
def end_member(office_slug: str | None, user_id: int) -> Response:
    """Asked once more."""
    circle, form = _circle(office_slug), RoleForm()
    member = _require_member(circle, user_id)
    if not form.is_submitted():
        page = render_template("desk/member/end.html", circle=circle, member=member)
        return make_response(page)
    try:
        end_membership(user_id, circle.office_id, actor=actor(), now=datetime.now(UTC))
    except LastManager:
        flash(_("Pengelola terakhir seluruh instalasi tidak dapat dikeluarkan."))
    else:
        flash(_("%(name)s tidak lagi menjadi anggota.", name=member.name))
        if user_id == actor().user_id:
            return redirect(url_for("own.overview"), 303)  # the list may not be theirs any more
    return _back(circle)


@blueprint.post("/undangan-anggota/<int(max=2147483647):invitation_id>/perbarui", defaults=EVERYWHERE)
@blueprint.post("/satuan-kerja/<office_slug>/undangan/<int(max=2147483647):invitation_id>/perbarui")
@needs(Action.EDIT_MEMBERS)
@_BY_ONE_ACCOUNT
@_TO_ONE_ADDRESS
def renew_member_invitation(office_slug: str | None, invitation_id: int) -> Response:
    circle = _circle(office_slug)
    _require_invitation(circle, invitation_id)
    try:
        renew_invitation(invitation_id, actor=actor(), now=datetime.now(UTC))
    except InvitationOver:
        flash(_("Undangan ini sudah diterima."))
    else:
        flash(_("Undangan dikirim lagi. Tautan yang lama tidak berlaku."))
    return _back(circle)


@blueprint.post("/undangan-anggota/<int(max=2147483647):invitation_id>/cabut", defaults=EVERYWHERE)
@blueprint.post("/satuan-kerja/<office_slug>/undangan/<int(max=2147483647):invitation_id>/cabut")
@needs(Action.EDIT_MEMBERS)
def withdraw_member_invitation(office_slug: str | None, invitation_id: int) -> Response:
    circle = _circle(office_slug)
    _require_invitation(circle, invitation_id)
    try:
        withdraw_invitation(invitation_id, actor=actor(), now=datetime.now(UTC))
    except InvitationOver:
        flash(_("Undangan ini sudah diterima."))
    else:
        flash(_("Undangan telah ditarik kembali."))
    return _back(circle)


def _page(circle: Circle, form: InviteForm) -> Response:
    page = render_template(
        "desk/member/list.html",
        circle=circle,
        form=form,
        members=members_of(circle.office_id, turn()),
        asked=Listing(url_for("desk.members", office_slug=circle.slug), {}),
        invitations=open_invitations(circle.office_id),
        above=holders_above(circle.chain) if circle.office_id else [],
        roles=list(OfficeRole),
        now=datetime.now(UTC),
        me=actor().user_id,
    )
    return make_response(page, 422 if form.errors else 200)


def _back(circle: Circle) -> Response:
    return redirect(url_for("desk.members", office_slug=circle.slug), 303)


def _require_member(circle: Circle, user_id: int) -> Member:
    """Raises NotFound for who has no role at this very place."""
    try:
        return member_of(circle.office_id, user_id)
    except NotFound:
        log.warning("refused: %s is no member at %s, asked by %s", user_id, circle.chain, actor().user_id)
        raise


def _require_invitation(circle: Circle, invitation_id: int) -> None:
    """Raises NotFound for an invitation to another place."""
    if all(invitation.id != invitation_id for invitation in open_invitations(circle.office_id)):
        log.warning("refused: invitation %s at %s, asked by %s", invitation_id, circle.chain, actor().user_id)
        raise NotFound
