"""Choosing the office one acts for: a list of few, a name with suggestions among many."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from wtforms import StringField
from wtforms.validators import StopValidation

from webinar.core.access import Action
from webinar.models import Office
from webinar.queries.keeper import FEW, office_to_act_for, offices_to_act_for
from webinar.web.forms.base import REQUIRED, one_line
from webinar.web.guards import actor


class OfficeField(StringField):
    """The name of an office the person may act for; ``office`` is it, once the form is valid.

    ``choices`` are the names to choose from, None where there are too many: then the name is typed. The only
    one there is stands for itself. Rendered by ``office_choice`` in components/office_choice.html.
    """

    office: Office | None = None

    def __init__(self, label: Any, *, action: Action = Action.EDIT_EVENT, **options: Any) -> None:
        super().__init__(label, filters=[one_line], **options)
        self.action = action
        self.flags.required = True
        offices = offices_to_act_for(actor(), action)
        self.choices = [office.name for office in offices] if len(offices) <= FEW else None

    def pre_validate(self, form: Any) -> None:
        if not self.data:
            raise StopValidation(str(REQUIRED))
        self.office = office_to_act_for(actor(), self.action, self.data)
        if self.office is None:
            raise StopValidation(
                _("Satuan kerja ini tidak dikenal atau bukan wewenang Anda. Pilih dari saran yang muncul.")
            )

    def process_data(self, value: Any) -> None:
        only = self.choices[0] if self.choices and len(self.choices) == 1 else None
        super().process_data(value or only)
