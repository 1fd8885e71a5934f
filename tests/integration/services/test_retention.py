from __future__ import annotations

import os
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.factories.registration import NOW, an_event, registrant, seats
from webinar.db import db
from webinar.models import OutboxMail, Registration
from webinar.services.registration import register_participant
from webinar.services.retention import forget_registrations


def count(table: type) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(table)) or 0


@pytest.fixture
def event_id(app: Flask) -> int:
    event_id = an_event()
    register_participant(event_id, registrant(accessibility_need="kursi roda"), now=NOW)
    return event_id


def test_registrations_go_with_their_mails_when_the_time_is_over(event_id: int) -> None:
    kept_for = timedelta(days=12 * 31)
    early = forget_registrations(now=NOW + kept_for)
    assert (early, count(Registration), count(OutboxMail)) == (0, 1, 1)

    late = forget_registrations(now=NOW + kept_for + timedelta(days=10))

    assert (late, count(Registration), count(OutboxMail)) == (1, 0, 0)
    assert seats(event_id) == (1, 0)


def test_needs_go_a_week_after_the_event(event_id: int) -> None:
    forget_registrations(now=NOW + timedelta(days=8 + 7))
    assert db.session.scalars(select(Registration.accessibility_need)).one() == "kursi roda"

    forget_registrations(now=NOW + timedelta(days=8 + 9))

    db.session.rollback()
    assert db.session.scalars(select(Registration.accessibility_need)).one() is None


def test_old_mails_in_the_folder_go_and_new_ones_stay(app: Flask) -> None:
    folder = app.config["SETTINGS"].instance / "mail"
    folder.mkdir(exist_ok=True)
    for name, days in (("old", 400), ("new", 10)):
        file = folder / f"{name}.eml"
        file.write_text(name)
        then = (NOW - timedelta(days=days)).timestamp()
        os.utime(file, (then, then))

    forget_registrations(now=NOW)

    assert {file.name for file in folder.glob("*.eml")} == {"new.eml"}
    (folder / "new.eml").unlink()
