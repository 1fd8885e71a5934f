"""What templates may call: dates, clocks and names, as core writes them."""

from __future__ import annotations

from flask import Flask


def register(app: Flask) -> None:
    """Nothing yet."""
