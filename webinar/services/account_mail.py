"""What mails about accounts say. Their rows hold ids and marks: a link is made when its mail is sent."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from webinar.adapters.links import absolute, colleague_token, fingerprint, seal, settings
from webinar.core.access import ROLE_NAMES, OfficeRole
from webinar.core.indonesian.dates import long_date
from webinar.core.zones import WIB, hour, local
from webinar.models import User
from webinar.queries.account import account_by_email, account_by_id
from webinar.queries.colleague import invitation_facts

RESET_LASTS = timedelta(hours=2)
ADDRESS_LASTS = timedelta(hours=24)
RESET, ADDRESS = "account reset", "account address"


def account_facts(kind: str, to: str, facts: dict[str, Any], *, now: datetime) -> dict[str, object] | None:
    """The names a template of ``templates/mail/account_*.txt`` uses.

    None where there is nothing to say: no account has this address, or the invitation is no longer open.
    """
    if kind == "account_invited":
        return _invited(facts, to, now)
    user = account_by_email(to) if kind == "account_reset" else _account(facts)
    if user is None or not user.active:
        return None
    if kind == "account_address_confirm" and account_by_email(to) is not None:
        return None
    return {
        "name": user.name,
        "site": settings(),
        "own_link": absolute("/akun"),
        "forgotten_link": absolute("/masuk/lupa"),
        "at": moment_words(datetime.fromisoformat(facts["at"])) if "at" in facts else None,
        "facts": facts,
        **_link(kind, user, to, now),
    }


def _link(kind: str, user: User, to: str, now: datetime) -> dict[str, object]:
    if kind == "account_reset":
        until = now + RESET_LASTS
        token = seal(RESET, user.id, reset_fingerprint(user), until=until)
        return {"link": absolute(f"/masuk/atur-ulang/{token}"), "until": moment_words(until)}
    if kind == "account_address_confirm":
        until = now + ADDRESS_LASTS
        token = seal(ADDRESS, user.id, user.email, to, until=until)
        return {"link": absolute(f"/akun/alamat/{token}"), "until": moment_words(until)}
    return {}


def _account(facts: dict[str, Any]) -> User | None:
    """The account a row was written about, and no other that came to its id."""
    user = account_by_id(facts["user_id"])
    return user if user is not None and _account_mark(user) == facts.get("mark") else None


def _invited(facts: dict[str, Any], to: str, now: datetime) -> dict[str, object] | None:
    """Only the very link the row was written for, and only to whom it was made for: it opens an office."""
    invitation = invitation_facts(facts["invitation_id"])
    if invitation is None or invitation.accepted_at is not None or invitation.expires_at <= now:
        return None
    if invitation.email != to or invitation_mark(invitation.link_key) != facts.get("mark"):
        return None
    return {
        "site": settings(),
        "office": invitation.office_name,
        "role": ROLE_NAMES[OfficeRole(invitation.role)],
        "invited_by": invitation.invited_by,
        "link": absolute(f"/undangan-rekan/{colleague_token(invitation.link_key)}"),
        "until": moment_words(invitation.expires_at),
    }


def named_in_mail(user: User) -> dict[str, Any]:
    """How a mail's row names an account: an id alone may come to mean another one."""
    return {"user_id": user.id, "mark": _account_mark(user)}


def _account_mark(user: User) -> str:
    return fingerprint("account mail", user.id, user.created_at.isoformat())


def invitation_mark(link_key: str) -> str:
    """Goes with an invitation's id into the row of a mail; another link, another mark."""
    return fingerprint("invitation mail", link_key)


def reset_fingerprint(user: User) -> str:
    """What a link to reset the password holds on to: it is void once password or address have changed."""
    return fingerprint(RESET, user.id, user.password, user.email)


def moment_words(instant: datetime) -> str:
    """``Rabu, 25 November 2026, pukul 13.00 WIB``."""
    return f"{long_date(local(instant, WIB).date())}, {hour(instant, WIB)}"
