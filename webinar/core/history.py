"""What changed between two states of a thing, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any


class Thing(StrEnum):
    EVENT = "event"
    PERSON = "person"
    OFFICE = "office"
    ACCOUNT = "account"
    MEMBERSHIP = "membership"
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


SECRETS = frozenset(
    {"password", "token", "token_digest", "fs_uniquifier", "tf_totp_secret", "mf_recovery_codes", "secret"}
)
Fields = dict[str, tuple[Any, Any]]  # path: (old, new)


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Fields:
    """The paths whose values differ, absent ones as None; values are what JSON can hold. Secrets never."""
    flat_before, flat_after = _flat(before), _flat(after)
    paths = [*flat_before, *(path for path in flat_after if path not in flat_before)]
    return {
        path: (flat_before.get(path), flat_after.get(path))
        for path in paths
        if flat_before.get(path) != flat_after.get(path) and not SECRETS.intersection(path.split("."))
    }


def _flat(values: Mapping[str, Any], path: str = "") -> dict[str, Any]:
    """``{"letter": {"number": 3}}`` as ``{"letter.number": 3}``; lists are compared as a whole."""
    flat: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            flat |= _flat(value, f"{path}{name}.")
        elif value not in (None, "", []):
            flat[f"{path}{name}"] = value
    return flat
