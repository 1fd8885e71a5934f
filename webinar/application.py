"""How settings become Flask's configuration, and which extensions an application has."""

from __future__ import annotations

from flask import Flask
from flask_security.datastore import SQLAlchemyUserDatastore

from webinar import models
from webinar.bundle import folder
from webinar.config import Settings
from webinar.db import db
from webinar.extensions import babel, csrf, limiter, migrate, security
from webinar.services.sign_in import KEPT

MAX_REQUEST_BYTES = 2 * 1024 * 1024


def configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        SETTINGS=settings,
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=MAX_REQUEST_BYTES,
        MAX_FORM_MEMORY_SIZE=MAX_REQUEST_BYTES,
        PREFERRED_URL_SCHEME="https" if settings.is_https else "http",
        SESSION_COOKIE_NAME="__Host-sesi" if settings.is_https else "sesi",
        SESSION_COOKIE_SECURE=settings.is_https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS=_engine_options(settings),
        WTF_CSRF_SSL_STRICT=False,  # pages with a form send no Referer, as personal links stand in addresses
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session: a form left open over lunch is not lost
        BABEL_DEFAULT_LOCALE="id",
        RATELIMIT_STORAGE_URI=settings.redis_url or "memory://",
        RATELIMIT_ENABLED=settings.rate_limits,
        RATELIMIT_IN_MEMORY_FALLBACK_ENABLED=True,  # a dead Redis must not refuse a registration
        TEMPLATES_AUTO_RELOAD=settings.development,
        **_security_options(settings),
    )
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True


def bind_extensions(app: Flask) -> None:
    from webinar.web.language import chosen_language

    db.init_app(app)
    migrate.init_app(app, db, directory=str(folder("migrations")), render_as_batch=True)
    csrf.init_app(app)
    limiter.init_app(app)
    babel.init_app(app, locale_selector=chosen_language)
    accounts = SQLAlchemyUserDatastore(db, models.User, None)  # type: ignore[arg-type]  # memberships are our roles
    security.init_app(app, accounts, register_blueprint=False)


def _engine_options(settings: Settings) -> dict[str, object]:
    if settings.is_sqlite:
        return {"connect_args": {"timeout": 15}}
    return {"pool_size": settings.threads, "max_overflow": 2, "pool_pre_ping": True}


def _security_options(settings: Settings) -> dict[str, object]:
    """Flask-Security hashes, guards and knows who is signed in; serves no page (decision 0011)."""
    return {
        "SECURITY_PASSWORD_HASH": "argon2",
        "SECURITY_PASSWORD_SALT": settings.secret_key,
        "SECURITY_CLI_USERS_NAME": None,
        "SECURITY_CLI_ROLES_NAME": None,
        "SESSION_PROTECTION": None,  # phones change their address on the way
        "PERMANENT_SESSION_LIFETIME": KEPT,
        "SESSION_REFRESH_EACH_REQUEST": False,
    }
