"""Codes of the second step: those an authenticator application counts out (TOTP, RFC 6238), and those for
the day it is lost. Secrets of applications are encrypted with the installation's secret."""

from __future__ import annotations

import secrets
from datetime import datetime

from flask import current_app
from passlib.exc import TokenError
from passlib.totp import TOTP

from webinar.adapters.links import fingerprint, settings

RECOVERY_COUNT = 10
_WINDOW_SECONDS = 30  # the code before and the one after are taken as well


def new_totp_secret() -> str:
    """Encrypted, as it may be kept."""
    return str(_totp().new().to_json(encrypt=True))


def totp_counter(secret: str, code: str, *, last: int | None, now: datetime) -> int | None:
    """The number of the interval the code belongs to; None for a wrong code, or one not after ``last``."""
    digits = "".join(code.split())
    if not (digits.isascii() and digits.isdigit()):
        return None
    try:
        match = _totp().verify(
            digits, secret, time=now.timestamp(), window=_WINDOW_SECONDS, last_counter=last
        )
    except TokenError:
        return None
    return int(match.counter)


def totp_key(secret: str) -> str:
    """To be typed where no camera reads the picture: groups of four letters."""
    return str(_totp().from_source(secret).pretty_key()).replace("-", " ")


def totp_picture(secret: str, account: str) -> str:
    """The QR code for the application, as the address of an image."""
    import segno  # wanted by one page

    code = segno.make(_totp().from_source(secret).to_uri(account), error="m", micro=False)
    return str(code.svg_data_uri(border=2, dark="#000", light="#fff", scale=5))


def new_recovery_codes() -> list[str]:
    """Ten of 48 random bits each, such as ``1a2b-3c4d-5e6f``."""
    words = (secrets.token_hex(6) for _ in range(RECOVERY_COUNT))
    return ["-".join((word[:4], word[4:8], word[8:])) for word in words]


def recovery_digest(user_id: int, code: str) -> str:
    """What is kept of a code; capitals, blanks and hyphens do not matter."""
    plain = "".join(letter for letter in code.casefold() if letter.isalnum())
    return fingerprint("recovery code", user_id, plain)


def _totp() -> type[TOTP]:
    """Made once an application: it derives keys from the secret."""
    if "totp" not in current_app.extensions:
        issuer = settings().site_name.replace(":", " ")
        current_app.extensions["totp"] = TOTP.using(issuer=issuer, secrets={1: settings().secret_key})
    found: type[TOTP] = current_app.extensions["totp"]
    return found
