"""Forms of accounts. Passwords are taken as typed: no letter of them is cleaned away."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired, Length

from webinar.core.password import LONGEST, SHORTEST
from webinar.web.forms.base import REQUIRED, Form, line
from webinar.web.forms.contact import email_address

ADDRESS = {
    "type": "email",
    "inputmode": "email",
    "autocapitalize": "none",
    "spellcheck": "false",
}


def current_password(label: Any = None) -> PasswordField:
    return PasswordField(
        label or _l("Kata sandi sekarang"),
        validators=[InputRequired(message=REQUIRED), Length(max=LONGEST)],
        render_kw={"autocomplete": "current-password"},
    )


def new_password() -> PasswordField:
    return PasswordField(
        _l("Kata sandi baru"),
        description=_l(
            "Paling sedikit %(least)s karakter. Beberapa kata yang tidak berhubungan mudah diingat dan sukar"
            " ditebak.",
            least=SHORTEST,
        ),
        validators=[
            InputRequired(message=REQUIRED),
            Length(
                min=SHORTEST,
                max=LONGEST,
                message=_l(
                    "Kata sandi terdiri atas %(least)s sampai %(most)s karakter.",
                    least=SHORTEST,
                    most=LONGEST,
                ),
            ),
        ],
        render_kw={"autocomplete": "new-password", "minlength": str(SHORTEST), "maxlength": str(LONGEST)},
    )


def repeated_password() -> PasswordField:
    return PasswordField(
        _l("Ulangi kata sandi baru"),
        validators=[
            InputRequired(message=REQUIRED),
            EqualTo("password", message=_l("Kedua kata sandi belum sama.")),
        ],
        render_kw={"autocomplete": "new-password"},
    )


class _WithAddress(Form):
    email = line(_l("Alamat surel"), 254, required=True, autocomplete="username", **ADDRESS)

    def validate_email(self, field: Any) -> None:
        field.data = email_address(field.data)


class SignInForm(_WithAddress):
    """Address and password; every fault of either is answered alike."""

    password = current_password(_l("Kata sandi"))
    remember = BooleanField(_l("Tetap masuk di perangkat ini selama 30 hari"))


class ForgottenForm(_WithAddress):
    """The address to which the link is mailed."""


class NewPasswordForm(Form):
    """A password set anew by a mailed link."""

    password = new_password()
    repeated = repeated_password()


class ChangePasswordForm(Form):
    """The password of somebody who knows the old one."""

    current = current_password()
    password = new_password()
    repeated = repeated_password()


class ConfirmForm(Form):
    """The password once more, before something that matters."""

    password = current_password(_l("Kata sandi"))


class CodeForm(Form):
    """The six digits of the authenticator application."""

    code = line(
        _l("Kode enam angka"),
        20,
        required=True,
        autocomplete="one-time-code",
        inputmode="numeric",
        autocapitalize="none",
        spellcheck="false",
    )


class RecoveryForm(Form):
    """One of the codes that were written down."""

    code = line(
        _l("Kode pemulihan"),
        40,
        required=True,
        hint=_l("Misalnya 1a2b-3c4d-5e6f. Huruf besar dan tanda hubung tidak berpengaruh."),
        autocomplete="off",
        autocapitalize="none",
        spellcheck="false",
    )


class NameForm(Form):
    name = line(_l("Nama lengkap"), 200, required=True, autocomplete="name", autocapitalize="words")


class AddressForm(Form):
    """The address an account is to have."""

    email = line(_l("Alamat surel baru"), 254, required=True, autocomplete="email", **ADDRESS)

    def validate_email(self, field: Any) -> None:
        field.data = email_address(field.data)


class PasskeyForm(Form):
    """What a passkey is called; the credential itself is filled in by the browser."""

    name = line(
        _l("Nama kunci sandi"),
        64,
        required=True,
        hint=_l("Misalnya nama ponsel atau laptop."),
        autocomplete="off",
    )
    credential = StringField(validators=[Length(max=20_000)])


class JoinForm(Form):
    """Name and password of a colleague who has no account yet."""

    name = line(_l("Nama lengkap"), 200, required=True, autocomplete="name", autocapitalize="words")
    password = new_password()
    repeated = repeated_password()
