"""What all forms share: messages in the reader's language, and one way to clean what was typed."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from flask_babel import get_translations
from flask_wtf import FlaskForm

# Controls and the marks that turn the direction of text have no place in a name; line breaks only in long texts.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]"
)


class Form(FlaskForm):
    """A form whose library messages come from our own catalogue."""

    class Meta(FlaskForm.Meta):
        def get_translations(self, form: Any) -> Any:
            return get_translations()


def one_line(text: str | None) -> str | None:
    """NFC, no control or direction marks, single blanks; nothing at all is None."""
    if text is None:
        return None
    cleaned = " ".join(_UNWANTED.sub("", unicodedata.normalize("NFC", text)).split())
    return cleaned or None


def several_lines(text: str | None) -> str | None:
    """Like ``one_line``, but line breaks stay."""
    if text is None:
        return None
    lines = [
        " ".join(line.split()) for line in _UNWANTED.sub("", unicodedata.normalize("NFC", text)).splitlines()
    ]
    return "\n".join(lines).strip() or None
