"""What addresses and forms carry, without the one character that PostgreSQL takes in no text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from flask import Flask, Request
from werkzeug.datastructures import ImmutableMultiDict, iter_multi_items

NUL = "\0"


class Texts(ImmutableMultiDict[str, Any]):
    """Texts by name; NUL, which nobody can type, is left out before any view reads them."""

    def __init__(self, mapping: Mapping[str, Any] | Iterable[tuple[str, Any]] | None = None) -> None:
        super().__init__([(_clean(name), _clean(value)) for name, value in iter_multi_items(mapping or ())])


def _clean(value: Any) -> Any:
    return value.replace(NUL, "") if isinstance(value, str) and NUL in value else value


class CleanRequest(Request):
    """Its ``args`` and ``form`` are ``Texts``; a page that reads neither pays nothing."""

    parameter_storage_class = Texts


def register(app: Flask) -> None:
    app.request_class = CleanRequest
