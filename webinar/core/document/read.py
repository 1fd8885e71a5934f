"""From JSON to an event document, or to everything that is wrong with it.

``null``, a missing field, an empty text, an empty list and an object with nothing in it are the same: absent.
Types are strict otherwise; unknown fields are refused with their path unless ``ignore_unknown``.  What fits
each field is said in ``model.py``; how fields must agree, in ``agree.py``.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, TypeVar

from webinar.core.document.agree import disagreements
from webinar.core.document.kinds import Field, Kind, Many, Part, table
from webinar.core.document.model import EventDocument
from webinar.core.document.parse import parse_json
from webinar.core.document.scalar import Unfit, describe, read_scalar, shorten, wanted
from webinar.core.errors import DocumentInvalid, Problem
from webinar.core.text import clean

WHOLE_DOCUMENT = "(dokumen)"
MOST_PROBLEMS = 100
Part_ = TypeVar("Part_")


def read_json(text: str | bytes, *, ignore_unknown: bool = False) -> EventDocument:
    """The document in a JSON text (UTF-8). Raises DocumentInvalid, with line and column for broken JSON."""
    return read_document(parse_json(text), ignore_unknown=ignore_unknown)


def read_document(data: object, *, ignore_unknown: bool = False) -> EventDocument:
    """The document in a JSON value. Raises DocumentInvalid with every problem, up to a hundred."""
    reader = _Reader(ignore_unknown)
    document = reader.part(EventDocument, data, "")
    problems = reader.problems
    if document is not None:
        problems += disagreements(document, without={problem.path for problem in problems})
    if problems:
        raise DocumentInvalid(_at_most(problems))
    assert isinstance(document, EventDocument)  # noqa: S101 - for the type checker
    return document


def read_part(of: type[Part_], data: Any) -> Part_ | None:
    """One object of a document as the record keeps it; None where nothing is in it, unfit values left out."""
    part: Part_ | None = _Reader(ignore_unknown=True).part(of, data, "", required=False)
    return part


def _at_most(problems: list[Problem]) -> list[Problem]:
    more = len(problems) - MOST_PROBLEMS
    if more <= 0:
        return problems
    rest = Problem(WHOLE_DOCUMENT, f"{more} masalah lain", "tanpa masalah; perbaiki dahulu yang di atas")
    return [*problems[:MOST_PROBLEMS], rest]


class _Reader:
    """Walks the data beside the table of fields; a value that does not fit is noted and left out."""

    def __init__(self, ignore_unknown: bool) -> None:
        self.ignore_unknown = ignore_unknown
        self.problems: list[Problem] = []

    def part(self, of: type, data: Any, path: str, *, required: bool = True) -> Any:
        """An object of the class, or None where nothing is in it."""
        if data is None and path:
            data = {}
        if not isinstance(data, dict):
            return self._note(path, describe(data), "objek { … }")
        fields = table(of)
        self._refuse_unknown(data, fields, path)
        values = {}
        for field in fields.values():
            here = f"{path}.{field.name}" if path else field.name
            value = self._value(field.kind, data.get(field.name), here, field.required)
            if value is not None and value != ():
                values[field.name] = value
        if not values and not required:
            return None
        for field in fields.values():
            if field.required and field.name not in values:
                self._missing(field, path)
                values[field.name] = None
        return of(**values)

    def _value(self, kind: Kind, data: Any, path: str, required: bool = False) -> Any:
        match kind:
            case Part():
                return self.part(kind.of, data, path, required=required)
            case Many():
                return self._many(kind, data, path)
        try:
            return read_scalar(kind, data)
        except Unfit as unfit:
            return self._note(path, unfit.found, unfit.expected)

    def _many(self, kind: Many, data: Any, path: str) -> tuple[Any, ...]:
        if data is None:
            return ()
        if not isinstance(data, list):
            self._note(path, describe(data), "daftar [ … ]")
            return ()
        if len(data) > kind.most:
            self._note(path, describe(data), f"daftar berisi paling banyak {kind.most} butir")
            return ()
        items = (self._value(kind.item, item, f"{path}[{number}]") for number, item in enumerate(data))
        return tuple(item for item in items if item is not None)

    def _missing(self, field: Field, path: str) -> None:
        here = f"{path}.{field.name}" if path else field.name
        inside = (here + ".", here + "[")
        if any(p.path == here or p.path.startswith(inside) for p in self.problems):
            return
        about = field.kind.about[0].lower() + field.kind.about[1:]
        self._note(here, "isian kosong", f"{wanted(field.kind)} ({about})")

    def _refuse_unknown(self, data: dict[Any, Any], fields: dict[str, Field], path: str) -> None:
        if self.ignore_unknown:
            return
        for key in data:
            if key not in fields:
                name = shorten(key) if isinstance(key, str) else "?"
                # beyond what will be told, no time is spent on what might have been meant
                expected = _suggest(key, fields) if len(self.problems) < MOST_PROBLEMS else "nama lain"
                self._note(f"{path}.{name}" if path else name, "nama yang tidak dikenal", expected)

    def _note(self, path: str, found: str, expected: str) -> None:
        self.problems.append(Problem(path or WHOLE_DOCUMENT, found, expected))


def _suggest(key: object, fields: dict[str, Field]) -> str:
    name = clean(key[:100]).lower() if isinstance(key, str) else ""
    close = get_close_matches(name.replace(" ", "_").replace("-", "_"), fields, n=1, cutoff=0.7)
    inside = [
        f"{field.name}.{name}"
        for field in fields.values()
        if isinstance(field.kind, Part) and name in table(field.kind.of)
    ]
    known = "salah satu dari " + ", ".join(fields)
    return f"nama lain, mungkin {' atau '.join(close + inside[:2])}" if close or inside else known
