"""Pages of organisers, behind a sign-in."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("desk", __name__, url_prefix="/meja")
