"""Mail addresses, telephone numbers and web addresses as typed, turned into the one form we keep."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_PHONE = re.compile(r"[0-9+()/.,\- ]*(?:ext\.?|pes\.?|pesawat)?[0-9+()/.,\- ]*", re.IGNORECASE)


class ContactUnfit(ValueError):
    """What was typed is no such address or number."""


def mail_address(text: str) -> str:
    """The address as ``email-validator`` normalises it; never asks the network. Raises ContactUnfit."""
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise ContactUnfit(text) from error


def mobile_number(text: str) -> str:
    """``0812 3456 7890`` becomes ``+6281234567890``; other countries need a ``+``. Raises ContactUnfit."""
    import phonenumbers  # 0.1 s of metadata, wanted by few requests

    try:
        number = phonenumbers.parse(text, "ID")
    except phonenumbers.NumberParseException as error:
        raise ContactUnfit(text) from error
    if not phonenumbers.is_valid_number(number):
        raise ContactUnfit(text)
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def office_phone(text: str) -> str:
    """Stays as typed, with its extension: ``(0274) 367 123 ext. 4``. Raises ContactUnfit."""
    if sum(letter.isdigit() for letter in text) < 5 or not _PHONE.fullmatch(text):
        raise ContactUnfit(text)
    return text


def web_address(text: str) -> str:
    """``kpu.go.id`` becomes ``https://kpu.go.id``; only addresses of the web. Raises ContactUnfit."""
    url = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(url)
        is_usable = parts.scheme.lower() in ("http", "https") and _is_host(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise ContactUnfit(text) from error
    if not is_usable or parts.username or re.search(r"[\s<>\"'\\]", url):
        raise ContactUnfit(text)
    return url


def _is_host(host: str | None) -> bool:
    return bool(host and re.fullmatch(r"(?:[\w-]+\.)+[\w-]{2,63}", host))
