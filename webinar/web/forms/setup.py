"""The form behind the one-time set-up link."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from webinar.web.forms.account import ADDRESS, new_password, repeated_password
from webinar.web.forms.base import Form, line
from webinar.web.forms.contact import email_address


class SetupForm(Form):
    """Name, address and password of the first organiser, and the office to begin with."""

    office = line(
        _l("Satuan kerja Anda"),
        200,
        required=True,
        hint=_l("Seperti tertulis pada kop surat, misalnya KPU Kabupaten Bantul. Yang lain dapat menyusul."),
        autocomplete="organization",
        list="kantor",
        data_options="/kantor.txt",
    )
    name = line(_l("Nama lengkap"), 200, required=True, autocomplete="name", autocapitalize="words")
    email = line(
        _l("Alamat surel"),
        254,
        required=True,
        hint=_l("Dipakai untuk masuk dan untuk mengatur ulang kata sandi."),
        autocomplete="email",
        **ADDRESS,
    )
    password = new_password()
    repeated = repeated_password()

    def validate_email(self, field: Any) -> None:
        field.data = email_address(field.data)
