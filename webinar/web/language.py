"""The reader's language: Indonesian, or English once chosen; kept in a cookie of its own."""

from __future__ import annotations

from flask import has_request_context, request

LANGUAGES = ("id", "en")
COOKIE = "bahasa"


def chosen_language() -> str:
    chosen = request.cookies.get(COOKIE) if has_request_context() else None
    return chosen if chosen in LANGUAGES else "id"
