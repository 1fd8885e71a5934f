"""Forms for a copy, a series and a template: what is taken over, and for which days."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, IntegerField, RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, NumberRange, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from webinar.core.copy import CopyPart
from webinar.core.series import MOST_EVENTS, Rule, Scope
from webinar.core.typed import TypedUnfit, typed_date
from webinar.web.forms.base import REQUIRED, Form, line, lines
from webinar.web.forms.keeper import OfficeField
from webinar.web.forms.when import TypedDateField
from webinar.web.unfit import unfit_sentence

PART_WORDS = {
    CopyPart.DESCRIPTION: _("Tema, latar belakang, topik, dan tagar"),
    CopyPart.PLACE: _("Sarana, tautan rapat, dan tempat"),
    CopyPart.PEOPLE: _("Narasumber, moderator, dan petugas lain"),
    CopyPart.PROGRAMME: _("Susunan acara"),
    CopyPart.AUDIENCE: _("Kelompok peserta"),
    CopyPart.PARTNERS: _("Dasar hukum dan mitra"),
    CopyPart.REGISTRATION: _("Kuota dan daftar tunggu"),
    CopyPart.POSTER: _("Poster"),
    CopyPart.COMMITTEE: _("Penanggung jawab dan panitia"),
}
RULE_WORDS: dict[StrEnum, Any] = {
    Rule.WEEKLY: _("Setiap minggu, pada hari yang sama"),
    Rule.MONTHLY: _("Setiap bulan, pada tanggal yang sama"),
    Rule.NTH_DAY: _("Setiap bulan, pada hari yang sama (misalnya Kamis kedua)"),
    Rule.PICKED: _("Pada tanggal yang saya pilih sendiri"),
}
SCOPE_WORDS: dict[StrEnum, Any] = {
    Scope.FOLLOWING: _("Kegiatan ini dan semua yang sesudahnya"),
    Scope.ALL: _("Semua kegiatan dalam rangkaian"),
}


class PartsField(SelectMultipleField):
    """Which parts are taken over, as check boxes; ``data`` is a set of CopyPart."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: Any, *, with_times: bool = False, **options: Any) -> None:
        words = PART_WORDS | ({CopyPart.TIMES: _("Jam mulai dan selesai")} if with_times else {})
        choices = [SelectChoice(part.value, word) for part, word in words.items()]
        super().__init__(label, choices=choices, coerce=CopyPart, **options)


def _title() -> Any:
    return line(_("Judul"), 500, required=True)


def _name(label: Any, longest: int) -> Any:
    return line(label, longest, required=True)


class CopyForm(Form):
    """A copy of one event."""

    title = _title()
    start_on = TypedDateField(_("Tanggal"), required=True)
    parts = PartsField(_("Yang disalin"))


class SeriesForm(Form):
    """The same event on other days."""

    name = _name(_("Nama rangkaian"), 300)
    rule = RadioField(
        _("Diulang"),
        choices=[SelectChoice(rule.value, word) for rule, word in RULE_WORDS.items()],
        default=Rule.WEEKLY.value,
    )
    count = IntegerField(
        _("Jumlah kegiatan, termasuk yang ini"),
        default=4,
        validators=[
            Optional(),
            NumberRange(
                2, MOST_EVENTS, message=_("Tulis bilangan dari 2 sampai %(most)s.", most=MOST_EVENTS)
            ),
        ],
    )
    picked = lines(
        _("Tanggal lain"),
        2_000,
        hint=_(
            "Satu tanggal setiap baris, misalnya 12 Agustus 2026. Diisi hanya bila tanggal dipilih sendiri."
        ),
    )
    one_registration = BooleanField(_("Satu pendaftaran berlaku untuk seluruh rangkaian"))

    def picked_days(self, today: date) -> list[date] | None:
        """The days typed line by line; None, with the error at the field, where a line is no date."""
        days = []
        for text in (self.picked.data or "").splitlines():
            try:
                days += [typed_date(text, today=today)] if text.strip() else []
            except TypedUnfit as unfit:
                self.picked.errors = [f"“{text.strip()}”: {unfit_sentence(unfit)}"]
                return None
        return days


class ApplyForm(Form):
    """A change of one event brought to others of its series."""

    scope = RadioField(
        _("Terapkan pada"),
        choices=[SelectChoice(scope.value, word) for scope, word in SCOPE_WORDS.items()],
        default=Scope.FOLLOWING.value,
    )
    parts = PartsField(
        _("Bagian yang disamakan"),
        with_times=True,
        validators=[DataRequired(message=_("Pilih sedikitnya satu bagian."))],
    )
    reason = lines(
        _("Alasan perubahan jam"),
        1_000,
        hint=_("Dibaca pendaftar kegiatan yang sudah terbit. Wajib diisi bila jam ikut disamakan."),
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Another hour is told to people, so it has a reason; all else needs none."""
        is_valid = super().validate(extra_validators)
        if CopyPart.TIMES in (self.parts.data or []) and not self.reason.data:
            self.reason.errors = [str(REQUIRED)]
            return False
        return bool(is_valid)


class TemplateForm(Form):
    """Parts of an event kept under a name."""

    name = _name(_("Nama templat"), 200)
    parts = PartsField(_("Yang disimpan"))


class BeginForm(Form):
    """A draft from a template."""

    title = _title()
    start_on = TypedDateField(_("Tanggal"), required=True)
    office = OfficeField(_("Satuan kerja penyelenggara"))


class RenameForm(Form):
    name = _name(_("Nama templat"), 200)
