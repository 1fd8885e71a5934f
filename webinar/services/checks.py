"""The installation looks at itself. Each check answers with a finding and, where it is bad, the remedy."""

from __future__ import annotations

import os
import shutil
import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError

from webinar.adapters.links import settings
from webinar.adapters.pictures import picture_folder
from webinar.adapters.queue import queue_of
from webinar.core.states import MailState
from webinar.core.zones import ZONES
from webinar.db import db
from webinar.models import OutboxMail
from webinar.queries.picture import picture_names
from webinar.services.installation import current_revision, head_revision, is_known

LEAST_FREE_BYTES = 500 * 1024 * 1024
LONGEST_WAIT = timedelta(minutes=15)


@dataclass(frozen=True)
class Finding:
    """What was looked at, whether it is well, what was seen, and what to do if not."""

    name: str
    is_well: bool
    what: str
    remedy: str = ""


def findings() -> list[Finding]:
    """All checks in an order in which the first fault often explains the later ones."""
    checks: tuple[Callable[[], Finding], ...] = (
        _settings,
        _folder,
        _database,
        _migrations,
        _pictures,
        _queue,
        _mail_server,
        _worker,
        _clock,
    )
    return [_guarded(check) for check in checks]


def _guarded(check: Callable[[], Finding]) -> Finding:
    try:
        return check()
    except Exception as error:  # a check that cannot be made is itself a finding
        db.session.rollback()
        words = str(error).strip().splitlines()
        return Finding(
            check.__name__.strip("_"), False, words[0] if words else repr(error), "mend what stands above"
        )


def _settings() -> Finding:
    chosen = settings()
    if chosen.contact.endswith("@example.com") and chosen.smtp_host:
        return Finding(
            "settings",
            False,
            "mails leave with an address nobody can answer",
            "set WEBINAR_CONTACT to a mailbox that is read, such as humas@kpu.go.id",
        )
    if chosen.is_https and chosen.proxy_hops == 0:  # we serve no TLS: somebody stands in front of us
        remedy = "set WEBINAR_PROXY_HOPS to the number of proxies in front, usually 1"
        return Finding("settings", False, "all visitors seem to share the proxy's address", remedy)
    return Finding("settings", True, f"pages at {chosen.base_url}")


def _folder() -> Finding:
    path = settings().instance
    if not os.access(path, os.W_OK):
        return Finding(
            "folder",
            False,
            f"{path} cannot be written",
            f"give the folder to the user that runs this: chown -R USER {path}",
        )
    free = shutil.disk_usage(path).free
    if free < LEAST_FREE_BYTES:
        return Finding("folder", False, f"{free // 2**20} MiB left at {path}", "make room on this disk")
    return Finding("folder", True, f"{path}, {free // 2**20} MiB free")


def _database() -> Finding:
    try:
        db.session.execute(text("select 1"))
    except SQLAlchemyError as error:
        db.session.rollback()
        words = str(getattr(error, "orig", error)).strip().splitlines()[0]
        first = "make the folder, writable for this user" if settings().is_sqlite else "start the database"
        return Finding("database", False, words, f"{first}, or correct WEBINAR_DATABASE_URL")
    if not settings().is_sqlite:
        return Finding("database", True, "PostgreSQL answers")
    seen = {
        name: db.session.scalar(text(f"PRAGMA {name}"))
        for name in ("journal_mode", "synchronous", "foreign_keys")
    }
    if seen != {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}:
        return Finding(
            "database", False, f"SQLite runs with {seen}", "keep the database on a local disk that allows WAL"
        )
    return Finding("database", True, "SQLite, WAL, every commit flushed, references checked")


def _migrations() -> Finding:
    current, head = current_revision(), head_revision()
    if not is_known(current):
        return Finding("migrations", False, f"at {current}, unknown here", "install the newer software again")
    if current != head:
        return Finding(
            "migrations", False, f"at {current}, this software needs {head}", "run `webinar db upgrade`"
        )
    return Finding("migrations", True, f"at {current}")


def _pictures() -> Finding:
    kept = {file.name for file in picture_folder().glob("*.webp")}
    names = picture_names()
    if missing := names - kept:
        remedy = f"put the folder {picture_folder()} back from the backup"
        return Finding("pictures", False, f"{len(missing)} of {len(names)} files are missing", remedy)
    return Finding("pictures", True, f"{len(names)} in {picture_folder()}")


def _queue() -> Finding:
    chosen = settings()
    try:
        waiting = queue_of(chosen).pending_count()
    except Exception as error:
        remedy = "start Redis, or correct or remove WEBINAR_REDIS_URL"
        return Finding("queue", False, str(error), remedy if chosen.redis_url else "mend the folder above")
    return Finding("queue", True, f"{'Redis' if chosen.redis_url else 'SQLite file'}, {waiting} waiting")


def _mail_server() -> Finding:
    chosen = settings()
    if chosen.smtp_host is None:
        return Finding("mail", True, f"no WEBINAR_SMTP_HOST: mails are written to {chosen.instance / 'mail'}")
    try:
        with smtplib.SMTP(chosen.smtp_host, chosen.smtp_port, timeout=5) as server:
            code, words = server.noop()
    except (OSError, smtplib.SMTPException) as error:
        return Finding(
            "mail",
            False,
            f"{chosen.smtp_host}:{chosen.smtp_port}: {error}",
            "correct WEBINAR_SMTP_HOST and _PORT",
        )
    return Finding("mail", code == 250, f"{chosen.smtp_host}: {code} {words.decode(errors='replace')}")


def _worker() -> Finding:
    """The worker is seen by what it leaves undone: a mail due for long means that nobody works."""
    now = datetime.now(UTC)
    oldest = db.session.scalar(
        select(func.min(OutboxMail.due_at)).where(
            OutboxMail.state == MailState.QUEUED, OutboxMail.due_at <= now
        )
    )
    failed = db.session.scalar(select(func.count()).where(OutboxMail.state == MailState.FAILED))
    if oldest is not None and now - oldest > LONGEST_WAIT:
        minutes = int((now - oldest).total_seconds() // 60)
        return Finding(
            "worker", False, f"a mail waits for {minutes} minutes", "start `webinar run` or `webinar worker`"
        )
    if failed:
        remedy = "`webinar mail failed` tells why; mend that, then `webinar mail retry`"
        return Finding("worker", False, f"{failed} mails were given up", remedy)
    return Finding("worker", True, "no mail waits too long, none was given up")


def _clock() -> Finding:
    now = datetime.now(UTC)
    try:
        wrong = [
            z.name
            for z in ZONES
            if now.astimezone(ZoneInfo(z.name)).utcoffset() != timedelta(hours=z.offset_hours)
        ]
    except ZoneInfoNotFoundError as error:
        return Finding("clock", False, str(error), "install the package tzdata")
    if wrong or now.year < 2026:
        return Finding(
            "clock", False, f"the clock says {now:%Y-%m-%d %H:%M} UTC", "set the clock of this machine"
        )
    return Finding("clock", True, f"{now:%Y-%m-%d %H:%M} UTC")
