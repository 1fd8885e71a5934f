"""Pictures: stored once, never changed, and removed a day after nobody refers to them any more."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import IO

from webinar.adapters.pictures import (
    LONGEST_SIDE,
    MadePicture,
    keep_picture,
    make_picture,
    picture_folder,
    picture_path,
)
from webinar.core.access import Actor
from webinar.db import Transaction, transaction
from webinar.models import Picture
from webinar.queries.picture import picture_named, picture_names, pictures_unused

GRACE = timedelta(days=1)  # between the upload and the form that refers to it, which may have to be mended
PICTURES = 0x7765_6270  # the key under which keeping and sweeping wait for each other


def store_picture(
    source: IO[bytes],
    *,
    alt: str | None,
    actor: Actor | None,
    now: datetime,
    longest: int = LONGEST_SIDE,
) -> int:
    """The id of a picture made from a file; the same file with the same words is the same picture.

    ``alt`` tells what is seen to those who do not see it; None where the text beside it does. Nothing of the
    file but its pixels is kept, at most ``longest`` of them on the longer side. Raises PictureUnfit. Whoever
    does not refer to it within a day loses it.
    """
    made = make_picture(source, longest)
    with transaction() as tx:
        return _stored(tx, made, alt, actor=actor, now=now)


def describe_picture(picture_id: int, alt: str | None, *, actor: Actor | None, now: datetime) -> int:
    """The id of the same picture with other words; the old one stays for whoever else refers to it."""
    with transaction() as tx:
        old = tx.session.get_one(Picture, picture_id)
        if old.alt == alt:
            return old.id
        made = MadePicture(picture_path(old.name).read_bytes(), old.width, old.height)
        return _stored(tx, made, alt, actor=actor, now=now)


def _stored(
    tx: Transaction, made: MadePicture, alt: str | None, *, actor: Actor | None, now: datetime
) -> int:
    tx.alone(PICTURES)
    name = made.name(alt)
    keep_picture(name, made.content)
    picture = picture_named(name)
    if picture is None:
        picture = Picture(name=name, width=made.width, height=made.height, alt=alt)
        picture.created_by_id = actor.user_id if actor else None
        tx.session.add(picture)
    picture.created_at = now  # the grace begins anew
    tx.session.flush()
    return picture.id


def sweep_pictures(*, now: datetime) -> int:
    """Remove pictures that nothing has referred to for a day, and files without a row; returns how many."""
    with transaction() as tx:
        tx.alone(PICTURES)
        unused = pictures_unused(before=now - GRACE)
        for picture in unused:
            tx.session.delete(picture)
        tx.session.flush()
        known = picture_names()
        oldest = (now - GRACE).timestamp()
        for file in picture_folder().glob("*"):
            if file.name not in known and file.stat().st_mtime < oldest:
                file.unlink(missing_ok=True)
    return len(unused)
