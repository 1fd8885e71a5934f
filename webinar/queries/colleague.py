"""Who works with an office: members, and invitations that wait for an answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select

from webinar.core.access import OfficeRole
from webinar.core.errors import NotFound
from webinar.db import db
from webinar.models import ColleagueInvitation, Membership, Office, SignIn, User
from webinar.queries.paging import Order, Page, Turn, turned_page


class Member(NamedTuple):
    """Somebody with a role at an office; ``seen_at`` is None for who is signed in nowhere."""

    user_id: int
    name: str
    email: str
    role: OfficeRole
    since: datetime
    has_second_step: bool
    seen_at: datetime | None


class Invitation(NamedTuple):
    """A link that was mailed; ``office_name`` is None where the role holds for the whole installation."""

    id: int
    email: str
    role: OfficeRole
    office_id: int | None
    office_name: str | None
    invited_by: str | None
    created_at: datetime
    expires_at: datetime
    accepted_at: datetime | None
    link_key: str


def members_of(office_id: int | None, turn: Turn) -> Page[Member]:
    """A page of those with a role at this very office, by name, in one select.

    None asks for those of the whole installation.
    """
    lines = _members(office_id).subquery()
    order = Order((lines.c.sort_name, lines.c.id))
    return turned_page(select(lines), order, turn, _member)


def member_of(office_id: int | None, user_id: int) -> Member:
    """Somebody's role at this very office. Raises NotFound."""
    row = db.session.execute(_members(office_id).where(User.id == user_id).limit(1)).one_or_none()
    if row is None:
        raise NotFound
    return _member(row)


def _members(office_id: int | None) -> Select[Any]:
    seen = select(func.max(SignIn.seen_at)).where(SignIn.user_id == User.id).scalar_subquery()
    return (
        select(
            Membership.id,
            User.id.label("user_id"),
            User.name,
            User.email,
            Membership.role,
            Membership.created_at,
            User.totp_secret.is_not(None).label("has_second_step"),
            seen.label("seen_at"),
            func.lower(User.name).label("sort_name"),
        )
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.office_id.is_(None) if office_id is None else Membership.office_id == office_id)
    )


def _member(row: Sequence[Any]) -> Member:
    _id, user_id, name, email, role, *others, _sort_name = row
    return Member(user_id, name, email, OfficeRole(role), *others)


_INVITATION = (
    select(
        ColleagueInvitation.id,
        ColleagueInvitation.email,
        ColleagueInvitation.role,
        ColleagueInvitation.office_id,
        Office.name,
        User.name,
        ColleagueInvitation.created_at,
        ColleagueInvitation.expires_at,
        ColleagueInvitation.accepted_at,
        ColleagueInvitation.link_key,
    )
    .outerjoin(Office, Office.id == ColleagueInvitation.office_id)
    .outerjoin(User, User.id == ColleagueInvitation.invited_by_id)
)


def open_invitations(office_id: int | None) -> list[Invitation]:
    """Invitations to this very office that were not accepted, expired ones too, the latest first."""
    column = ColleagueInvitation.office_id
    rows = db.session.execute(
        _INVITATION.where(
            column.is_(None) if office_id is None else column == office_id,
            ColleagueInvitation.accepted_at.is_(None),
        ).order_by(ColleagueInvitation.id.desc())
    )
    return [_invitation(row) for row in rows]


def invitation_facts(invitation_id: int) -> Invitation | None:
    row = db.session.execute(_INVITATION.where(ColleagueInvitation.id == invitation_id)).one_or_none()
    return None if row is None else _invitation(row)


def invitation_by_digest(digest: str) -> Invitation:
    """Raises NotFound."""
    row = db.session.execute(_INVITATION.where(ColleagueInvitation.token_digest == digest)).one_or_none()
    if row is None:
        raise NotFound
    return _invitation(row)


def _invitation(row: Sequence[object]) -> Invitation:
    values = list(row)
    values[2] = OfficeRole(str(values[2]))
    return Invitation(*values)  # type: ignore[arg-type]


def chain_of_office_id(office_id: int | None) -> str:
    """The chain of an office; of the whole installation where none is named. Raises NotFound."""
    if office_id is None:
        return "/"
    chain = db.session.scalar(select(Office.chain).where(Office.id == office_id))
    if chain is None:
        raise NotFound
    return chain
