"""Addresses that leave the house, and the tokens of personal links.

A token is derived from the installation's secret and the submission's key: the same submission gives the same
link, a stolen database without the secret gives none.
"""

from __future__ import annotations

import hmac
from base64 import b32encode
from datetime import datetime
from hashlib import sha256
from typing import Any

from flask import current_app
from itsdangerous import BadData, URLSafeSerializer

from webinar.config import Settings


def settings() -> Settings:
    """The settings of the installation we run in."""
    return current_app.config["SETTINGS"]  # type: ignore[no-any-return]


def absolute(path: str) -> str:
    """The public address of a path; never taken from what a request claims."""
    return settings().base_url + path


def registration_token(submission_key: str) -> str:
    """160 bits in 32 letters and digits."""
    digest = _keyed("registration", submission_key).digest()[:20]
    return b32encode(digest).decode().lower()


def setup_token() -> str:
    """For the one-time link that creates the first organiser; refused once there is one."""
    return b32encode(_keyed("setup", "first organiser").digest()[:20]).decode().lower()


def colleague_token(link_key: str) -> str:
    """For the link by which somebody joins an office."""
    return b32encode(_keyed("colleague", link_key).digest()[:20]).decode().lower()


def seal(purpose: str, *values: object, until: datetime) -> str:
    """A token that carries its own facts, readable by everybody and changed by nobody, until an instant."""
    return str(_sealer(purpose).dumps([int(until.timestamp()), *values]))


def unseal(purpose: str, token: str, *, now: datetime) -> list[Any] | None:
    """What was sealed for this purpose; None for a token that is not ours, or whose time is over."""
    try:
        until, *values = _sealer(purpose).loads(token)
    except (BadData, ValueError, TypeError):
        return None
    return values if now.timestamp() < until else None


def fingerprint(purpose: str, *values: object) -> str:
    """Tells whether facts are still what they were, without telling the facts."""
    return _keyed(purpose, "|".join(map(str, values))).hexdigest()[:32]


def reader_digest(day: str, address: str, agent: str) -> str:
    """Tells one reader of a day from another without keeping who it was."""
    return _keyed("reader", f"{day}|{address}|{agent}").hexdigest()[:32]


def token_digest(token: str) -> str:
    """What the database keeps of a token."""
    return sha256(token.encode()).hexdigest()


def _sealer(purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(
        settings().secret_key, salt=f"webinar {purpose}", signer_kwargs={"digest_method": sha256}
    )


def _keyed(purpose: str, message: str) -> hmac.HMAC:
    return hmac.new(settings().secret_key.encode(), f"{purpose}|{message}".encode(), sha256)
