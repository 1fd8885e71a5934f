"""Mail addresses and telephone numbers as typed, turned into the one form we keep."""

from __future__ import annotations

from flask_babel import gettext as _
from wtforms.validators import ValidationError


def email_address(text: str | None) -> str | None:
    """The address as ``email-validator`` normalises it; never asks the network."""
    if not text:
        return text
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise ValidationError(_("Alamat surel belum benar. Tulis seperti nama@contoh.go.id.")) from error


def phone_number(text: str | None) -> str | None:
    """``0812 3456 7890`` becomes ``+6281234567890``; other countries need their ``+``."""
    if not text:
        return None
    import phonenumbers  # 0.1 s of metadata, wanted by few requests

    try:
        number = phonenumbers.parse(text, "ID")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_valid_number(number):
        raise ValidationError(_("Nomor ini belum benar. Tulis seperti 0812 3456 7890."))
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
