"""Pages for everybody."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("public", __name__)

from webinar.web.public import (  # noqa: E402 - the views add themselves to the blueprint
    berita,
    calendar,
    card,
    event,
    event_list,
    home,
    month,
    office,
    personal,
    picture,
    privacy,
    registration,
    sitemap,
)

__all__ = [
    "berita",
    "blueprint",
    "calendar",
    "card",
    "event",
    "event_list",
    "home",
    "month",
    "office",
    "personal",
    "picture",
    "privacy",
    "registration",
    "sitemap",
]
