"""What a change of one event of a series must leave alone on the others."""

from __future__ import annotations

from datetime import date, timedelta

from flask import Flask

from tests.factories.account import an_office
from tests.factories.event import a_berita, a_role
from tests.factories.registration import NOW, an_event
from webinar.core.copy import CopyPart
from webinar.core.series import Scope
from webinar.db import db, transaction
from webinar.models import Berita, EventRole, EventSeries, Note
from webinar.services.series import apply_to_series

EARLIER, LATER = date(2026, 11, 5), date(2026, 12, 10)


def a_series() -> int:
    office_id = an_office()
    with transaction() as tx:
        series = EventSeries(office_id=office_id, name="Kamis", rule="weekly", created_at=NOW)
        tx.session.add(series)
        tx.session.flush()
        return series.id


def on(day: date, series_id: int, **values: object) -> int:
    """An event of the series without clock times."""
    return an_event(event_series_id=series_id, start_on=day, starts_at=None, ends_at=None, **values)


def with_note(event_id: int, name: str, position: str) -> None:
    """A speaker whose words the organiser's own report tells."""
    a_role(event_id, number=0, name=name, position=position)
    a_berita(event_id, unit_name="KPU Kabupaten Bantul", perspective="organiser")
    with transaction() as tx:
        role_id = tx.session.query(EventRole.id).filter_by(event_id=event_id).scalar()
        berita_id = tx.session.query(Berita.id).filter_by(event_id=event_id).scalar()
        tx.session.add(Note(berita_id=berita_id, role_id=role_id, kind="key_point", number=0, text="Satu"))


def names(event_id: int) -> list[str | None]:
    db.session.rollback()
    found = db.session.query(EventRole).filter_by(event_id=event_id).order_by(EventRole.number)
    return [role.name for role in found]


def noted() -> str | None:
    db.session.rollback()
    return db.session.query(EventRole.name).join(Note, Note.role_id == EventRole.id).scalar()


def test_notes_stay_with_the_person_they_were_made_of(app: Flask) -> None:
    series_id = a_series()
    first, second = on(date(2026, 12, 3), series_id), on(LATER, series_id)
    with_note(second, "Dr. Lama", "Dosen")
    a_role(first, number=0, name="Dr. Baru", position="Dosen")

    changed = apply_to_series(first, {CopyPart.PEOPLE}, Scope.ALL, actor=None, now=NOW)

    assert changed == 1
    assert noted() == "Dr. Lama"
    assert names(second) == ["Dr. Baru", "Dr. Lama"]


def test_an_event_that_is_over_is_left_alone(app: Flask) -> None:
    series_id = a_series()
    over, coming, later = (on(day, series_id) for day in (EARLIER, date(2026, 12, 3), LATER))
    a_role(over, number=0, name="Dr. Lama")
    a_role(coming, number=0, name="Dr. Baru")

    changed = apply_to_series(coming, {CopyPart.PEOPLE}, Scope.ALL, actor=None, now=NOW)

    assert changed == 1
    assert (names(over), names(later)) == (["Dr. Lama"], ["Dr. Baru"])


def test_an_event_that_was_postponed_has_yet_to_take_place(app: Flask) -> None:
    series_id = a_series()
    coming, postponed = on(date(2026, 12, 3), series_id), on(EARLIER, series_id, state="postponed")
    a_role(coming, number=0, name="Dr. Baru")

    apply_to_series(coming, {CopyPart.PEOPLE}, Scope.ALL, actor=None, now=NOW + timedelta(days=1))

    assert names(postponed) == ["Dr. Baru"]
