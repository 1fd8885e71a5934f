"""What of the history is looked for."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import SelectField, StringField
from wtforms.fields.choices import SelectChoice

from webinar.web.forms.base import Form, one_line
from webinar.web.forms.when import TypedDateField
from webinar.web.history_words import THINGS


class HistoryFilter(Form):
    """Sent with the address, so that a narrowed list can be kept and passed on."""

    thing = SelectField(
        _("Tentang"),
        name="tentang",
        choices=[
            SelectChoice("", _("Semua")),
            *(SelectChoice(thing, word) for thing, word in THINGS.items()),
        ],
        validate_choice=False,
        default="",
    )
    by = StringField(
        _("Dilakukan oleh"), name="oleh", filters=[one_line], render_kw={"maxlength": "100", "type": "search"}
    )
    since = TypedDateField(_("Sejak"), name="sejak", hint="")
    until = TypedDateField(_("Sampai"), name="sampai", hint="")
