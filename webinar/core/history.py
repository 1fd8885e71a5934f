"""What changed between two states of a thing, field by field."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any


class Thing(StrEnum):
    EVENT = "event"
    PERSON = "person"
    OFFICE = "office"
    ACCOUNT = "account"
    MEMBERSHIP = "membership"  # by the account
    INVITATION = "invitation"  # of a colleague
    SERIES = "series"
    TEMPLATE = "template"
    BERITA = "berita"


class Act(StrEnum):
    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"
    MERGED = "merged"
    IMPORTED = "imported"
    PUBLISHED = "published"
    RESCHEDULED = "rescheduled"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    REINSTATED = "reinstated"  # from postponed, cancelled or archived
    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"  # what was published is a draft again
    INVITED = "invited"
    JOINED = "joined"
    READ = "read"  # personal data seen or exported


SECRETS = ("password", "token", "secret", "uniquifier", "totp", "recovery", "credential", "digest")
HIDDEN = frozenset({"meeting_link", "meeting_access", "contact_note"})  # that it changed, not what it says
CONTACT = frozenset({"email", "whatsapp", "phone"})
NAMING = ("name", "label", "position", "theme", "positions", "members")  # of a part, the first there is
DOTS = "•••"
Fields = dict[str, tuple[Any, Any]]  # path: (old, new)


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Fields:
    """The paths whose values differ, absent ones as None; values are what JSON can hold. Secrets never."""
    flat_before, flat_after = _flat(before), _flat(after)
    paths = [*flat_before, *(path for path in flat_after if path not in flat_before)]
    return {
        path: (flat_before.get(path), flat_after.get(path))
        for path in paths
        if flat_before.get(path) != flat_after.get(path) and not _is_secret(path)
    }


def _is_secret(path: str) -> bool:
    """By what its name says; that a password changed at an hour is none."""
    return any(word in path for word in SECRETS) and not path.endswith(("_at", "_count"))


def discreet(fields: Fields, *, hides_contact: bool) -> Fields:
    """What may be kept for ever: no passcodes, and the contact data of people only hinted at."""
    return {path: _discreet(path, pair, hides_contact) for path, pair in fields.items()}


def _discreet(path: str, pair: tuple[Any, Any], hides_contact: bool) -> tuple[Any, Any]:
    name = path.rpartition(".")[2]
    old, new = pair
    if name in HIDDEN:
        return old and DOTS, new and DOTS
    if hides_contact and name in CONTACT:
        return old and masked(old), new and masked(new)
    return old, new


def masked(contact: str) -> str:
    """``b•••@kpu.go.id`` or ``+62•••78``: recognised by who knows it, of no use to others."""
    name, at, host = contact.rpartition("@")
    return f"{name[:1]}{DOTS}@{host}" if at else f"{contact[:3]}{DOTS}{contact[-2:]}"


def part_names(fields: Fields, before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, str]:
    """Of each part that a path leads into (``roles.12``), what it is called now or was called."""
    found: dict[str, str] = {}
    for path in fields:
        collection, _dot, rest = path.partition(".")
        key = rest.partition(".")[0]
        for values in (before, after):
            part = values.get(collection)
            part = part.get(key) if isinstance(part, Mapping) else None
            if isinstance(part, Mapping):
                name = next((part[n] for n in NAMING if part.get(n)), None)
                if name:
                    found[f"{collection}.{key}"] = ", ".join(name) if isinstance(name, list) else name
    return found


def _flat(values: Mapping[str, Any], path: str = "") -> dict[str, Any]:
    """``{"letter": {"number": 3}}`` as ``{"letter.number": 3}``; lists are compared as a whole."""
    flat: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            flat |= _flat(value, f"{path}{name}.")
        elif value not in (None, "", []):
            flat[f"{path}{name}"] = value
    return flat


def digest(snapshot: Mapping[str, Any]) -> str:
    """Tells one state of a thing from another, so that a form sent back knows whether it is stale."""
    text = json.dumps(_flat(snapshot), sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:32]
