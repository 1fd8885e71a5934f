"""Values of the history in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from flask_babel import gettext as _

from webinar.core.access import ROLE_NAMES, OfficeRole
from webinar.core.history import Thing
from webinar.core.states import BeritaState, EventState, GroupKind, Part
from webinar.core.zones import BY_NAME, Zone, zone_of
from webinar.web.filters import moment, number, part_word, plain_date


def item_text(item: Any) -> str:
    """``Undang-Undang · 14 · 2008`` of a legal basis; dates in words."""
    if isinstance(item, dict):
        return " · ".join(item_text(value) for value in item.values() if value not in (None, "", []))
    if isinstance(item, list):
        return ", ".join(map(item_text, item))
    day = _day(item)
    return plain_date(day) if day else str(item)


def value_text(thing: str, path: list[str], value: Any, zone: Zone) -> str | None:
    """What a field held, None where it held nothing; instants in the reader's zone."""
    if value is None:
        return None
    if isinstance(value, bool):
        return _("Ya") if value else _("Tidak")
    name = path[-1]
    if name in WORDED:
        return str(WORDED[name](thing, value))
    if isinstance(value, int):
        return number(value + 1) if name == "number" and len(path) > 2 else number(value)
    if name.endswith("_at"):
        return moment(datetime.fromisoformat(value), zone)
    day = _day(value)
    return plain_date(day) if day else str(value)


def _day(value: Any) -> date | None:
    if not (isinstance(value, str) and len(value) == len("2026-12-03") and value[4:5] == "-"):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _state(thing: str, value: str) -> str:
    if thing == Thing.BERITA:
        reviewed: dict[str, str] = {
            BeritaState.DRAFT: _("Draf"),
            BeritaState.IN_REVIEW: _("Menunggu tinjauan"),
            BeritaState.APPROVED: _("Disetujui"),
            BeritaState.PUBLISHED: _("Terbit"),
        }
        return reviewed.get(value, value)
    words: dict[str, str] = {
        EventState.DRAFT: _("Draf"),
        EventState.PUBLISHED: _("Terbit"),
        EventState.POSTPONED: _("Ditunda"),
        EventState.CANCELLED: _("Dibatalkan"),
        EventState.ARCHIVED: _("Diarsipkan"),
    }
    return words.get(value, value)


def _mode(_thing: str, value: str) -> str:
    return {"online": _("Daring"), "onsite": _("Di tempat"), "hybrid": _("Daring dan di tempat")}.get(
        value, value
    )


def _kind(_thing: str, value: str) -> str:
    words: dict[str, str] = {
        GroupKind.RULE: _("Jabatan pada satuan kerja"),
        GroupKind.LIST: _("Lembaga atau orang tertentu"),
        GroupKind.OPEN: _("Umum, siapa saja"),
        "plenary": _("Pleno"),
        "panel": _("Panel"),
        "breakout": _("Ruang diskusi (breakout)"),
        "training": _("Pelatihan"),
        "break": _("Jeda"),
    }
    return words.get(value, value)


def _level(_thing: str, value: str) -> str:
    return {
        "national": _("Pusat"),
        "province": _("Provinsi"),
        "regency": _("Kabupaten/Kota"),
        "district": _("Kecamatan"),
        "other": _("Lainnya"),
    }.get(value, value)


def _role(thing: str, value: str) -> str:
    if thing in (Thing.MEMBERSHIP, Thing.INVITATION):
        return ROLE_NAMES.get(OfficeRole(value), value) if value in set(OfficeRole) else value
    return part_word("speaker", value)


def _part(_thing: str, value: str) -> str:
    return part_word(value, None) if value in set(Part) else value


def _rule(_thing: str, value: str) -> str:
    return {
        "weekly": _("Setiap minggu"),
        "monthly": _("Setiap bulan, pada tanggal yang sama"),
        "nth_day": _("Setiap bulan, pada hari yang sama"),
        "picked": _("Tanggal pilihan"),
    }.get(value, value)


def _zone(_thing: str, value: str) -> str:
    return zone_of(value).code if value in BY_NAME else value


WORDED: dict[str, Callable[[str, Any], str]] = {
    "state": _state,
    "mode": _mode,
    "kind": _kind,
    "level": _level,
    "organiser_level": _level,
    "part": _part,
    "role": _role,
    "rule": _rule,
    "zone_name": _zone,
}
