"""From an event document to JSON: every field in its place, in the order of the published format.

Absent texts, numbers and objects are ``null``, absent lists ``[]``.  Clock times carry the offset of the
event's zone.  What was read and is written reads the same again.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from webinar.core.document.kinds import Kind, Many, Part, table
from webinar.core.document.model import EventDocument
from webinar.core.document.zone import event_zone
from webinar.core.zones import WIB, Zone, local


def write_document(document: EventDocument) -> dict[str, Any]:
    """The document as JSON values."""
    return _part(EventDocument, document, event_zone(document))


def write_part(part: Any) -> dict[str, Any] | None:
    """One object of a document that holds no clock times, as the record keeps it."""
    return None if part is None else _part(type(part), part, WIB)


def dump_json(document: EventDocument) -> str:
    """The document as JSON text that people can read, with a line break at the end."""
    return json.dumps(write_document(document), ensure_ascii=False, indent=2) + "\n"


def _part(of: type, value: Any, zone: Zone) -> dict[str, Any]:
    return {name: _value(field.kind, getattr(value, name), zone) for name, field in table(of).items()}


def _value(kind: Kind, value: Any, zone: Zone) -> Any:
    if value is None:
        return None
    match kind:
        case Part():
            return _part(kind.of, value, zone)
        case Many():
            return [_value(kind.item, item, zone) for item in value]
    if isinstance(value, datetime):
        return local(value, zone).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value
