"""How settings become Flask's configuration, and which extensions an application has."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import Flask
from flask_security.datastore import SQLAlchemyUserDatastore

from webinar import models
from webinar.bundle import folder
from webinar.config import Settings
from webinar.db import db
from webinar.extensions import babel, csrf, limiter, migrate, security

SIGN_INS = "20 per 5 minutes"  # an office shares one address
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
    from webinar.web.account import signing_out
    from webinar.web.language import chosen_language

    db.init_app(app)
    migrate.init_app(app, db, directory=str(folder("migrations")), render_as_batch=True)
    csrf.init_app(app)
    limiter.init_app(app)
    babel.init_app(app, locale_selector=chosen_language)
    security.init_app(app, SQLAlchemyUserDatastore(db, models.User, models.Role), register_blueprint=True)
    views = app.view_functions
    limited: Any = limiter.limit(SIGN_INS, methods=["POST"])(views["security.login"])
    views["security.login"] = limited
    views["security.logout"] = signing_out(views["security.logout"])


def _engine_options(settings: Settings) -> dict[str, object]:
    if settings.is_sqlite:
        return {"connect_args": {"timeout": 15}}
    return {"pool_size": settings.threads, "max_overflow": 2, "pool_pre_ping": True}


def _security_options(settings: Settings) -> dict[str, object]:
    """Sign-in only; what else accounts need comes with the organiser's desk."""
    return {
        "SECURITY_PASSWORD_HASH": "argon2",
        "SECURITY_PASSWORD_SALT": settings.secret_key,
        "SECURITY_PASSWORD_LENGTH_MIN": 10,
        "SECURITY_LOGIN_URL": "/masuk",
        "SECURITY_LOGOUT_URL": "/keluar",
        "SECURITY_LOGOUT_METHODS": ["POST"],
        "SECURITY_POST_LOGIN_VIEW": "/meja",
        "SECURITY_POST_LOGOUT_VIEW": "/",
        "SECURITY_LOGIN_USER_TEMPLATE": "account/sign_in.html",
        "SECURITY_RETURN_GENERIC_RESPONSES": True,
        "SECURITY_FLASH_MESSAGES": False,  # our pages say it in the reader's language
        "SECURITY_FRESHNESS": timedelta(minutes=-1),  # no page of the library that we have no template for
        "SECURITY_STATIC_FOLDER": None,
        "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
        "SESSION_PROTECTION": "strong",
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=12),
    }
