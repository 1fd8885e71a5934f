"""Who may do what: people hold roles at offices, and a role reaches the offices below.

``may`` is the one place that decides. What is acted upon is known by its office's *chain*: the ids of the
office and of all those above it whose rights reach down to it, as ``/1/14/230/``. An office that takes no
rights from above begins a chain of its own, so that nothing reaches it from outside, nor ever from a sister.
A grant without an office holds for the whole installation.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OfficeRole(StrEnum):
    MANAGER = "manager"  # pengelola: people and the office itself
    OPERATOR = "operator"  # events, invitations, registrations
    NOTE_TAKER = "note_taker"  # notulis
    REVIEWER = "reviewer"  # peninjau: reviews and approves
    READER = "reader"  # pembaca


ROLE_NAMES = {
    OfficeRole.MANAGER: "pengelola",
    OfficeRole.OPERATOR: "operator",
    OfficeRole.NOTE_TAKER: "notulis",
    OfficeRole.REVIEWER: "peninjau",
    OfficeRole.READER: "pembaca",
}


class Action(StrEnum):
    """What a view or a command asks leave for."""

    READ = "read"  # an office's desk: events with drafts, people, berita
    READ_REGISTRATIONS = "read_registrations"  # personal data of participants
    READ_HISTORY = "read_history"
    EDIT_EVENT = "edit_event"  # create, edit, publish, move, cancel
    EDIT_REGISTRATIONS = "edit_registrations"
    WRITE_BERITA = "write_berita"  # notes and the draft
    PUBLISH_BERITA = "publish_berita"
    EDIT_PERSON = "edit_person"  # the directory of speakers and officials
    EDIT_OFFICE = "edit_office"
    EDIT_MEMBERS = "edit_members"  # colleagues and their roles


_EVERYBODY = frozenset(OfficeRole)
_WORKERS = frozenset({OfficeRole.MANAGER, OfficeRole.OPERATOR})
_MANAGERS = frozenset({OfficeRole.MANAGER})

ALLOWED: dict[Action, frozenset[OfficeRole]] = {
    Action.READ: _EVERYBODY,
    Action.READ_REGISTRATIONS: _WORKERS,
    Action.READ_HISTORY: _WORKERS | {OfficeRole.REVIEWER},
    Action.EDIT_EVENT: _WORKERS,
    Action.EDIT_REGISTRATIONS: _WORKERS,
    Action.WRITE_BERITA: _WORKERS | {OfficeRole.NOTE_TAKER, OfficeRole.REVIEWER},
    Action.PUBLISH_BERITA: _MANAGERS | {OfficeRole.REVIEWER},
    Action.EDIT_PERSON: _WORKERS,
    Action.EDIT_OFFICE: _MANAGERS,
    Action.EDIT_MEMBERS: _MANAGERS,
}


@dataclass(frozen=True)
class Grant:
    """A role at an office; at the whole installation where ``office_id`` is None."""

    role: OfficeRole
    office_id: int | None = None


@dataclass(frozen=True)
class Actor:
    """Somebody signed in, with all that was granted."""

    user_id: int
    name: str
    email: str
    grants: frozenset[Grant]


def may(actor: Actor, action: Action, chain: str) -> bool:
    """Whether the actor may do this to something of the office with this chain."""
    return any(
        grant.role in ALLOWED[action] and (grant.office_id is None or f"/{grant.office_id}/" in chain)
        for grant in actor.grants
    )


def may_grant(actor: Actor, role: OfficeRole, chain: str) -> bool:
    """Whether the actor may give somebody this role there: nobody gives rights beyond their own."""
    given = [action for action, roles in ALLOWED.items() if role in roles]
    return all(may(actor, action, chain) for action in (Action.EDIT_MEMBERS, *given))


def may_with_person(actor: Actor, action: Action, chain: str) -> bool:
    """The same of the record of a speaker or official; people are shared between offices (decision 0014).

    Whoever reads anywhere reads them all; a record that no office keeps (its chain is bare) is edited by
    whoever edits people anywhere. Contact data are shown only to who may edit the record.
    """
    is_for_all = action == Action.READ or (action == Action.EDIT_PERSON and chain == "/")
    return may_anywhere(actor, action) if is_for_all else may(actor, action, chain)


def may_anywhere(actor: Actor, action: Action) -> bool:
    """Whether there is any office at which the actor may do this."""
    return any(grant.role in ALLOWED[action] for grant in actor.grants)


def reach(actor: Actor, action: Action) -> frozenset[int] | None:
    """The offices from which the actor's right to this reaches down; None for all there are."""
    granted = [grant.office_id for grant in actor.grants if grant.role in ALLOWED[action]]
    return None if None in granted else frozenset(id_ for id_ in granted if id_ is not None)


def chain_of(office_id: int, above: str | None) -> str:
    """The chain of an office below one with the chain ``above``; None where no rights come from above."""
    return f"{above or '/'}{office_id}/"
