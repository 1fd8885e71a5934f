"""What all forms share: messages in the reader's language, and one way to clean what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import request
from flask_babel import gettext, lazy_gettext
from flask_wtf import FlaskForm
from flask_wtf.form import _Auto
from wtforms.fields import StringField, TextAreaField
from wtforms.validators import Length, Optional, StopValidation

from webinar.core.text import clean

REQUIRED = lazy_gettext("Isian ini wajib diisi.")

# What WTForms says by itself, for validators that carry no message of ours; it has no Indonesian catalogue.
BUILT_IN = {
    "This field is required.": REQUIRED,
    "Not a valid choice.": lazy_gettext("Pilih salah satu yang tersedia."),
    "Invalid Choice: could not coerce.": lazy_gettext("Pilih salah satu yang tersedia."),
    "Invalid choice(s): one or more data inputs could not be coerced.": lazy_gettext(
        "Pilih salah satu yang tersedia."
    ),
    "Not a valid integer value.": lazy_gettext("Tulis angka bulat."),
    "Invalid email address.": lazy_gettext("Alamat surel belum benar. Tulis seperti nama@contoh.go.id."),
    "Invalid input.": lazy_gettext("Isian ini tidak dapat dibaca."),
}


class _Catalogue:
    """WTForms' messages through our catalogue."""

    def gettext(self, text: str) -> str:
        return str(BUILT_IN.get(text) or gettext(text))

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        return self.gettext(singular if count == 1 else plural)


class Form(FlaskForm):
    """A form whose library messages come from our own catalogue."""

    class Meta(FlaskForm.Meta):
        def get_translations(self, form: Any) -> Any:
            return _Catalogue()

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """What a page's form sends and nothing else; a JSON body is an empty form."""
            if formdata is not _Auto:
                return formdata
            return request.form if request.method == "POST" else None


def one_line(text: str | None) -> str | None:
    """Cleaned by the one rule, single blanks; nothing at all is None."""
    return " ".join(clean(text).split()) or None if text is not None else None


def several_lines(text: str | None) -> str | None:
    """Like ``one_line``, but line breaks stay."""
    return clean(text, prose=True) or None if text is not None else None


class Filled:
    """What is left after cleaning counts, not what was sent."""

    field_flags = {"required": True}

    def __call__(self, form: Any, field: Any) -> None:
        if not field.data:
            field.errors = []
            raise StopValidation(str(REQUIRED))


def line(
    label: Any, longest: int, *, required: bool = False, hint: Any = "", **attributes: str
) -> StringField:
    """One line of text, at most as long as its column."""
    return StringField(
        label,
        filters=[one_line],
        validators=_validators(longest, required),
        description=hint,
        render_kw=attributes,
    )


def lines(
    label: Any, longest: int, *, required: bool = False, hint: Any = "", **attributes: str
) -> TextAreaField:
    """Several lines of text."""
    return TextAreaField(
        label,
        filters=[several_lines],
        validators=_validators(longest, required),
        description=hint,
        render_kw=attributes,
    )


def _validators(longest: int, required: bool) -> list[Callable[[Any, Any], None]]:
    too_long = lazy_gettext("Isian ini terlalu panjang. Paling banyak %(most)s huruf.", most=longest)
    return [Filled() if required else Optional(), Length(max=longest, message=too_long)]
