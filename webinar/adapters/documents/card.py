"""Cards as PNG of 1200 × 630, kept in the instance folder by what stands on them.

A name is the digest of texts and template: two versions of an event that say the same share a file, and a
file never changes. Whoever asks first makes it; who asks meanwhile waits for that one.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock

from webinar.adapters.documents.typesetting import draw
from webinar.adapters.links import settings
from webinar.bundle import folder
from webinar.core.card import Card

log = logging.getLogger(__name__)

MOST_CARDS = 1_000  # files, about 0.1 MB each; the oldest goes first
_first_in_process = Lock()


def card_png(card: Card) -> bytes:
    """The picture, made anew; the same bytes for the same card."""
    return draw("card", asdict(card))


def card_digest(card: Card) -> str:
    """Names the picture: 32 letters and digits that change with every text on it and with the template."""
    texts = json.dumps(asdict(card), ensure_ascii=False, sort_keys=True)
    return sha256(f"{_template_digest()}{texts}".encode()).hexdigest()[:32]


def kept_card(card: Card) -> bytes:
    """The picture as it is kept; made and kept where it is not yet. A full disk costs only the keeping."""
    path = _folder() / f"{card_digest(card)}.png"
    try:
        return _read(path) or _made_once(path, card)
    except OSError:
        log.warning("a card cannot be kept in %s", path.parent, exc_info=True)
        return card_png(card)


def _made_once(path: Path, card: Card) -> bytes:
    path.parent.mkdir(mode=0o750, exist_ok=True)
    with _alone(path.parent):
        found = _read(path)  # somebody was faster
        if found is None:
            found = card_png(card)
            _write(path, found)
            _forget_oldest(path.parent)
    return found


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _write(path: Path, content: bytes) -> None:
    """Aside first, so that nobody reads half a picture."""
    aside = path.with_suffix(f".{os.getpid()}")
    aside.write_bytes(content)
    aside.replace(path)


def _forget_oldest(place: Path) -> None:
    cards = list(place.glob("*.png"))
    if len(cards) > MOST_CARDS:
        for path in sorted(cards, key=lambda card: card.stat().st_mtime)[:-MOST_CARDS]:
            path.unlink(missing_ok=True)


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """One at a time: of the threads by a lock, of the processes by a locked file."""
    with _first_in_process, open(place / "lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _folder() -> Path:
    return settings().instance / "cards"


@cache
def _template_digest() -> str:
    return sha256((folder("templates") / "documents" / "card.typ").read_bytes()).hexdigest()
