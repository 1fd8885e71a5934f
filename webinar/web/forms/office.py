"""An office as it is described, and the place it has in the tree."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from itertools import groupby
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from markupsafe import Markup, escape
from wtforms import BooleanField, HiddenField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from webinar.core.merge import Edit
from webinar.core.office import LEVELS, OfficeData, level_fits
from webinar.models import Region
from webinar.queries.office import office_called
from webinar.queries.region import region_names
from webinar.web.forms.base import Form, line, lines
from webinar.web.forms.contact import desk_phone, email_address, phone_number, site_address
from webinar.web.forms.region import regencies_by_code
from webinar.web.kept import kept


def level_word(level: str | None) -> str:
    """What a level is called; nothing where none is known."""
    words = {
        "national": _("Pusat"),
        "province": _("Provinsi"),
        "regency": _("Kabupaten atau kota"),
        "other": _("Lainnya"),
    }
    return words.get(level or "", "")


def level_options(chosen: str | None) -> Markup:
    return _options([(level, level_word(level)) for level in LEVELS], chosen)


def province_names() -> dict[str, str]:
    """The provinces by their codes."""
    return kept("regencies").get(
        "provinces", lambda: {code: name for code, name in region_names().items() if "." not in code}
    )


def province_options(chosen: str | None) -> Markup:
    return _options(list(province_names().items()), chosen)


def office_region_options(chosen: str | None) -> Markup:
    """Provinces, each with its regencies and cities."""
    parts = []
    for code, found in groupby(regencies_by_code().values(), key=lambda regency: regency.code[:2]):
        name = province_names()[code]
        choices = [(code, _("Provinsi %(name)s", name=name)), *((r.code, r.label) for r in found)]
        parts.append(Markup('<optgroup label="{}">{}</optgroup>').format(name, _options(choices, chosen)))
    return Markup("").join(parts)


def region_label(region: Region) -> str:
    """``Provinsi Aceh``, ``Kabupaten Bantul``."""
    if region.kind == "province":
        return _("Provinsi %(name)s", name=region.name)
    found = regencies_by_code().get(region.code)
    return found.label if found else region.name


def _options(choices: list[tuple[str, str]], chosen: str | None) -> Markup:
    return Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            value, Markup(" selected") if value == chosen else "", escape(word)
        )
        for value, word in choices
    )


class PlaceForm(Form):
    """Where an office stands in the tree."""

    parent = line(
        _l("Satuan kerja di atasnya"),
        200,
        hint=_l("Tulis namanya, lalu pilih dari daftar. Kosongkan bila berdiri sendiri."),
        list="kantor",
        data_options="/kantor.txt",
        autocomplete="off",
    )
    takes_rights = BooleanField(
        _l("Peran di satuan kerja atas berlaku di sini"),
        description=_l("Yang berperan di sana dapat bekerja di sini seperti di satuan kerjanya sendiri."),
        default=True,
    )

    parent_id: int | None = None

    def validate_parent(self, field: Any) -> None:
        if not field.data:
            return
        found = office_called(field.data)
        if found is None:
            raise ValidationError(_("Belum ada satuan kerja dengan nama ini. Pilih dari daftar."))
        self.parent_id = found.id


class OfficeForm(Form):
    """What is told of an office; ``seen`` carries what the form was made from."""

    seen = HiddenField()
    name = line(_l("Nama"), 200, required=True, hint=_l("Seperti tercetak, misalnya KPU Kabupaten Bantul."))
    long_name = line(_l("Nama panjang"), 300, hint=_l("Misalnya Komisi Pemilihan Umum Kabupaten Bantul."))
    level = SelectField(
        _l("Jenjang"),
        description=_l("Pusat, provinsi, atau di bawahnya."),
        choices=[SelectChoice(level, level) for level in ("", *LEVELS)],
    )
    region_code = StringField(_l("Wilayah"), description=_l("Zona waktu mengikuti wilayah."))
    city = line(_l("Kota"), 80, hint=_l("Untuk baris tanggal berita, misalnya Bantul."))
    email = line(_l("Surel"), 254, type="email", inputmode="email", autocapitalize="none", spellcheck="false")
    whatsapp = line(
        _l("Nomor WhatsApp"), 40, hint=_l("Misalnya 0812 3456 7890."), type="tel", inputmode="tel"
    )
    phone = line(_l("Telepon"), 30, hint=_l("Misalnya (0274) 367123."), type="tel", inputmode="tel")
    address = lines(_l("Alamat"), 500, rows="3")
    website = line(_l("Situs"), 200, inputmode="url", autocapitalize="none", spellcheck="false")

    def show(self, data: OfficeData) -> None:
        """Fill the form with what the record holds."""
        self.process(data=asdict(data) | {"seen": json.dumps(asdict(data))})

    def see(self, data: OfficeData) -> None:
        """From now on the form counts as made from this."""
        self.seen.data = json.dumps(asdict(data))

    def validate_email(self, field: Any) -> None:
        field.data = email_address(field.data)

    def validate_whatsapp(self, field: Any) -> None:
        field.data = phone_number(field.data)

    def validate_phone(self, field: Any) -> None:
        field.data = desk_phone(field.data)

    def validate_website(self, field: Any) -> None:
        field.data = site_address(field.data)

    def validate_region_code(self, field: Any) -> None:
        field.data = field.data or None
        if field.data and field.data not in province_names() and field.data not in regencies_by_code():
            raise ValidationError(_("Pilih wilayah dari daftar."))
        if not level_fits(self.level.data, field.data):
            raise ValidationError(_("Wilayah ini tidak sesuai dengan jenjangnya."))

    def to_data(self) -> OfficeData:
        values: dict[str, Any] = {field.name: self[field.name].data or None for field in fields(OfficeData)}
        return OfficeData(**values)

    def to_edit(self) -> Edit:
        return Edit(base=self._base(), mine=asdict(self.to_data()))

    def _base(self) -> dict[str, Any]:
        """What came back of what the form was made from; whoever tampers with it conflicts with everybody."""
        try:
            found = json.loads(self.seen.data or "")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


class NewOfficeForm(OfficeForm, PlaceForm):
    """Both at once, for an office that is not there yet."""
