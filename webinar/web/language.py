"""The reader's language: Indonesian, or English once chosen; kept in a cookie of its own."""

from __future__ import annotations

from functools import lru_cache

from flask import Flask, has_request_context, request
from flask_babel import gettext
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

LANGUAGES = ("id", "en")
COOKIE = "bahasa"
KEPT = "webinar.language"


def chosen_language() -> str:
    if not has_request_context():
        return "id"
    language: str | None = request.environ.get(KEPT)
    if language is None:  # asked some hundred times a page, and a missing cookie costs an exception
        chosen = request.cookies.get(COOKIE)
        language = request.environ[KEPT] = chosen if chosen in LANGUAGES else "id"
    return language


@lru_cache(4000)
def _told(message: str, _language: str) -> Markup:
    """The message in the language of this request; as kept in the catalogue, so a word is looked up once."""
    return Markup(gettext(message))  # noqa: S704 - our own texts


@pass_eval_context
def translated(context: EvalContext, message: str, **values: object) -> str:
    """``_`` of templates, as Jinja's own with new style; a list asks for the same few words fifty times."""
    told = _told(message, chosen_language())
    return told % values if context.autoescape else str(told) % values


def register(app: Flask) -> None:
    app.jinja_env.globals |= {"_": translated, "gettext": translated}
