"""Forms of the directory: a person, with the position held now where the person is new."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, IntegerField
from wtforms.validators import NumberRange, Optional

from webinar.core.access import Action
from webinar.core.merge import Edit
from webinar.core.person import PersonData, PositionData
from webinar.web.forms.base import Form, line, lines
from webinar.web.forms.conflict import conflict_words, read_base, unshown_conflict
from webinar.web.forms.contact import email_address, phone_number
from webinar.web.forms.keeper import OfficeField
from webinar.web.forms.picture import PictureField
from webinar.web.forms.position import PositionFields, filled_position, settle_position

LONGEST_BIOGRAPHY, LONGEST_NOTE = 4_000, 1_000
PHOTO_SIDE = 800  # pixels
LAST_IN_ORDER = 9_999
OWN = {"keeper_id": "keeper", "photo_id": "photo"}  # fields of the form that bear another name


class PersonForm(Form):
    """What is known of somebody. ``base`` carries what the form was made from: nobody's change is lost."""

    base = HiddenField()
    title_prefix = line(_l("Gelar depan"), 100, hint=_l("Misalnya Prof. Dr. H."), autocomplete="off")
    name = line(
        _l("Nama"),
        200,
        required=True,
        hint=_l("Tanpa gelar. Nama tidak pernah diubah oleh sistem."),
        autocomplete="off",
        spellcheck="false",
    )
    title_suffix = line(_l("Gelar belakang"), 200, hint=_l("Misalnya S.H., M.H."), autocomplete="off")
    short_name = line(
        _l("Sebutan singkat"),
        100,
        hint=_l("Dipakai berita setelah penyebutan pertama. Tanpa ini nama lengkap diulang."),
        autocomplete="off",
        spellcheck="false",
    )
    photo = PictureField(_l("Foto"), longest=PHOTO_SIDE)
    biography = lines(
        _l("Riwayat hidup singkat"),
        LONGEST_BIOGRAPHY,
        hint=_l("Dibacakan saat orang ini diperkenalkan."),
        rows="5",
    )
    precedence = IntegerField(
        _l("Urutan protokoler"),
        description=_l("Bilangan bulat; yang lebih kecil disebut lebih dahulu."),
        validators=[
            Optional(),
            NumberRange(1, LAST_IN_ORDER, message=_l("Tulis bilangan bulat dari 1 sampai 9.999.")),
        ],
    )
    email = line(
        _l("Alamat surel"),
        254,
        type="email",
        inputmode="email",
        autocomplete="off",
        autocapitalize="none",
        spellcheck="false",
    )
    whatsapp = line(
        _l("Nomor WhatsApp"),
        40,
        hint=_l("Misalnya 0812 3456 7890."),
        type="tel",
        inputmode="tel",
        autocomplete="off",
    )
    contact_note = lines(
        _l("Catatan kontak"), LONGEST_NOTE, hint=_l("Misalnya nama dan nomor ajudan."), rows="2"
    )

    keeper = OfficeField(
        _l("Dikelola oleh"),
        action=Action.EDIT_PERSON,
        description=_l("Satuan kerja ini yang memelihara data dan melihat kontaknya."),
    )

    @classmethod
    def of(cls, data: PersonData, keeper: str | None) -> PersonForm:
        """The form showing what is recorded now; ``keeper`` is the office's name."""
        form = cls(data={**asdict(data), "keeper": keeper})
        form.remember(data)
        form.photo.show(data.photo_id)
        return form

    def remember(self, data: PersonData) -> None:
        """What the page will have been made from."""
        self.base.data = json.dumps(asdict(data))

    def validate_email(self, field: Any) -> None:
        field.data = email_address(field.data)

    def validate_whatsapp(self, field: Any) -> None:
        field.data = phone_number(field.data)

    def to_data(self, photo_id: int | None) -> PersonData:
        """Once the form is valid."""
        office = self.keeper.office
        return PersonData(
            name=self.name.data or "",
            title_prefix=self.title_prefix.data,
            title_suffix=self.title_suffix.data,
            short_name=self.short_name.data,
            biography=self.biography.data,
            photo_id=photo_id,
            email=self.email.data or None,
            whatsapp=self.whatsapp.data or None,
            contact_note=self.contact_note.data,
            precedence=self.precedence.data,
            keeper_id=office.id if office else None,
        )

    def to_edit(self, photo_id: int | None) -> Edit:
        """The changes this form makes to what it was made from."""
        return Edit(read_base(self.base.data), asdict(self.to_data(photo_id)))

    def show_conflicts(self, theirs: Mapping[str, Any], now: PersonData) -> None:
        """What somebody else wrote meanwhile, said at the fields; what was typed wins when sent again."""
        self.remember(now)
        for name, value in theirs.items():
            field = self[OWN.get(name, name)]
            words = unshown_conflict() if name in OWN else conflict_words(value)
            field.errors = [*field.errors, words]


class NewPersonForm(PositionFields, PersonForm):
    """A new person with the position held now."""

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = super().validate(extra_validators)
        return settle_position(self, required=False) and is_valid

    def to_position(self) -> PositionData | None:
        return filled_position(self)
