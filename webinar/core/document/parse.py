"""JSON text to JSON values, strictly: UTF-8, no name twice in an object, no NaN, nothing endless.

A byte order mark at the beginning is passed over, as RFC 8259 section 8.1 permits: Notepad writes one.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any, NoReturn

from webinar.core.document.scalar import shorten
from webinar.core.errors import DocumentInvalid, Problem

MOST_BYTES = 5_000_000
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')


def parse_json(text: str | bytes) -> Any:
    """The JSON value. Raises DocumentInvalid with the line and the column of what is wrong."""
    if len(text) > MOST_BYTES:
        _refuse("(berkas)", f"lebih dari {MOST_BYTES} bita", "dokumen yang lebih pendek")
    if isinstance(text, bytes):
        text = _decode(text)
    text = text.removeprefix("\ufeff")
    try:
        return json.loads(text, object_pairs_hook=_pairs, parse_constant=_constant)
    except json.JSONDecodeError as error:
        _refuse_at(text, error.pos, _found_at(text, error.pos), "JSON yang benar di tempat ini")
    except _Twice as twice:
        _refuse_at(text, _second(text), f"nama “{shorten(twice.args[0])}” untuk kedua kali", "satu kali saja")
    except _NotFinite as constant:
        at = next(m.start() for m in _TOKEN.finditer(text) if m.group() == constant.args[0])
        _refuse_at(text, at, constant.args[0], "bilangan; JSON tidak mengenal NaN dan Infinity")
    except RecursionError:
        _refuse("(berkas)", "susunan yang terlalu dalam", "dokumen kegiatan")
    except ValueError:
        _refuse("(berkas)", "bilangan yang terlalu panjang", "dokumen kegiatan")


class _Twice(Exception):
    """A name came twice in one object."""


class _NotFinite(Exception):
    """NaN, Infinity or -Infinity was read."""


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        _refuse_at(before, len(before), f"bita 0x{data[error.start]:02X} yang bukan UTF-8", "teks UTF-8")


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _Twice(name)
        found[name] = value
    return found


def _constant(name: str) -> NoReturn:
    raise _NotFinite(name)


def _second(text: str) -> int:
    """Where the first name that its object has already stands; the text is known to have one."""
    open_objects: list[set[str] | None] = []
    tokens = list(_TOKEN.finditer(text))
    for token, after in pairwise(tokens):
        if token.group() in ("{", "["):
            open_objects.append(set() if token.group() == "{" else None)
        elif token.group() in ("}", "]"):
            open_objects.pop()
        elif after.group() == ":" and open_objects and (names := open_objects[-1]) is not None:
            name = json.loads(token.group())
            if name in names:
                return token.start()
            names.add(name)
    return 0


def _found_at(text: str, position: int) -> str:
    rest = text[position : position + 40].split("\n", 1)[0]
    return (
        f"“{shorten(rest, 20)}”"
        if rest.strip()
        else "akhir baris"
        if text[position:].strip()
        else "akhir berkas"
    )


def _refuse_at(text: str, position: int, found: str, expected: str) -> NoReturn:
    line = text.count("\n", 0, position) + 1
    column = position - (text.rfind("\n", 0, position) + 1) + 1
    _refuse(f"baris {line}, kolom {column}", found, expected)


def _refuse(path: str, found: str, expected: str) -> NoReturn:
    raise DocumentInvalid([Problem(path, found, expected)]) from None
