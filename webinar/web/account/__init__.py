"""Setting up the first account; signing in is Flask-Security's, in our template."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("account", __name__)
