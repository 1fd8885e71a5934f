"""Files kept between two steps of an import: under a name nobody can guess, for their sender, for a day."""

from __future__ import annotations

import json
import os
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from webinar.adapters.links import settings
from webinar.core.errors import NotFound

KEPT_FOR = timedelta(days=1)
_NAME = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True)
class KeptUpload:
    """``filename`` is what its sender called it."""

    filename: str
    content: bytes


def keep_upload(content: bytes, *, filename: str, owner_id: int, now: datetime) -> str:
    """The name under which the file is found again. What is older than a day goes on this occasion."""
    drop_old_uploads(now=now)
    name = secrets.token_hex(20)
    about = json.dumps({"filename": filename, "owner": owner_id, "at": now.timestamp()})
    opened = os.open(_folder() / name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with open(opened, "wb") as file:
        file.write(about.encode() + b"\n" + content)
    return name


def kept_upload(name: str, *, owner_id: int, now: datetime) -> KeptUpload:
    """Raises NotFound: no such file, somebody else's, or too old."""
    try:
        about, _, content = _path(name).read_bytes().partition(b"\n")
        told = json.loads(about)
    except (OSError, ValueError) as error:
        raise NotFound from error
    if told["owner"] != owner_id or now.timestamp() - told["at"] > KEPT_FOR.total_seconds():
        raise NotFound
    return KeptUpload(told["filename"], content)


def drop_upload(name: str) -> None:
    """Once it was used, or is not wanted any more; harmless to repeat."""
    _path(name).unlink(missing_ok=True)


def drop_old_uploads(*, now: datetime) -> int:
    """Remove what is older than a day; returns how many."""
    oldest = (now - KEPT_FOR).timestamp()
    old = [path for path in _folder().iterdir() if path.stat().st_mtime < oldest]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _path(name: str) -> Path:
    """Raises NotFound for what is no name of ours."""
    if not _NAME.fullmatch(name):
        raise NotFound
    return _folder() / name


def _folder() -> Path:
    folder = settings().instance / "uploads"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
