"""Who an entry is: its UID (RFC 5545 3.8.4.7, RFC 7986 5.3)."""

from __future__ import annotations

import hashlib
import re

_SAFE = re.compile(r"[A-Za-z0-9._~+@-]{1,255}", re.ASCII)


def entry_uid(identity: str, part: str | None = None) -> str:
    """``<identity>[-<part>]``: ASCII, at most 255, the same in download, feed and mail for ever.

    ``identity`` is stored with the event (an imported ``uid`` or a UUID) and never made from time, title or
    the installation's address, which may all change; ``part`` names the session or day and stands before an
    ``@``. What an import brought that is too long or not ASCII is replaced by its digest.
    """
    name, at, host = identity.partition("@")
    uid = f"{name}-{part}{at}{host}" if part else identity
    return uid if _SAFE.fullmatch(uid) else hashlib.sha256(uid.encode()).hexdigest()[:40]
