"""Colleagues: invited to an office by a mailed link, which they accept once."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import select

from webinar.adapters.links import colleague_token, token_digest
from webinar.core.access import Actor, OfficeRole, may_grant
from webinar.core.errors import AlreadyMember, InvitationOver, NotFound
from webinar.core.history import Act, Thing
from webinar.core.registration import email_key
from webinar.db import Transaction, transaction
from webinar.models import ColleagueInvitation, Membership, User
from webinar.queries.access import actor_of
from webinar.queries.account import account_by_email
from webinar.queries.colleague import chain_of_office_id, invitation_by_digest
from webinar.services.account import add_account
from webinar.services.account_mail import invitation_mark
from webinar.services.history import record_change
from webinar.services.membership import held_at, membership_values, record_membership, require_grant, roles_at
from webinar.services.outbox import post_account_mail
from webinar.services.password import hashed_password, require_strong

LASTS = timedelta(days=7)


def invite_colleague(
    email: str, office_id: int | None, role: OfficeRole, *, actor: Actor | None, now: datetime
) -> int:
    """Mail a link by which somebody takes a role at an office, or everywhere where none is named.

    An invitation that is open for the same address and office is renewed with this role. Returns its id.
    Raises NotFound where the actor may not give the role, AlreadyMember.
    """
    require_grant(actor, role, office_id)
    with transaction() as tx:
        known = account_by_email(email)
        if known is not None and roles_at(tx, known.id, office_id):
            raise AlreadyMember
        invitation = tx.session.scalars(
            select(ColleagueInvitation).where(
                ColleagueInvitation.email == email_key(email),
                ColleagueInvitation.accepted_at.is_(None),
                held_at(ColleagueInvitation, office_id),
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
    """A new link for seven more days, in the name of whoever renews it; the old one is void.

    Raises NotFound, InvitationOver once accepted.
    """
    with transaction() as tx:
        invitation = _open_invitation(tx, invitation_id, actor)
        invitation.invited_by_id = actor.user_id if actor else None
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


def _open_invitation(tx: Transaction, invitation_id: int, actor: Actor | None) -> ColleagueInvitation:
    invitation = tx.session.get(ColleagueInvitation, invitation_id, with_for_update=True)
    if invitation is None:
        raise NotFound
    require_grant(actor, OfficeRole(invitation.role), invitation.office_id)
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
    if invitation.accepted_at is not None or invitation.expires_at <= now or not _is_meant(tx, invitation):
        raise InvitationOver
    return invitation


def _is_meant(tx: Transaction, invitation: ColleagueInvitation) -> bool:
    """Whoever invited may still give the role: one who was let go does not come back by an own invitation."""
    if invitation.invited_by_id is None:
        return True
    inviter = tx.session.get_one(User, invitation.invited_by_id)
    chain = chain_of_office_id(invitation.office_id)
    return inviter.active and may_grant(actor_of(inviter), OfficeRole(invitation.role), chain)


def _send(tx: Transaction, invitation: ColleagueInvitation, now: datetime) -> None:
    invitation.link_key = secrets.token_hex(16)
    invitation.token_digest = token_digest(colleague_token(invitation.link_key))
    invitation.expires_at = now + LASTS
    tx.session.flush()
    facts = {"invitation_id": invitation.id, "mark": invitation_mark(invitation.link_key)}
    post_account_mail(tx, "account_invited", to=invitation.email, facts=facts, now=now)


def _join(tx: Transaction, invitation: ColleagueInvitation, user: User, now: datetime) -> None:
    """A role held already stays; several at one office are no harm."""
    invitation.accepted_at = now
    office_id, role = invitation.office_id, OfficeRole(invitation.role)
    held = roles_at(tx, user.id, office_id)
    if any(one.role == role for one in held):
        return
    tx.session.add(Membership(user_id=user.id, office_id=office_id, role=role, created_at=now))
    self = Actor(user.id, user.name, user.email, frozenset())
    record_membership(
        tx, Act.JOINED, user, office_id, membership_values(held), {"role": role.value}, actor=self, now=now
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
        Thing.INVITATION,
        invitation.id,
        title=invitation.email,
        office_id=invitation.office_id,
        actor=actor,
        now=now,
        before=before or {},
        after=after or {},
    )
