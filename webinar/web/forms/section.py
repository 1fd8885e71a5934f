"""What the editor's forms share: from a record's values to fields and back, with what the form was made from.

Values are those of ``queries.editor``. A form's prefix is the section's or the row's key (``dasar``,
``orang-17``), so that all forms of the page have names of their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any, ClassVar

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from markupsafe import Markup
from wtforms import BooleanField, IntegerField, SelectField, TextAreaField
from wtforms.fields import Field
from wtforms.fields.choices import SelectChoice
from wtforms.validators import NumberRange, Optional, StopValidation

from webinar.core.document.kinds import Kind
from webinar.core.editor import MOST_SEATS, longest
from webinar.core.text import clean
from webinar.core.typed import TypedTime, TypedUnfit, agreed_zone
from webinar.core.zones import Zone
from webinar.web.forms.base import Form, line, lines, one_line, several_lines
from webinar.web.forms.when import TypedDateField, TypedTimeField
from webinar.web.unfit import unfit_sentence

MOST_BASE = 500_000  # characters of what a form says it was made from
Values = dict[str, Any]
MOST_SEATS_TEXT = lazy_gettext("Tulis bilangan bulat dari 0 sampai 1.000.000.")


class ListField(TextAreaField):
    """One item a line; ``data`` is a list of texts."""

    def __init__(self, label: Any, kind: Kind, *, most: int = 200, **options: Any) -> None:
        super().__init__(label, **options)
        self.longest, self.most = longest(kind), most

    def process_data(self, value: Any) -> None:
        self.data = list(value or [])

    def process_formdata(self, valuelist: list[str]) -> None:
        lines = (clean(text) for text in (several_lines(valuelist[0]) or "").split("\n")) if valuelist else ()
        self.data = [text.strip(" ,;") for text in lines if text.strip(" ,;")]

    def pre_validate(self, form: Any) -> None:
        if len(self.data or []) > self.most:
            raise StopValidation(_("Paling banyak %(most)s baris.", most=self.most))
        if any(len(text) > self.longest for text in self.data or []):
            raise StopValidation(
                _("Satu baris terlalu panjang. Paling banyak %(most)s huruf.", most=self.longest)
            )

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else "\n".join(self.data or [])


class OptionalSelect(SelectField):
    """A choice that may be left open; ``data`` is None then."""

    def __init__(self, label: Any, choices: Any = (), **options: Any) -> None:
        super().__init__(label, choices=[], coerce=_chosen, **options)
        self.offer(choices)

    def offer(self, choices: Iterable[tuple[str, Any]]) -> None:
        """Values with their words; the empty value leaves it open."""
        self.choices = [SelectChoice(value, word) for value, word in choices]

    def pre_validate(self, form: Any) -> None:
        if self.data is not None:
            super().pre_validate(form)


def _chosen(value: Any) -> str | None:
    return str(value) if value not in (None, "", "None") else None


def text(fields: Mapping[str, Kind], name: str, label: Any, *, hint: Any = "", **given: Any) -> Any:
    """A line as long as the record has room."""
    return line(label, longest(fields[name]), hint=hint, **given)


def prose(fields: Mapping[str, Kind], name: str, label: Any, *, hint: Any = "", **given: Any) -> Any:
    """Several lines as long as the record has room."""
    return lines(label, longest(fields[name]), hint=hint, **given)


def seats(label: Any, hint: Any) -> Any:
    """A number of seats, or none for no limit."""
    return IntegerField(
        label,
        description=hint,
        validators=[Optional(), NumberRange(0, MOST_SEATS, message=MOST_SEATS_TEXT)],
        render_kw={"inputmode": "numeric"},
    )


class ValuesForm(Form):
    """A form of the editor. ``base`` is what it was made from, ``held`` the conflicts not settled yet."""

    aliases: ClassVar[Mapping[str, str]] = {}  # values that a field of another name shows

    base: Values
    held: frozenset[str]
    key: str

    @classmethod
    def of(cls, values: Values, key: str, **given: Any) -> Any:
        """The form showing the record."""
        form = cls(formdata=None, data=cls.field_data(values), prefix=f"{key}-", **given)
        form.key, form.base, form.held = key, values, frozenset()
        return form

    @classmethod
    def sent(cls, key: str, **given: Any) -> Any:
        """The form as it came back with the request."""
        form = cls(formdata=request.form, prefix=f"{key}-", **given)
        form.key, form.base = key, _told(request.form.get(f"{key}-base", ""))
        form.held = frozenset(request.form.get(f"{key}-held", "").split())
        return form

    @classmethod
    def field_data(cls, values: Values) -> Values:
        """What the fields show of the record's values."""
        return {name: _shown(value, getattr(cls, name, None)) for name, value in values.items()}

    def values(self) -> Values:
        """What the fields say, as the record's values; a text that only lost blanks is untouched."""
        found = {f.short_name: field_value(f) for f in self if f.short_name != "csrf_token"}
        return {
            name: self.base[name] if self._is_untouched(name, value) else value
            for name, value in found.items()
        }

    def _is_untouched(self, name: str, value: Any) -> bool:
        before = self.base.get(name)
        if not isinstance(before, str) or not isinstance(value, str):
            return False
        tidied = several_lines if isinstance(self[name], TextAreaField) else one_line
        return tidied(before) == value

    def field_of(self, name: str) -> Field | None:
        """The field that shows this value."""
        name = self.aliases.get(name, name)
        found: Field | None = self._fields.get(name)
        return found

    def carry(self, sent: Any, names: Iterable[str]) -> None:
        """Show in these fields what was typed into another copy of the form."""
        for name in names:
            mine, theirs = self.field_of(name), sent.field_of(name)
            if mine is not None and theirs is not None:
                mine.raw_data, mine.data = theirs.raw_data, theirs.data
                mine.errors, mine.process_errors = theirs.errors, theirs.process_errors

    def blame(self, name: str | None, sentence: str) -> bool:
        """Put an error at the field of a value; False where the form has no such field."""
        found = self.field_of(name) if name else None
        if found is not None:
            found.errors = [*found.errors, sentence]
        return found is not None

    def wrong_fields(self) -> list[Field]:
        """Those with an error, in the order of the form."""
        return [field for field in self if field.errors]

    @property
    def base_json(self) -> str:
        return json.dumps(self.base, ensure_ascii=False, sort_keys=True)

    def agrees_with(self, zone: Zone, *names: str) -> bool:
        """Whether no clock time was typed with another zone; an error stands at the field where one was."""
        agrees = True
        for name in names:
            field = self[name]
            try:
                agreed_zone(zone, field.data)
            except TypedUnfit as unfit:
                field.errors = [*field.errors, unfit_sentence(unfit)]
                agrees = False
        return agrees


def _told(text: str) -> Values:
    """What a form says it was made from; nothing where that cannot be read."""
    try:
        found = json.loads(text[:MOST_BASE]) if text else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def field_value(field: Field) -> Any:
    """What a field says, as JSON holds it."""
    data = field.data
    if isinstance(field, TypedDateField):
        return data.isoformat() if data else None
    if isinstance(field, TypedTimeField):
        return clock_text(data)
    if isinstance(field, BooleanField):
        return bool(data)
    return data


def clock_text(typed: TypedTime | None) -> str | None:
    """``13:00``, ``24:00``."""
    if typed is None:
        return None
    return "24:00" if typed.is_day_end else typed.time.strftime("%H:%M")


def _shown(value: Any, field: Any) -> Any:
    kind = getattr(field, "field_class", None)
    if value is None or kind is None:
        return value
    if issubclass(kind, TypedDateField):
        return date.fromisoformat(value)
    if issubclass(kind, TypedTimeField):
        return (
            TypedTime(time(), is_day_end=True) if value == "24:00" else TypedTime(time.fromisoformat(value))
        )
    return value


def options(choices: Any) -> Markup:
    """Suggestions of a data list."""
    return Markup("").join(Markup('<option value="{}">').format(choice) for choice in choices)
