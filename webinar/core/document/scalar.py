"""Single values of a document: from what JSON holds to text, number, date and time, or a reason why not."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

from webinar.core.document.kinds import Choice, Day, Flag, Kind, Many, Moment, Part, Text, Whole
from webinar.core.text import clean

DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
MOMENT_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.0{1,6})?)?\+0[789]:00$"
Date = TypeVar("Date", bound=date)
FIRST_YEAR, LAST_YEAR = 1945, 2100


class Unfit(Exception):
    """``found`` is not what was ``expected``; both are Indonesian phrases."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(found, expected)
        self.found = found
        self.expected = expected


def describe(value: Any) -> str:
    """What was found, in a few words, however large or deep it is."""
    match value:
        case None:
            return "nilai kosong (null)"
        case bool():
            return f"nilai {'true' if value else 'false'}"
        case str():
            return f"teks “{shorten(value)}”" if value.strip() else "teks kosong"
        case int():
            return f"bilangan {value}" if abs(value) < 10**15 else "bilangan yang sangat besar"
        case float():
            return f"bilangan {value!r}"
        case dict():
            return "objek"
        case list() | tuple():
            return f"daftar berisi {len(value)} butir"
    return "nilai yang bukan JSON"


def shorten(text: str, most: int = 60) -> str:
    line = clean(text[: most * 4])
    return line if len(line) <= most else line[: most - 1] + "…"


def wanted(kind: Kind) -> str:
    """What a field of this kind holds, in a few words."""
    match kind:
        case Text():
            return "teks"
        case Choice():
            return "salah satu dari " + ", ".join(kind.words)
        case Whole():
            return f"bilangan bulat dari {kind.least} sampai {kind.most}"
        case Flag():
            return "true atau false"
        case Day():
            return "tanggal seperti 2021-08-12"
        case Moment():
            return "waktu dengan selisih zona Indonesia seperti 2021-08-12T13:00:00+07:00"
        case Many():
            return "daftar [ … ]"
        case Part():
            return "objek { … }"


def read_scalar(kind: Kind, value: Any) -> Any:
    """The value as the document holds it, or None where there is none. Raises Unfit."""
    if value is None:
        return None
    match kind:
        case Text():
            return _text(kind, value)
        case Choice():
            return _choice(kind, value)
        case Whole():
            return _whole(kind, value)
        case Flag():
            if not isinstance(value, bool):
                raise Unfit(describe(value), wanted(kind))
            return value
        case Day():
            return _day(kind, value)
        case Moment():
            return _moment(kind, value)
    raise TypeError(kind)


def _text(kind: Text, value: Any) -> str | None:
    if kind.numeral and isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**15:
        return str(value)
    if not isinstance(value, str):
        raise Unfit(describe(value), wanted(kind))
    text = clean(value, prose=kind.prose) if len(value) <= kind.most else value
    if len(text) > kind.most:
        raise Unfit(f"teks sepanjang {len(text)} karakter", f"paling panjang {kind.most} karakter")
    return text or None


def _choice(kind: Choice, value: Any) -> str | None:
    if value == "":
        return None
    if not isinstance(value, str) or value not in kind.words:
        raise Unfit(describe(value), wanted(kind))
    return value


def _whole(kind: Whole, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not kind.least <= value <= kind.most:
        raise Unfit(describe(value), wanted(kind))
    return value


def _day(kind: Day, value: Any) -> date | None:
    return _calendar(kind, value, DAY_PATTERN, date.fromisoformat)


def _moment(kind: Moment, value: Any) -> datetime | None:
    return _calendar(kind, value, MOMENT_PATTERN, datetime.fromisoformat)


def _calendar(kind: Day | Moment, value: Any, pattern: str, parse: Callable[[str], Date]) -> Date | None:
    if value == "":
        return None
    if not isinstance(value, str) or not re.fullmatch(pattern[1:-1], value):
        raise Unfit(describe(value), wanted(kind))
    try:
        found = parse(value)
    except ValueError:
        raise Unfit(describe(value), wanted(kind) + " yang ada dalam kalender") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Unfit(describe(value), f"tahun dari {FIRST_YEAR} sampai {LAST_YEAR}")
    return found
