"""Colleagues: invited to an office by a mailed link, given roles, and let go.

Everything here asks ``may_grant``: nobody gives, takes or moves a role that reaches beyond the own rights.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import func, select

from webinar.adapters.links import colleague_token, token_digest
from webinar.core.access import Action, Actor, OfficeRole, may, may_grant
from webinar.core.errors import AlreadyMember, InvitationOver, LastManager, NotFound
from webinar.core.history import Act, Thing
from webinar.core.registration import email_key
from webinar.db import Transaction, transaction
from webinar.models import ColleagueInvitation, Membership, User
from webinar.queries.account import account_by_email
from webinar.queries.colleague import chain_of_office_id, invitation_by_digest
from webinar.services.account import add_account
from webinar.services.history import record_change
from webinar.services.outbox import post_account_mail
from webinar.services.password import hashed_password, require_strong

LASTS = timedelta(days=7)
MANAGERS = 0x6D61_6E61  # the key under which changes of who manages the installation wait for each other


def invite_colleague(
    email: str, office_id: int | None, role: OfficeRole, *, actor: Actor | None, now: datetime
) -> int:
    """Mail a link by which somebody takes a role at an office, or everywhere where none is named.

    An invitation that is open for the same address and office is renewed with this role. Returns its id.
    Raises NotFound where the actor may not give the role, AlreadyMember.
    """
    _require_grant(actor, role, office_id)
    with transaction() as tx:
        known = account_by_email(email)
        if known is not None and _roles(tx, known.id, office_id):
            raise AlreadyMember
        invitation = tx.session.scalars(
            select(ColleagueInvitation).where(
                ColleagueInvitation.email == email_key(email),
                ColleagueInvitation.accepted_at.is_(None),
                _at(ColleagueInvitation, office_id),
            )
        ).first()
        if invitation is None:
            invitation = ColleagueInvitation(email=email_key(email), office_id=office_id, created_at=now)
            tx.session.add(invitation)
        invitation.role = role
        invitation.invited_by_id = actor.user_id if actor else None
        _send(tx, invitation, now)
        _record_invitation(tx, Act.INVITED, invitation, actor=actor, now=now, after={"role": role.value})
        return invitation.id


def renew_invitation(invitation_id: int, *, actor: Actor | None, now: datetime) -> None:
    """A new link for seven more days; the old one is void. Raises NotFound, InvitationOver once accepted."""
    with transaction() as tx:
        invitation = _open_invitation(tx, invitation_id, actor)
        _send(tx, invitation, now)
        _record_invitation(tx, Act.INVITED, invitation, actor=actor, now=now, after={"role": invitation.role})


def withdraw_invitation(invitation_id: int, *, actor: Actor | None, now: datetime) -> None:
    """The link leads nowhere any more. Raises NotFound, InvitationOver once accepted."""
    with transaction() as tx:
        invitation = _open_invitation(tx, invitation_id, actor)
        before = {"role": invitation.role}
        _record_invitation(tx, Act.WITHDRAWN, invitation, actor=actor, now=now, before=before)
        tx.session.delete(invitation)


def accept_invitation(token: str, *, name: str, password: str, now: datetime) -> int:
    """Make the account of somebody who has none and give it the role; returns its id.

    The link proves that the address is theirs. Raises NotFound, InvitationOver, WeakPassword, AddressTaken.
    """
    require_strong(password, name, invitation_by_digest(token_digest(token)).email)
    hashed = hashed_password(password)
    with transaction() as tx:
        invitation = _invitation_of(tx, token, now)
        user = add_account(tx, name=name, email=invitation.email, hashed=hashed, now=now)
        _join(tx, invitation, user, now)
        return user.id


def accept_invitation_as(token: str, user_id: int, *, now: datetime) -> None:
    """Give the role to an account that is signed in. Raises NotFound, InvitationOver."""
    with transaction() as tx:
        _join(tx, _invitation_of(tx, token, now), tx.session.get_one(User, user_id), now)


def change_membership(
    user_id: int, office_id: int | None, role: OfficeRole, *, actor: Actor | None, now: datetime
) -> None:
    """Let somebody's only role at an office, or everywhere, be this one. Somebody without any is given it.

    Raises NotFound where the actor may not give or take it, LastManager.
    """
    _require_grant(actor, role, office_id)
    with transaction() as tx:
        tx.alone(MANAGERS)
        user = _account(tx, user_id)
        held = _roles(tx, user_id, office_id)
        _require_another_manager(tx, user_id, office_id, role)
        if not any(one.role == role for one in held):
            tx.session.add(Membership(user_id=user_id, office_id=office_id, role=role, created_at=now))
        _remove(tx, [one for one in held if one.role != role])
        act = Act.CHANGED if held else Act.JOINED
        _record(tx, act, user, office_id, _named(held), {"role": role.value}, actor=actor, now=now)


def end_membership(user_id: int, office_id: int | None, *, actor: Actor | None, now: datetime) -> None:
    """Take all of somebody's roles at an office; the account stays, with what it has elsewhere.

    Raises NotFound where there is none or the actor may not, LastManager.
    """
    _require_members(actor, office_id)
    with transaction() as tx:
        tx.alone(MANAGERS)
        user = _account(tx, user_id)
        held = _roles(tx, user_id, office_id)
        if not held:
            raise NotFound
        _require_another_manager(tx, user_id, office_id, None)
        _remove(tx, held)
        _record(tx, Act.DELETED, user, office_id, _named(held), {}, actor=actor, now=now)


def _require_grant(actor: Actor | None, role: OfficeRole, office_id: int | None) -> None:
    chain = chain_of_office_id(office_id)
    if actor is not None and not may_grant(actor, role, chain):
        raise NotFound


def _require_members(actor: Actor | None, office_id: int | None) -> None:
    chain = chain_of_office_id(office_id)
    if actor is not None and not may(actor, Action.EDIT_MEMBERS, chain):
        raise NotFound


def _require_another_manager(
    tx: Transaction, user_id: int, office_id: int | None, role: OfficeRole | None
) -> None:
    """Of those who manage the whole installation one must stay, with an account that opens."""
    if office_id is not None or role == OfficeRole.MANAGER:
        return
    managers = select(func.count(Membership.id)).join(User, User.id == Membership.user_id)
    of_all = Membership.office_id.is_(None), Membership.role == OfficeRole.MANAGER, User.active
    holds = tx.session.scalar(managers.where(*of_all, Membership.user_id == user_id))
    others = tx.session.scalar(managers.where(*of_all, Membership.user_id != user_id))
    if holds and not others:
        raise LastManager


def _open_invitation(tx: Transaction, invitation_id: int, actor: Actor | None) -> ColleagueInvitation:
    invitation = tx.session.get(ColleagueInvitation, invitation_id, with_for_update=True)
    if invitation is None:
        raise NotFound
    _require_grant(actor, OfficeRole(invitation.role), invitation.office_id)
    if invitation.accepted_at is not None:
        raise InvitationOver
    return invitation


def _invitation_of(tx: Transaction, token: str, now: datetime) -> ColleagueInvitation:
    """Under lock: of two who use the same link at once, the second finds it used."""
    invitation = tx.session.scalars(
        select(ColleagueInvitation)
        .where(ColleagueInvitation.token_digest == token_digest(token))
        .with_for_update()
    ).one_or_none()
    if invitation is None:
        raise NotFound
    if invitation.accepted_at is not None or invitation.expires_at <= now:
        raise InvitationOver
    return invitation


def _send(tx: Transaction, invitation: ColleagueInvitation, now: datetime) -> None:
    invitation.link_key = secrets.token_hex(16)
    invitation.token_digest = token_digest(colleague_token(invitation.link_key))
    invitation.expires_at = now + LASTS
    tx.session.flush()
    facts = {"invitation_id": invitation.id}
    post_account_mail(tx, "account_invited", to=invitation.email, facts=facts, now=now)


def _join(tx: Transaction, invitation: ColleagueInvitation, user: User, now: datetime) -> None:
    """A role held already stays; several at one office are no harm."""
    invitation.accepted_at = now
    office_id, role = invitation.office_id, OfficeRole(invitation.role)
    held = _roles(tx, user.id, office_id)
    if any(one.role == role for one in held):
        return
    tx.session.add(Membership(user_id=user.id, office_id=office_id, role=role, created_at=now))
    self = Actor(user.id, user.name, user.email, frozenset())
    _record(tx, Act.JOINED, user, office_id, _named(held), {"role": role.value}, actor=self, now=now)


def _account(tx: Transaction, user_id: int) -> User:
    user = tx.session.get(User, user_id)
    if user is None:
        raise NotFound
    return user


def _roles(tx: Transaction, user_id: int, office_id: int | None) -> list[Membership]:
    found = select(Membership).where(Membership.user_id == user_id, _at(Membership, office_id))
    return list(tx.session.scalars(found.order_by(Membership.id)))


def _at(model: type[Membership] | type[ColleagueInvitation], office_id: int | None):  # type: ignore[no-untyped-def]
    return model.office_id.is_(None) if office_id is None else model.office_id == office_id


def _remove(tx: Transaction, memberships: list[Membership]) -> None:
    for one in memberships:
        tx.session.delete(one)


def _named(memberships: list[Membership]) -> dict[str, str]:
    return {"role": ", ".join(one.role for one in memberships)} if memberships else {}


def _record(
    tx: Transaction,
    act: Act,
    user: User,
    office_id: int | None,
    before: dict[str, str],
    after: dict[str, str],
    *,
    actor: Actor | None,
    now: datetime,
) -> None:
    record_change(
        tx,
        act,
        Thing.MEMBERSHIP,
        user.id,
        title=user.name,
        office_id=office_id,
        actor=actor,
        now=now,
        before=before,
        after=after,
    )


def _record_invitation(
    tx: Transaction,
    act: Act,
    invitation: ColleagueInvitation,
    *,
    actor: Actor | None,
    now: datetime,
    before: dict[str, str] | None = None,
    after: dict[str, str] | None = None,
) -> None:
    record_change(
        tx,
        act,
        Thing.MEMBERSHIP,
        invitation.id,
        title=invitation.email,
        office_id=invitation.office_id,
        actor=actor,
        now=now,
        before=before or {},
        after=after or {},
    )
