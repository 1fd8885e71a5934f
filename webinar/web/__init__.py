"""The pages: views that parse what came in, call one query or service, and render what comes back."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from webinar.config import Settings
from webinar.web import (
    account,
    addresses,
    assets,
    desk,
    dev,
    errors,
    filters,
    front,
    headers,
    health,
    hooks,
    language,
    layout,
    preferences,
    public,
    session,
    texts,
)
from webinar.web.account import entrance


def register(app: Flask) -> None:
    settings: Settings = app.config["SETTINGS"]
    addresses.register(app)
    texts.register(app)
    for door in (public, account, desk, preferences, health):
        app.register_blueprint(door.blueprint)
    app.register_blueprint(account.own)
    if settings.development:
        app.register_blueprint(dev.blueprint)
    session.register(app)
    entrance.register(app)
    errors.register(app)
    filters.register(app)
    language.register(app)
    layout.register(app)
    assets.register(app)
    app.wsgi_app = front.Front(app)  # type: ignore[method-assign]
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app, root=str(assets.FOLDER), prefix="static/", max_age=assets.MAX_AGE
    )
    headers.register(app)
    hooks.register(app)
    if settings.proxy_hops:
        hops = settings.proxy_hops
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
