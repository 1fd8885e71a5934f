"""Counting who reads a berita: once a day and reader, robots left out by the door."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from webinar.core.zones import WIB, local
from webinar.db import transaction
from webinar.models import Berita, BeritaReader


def count_reading(berita_id: int, reader: str, *, now: datetime) -> bool:
    """Count this reader unless counted today; ``reader`` is a keyed digest. Tells whether it counted."""
    try:
        with transaction() as tx:
            tx.session.add(BeritaReader(berita_id=berita_id, reader=reader, seen_on=local(now, WIB).date()))
            tx.session.flush()
            tx.session.execute(
                update(Berita)
                .where(Berita.id == berita_id)
                .values(view_count=Berita.view_count + 1)
                .execution_options(synchronize_session=False)
            )
    except IntegrityError:
        return False
    return True


def forget_readers(*, now: datetime) -> None:
    """Delete the digests of earlier days; the counts stay."""
    today = local(now, WIB).date()
    with transaction() as tx:
        tx.session.execute(delete(BeritaReader).where(BeritaReader.seen_on < today - timedelta(days=1)))
