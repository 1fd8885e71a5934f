"""The reader's language: Indonesian, or English once chosen; kept in a cookie of its own."""

from __future__ import annotations

from functools import lru_cache

from flask import Flask, has_request_context, request
from flask_babel import Domain, gettext
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


class OurDomain(Domain):
    """The catalogue, each text looked up once for each language: a list asks for the same few fifty times."""

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[tuple[str, str], str] = {}

    def gettext(self, string: str, **variables: object) -> str:
        key = string, chosen_language()
        told = self._told.get(key)
        if told is None:
            told = self._told[key] = super().gettext(string)
        return told % variables if variables else told


@lru_cache(4000)
def _marked(message: str, _language: str, *, is_filled: bool) -> Markup:
    """The text as markup; where nothing is filled in, ``%%`` is a per cent sign all the same."""
    told = gettext(message)
    return Markup(told if is_filled else told % {})  # noqa: S704 - our own texts


@pass_eval_context
def translated(context: EvalContext, message: str, **values: object) -> str:
    """``_`` of templates, as Jinja's own with new style."""
    if not context.autoescape:
        return gettext(message) % values
    told = _marked(message, chosen_language(), is_filled=bool(values))
    return told % values if values else told


def register(app: Flask) -> None:
    app.extensions["babel"].instance.domain_instance = OurDomain()
    app.jinja_env.globals |= {"_": translated, "gettext": translated}
