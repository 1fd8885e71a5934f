"""Typed settings from ``WEBINAR_*`` variables, read once at start; ``docs/operator/settings.md`` explains."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
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
    retention_months: int  # registrations are kept this long after the event
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
    whole = validate.Range
    return {
        "instance": Path(env.str("INSTANCE", "./instance") or "./instance"),
        "database_url": env.str("DATABASE_URL", None),
        "redis_url": env.str("REDIS_URL", None, validate=_url({"redis", "rediss", "unix"})),
        "secret_key": env.str("SECRET_KEY", None, validate=validate.Length(min=32)),
        "base_url": env.str("BASE_URL", None, validate=_url({"http", "https"})),
        "host": env.str("HOST", "127.0.0.1"),
        "port": env.int("PORT", 8000, validate=whole(1, 65535)),
        "processes": env.int("PROCESSES", 2, validate=whole(1, 64)),
        "threads": env.int("THREADS", 4, validate=whole(1, 64)),
        "proxy_hops": env.int("PROXY_HOPS", 0, validate=whole(0, 5)),
        "site_name": env.str("SITE_NAME", "Komisi Pemilihan Umum"),
        "site_line": env.str("SITE_LINE", "Webinar dan kegiatan daring"),
        "contact": env.str("CONTACT", "humas@example.com", validate=_address),
        "smtp_host": env.str("SMTP_HOST", None),
        "smtp_port": env.int("SMTP_PORT", 587, validate=whole(1, 65535)),
        "smtp_user": env.str("SMTP_USER", None),
        "smtp_password": env.str("SMTP_PASSWORD", None),
        "smtp_security": env.str(
            "SMTP_SECURITY", "starttls", validate=validate.OneOf(["starttls", "tls", "none"])
        ),
        "mail_from": env.str("MAIL_FROM", None, validate=_address),
        "retention_months": env.int("RETENTION_MONTHS", 12, validate=whole(1, 120)),
        "development": env.bool("DEVELOPMENT", False),
    }


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
    return Settings(**{f.name: values[f.name] for f in fields(Settings)})  # type: ignore[arg-type]


def _database(url: str) -> str:
    if url.startswith("postgres://"):
        url = "postgresql://" + url.removeprefix("postgres://")
    if not url.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        scheme = url.split(":", 1)[0] or "nothing"
        raise SettingsError(
            {"WEBINAR_DATABASE_URL": f"expected sqlite:///FILE or postgresql://…, found scheme {scheme!r}"}
        )
    return url


def _secret(path: Path) -> str:
    """The key kept in the instance folder; made once, readable by its owner only."""
    try:
        with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return path.read_text().strip()


def _url(schemes: set[str]):  # type: ignore[no-untyped-def]
    def check(value: str | None) -> None:
        if value is not None and (urlsplit(value).scheme not in schemes or "://" not in value):
            expected = " or ".join(f"{s}://…" for s in sorted(schemes))
            raise validate.ValidationError(f"expected {expected}, found {value!r}")

    return check


def _address(value: str | None) -> None:
    if value is not None and (value.count("@") != 1 or any(c in value for c in "\r\n ,;<>")):
        raise validate.ValidationError(f"expected one mail address such as humas@kpu.go.id, found {value!r}")
