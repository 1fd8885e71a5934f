"""A line of the history ready to print: who, when, what, and field by field what was and what is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from webinar.core.zones import WIB, Zone
from webinar.queries.history import HistoryLine
from webinar.web.filters import moment, sentence
from webinar.web.history_values import item_text, value_text
from webinar.web.history_words import ACTS, FIELDS, ONE, PARTS
from webinar.web.preferences import chosen_zone

LONG = 160  # letters of a value shown at once
MANY = 8  # fields shown at once
FEW = 4  # fields named in a line


@dataclass(frozen=True)
class FieldLine:
    """``added`` and ``removed`` for lists; else ``old`` and ``new``, None where there was nothing."""

    label: str
    old: str | None = None
    new: str | None = None
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def is_long(self) -> bool:
        return len(self.old or "") + len(self.new or "") > LONG

    @property
    def is_list(self) -> bool:
        return bool(self.added or self.removed)


@dataclass(frozen=True)
class FieldGroup:
    """The fields of the thing itself (without a title), or those of one of its parts."""

    title: str | None
    what: str  # "", "added", "removed"
    fields: tuple[FieldLine, ...]

    @property
    def labels(self) -> list[str]:
        return [field.label for field in self.fields]


@dataclass(frozen=True)
class HistoryEntry:
    at: str
    who: str
    act: str
    thing: str
    title: str
    url: str | None
    reason: str | None
    groups: tuple[FieldGroup, ...]

    @property
    def field_count(self) -> int:
        return sum(len(group.fields) for group in self.groups)

    @property
    def is_heavy(self) -> bool:
        return self.field_count > MANY

    @property
    def summary(self) -> str:
        """The first names of what was changed, in a line; nothing for what is new as a whole."""
        names = [name for group in self.groups for name in ([group.title] if group.title else group.labels)]
        if self.field_count > MANY:
            return ""
        return ", ".join(names[:FEW]) + (" …" if len(names) > FEW else "")


def history_entries(lines: Sequence[HistoryLine]) -> list[HistoryEntry]:
    """In the reader's zone, in WIB where none was chosen."""
    zone = chosen_zone() or WIB
    return [_entry(line, zone) for line in lines]


def _entry(line: HistoryLine, zone: Zone) -> HistoryEntry:
    return HistoryEntry(
        at=moment(line.at, zone),
        who=line.actor_name or _("Sistem"),
        act=str(ACTS.get(line.act, line.act)),
        thing=str(ONE.get(line.thing, line.thing)),
        title=line.title,
        url=_url(line),
        reason=line.reason,
        groups=tuple(_groups(line, zone)),
    )


def _url(line: HistoryLine) -> str | None:
    if line.event_slug:
        return url_for("desk.event", slug=line.event_slug)
    if line.office_slug:
        return url_for("desk.office", office_slug=line.office_slug)
    return None


def _groups(line: HistoryLine, zone: Zone) -> Iterator[FieldGroup]:
    """The thing's own fields first, then part by part; ids that only the record needs are left out."""
    shown = [(path.split("."), values) for path, values in line.fields.items() if not path.endswith("_id")]
    parted = [(path, values) for path, values in shown if _is_part(path)]
    own = [_field(line.thing, path, values, zone) for path, values in shown if not _is_part(path)]
    if own:
        yield FieldGroup(None, "", tuple(own))
    for (collection, _key), group in groupby(parted, key=lambda item: (item[0][0], item[0][1])):
        yield _part_group(line.thing, collection, list(group), zone)


def _is_part(path: list[str]) -> bool:
    return len(path) > 2 and path[0] in PARTS


def _part_group(thing: str, collection: str, items: list[tuple[list[str], Any]], zone: Zone) -> FieldGroup:
    name = next((values[2] for _path, values in items if len(values) > 2), None)
    word = sentence(str(PARTS[collection]))
    pairs = [values for path, values in items if path[2] == "number"]
    old, new = pairs[0][:2] if pairs else (0, 0)
    what = "added" if old is None and new is not None else "removed" if new is None else ""
    fields = tuple(_field(thing, path, values, zone) for path, values in items)
    return FieldGroup(f"{word}: {name}" if name else word, what, fields)


def _field(thing: str, path: list[str], values: list[Any], zone: Zone) -> FieldLine:
    label, (old, new) = field_label(path), values[:2]
    known = [value for value in (old, new) if value is not None]
    if known and all(isinstance(value, list) for value in known):
        before = [item_text(item) for item in old or []]
        after = [item_text(item) for item in new or []]
        if set(before) != set(after):
            return FieldLine(
                label,
                added=tuple(item for item in after if item not in before),
                removed=tuple(item for item in before if item not in after),
            )
        return FieldLine(label, "; ".join(before), "; ".join(after))
    return FieldLine(label, value_text(thing, path, old, zone), value_text(thing, path, new, zone))


def field_label(path: Sequence[str]) -> str:
    """``Jabatan`` of ``roles.12.position``; a field without a word keeps its own name."""
    names = [part for part in path if not part.isdigit()]
    for name in (".".join(names), names[-1]):
        if name in FIELDS:
            return str(FIELDS[name])
    return names[-1].replace("_", " ")
