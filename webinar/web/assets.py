"""Static files: their addresses carry a digest of the content, so that browsers keep them for a year."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import Flask

FOLDER = Path(__file__).parent.parent / "static"
MAX_AGE = 365 * 24 * 3600


@cache
def asset_url(name: str) -> str:
    """``/static/NAME?v=DIGEST``; raises FileNotFoundError for a file that does not exist."""
    digest = sha256((FOLDER / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={digest}"


def register(app: Flask) -> None:
    app.jinja_env.globals["asset"] = asset_url
