"""The form behind the one-time set-up link."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import EmailField, PasswordField, StringField
from wtforms.validators import Email, EqualTo, InputRequired, Length

from webinar.web.forms.base import Form, one_line

SHORTEST_PASSWORD = 10


class SetupForm(Form):
    """Name, address and password of the first organiser."""

    name = StringField(_("Nama lengkap"), filters=[one_line], validators=[InputRequired(), Length(max=200)])
    email = EmailField(
        _("Alamat surel"),
        filters=[one_line],
        validators=[
            InputRequired(),
            Length(max=254),
            Email(message=_("Tulis alamat surel yang lengkap, misalnya nama@kpu.go.id.")),
        ],
    )
    password = PasswordField(
        _("Kata sandi"),
        description=_("Paling sedikit 10 karakter."),
        validators=[
            InputRequired(),
            Length(
                min=SHORTEST_PASSWORD, max=128, message=_("Kata sandi terdiri atas 10 sampai 128 karakter.")
            ),
        ],
    )
    repeated = PasswordField(
        _("Ulangi kata sandi"),
        validators=[InputRequired(), EqualTo("password", message=_("Kedua kata sandi belum sama."))],
    )
