"""Who changed what of an event meanwhile, and what was removed from it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from webinar.core.editor import Rows, Section
from webinar.core.history import Thing
from webinar.db import db
from webinar.models import Change
from webinar.queries.editor import COLUMNS

MOST_CHANGES = 200  # of an event's history that are looked through for who changed a field


class Author(NamedTuple):
    """Who changed a field last, and when; without a name it was the system."""

    name: str | None
    at: datetime


def last_authors(event_id: int, paths: Collection[str]) -> dict[str, Author]:
    """Of each field by its path in the history, as far as recent changes tell."""
    found: dict[str, Author] = {}
    rows = db.session.execute(
        select(Change.fields, Change.actor_name, Change.at)
        .where(Change.thing == Thing.EVENT, Change.thing_id == event_id)
        .order_by(Change.id.desc())
        .limit(MOST_CHANGES)
    )
    for fields, name, at in rows:
        for path in paths:
            if path not in found and any(p == path or p.startswith(f"{path}.") for p in fields):
                found[path] = Author(name, at)
    return found


def removal(event_id: int, change_id: int) -> Change | None:
    """A line of the event's history."""
    change = db.session.get(Change, change_id)
    is_ours = change is not None and (change.thing, change.thing_id) == (Thing.EVENT, event_id)
    return change if is_ours else None


def change_made(event_id: int, *, now: datetime) -> int | None:
    """The id of the line that was written into the event's history at this instant."""
    return db.session.scalar(
        select(Change.id)
        .where(Change.thing == Thing.EVENT, Change.thing_id == event_id, Change.at == now)
        .order_by(Change.id.desc())
        .limit(1)
    )


_PATHS = {
    "waktu": {"starts": "starts_at", "ends": "ends_at", "zone": "zone_name"},
    "pendaftaran": {
        "is_open": "registration_open",
        "closes_on": "registration_closes_at",
        "closes": "registration_closes_at",
    },
    "poster": {"poster_id": "poster"},
    "sesi": {"starts": "starts_at", "ends": "ends_at"},
}


def history_path(key: str, name: str) -> str:
    """Where the history tells of a value of a section (``waktu``) or of a row (``orang-17``)."""
    head, _, number = key.rpartition("-")
    if not number.isdecimal():
        column = _PATHS.get(key, {}).get(name, name)
        return f"invitation_letter.{name}" if key == Section.LETTER else column
    rows = Rows(head)
    if rows in COLUMNS:
        return COLUMNS[rows]
    collection = {Rows.PEOPLE: "roles", Rows.SESSIONS: "sessions", Rows.GROUPS: "groups"}[rows]
    return f"{collection}.{number}.{_PATHS.get(head, {}).get(name, name)}"
