"""Pages for everybody."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("public", __name__)

from webinar.web.public import berita, calendar, event, home, personal, privacy, registration  # noqa: E402

__all__ = ["berita", "blueprint", "calendar", "event", "home", "personal", "privacy", "registration"]
