"""Typed settings from ``WEBINAR_*`` variables, read once at start; ``docs/operator/settings.md`` explains."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from environs import Env, EnvValidationError
from marshmallow import validate


class SettingsError(Exception):
    """One or more ``WEBINAR_*`` variables cannot be used; ``problems`` maps each name to what is wrong."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {what}" for name, what in problems.items()))
        self.problems = dict(problems)


@dataclass(frozen=True)
class Settings:
    """What the installation was told. Every field is the variable ``WEBINAR_<FIELD>``."""

    instance: Path  # all state lives in this folder
    database_url: str  # sqlite:///… or postgresql://…
    redis_url: str | None  # queue, rate limits; absent: SQLite file and memory
    secret_key: str  # signs cookies and personal links
    base_url: str  # where people reach us; every link in a mail starts with it
    host: str
    port: int
    processes: int  # web processes
    threads: int  # threads of each
    proxy_hops: int  # trusted reverse proxies in front of us
    site_name: str  # the office on the letterhead
    site_line: str  # the line below it
    contact: str  # address that answers questions; organiser of calendar entries
    smtp_host: str | None  # absent: mails are written to INSTANCE/mail
    smtp_port: int
    smtp_user: str | None
    smtp_password: str | None
    smtp_security: str  # starttls, tls or none
    mail_from: str
    oidc_issuer: str | None  # where people may sign in besides; absent: here alone
    oidc_client_id: str | None
    oidc_client_secret: str | None
    oidc_name: str  # what the button calls it
    retention_months: int  # registrations are kept this long after the event
    rate_limits: bool  # refuse who asks too often; off where somebody in front of us does so
    development: bool  # reload, previews under /_dev

    @property
    def is_https(self) -> bool:
        return self.base_url.startswith("https://")

    @property
    def is_sqlite(self) -> bool:
        return self.database_url.startswith("sqlite")


def read_settings(**overrides: object) -> Settings:
    """Read, check and default the settings; creates the instance folder and its secret when missing.

    Raises SettingsError naming every variable that is wrong, not only the first.
    """
    env = Env(eager=False, prefix="WEBINAR_")
    try:
        values = _parse(env)
        env.seal()
    except EnvValidationError as error:
        raise SettingsError({k: "; ".join(v) for k, v in _by_name(error.error_messages)}) from error
    values.update(overrides)
    return _completed(values)


def _by_name(messages: Any) -> Iterable[tuple[str, list[str]]]:
    return messages.items()  # type: ignore[no-any-return]  # environs gives a mapping when it defers errors


def _parse(env: Env) -> dict[str, object]:
    return {
        "instance": Path(_text(env, "INSTANCE") or "./instance"),
        "database_url": _text(env, "DATABASE_URL"),
        "redis_url": _text(env, "REDIS_URL", _redis),
        "secret_key": _text(env, "SECRET_KEY", _long_enough),
        "base_url": _text(env, "BASE_URL", _url({"http", "https"})),
        "host": _text(env, "HOST") or "127.0.0.1",
        "port": _number(env, "PORT", 8000, 1, 65535),
        "processes": _number(env, "PROCESSES", 2, 1, 64),
        "threads": _number(env, "THREADS", 4, 1, 64),
        "proxy_hops": _number(env, "PROXY_HOPS", 0, 0, 5),
        "site_name": _text(env, "SITE_NAME") or "Komisi Pemilihan Umum",
        "site_line": _text(env, "SITE_LINE") or "Webinar dan kegiatan daring",
        "contact": _text(env, "CONTACT", _address) or "humas@example.com",
        "smtp_host": _text(env, "SMTP_HOST"),
        "smtp_port": _number(env, "SMTP_PORT", 587, 1, 65535),
        "smtp_user": _text(env, "SMTP_USER"),
        "smtp_password": _text(env, "SMTP_PASSWORD"),
        "smtp_security": _text(env, "SMTP_SECURITY", _one_of("starttls", "tls", "none")) or "starttls",
        "mail_from": _text(env, "MAIL_FROM", _address),
        "oidc_issuer": _text(env, "OIDC_ISSUER", _provider),
        "oidc_client_id": _text(env, "OIDC_CLIENT_ID"),
        "oidc_client_secret": _text(env, "OIDC_CLIENT_SECRET"),
        "oidc_name": _text(env, "OIDC_NAME") or "SSO",
        "retention_months": _number(env, "RETENTION_MONTHS", 12, 1, 120),
        "rate_limits": _switch(env, "RATE_LIMITS", default=True),
        "development": _switch(env, "DEVELOPMENT"),
    }


def _text(env: Env, name: str, check: Callable[[str], None] | None = None) -> str | None:
    """A setting of words; one that is there but empty counts as not set, as in files of other software."""

    def unless_empty(value: str) -> None:
        if value and check is not None:
            check(value)

    return env.str(name, None, validate=unless_empty) or None


def _number(env: Env, name: str, default: int, least: int, most: int) -> int:
    def check(value: str) -> None:
        if not (value.isascii() and value.isdigit() and least <= int(value) <= most):
            raise validate.ValidationError(f"expected a whole number from {least} to {most}, found {value!r}")

    return int(_text(env, name, check) or default)


def _switch(env: Env, name: str, *, default: bool = False) -> bool:
    expected = _one_of("true", "false", "1", "0", "yes", "no")
    value = _text(env, name, lambda value: expected(value.lower()))
    return (value or str(default)).lower() in ("true", "1", "yes")


def _completed(values: dict[str, object]) -> Settings:
    instance = Path(str(values["instance"])).absolute()
    values["instance"] = instance
    try:
        instance.mkdir(parents=True, exist_ok=True, mode=0o750)
        values["secret_key"] = values["secret_key"] or _secret(instance / "secret")
    except OSError as error:
        raise SettingsError(
            {"WEBINAR_INSTANCE": f"{instance} cannot be used as a folder: {error.strerror}"}
        ) from error
    values["database_url"] = _database(str(values["database_url"] or f"sqlite:///{instance / 'webinar.db'}"))
    host = str(values["host"])
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 - compared, not bound
    values["base_url"] = str(values["base_url"] or f"http://{shown}:{values['port']}").rstrip("/")
    values["mail_from"] = values["mail_from"] or values["contact"]
    _require_whole_provider(values)
    return Settings(**{f.name: values[f.name] for f in fields(Settings)})  # type: ignore[arg-type]


def _require_whole_provider(values: Mapping[str, object]) -> None:
    """A provider needs all three; one of them alone is a slip."""
    names = ("oidc_issuer", "oidc_client_id", "oidc_client_secret")
    missing = [name for name in names if not values[name]]
    if 0 < len(missing) < len(names):
        raise SettingsError(
            {f"WEBINAR_{name.upper()}": "expected together with the other OIDC settings" for name in missing}
        )


def _database(url: str) -> str:
    if url.startswith("postgres://"):
        url = "postgresql://" + url.removeprefix("postgres://")
    problem = _database_problem(url)
    if problem:
        raise SettingsError({"WEBINAR_DATABASE_URL": problem})
    return url


def _database_problem(url: str) -> str | None:
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    expected = "expected sqlite:////PATH/FILE or postgresql://USER:PASSWORD@HOST/NAME"
    if not url.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        return f"{expected}, found scheme {url.split(':', 1)[0]!r}"
    try:
        parts = make_url(url)
    except (ArgumentError, ValueError):
        return f"{expected}; this address cannot be read (is the port a number?)"
    if url.startswith("sqlite") and parts.database in (None, "", ":memory:"):
        return f"{expected}; a database in memory forgets everything"
    if url.startswith("postgresql") and find_spec("psycopg") is None:
        return "PostgreSQL needs psycopg, which is not installed: pip install '.[scale]' in the source folder"
    return None


def _secret(path: Path) -> str:
    """The key kept in the instance folder; made once, readable by its owner only.

    Written aside and linked into place, so that no other process can read half of it.
    """
    if not path.exists():
        aside = path.with_name(f"secret.{os.getpid()}")
        with open(os.open(aside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
        try:
            os.link(aside, path)
        except FileExistsError:
            pass  # another process was first
        finally:
            aside.unlink()
    secret = path.read_text(errors="replace").strip()
    if len(secret) < 32:
        raise SettingsError(
            {"WEBINAR_SECRET_KEY": f"{path} holds no key; put the old one back, or remove the file"}
        )
    return secret


def _url(schemes: set[str]) -> Callable[[str], None]:
    def check(value: str) -> None:
        expected = " or ".join(f"{s}://…" for s in sorted(schemes))
        try:
            parts = urlsplit(value)
            is_usable = parts.scheme in schemes and "://" in value and parts.port != 0
        except ValueError:
            is_usable = False
        if not is_usable:
            raise validate.ValidationError(f"expected {expected}, found {value!r}")

    return check


def _provider(value: str) -> None:
    """Its keys decide who signs in: reached by https, or on this very machine."""
    _url({"http", "https"})(value)
    parts = urlsplit(value)
    if parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise validate.ValidationError(f"expected https://…, found {value!r}")
    if find_spec("authlib") is None or find_spec("requests") is None:
        raise validate.ValidationError(
            "signing in by a provider needs Authlib, which is not installed:"
            " pip install '.[oidc]' in the source folder"
        )


def _redis(value: str) -> None:
    _url({"redis", "rediss", "unix"})(value)
    if find_spec("redis") is None:
        raise validate.ValidationError(
            "Redis needs its client, which is not installed: pip install '.[scale]' in the source folder"
        )


def _one_of(*choices: str) -> Callable[[str], None]:
    return validate.OneOf(choices, error="expected one of {choices}, found {input!r}")


def _long_enough(value: str) -> None:
    if len(value) < 32:
        raise validate.ValidationError(f"expected at least 32 characters, found {len(value)}")


def _address(value: str) -> None:
    if value.count("@") != 1 or any(c in value for c in "\r\n ,;<>"):
        raise validate.ValidationError(f"expected one mail address such as humas@kpu.go.id, found {value!r}")
