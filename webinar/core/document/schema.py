"""The event document as a JSON Schema (draft 2020-12), for other programs that write or check such files.

It is made from the same table of fields that the reader walks.  It says what every field may be; how fields
must agree with each other (zones and offsets, days, sessions) only the reader knows, so it refuses some
documents that the schema lets pass, never the other way round.
"""

from __future__ import annotations

from typing import Any

from webinar.core.document.kinds import Choice, Day, Field, Flag, Kind, Many, Moment, Part, Text, Whole, table
from webinar.core.document.model import EventDocument
from webinar.core.document.scalar import DAY_PATTERN, MOMENT_PATTERN

SCHEMA_ID = "urn:webinar:event-document:1"


def event_schema() -> dict[str, Any]:
    """The schema, fresh for the caller to keep or change."""
    definitions: dict[str, Any] = {}
    body = _object(EventDocument, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Dokumen kegiatan",
        "description": "Satu kegiatan sebagaimana diketahui satuan kerja: sebelum dan sesudah berlangsung.",
        **body,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(of: type, definitions: dict[str, Any]) -> dict[str, Any]:
    fields = table(of)
    required = [name for name, field in fields.items() if field.required]
    return {
        "type": "object",
        **({"required": required} if required else {}),
        "properties": {name: _field(field, definitions) for name, field in fields.items()},
        "additionalProperties": False,
    }


def _field(field: Field, definitions: dict[str, Any]) -> dict[str, Any]:
    return {"description": field.kind.about + ".", **_kind(field.kind, field.required, definitions)}


def _kind(kind: Kind, required: bool, definitions: dict[str, Any]) -> dict[str, Any]:
    match kind:
        case Part():
            reference = _reference(kind, definitions)
            return reference if required else {"anyOf": [reference, {"type": "null"}]}
        case Many():
            item = {"title": kind.item.about, **_kind(kind.item, False, definitions)}
            return {"type": ["array", "null"], "items": item, "maxItems": kind.most}
        case Choice():
            return {"enum": [*kind.words, *([] if required else ["", None])]}
        case Text():
            return _text(kind, required)
        case Whole():
            return {"type": ["integer", "null"], "minimum": kind.least, "maximum": kind.most}
        case Flag():
            return {"type": ["boolean", "null"]}
        case Day():
            return _pattern(DAY_PATTERN, "date", required)
        case Moment():
            return _pattern(MOMENT_PATTERN, "date-time", required)


def _reference(kind: Part, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.of.__name__
    if name not in definitions:
        definitions[name] = {"title": kind.about} | _object(kind.of, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _text(kind: Text, required: bool) -> dict[str, Any]:
    types = ["string", *(["integer"] if kind.numeral else []), *([] if required else ["null"])]
    least = {"minLength": 1} if required else {}
    return {"type": types[0] if len(types) == 1 else types, **least, "maxLength": kind.most}


def _pattern(pattern: str, form: str, required: bool) -> dict[str, Any]:
    if required:
        return {"type": "string", "format": form, "pattern": pattern}
    return {"anyOf": [{"type": "string", "format": form, "pattern": pattern}, {"enum": ["", None]}]}
