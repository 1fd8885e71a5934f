"""Webinar events, recorded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from webinar.config import Settings

__version__ = "0.1.0"


def create_app(settings: Settings | None = None) -> Flask:
    """The application of one installation; reads ``WEBINAR_*`` when no settings are given.

    Imports stand inside, so that ``webinar berita --document`` and the pure core load without Flask.
    """
    from flask import Flask

    from webinar.lean import without

    with without(
        "webauthn", "authlib"
    ):  # Flask-Security loads them for pages of its own: 0.2 s at each start
        from webinar import application, web
    from webinar.bundle import folder
    from webinar.config import read_settings

    settings = settings or read_settings()
    app = Flask("webinar", template_folder=str(folder("templates")), static_folder=None)
    application.configure(app, settings)
    application.bind_extensions(app)
    web.register(app)
    return app
