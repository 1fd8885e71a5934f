"""Who an entry is (UID) and which version of it this is (SEQUENCE): RFC 5545 3.8.4.7, RFC 5546 2.1.4."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime

from webinar.core.calendar.entry import EntryStatus

_SAFE = re.compile(r"[A-Za-z0-9._~+@-]{1,255}", re.ASCII)


def entry_uid(identity: str, *, host: str, part: str | None = None) -> str:
    """``<identity>[-<part>]@<host>``: ASCII, at most 255, the same in download, feed and mail for ever.

    ``identity`` is stored with the event (an imported ``uid`` or a UUID) and never made from time or title;
    ``part`` names the session or day. An identity with an ``@`` keeps its own host. What an import brought
    that is too long or not ASCII is replaced by its digest.
    """
    name, _, own_host = identity.partition("@")
    uid = f"{name}-{part}@{own_host or host}" if part else f"{name}@{own_host or host}"
    return uid if _SAFE.fullmatch(uid) else f"{hashlib.sha256(uid.encode()).hexdigest()[:40]}@{host}"


@dataclass(frozen=True)
class Appointment:
    """What a calendar must be told anew when it changes; a corrected title is not among it."""

    starts_at: datetime | date
    ends_at: datetime | None
    status: EntryStatus


def next_sequence(sequence: int, *, before: Appointment, after: Appointment) -> int:
    """One more when start, end or status changed (cancelled, restored too), else the same; never lower."""
    return sequence + (before != after)
