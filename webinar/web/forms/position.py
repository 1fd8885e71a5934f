"""A position somebody held: in what institution, as what, and from when to when."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField
from wtforms.fields.choices import SelectChoice

from webinar.core.merge import Edit
from webinar.core.people import acting_mark
from webinar.core.person import ACTING_MARKS, DAYS, PositionData, position_values
from webinar.web.filters import plain_date
from webinar.web.forms.base import REQUIRED, Form, line
from webinar.web.forms.conflict import conflict_words, read_base
from webinar.web.forms.when import TypedDateField

ACTING_WORDS = {
    "Plt.": _l("Plt. – pelaksana tugas"),
    "Plh.": _l("Plh. – pelaksana harian"),
    "Pj.": _l("Pj. – penjabat"),
    "Pjs.": _l("Pjs. – penjabat sementara"),
}


class ActingField(SelectField):
    """The four marks, and whatever else is recorded already."""

    def __init__(self, label: Any = None, **options: Any) -> None:
        choices = [SelectChoice("", _l("Pejabat definitif"))]
        choices += [SelectChoice(mark, ACTING_WORDS[mark]) for mark in ACTING_MARKS]
        super().__init__(label, choices=choices, **options)

    def process_data(self, value: Any) -> None:
        mark = acting_mark(value) or ""
        if mark and mark not in {choice.value for choice in self._options()}:
            self.choices = [*self._options(), SelectChoice(mark, mark)]
        super().process_data(mark)

    def _options(self) -> list[SelectChoice]:
        return list(self.choices)  # type: ignore[arg-type]


class PositionFields:
    """Shared by the form of a position and that of a new person."""

    position = line(
        _l("Jabatan"), 300, hint=_l("Tanpa Plt. atau Plh., misalnya Ketua atau Kepala Biro Humas.")
    )
    institution = line(
        _l("Instansi atau lembaga"),
        300,
        hint=_l("Misalnya KPU Kabupaten Bantul."),
        list="kantor",
        data_options="/kantor.txt",
        autocomplete="off",
    )
    acting = ActingField(_l("Penugasan"))
    valid_from = TypedDateField(_l("Menjabat sejak"))
    valid_to = TypedDateField(_l("Menjabat sampai"), hint=_l("Hari terakhir. Kosongkan bila masih menjabat."))


def settle_position(form: Any, *, required: bool) -> bool:
    """What concerns several fields of a position at once."""
    is_valid = True
    others = (form.institution.data, form.acting.data, form.valid_from.data, form.valid_to.data)
    if not form.position.data and (required or any(others)):
        form.position.errors = [*form.position.errors, REQUIRED]
        is_valid = False
    first, last = form.valid_from.data, form.valid_to.data
    if isinstance(first, date) and isinstance(last, date) and last < first:
        form.valid_to.errors = [*form.valid_to.errors, _("Tanggal ini mendahului hari mulai menjabat.")]
        is_valid = False
    return is_valid


def filled_position(form: Any) -> PositionData | None:
    """What a valid form says of a position; None where it names none."""
    if not form.position.data:
        return None
    return PositionData(
        name=form.position.data,
        institution=form.institution.data,
        acting=form.acting.data or None,
        valid_from=form.valid_from.data,
        valid_to=form.valid_to.data,
    )


class PositionForm(PositionFields, Form):
    """A position of somebody who is recorded; ``base`` carries what the form was made from."""

    base = HiddenField()

    @classmethod
    def of(cls, position: PositionData) -> PositionForm:
        """What is recorded, and over it what was sent; so a mark nobody knows may stay."""
        base = json.dumps(position_values(position))
        return cls(data={**asdict(position), "position": position.name, "base": base})

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = super().validate(extra_validators)
        return settle_position(self, required=True) and is_valid

    def to_data(self) -> PositionData:
        """Once the form is valid."""
        position = filled_position(self)
        assert position is not None  # noqa: S101 - validate has seen to it
        return position

    def to_edit(self) -> Edit:
        """The changes this form makes to what it was made from."""
        sent = self.base.raw_data or [None]
        return Edit(read_base(sent[0]), position_values(self.to_data()))

    def show_conflicts(self, theirs: Mapping[str, Any], now: PositionData) -> None:
        """What somebody else wrote meanwhile, said at the fields; what was typed wins when sent again."""
        self.base.data = json.dumps(position_values(now))
        for name, value in theirs.items():
            field = self["position" if name == "name" else name]
            shown = plain_date(date.fromisoformat(value)) if value and name in DAYS else value
            field.errors = [*field.errors, conflict_words(shown)]

    def refuse_end(self) -> None:
        """The last day lies before the first, of which one may have been written by somebody else."""
        self.valid_to.errors = [*self.valid_to.errors, _("Tanggal ini mendahului hari mulai menjabat.")]


class EndForm(Form):
    """The last day on which a position was held."""

    last_day = TypedDateField(_l("Hari terakhir menjabat"), required=True)

    @classmethod
    def of(cls, position_id: int, day: date) -> EndForm:
        """Several stand on one page, so each has names of its own."""
        return cls(formdata=None, prefix=prefix_of(position_id), data={"last_day": day})


def prefix_of(position_id: int) -> str:
    return f"akhir-{position_id}-"
