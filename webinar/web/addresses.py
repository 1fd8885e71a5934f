"""What a part of an address may be made of."""

from __future__ import annotations

from flask import Flask
from werkzeug.routing import BaseConverter


class Word(BaseConverter):
    """Any readable text without a slash. Control characters, NUL among them, and bytes that are no UTF-8 lead
    nowhere, so that no view and no database ever meets them."""

    regex = r"[^/\x00-\x1f\x7f\ufffd]{1,300}"


def register(app: Flask) -> None:
    """Before any address is registered: takes the place of Flask's converter for ``<name>``."""
    app.url_map.converters["default"] = Word
