"""What limits of accounts count by, besides the address of the network."""

from __future__ import annotations

from contextlib import suppress

from flask import Response, request
from flask_limiter.util import get_remote_address
from flask_security import current_user

from webinar.adapters.links import token_digest
from webinar.core.contact import ContactUnfit, mail_address
from webinar.core.registration import email_key
from webinar.web.forms.base import one_line


def typed_address() -> str:
    """One mail address, known or not, from wherever; as a digest, since limits may be kept in Redis."""
    typed = one_line(request.form.get("email"))
    return address_key(typed) if typed else get_remote_address()


def address_key(typed: str) -> str:
    """The same for an address however it was written: as forms read it, or limits could be walked around."""
    with suppress(ContactUnfit):  # the form refuses it, and that is counted
        typed = mail_address(typed)
    return token_digest(email_key(typed))


def own_key() -> str:
    """One account that is signed in."""
    return f"account {current_user.id}" if current_user.is_authenticated else get_remote_address()


def has_led_on(response: Response) -> bool:
    """For limits that count what was done, and neither faults in a form nor who was turned away."""
    return response.status_code == 303


def has_failed(response: Response) -> bool:
    """For limits that count failures alone."""
    return response.status_code == 422
