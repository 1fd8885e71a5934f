"""Who is invited to an office, and which role somebody has there."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice

from webinar.core.access import OfficeRole
from webinar.web.forms.base import Form, line
from webinar.web.forms.contact import email_address


def _roles() -> list[SelectChoice]:
    return [SelectChoice(role.value, role.value) for role in OfficeRole]


class RoleForm(Form):
    """One of the five roles."""

    role = RadioField(_l("Peran"), choices=_roles())

    @property
    def chosen(self) -> OfficeRole:
        return OfficeRole(self.role.data)


class InviteForm(RoleForm):
    """A colleague by mail address."""

    email = line(
        _l("Alamat surel rekan"),
        254,
        required=True,
        hint=_l("Tautan undangan dikirim ke alamat ini dan berlaku tujuh hari."),
        type="email",
        inputmode="email",
        autocapitalize="none",
        autocomplete="off",
        spellcheck="false",
    )

    def validate_email(self, field: Any) -> None:
        field.data = email_address(field.data)
