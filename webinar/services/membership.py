"""Roles of accounts at offices: changed and taken away.

Everything here and in ``services.colleague`` asks ``may_grant``: nobody gives, takes or moves a role that
reaches beyond the own rights.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select

from webinar.core.access import Action, Actor, OfficeRole, may, may_grant
from webinar.core.errors import LastManager, NotFound
from webinar.core.history import Act, Thing
from webinar.db import Transaction, transaction
from webinar.models import ColleagueInvitation, Membership, User
from webinar.queries.colleague import chain_of_office_id
from webinar.services.history import record_change

MANAGERS = 0x6D61_6E61  # the key under which changes of who manages the installation wait for each other


def change_membership(
    user_id: int, office_id: int | None, role: OfficeRole, *, actor: Actor | None, now: datetime
) -> None:
    """Let the only role of somebody who has one at an office, or everywhere, be this one.

    Raises NotFound where there is none (people join by invitation) or the actor may not, LastManager.
    """
    require_grant(actor, role, office_id)
    with transaction() as tx:
        tx.alone(MANAGERS)
        user = _account(tx, user_id)
        held = roles_at(tx, user_id, office_id)
        if not held:
            raise NotFound
        _require_another_manager(tx, user_id, office_id, role)
        if not any(one.role == role for one in held):
            tx.session.add(Membership(user_id=user_id, office_id=office_id, role=role, created_at=now))
        _remove(tx, [one for one in held if one.role != role])
        before, after = membership_values(held), {"role": role.value}
        record_membership(tx, Act.CHANGED, user, office_id, before, after, actor=actor, now=now)


def end_membership(user_id: int, office_id: int | None, *, actor: Actor | None, now: datetime) -> None:
    """Take all of somebody's roles at an office; the account stays, with what it has elsewhere.

    Raises NotFound where there is none or the actor may not, LastManager.
    """
    _require_members(actor, office_id)
    with transaction() as tx:
        tx.alone(MANAGERS)
        user = _account(tx, user_id)
        held = roles_at(tx, user_id, office_id)
        if not held:
            raise NotFound
        _require_another_manager(tx, user_id, office_id, None)
        _remove(tx, held)
        record_membership(tx, Act.DELETED, user, office_id, membership_values(held), {}, actor=actor, now=now)


def require_grant(actor: Actor | None, role: OfficeRole, office_id: int | None) -> None:
    """Raises NotFound where the actor may not give this role at the office, or everywhere."""
    chain = chain_of_office_id(office_id)
    if actor is not None and not may_grant(actor, role, chain):
        raise NotFound


def roles_at(tx: Transaction, user_id: int, office_id: int | None) -> list[Membership]:
    """What somebody holds at this very office, or everywhere; the oldest first."""
    found = select(Membership).where(Membership.user_id == user_id, held_at(Membership, office_id))
    return list(tx.session.scalars(found.order_by(Membership.id)))


def held_at(model: type[Membership] | type[ColleagueInvitation], office_id: int | None):  # type: ignore[no-untyped-def]
    """Of this office, or of the whole installation."""
    return model.office_id.is_(None) if office_id is None else model.office_id == office_id


def membership_values(memberships: list[Membership]) -> dict[str, str]:
    """As the history holds them."""
    return {"role": ", ".join(one.role for one in memberships)} if memberships else {}


def record_membership(
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
    """A line of the history about somebody's roles at an office."""
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


def _account(tx: Transaction, user_id: int) -> User:
    user = tx.session.get(User, user_id)
    if user is None:
        raise NotFound
    return user


def _remove(tx: Transaction, memberships: list[Membership]) -> None:
    for one in memberships:
        tx.session.delete(one)
