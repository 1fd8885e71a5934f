"""The registration form, and its sibling for changing what was told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, RadioField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional, ValidationError

from webinar.core.registration import RegistrationData
from webinar.queries.event import PublicGroup
from webinar.web.forms.base import REQUIRED, Form, line, lines
from webinar.web.forms.contact import email_address, phone_number
from webinar.web.forms.region import ABROAD, regencies_by_code

TEXT_LIMIT = 2_000


class RegistrationForm(Form):
    """The fields in the order of the page."""

    submission_key = HiddenField()
    website = StringField(_l("Jangan isi kolom ini"))  # people do not see it, robots fill it in

    full_name = line(
        _l("Nama lengkap"),
        200,
        required=True,
        hint=_l("Tanpa gelar."),
        autocomplete="name",
        autocapitalize="words",
    )
    title_prefix = line(
        _l("Gelar depan"), 100, hint=_l("Misalnya Dr. atau Prof."), autocomplete="honorific-prefix"
    )
    title_suffix = line(
        _l("Gelar belakang"), 200, hint=_l("Misalnya S.Kom., M.Si."), autocomplete="honorific-suffix"
    )
    email = line(
        _l("Alamat surel"),
        254,
        required=True,
        hint=_l("Konfirmasi dan tautan bergabung dikirim ke alamat ini."),
        type="email",
        autocomplete="email",
        inputmode="email",
        autocapitalize="none",
        spellcheck="false",
    )
    whatsapp = line(
        _l("Nomor WhatsApp"),
        40,
        hint=_l("Hanya untuk pengingat kegiatan ini. Misalnya 0812 3456 7890."),
        type="tel",
        autocomplete="tel",
        inputmode="tel",
    )
    group_id = RadioField(_l("Kategori peserta"), validate_choice=False, validators=[Optional()])
    institution = line(
        _l("Instansi atau lembaga"),
        200,
        required=True,
        hint=_l("Nama lengkap tanpa singkatan daerah, misalnya KPU Kabupaten Bantul."),
        autocomplete="organization",
        list="kantor",
        data_options="/kantor.txt",
    )
    unit = line(_l("Unit kerja atau bagian"), 200)
    position = line(_l("Jabatan"), 200, autocomplete="organization-title")
    region_code = StringField(
        _l("Kabupaten atau kota"),
        description=_l("Tempat Anda mengikuti kegiatan. Zona waktu Anda mengikuti pilihan ini."),
    )
    attendance_mode = RadioField(
        _l("Cara mengikuti"),
        choices=[SelectChoice("online", _l("Daring")), SelectChoice("onsite", _l("Di tempat"))],
    )
    accessibility_need = lines(
        _l("Kebutuhan aksesibilitas"),
        TEXT_LIMIT,
        hint=_l(
            "Misalnya juru bahasa isyarat atau takarir. Hanya dibaca panitia dan dihapus setelah kegiatan."
        ),
        rows="2",
    )
    question = lines(
        _l("Pertanyaan untuk narasumber"), TEXT_LIMIT, hint=_l("Diteruskan kepada moderator."), rows="3"
    )
    consents_photo = BooleanField(
        _l("Saya setuju wajah dan suara saya dapat tampak pada dokumentasi kegiatan yang dipublikasikan.")
    )
    consents_contact = BooleanField(_l("Saya bersedia menerima undangan kegiatan berikutnya."))

    def prepare(self, *, mode: str | None, groups: Sequence[PublicGroup]) -> None:
        """Fit the form to the event: hybrid ones ask for the mode, several groups for one of them."""
        if mode != "hybrid":
            del self.attendance_mode
        self.groups = {str(group.id): group for group in groups}
        self.position_required = bool(groups) and all(map(is_invited, groups))

    @property
    def chosen_group(self) -> PublicGroup | None:
        """A single group goes without saying."""
        if len(self.groups) == 1:
            return next(iter(self.groups.values()))
        return self.groups.get(self.group_id.data or "")

    @property
    def is_from_robot(self) -> bool:
        return bool(self.website.data)

    def validate_email(self, field: Any) -> None:
        field.data = email_address(field.data)

    def validate_whatsapp(self, field: Any) -> None:
        field.data = phone_number(field.data)

    def validate_region_code(self, field: Any) -> None:
        if not field.data:
            raise ValidationError(_l("Pilih kabupaten atau kota Anda."))
        if field.data != ABROAD and field.data not in regencies_by_code():
            raise ValidationError(_l("Pilih kabupaten atau kota dari daftar."))

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = super().validate(extra_validators)
        group = self.chosen_group
        if self.groups and group is None:
            self.group_id.errors = [_l("Pilih kategori peserta Anda.")]
            is_valid = False
        if not self.position.data and (self.position_required or (group and is_invited(group))):
            self.position.errors = [*self.position.errors, REQUIRED]
            is_valid = False
        return is_valid

    def to_data(self, *, email: str, submission_key: str, group_id: int | None) -> RegistrationData:
        """The answers as core knows them."""
        return RegistrationData(
            full_name=self.full_name.data or "",
            email=email,
            institution=self.institution.data or "",
            submission_key=submission_key,
            position=self.position.data,
            unit=self.unit.data,
            title_prefix=self.title_prefix.data,
            title_suffix=self.title_suffix.data,
            whatsapp=self.whatsapp.data,
            region_code=None if self.region_code.data == ABROAD else self.region_code.data,
            group_id=group_id,
            attendance_mode=self.attendance_mode.data if "attendance_mode" in self else None,
            accessibility_need=self.accessibility_need.data,
            question=self.question.data,
            consents_photo=bool(self.consents_photo.data),
            consents_contact=bool(self.consents_contact.data),
        )


class ChangeForm(RegistrationForm):
    """What a participant may change later: everything but the address and the group."""

    submission_key = website = email = group_id = None

    @property
    def chosen_group(self) -> PublicGroup | None:
        return next(iter(self.groups.values()), None)


def is_invited(group: PublicGroup) -> bool:
    """Whether a group is made of named positions, offices or bodies; their delegates tell their position."""
    return bool(group.positions or group.units or group.members)
