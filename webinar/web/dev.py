"""Previews for developers, only with ``webinar dev``."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("dev", __name__, url_prefix="/_dev")
