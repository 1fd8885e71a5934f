"""What limits of accounts count by, besides the address of the network."""

from __future__ import annotations

from flask import Response, request
from flask_limiter.util import get_remote_address
from flask_security import current_user

from webinar.adapters.links import token_digest
from webinar.core.registration import email_key


def typed_address() -> str:
    """One mail address, known or not, from wherever; as a digest, since limits may be kept in Redis."""
    typed = request.form.get("email", "")
    return token_digest(email_key(typed)) if typed else get_remote_address()


def own_key() -> str:
    """One account that is signed in."""
    return f"account {current_user.id}" if current_user.is_authenticated else get_remote_address()


def has_failed(response: Response) -> bool:
    """For limits that count failures alone."""
    return response.status_code == 422
