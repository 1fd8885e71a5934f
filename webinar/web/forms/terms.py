"""How an event takes registrations."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, IntegerField
from wtforms.validators import NumberRange, Optional

from webinar.models import Event
from webinar.web.forms.base import Form

MOST_SEATS = 1_000_000


class TermsForm(Form):
    """Open or closed, quota, waiting list."""

    is_open = BooleanField(_("Pendaftaran dibuka"))
    quota = IntegerField(
        _("Kuota"),
        description=_("Kosongkan bila tanpa batas. Kuota yang diturunkan tidak mengambil kursi siapa pun."),
        validators=[
            Optional(),
            NumberRange(0, MOST_SEATS, message=_("Tulis bilangan bulat dari 0 sampai 1.000.000.")),
        ],
    )
    keeps_waiting_list = BooleanField(_("Terima daftar tunggu setelah kuota penuh"))

    @classmethod
    def of(cls, event: Event) -> TermsForm:
        """The form showing what is set now."""
        return cls(
            data={
                "is_open": event.registration_open,
                "quota": event.quota,
                "keeps_waiting_list": event.keeps_waiting_list,
            }
        )
