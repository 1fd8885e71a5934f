"""The two forms of every import: the file, and how it is to be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import FileField

from webinar.adapters.tables import DELIMITERS, ENCODINGS, ReadingWish
from webinar.services.table_reading import MOST_BYTES
from webinar.web.forms.base import Form

MOST_FILENAME = 150


class TableFileForm(Form):
    """A table as a file; no more of it is read than shows that it is too big."""

    table = FileField(
        _l("Berkas"),
        description=_l("CSV, XLSX, atau ODS, paling besar 5 MB. Judul kolom tepat di atas datanya."),
    )

    def sent(self) -> tuple[str, bytes] | None:
        """Its name and its bytes; None, with an error at the field, where no file came."""
        file = request.files.get(self.table.name)
        if file is None or not file.filename:
            self.table.errors = [_("Pilih berkas yang akan diimpor.")]
            return None
        return file.filename[-MOST_FILENAME:], file.stream.read(MOST_BYTES + 1)


@dataclass(frozen=True)
class ReadingChoice:
    """How a person wants the file to be read; everything left out is guessed."""

    wish: ReadingWish
    matching: tuple[str | None, ...] | None


def reading_mark(encoding: str | None, delimiter: str | None, sheet: str | None) -> str:
    """Tells one way of reading from another: columns that were matched in one mean nothing in the other."""
    return "/".join(part or "" for part in (encoding, delimiter, sheet))


def reading_choice(sent: Mapping[str, Any], most_columns: int) -> ReadingChoice:
    """From the fields of either form; what is not on offer is not chosen."""
    encoding, delimiter = sent.get("penyandian"), sent.get("pemisah")
    wish = ReadingWish(
        encoding=encoding if encoding in ENCODINGS else None,
        delimiter=delimiter if delimiter in DELIMITERS else None,
        sheet=str(sent.get("lembar") or "")[:100] or None,
    )
    places = [place for place in range(most_columns) if f"kolom-{place}" in sent]
    if not places or sent.get("cara") != reading_mark(wish.encoding, wish.delimiter, wish.sheet):
        return ReadingChoice(wish, None)
    return ReadingChoice(wish, tuple(sent.get(f"kolom-{place}") or None for place in range(places[-1] + 1)))
