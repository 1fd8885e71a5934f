"""Dates and clock times as people type them: text fields that keep what was typed and say what they take.

``TypedDateField.data`` is a ``date``, ``TypedTimeField.data`` a ``core.typed.TypedTime``; both None where
nothing was typed. What cannot be read is kept in the field, with the reason as its error.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation

from webinar.core.typed import LONGEST, Reason, TypedTime, TypedUnfit, typed_date, typed_time
from webinar.core.zones import WIB, ZONES, local
from webinar.web.filters import plain_date, zone_label
from webinar.web.forms.base import REQUIRED, one_line
from webinar.web.preferences import chosen_zone
from webinar.web.unfit import unfit_sentence

DATE_HINT = _l("Misalnya 12 Agustus 2021 atau 12/8/21.")
TIME_HINT = _l("Misalnya 13.00.")
END_HINT = _l("Kosongkan bila sampai selesai.")


def today() -> date:
    """The reader's today: in the zone they chose, else in WIB."""
    return local(datetime.now(UTC), chosen_zone() or WIB).date()


class _TypedField(StringField):
    """What both kinds share: the text stays as typed, its reading is ``data``."""

    inputmode = "text"

    def __init__(self, label: Any = None, *, required: bool = False, hint: Any = "", **given: Any) -> None:
        attributes = {
            "inputmode": self.inputmode,
            "autocomplete": "off",
            "spellcheck": "false",
            "maxlength": str(LONGEST),
        }
        given["render_kw"] = attributes | given.get("render_kw", {})
        super().__init__(label, description=hint, **given)
        self.is_required = required
        if required:
            self.flags.required = True

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = valuelist[0] if valuelist else ""
        self.data = None
        if not one_line(typed):
            return
        try:
            self.data = self._read(typed)
        except TypedUnfit as unfit:
            raise ValueError(unfit_sentence(unfit)) from None

    def pre_validate(self, form: Any) -> None:
        """An unread text has its own error; only an empty field lacks something."""
        if self.process_errors:
            raise StopValidation
        if self.is_required and self.data is None:
            raise StopValidation(str(REQUIRED))
        if self.data is None:
            raise StopValidation  # as wtforms' Optional

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else self._shown()

    def _read(self, typed: str) -> Any:
        raise NotImplementedError

    def _shown(self) -> str:
        raise NotImplementedError


class TypedDateField(_TypedField):
    """A day; ``data`` is a date. Shows a stored day as ``12 Agustus 2021``."""

    def __init__(self, label: Any = None, *, hint: Any = DATE_HINT, **given: Any) -> None:
        super().__init__(label, hint=hint, **given)

    def _read(self, typed: str) -> date:
        return typed_date(typed, today=today())

    def _shown(self) -> str:
        return plain_date(self.data)  # type: ignore[arg-type]


class TypedTimeField(_TypedField):
    """A clock time; ``data`` is a TypedTime. Takes a stored ``time`` or aware ``datetime`` as well.

    ``ends``: where something ends, so that 24.00 fits and ``selesai`` is no time at all.
    """

    inputmode = "text"  # not decimal: the keyboards of many phones then have no colon and no letters

    def __init__(self, label: Any = None, *, ends: bool = False, hint: Any = None, **given: Any) -> None:
        super().__init__(label, hint=(END_HINT if ends else TIME_HINT) if hint is None else hint, **given)
        self.ends = ends

    def process_data(self, value: Any) -> None:
        if isinstance(value, datetime):
            value = value.time()
        self.data = TypedTime(value) if isinstance(value, time) else value

    def _read(self, typed: str) -> TypedTime | None:
        try:
            return typed_time(typed, ends=self.ends)
        except TypedUnfit as unfit:
            if self.ends and unfit.reason == Reason.OPEN_END:
                return None
            raise

    def _shown(self) -> str:
        return str(self.data)


class ZoneField(SelectField):
    """One of the three zones; ``data`` is its code, WIB where none is chosen yet."""

    def __init__(self, label: Any = None, **given: Any) -> None:
        choices = [SelectChoice(zone.code, f"{zone.code} – {zone_label(zone.code)}") for zone in ZONES]
        super().__init__(label or _l("Zona waktu"), choices=choices, default=WIB.code, **given)
