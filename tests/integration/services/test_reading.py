from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.factories.registration import NOW, an_event
from webinar.db import db, transaction
from webinar.models import Berita, BeritaReader
from webinar.services.reading import count_reading, forget_readers


@pytest.fixture
def berita_id(app: object) -> int:
    event_id = an_event()
    with transaction() as tx:
        berita = Berita(
            event_id=event_id,
            slug="b",
            perspective="attendee",
            unit_name="KPU Bantul",
            created_at=NOW,
            changed_at=NOW,
        )
        tx.session.add(berita)
        tx.session.flush()
        return berita.id


def views(berita_id: int) -> int:
    db.session.expire_all()
    return db.session.get_one(Berita, berita_id).view_count


def test_a_reader_counts_once_a_day(berita_id: int) -> None:
    counted = [count_reading(berita_id, reader, now=NOW) for reader in ("a", "a", "b")]

    assert counted == [True, False, True]
    assert views(berita_id) == 2


def test_digests_are_forgotten_and_counts_stay(berita_id: int) -> None:
    count_reading(berita_id, "a", now=NOW)

    forget_readers(now=NOW + timedelta(days=2))

    assert db.session.scalar(select(func.count()).select_from(BeritaReader)) == 0
    assert views(berita_id) == 1
