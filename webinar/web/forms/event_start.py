"""The two short forms by which an event comes to the desk: our own, and one that we attend."""

from __future__ import annotations

from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length

from webinar.core.delegation import most_delegates, typed_delegation
from webinar.core.document.kinds import table
from webinar.core.document.model import Delegate, Organiser
from webinar.core.editor import FIELDS, Section, longest
from webinar.core.typed import TypedUnfit, stretch
from webinar.core.zones import zone_of
from webinar.queries.event_start import zone_of_office
from webinar.services.event_start import EventPlan
from webinar.web.forms.base import Form, line
from webinar.web.forms.editor import BASICS, TIME
from webinar.web.forms.keeper import OfficeField
from webinar.web.forms.section import text
from webinar.web.forms.when import TypedDateField, TypedTimeField, ZoneField
from webinar.web.unfit import unfit_sentence

LONGEST_DELEGATION = 50_000
MODES = (("online", _l("Daring")), ("onsite", _l("Di tempat")), ("hybrid", _l("Daring dan di tempat")))
TITLE = longest(FIELDS[Section.BASICS]["title"])
ORGANISER = table(Organiser)["name"].kind


class _StartForm(Form):
    """What both ask for."""

    title = line(_l("Judul"), TITLE, required=True, autocomplete="off")
    office = OfficeField(_l("Satuan kerja Anda"))
    start_on = TypedDateField(_l("Tanggal"), required=True)
    starts = TypedTimeField(_l("Waktu mulai"))
    ends = TypedTimeField(_l("Waktu selesai"), ends=True)
    zone = ZoneField()
    mode = RadioField(
        _l("Cara pelaksanaan"), choices=[SelectChoice(*mode) for mode in MODES], default="online"
    )

    modes = [(value, word, "") for value, word in MODES]

    @classmethod
    def begun(cls) -> Any:
        """With the office and its zone, as far as they are known."""
        form = cls(formdata=None)
        if form.office.choices and not form.office.data:
            form.office.data = form.office.choices[0]
        if form.office.data:
            form.zone.data = zone_of_office(form.office.data).code
        form.title.data = request.args.get("judul", "")[:TITLE] or None
        return form

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = super().validate(extra_validators)
        first = self.start_on.data
        if not first or self.zone.errors or self.starts.errors or self.ends.errors:
            return is_valid
        try:
            stretch(first, None, self.starts.data, self.ends.data, zone_of(self.zone.data))
        except TypedUnfit as unfit:
            self.ends.errors = [*self.ends.errors, unfit_sentence(unfit)]
            return False
        if self.ends.data and not self.starts.data:
            self.starts.errors = [*self.starts.errors, _("Tulis juga waktu mulainya.")]
            return False
        return is_valid

    @property
    def office_id(self) -> int:
        """Of a form that is valid."""
        assert self.office.office is not None  # noqa: S101 - said for the type checker
        found: int = self.office.office.id
        return found

    def plan(self) -> EventPlan:
        """Of a form that is valid."""
        assert self.start_on.data is not None  # noqa: S101 - said for the type checker
        found = {name: self[name].data for name in ("event_type", "platform", "venue") if name in self}
        return EventPlan(
            title=self.title.data or "",
            start_on=self.start_on.data,
            zone_code=self.zone.data,
            starts=self.starts.data,
            ends=self.ends.data,
            mode=self.mode.data,
            **found,
        )


class NewEventForm(_StartForm):
    """An event of our own."""

    event_type = text(BASICS, "event_type", _l("Jenis kegiatan"), list="jenis-kegiatan")


class AttendedEventForm(_StartForm):
    """An event that others organise and we attend."""

    organiser = line(
        _l("Penyelenggara"),
        longest(ORGANISER),
        required=True,
        hint=_l("Nama lembaga yang mengadakan, misalnya KPU RI."),
        list="kantor",
        autocomplete="off",
        **{"data-options": "/kantor.txt"},
    )
    platform = text(TIME, "platform", _l("Sarana daring"), list="sarana-daring")
    venue = text(TIME, "venue", _l("Tempat"), hint=_l("Bila hadir di tempat."))
    delegation = TextAreaField(
        _l("Utusan"),
        description=_l("Satu baris tiap orang: Nama – jabatan. Boleh juga jumlahnya, misalnya 3 orang staf."),
        validators=[Length(max=LONGEST_DELEGATION, message=_l("Daftar ini terlalu panjang."))],
        render_kw={"rows": "5"},
    )

    @property
    def delegates(self) -> tuple[Delegate, ...]:
        return typed_delegation(self.delegation.data or "")

    def validate_delegation(self, field: Any) -> None:
        """Each line as long as the record has room, and no more lines than it has."""
        found = self.delegates
        if len(found) > most_delegates():
            field.errors = [_("Paling banyak %(most)s baris.", most=most_delegates())]
        fields = table(Delegate)
        for delegate in found:
            for name in ("name", "position"):
                said, most = getattr(delegate, name), longest(fields[name].kind)
                if said and len(said) > most:
                    field.errors = [
                        _(
                            "“%(start)s…” terlalu panjang. Paling banyak %(most)s huruf.",
                            start=said[:40],
                            most=most,
                        )
                    ]
                    return
