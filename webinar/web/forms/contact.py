"""Mail addresses, telephone numbers and web addresses of a form, with what to say of wrong ones."""

from __future__ import annotations

from flask_babel import gettext as _
from wtforms.validators import ValidationError

from webinar.core.contact import ContactUnfit, mail_address, mobile_number, office_phone, web_address


def email_address(text: str | None) -> str | None:
    """The address in its one form; nothing stays as it is."""
    if not text:
        return text
    try:
        return mail_address(text)
    except ContactUnfit as error:
        raise ValidationError(_("Alamat surel belum benar. Tulis seperti nama@contoh.go.id.")) from error


def phone_number(text: str | None) -> str | None:
    """A mobile number in international form."""
    if not text:
        return None
    try:
        return mobile_number(text)
    except ContactUnfit as error:
        raise ValidationError(_("Nomor ini belum benar. Tulis seperti 0812 3456 7890.")) from error


def desk_phone(text: str | None) -> str | None:
    """An office's number as typed."""
    if not text:
        return None
    try:
        return office_phone(text)
    except ContactUnfit as error:
        raise ValidationError(_("Nomor ini belum benar. Tulis seperti (0274) 367123.")) from error


def site_address(text: str | None) -> str | None:
    """An address of the web with its scheme."""
    if not text:
        return None
    try:
        return web_address(text)
    except ContactUnfit as error:
        raise ValidationError(
            _("Alamat situs belum benar. Tulis seperti https://kab-bantul.kpu.go.id.")
        ) from error
