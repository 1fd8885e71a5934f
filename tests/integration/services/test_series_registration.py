"""One registration for a series lasts as long as its last event, whatever becomes of the first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.factories.account import an_office
from tests.factories.registration import NOW, a_group, an_event, registrant, seats
from webinar.core.announcement import schedule_of
from webinar.core.copy import CopyPart
from webinar.core.editor import Section
from webinar.core.errors import RegistrationClosed
from webinar.core.merge import Edit
from webinar.core.series import Rule, Scope
from webinar.core.states import RegistrationState
from webinar.db import db, transaction
from webinar.models import Event, OutboxMail, Registration
from webinar.queries.editor import section_values
from webinar.queries.event import event_stamp_by_id
from webinar.queries.series import series_events
from webinar.queries.state import recipient_count
from webinar.services.event_section import save_section
from webinar.services.registration import register_participant
from webinar.services.retention import forget_registrations
from webinar.services.seats import RegistrationTerms, set_registration_terms
from webinar.services.series import apply_to_series, create_series, leave_series
from webinar.services.state import (
    cancel_event,
    postpone_event,
    publish_event,
    reinstate_event,
    reschedule_event,
)

DAYS = (date(2026, 12, 3), date(2026, 12, 10), date(2026, 12, 17))
LAST = datetime(2026, 12, 17, 6, 0, tzinfo=UTC)  # its start
BY = {"actor": None, "now": NOW}


def a_series(*, one_registration: bool = True, **values: object) -> list[int]:
    """Three events a week apart, all published."""
    first = an_event(keeper_id=an_office(), **values)
    made = create_series(first, DAYS, name="R", rule=Rule.WEEKLY, one_registration=one_registration, **BY)
    events = [event.id for event in series_events(made)]
    db.session.rollback()
    for event_id in events[1:]:
        publish_event(event_id, **BY)
    return events


def until(event_id: int) -> datetime | None:
    db.session.rollback()
    return db.session.get_one(Event, event_id).registration_until


def test_registration_is_open_until_the_last_event_begins(app: Flask) -> None:
    first, *_others = a_series(quota=9)

    register_participant(first, registrant(), now=LAST - timedelta(minutes=1))

    with pytest.raises(RegistrationClosed):
        register_participant(first, registrant(), now=LAST)
    assert seats(first) == (1, 0)


def test_registration_closes_earlier_where_it_is_said(app: Flask) -> None:
    closes_at = datetime(2026, 12, 5, tzinfo=UTC)
    first, *_others = a_series(quota=9, registration_closes_at=closes_at)

    register_participant(first, registrant(), now=closes_at - timedelta(minutes=1))

    with pytest.raises(RegistrationClosed):
        register_participant(first, registrant(), now=closes_at)


def test_registration_goes_on_where_only_the_first_event_is_cancelled(app: Flask) -> None:
    first, second, third = a_series(quota=9)
    cancel_event(first, "Sakit", **BY)

    registered = register_participant(first, registrant(), now=NOW)

    cancel_event(second, "Sakit", **BY)
    cancel_event(third, "Sakit", **BY)
    with pytest.raises(RegistrationClosed):
        register_participant(first, registrant(), now=NOW)
    assert registered.state == RegistrationState.CONFIRMED


def moved(event_id: int) -> None:
    was = schedule_of(db.session.get_one(Event, event_id))
    db.session.rollback()
    later = timedelta(days=7)
    wanted = was.__class__(
        start_on=was.start_on + later,
        end_on=was.end_on,
        starts_at=was.starts_at and was.starts_at + later,
        ends_at=was.ends_at and was.ends_at + later,
        zone_name=was.zone_name,
    )
    reschedule_event(event_id, wanted, "Ruang dipakai", **BY)


@pytest.mark.parametrize(
    ("act", "days"),
    [
        (lambda third: moved(third), 7),
        (lambda third: postpone_event(third, "Sakit", **BY), -7),
        (lambda third: cancel_event(third, "Sakit", **BY), -7),
        (lambda third: leave_series(third, **BY), -7),
    ],
)
def test_the_last_start_is_known_whatever_becomes_of_the_others(
    app: Flask, act: Callable[[int], None], days: int
) -> None:
    first, _second, third = a_series()
    assert until(first) == LAST

    act(third)

    assert until(first) == LAST + timedelta(days=days)


def test_an_event_taken_back_counts_again(app: Flask) -> None:
    first, _second, third = a_series()
    cancel_event(third, "Sakit", **BY)

    reinstate_event(third, "Sehat", **BY)

    assert until(first) == LAST


def test_seats_given_back_after_the_first_event_go_to_who_waits(app: Flask) -> None:
    first, *_others = a_series(quota=1)
    register_participant(first, registrant(), now=NOW)
    register_participant(first, registrant(), now=NOW)

    given = set_registration_terms(
        first, RegistrationTerms(is_open=True, quota=2), actor=None, now=LAST - timedelta(days=1)
    )

    assert (given, seats(first)) == (1, (2, 0))


def test_an_event_that_another_one_registers_for_takes_nobody_itself(app: Flask) -> None:
    _first, second, _third = a_series()
    values = section_values(db.session.get_one(Event, second), Section.REGISTRATION)
    db.session.rollback()

    with pytest.raises(RegistrationClosed):
        set_registration_terms(second, RegistrationTerms(is_open=True, quota=5), **BY)
    with pytest.raises(RegistrationClosed):
        save_section(second, Section.REGISTRATION, Edit(values, {**values, "is_open": True}), **BY)
    with transaction() as tx:
        tx.session.get_one(Event, second).registration_open = True  # as it was before it joined
    with pytest.raises(RegistrationClosed):
        register_participant(second, registrant(), now=NOW)


def test_everybody_is_told_who_registered_here_or_with_the_series(app: Flask) -> None:
    first, second, _third = a_series()
    register_participant(first, registrant(email="rangkaian@example.com"), now=NOW)
    with transaction() as tx:
        tx.session.get_one(Event, second).registers_with_id = None
        tx.session.get_one(Event, second).registration_open = True
    register_participant(second, registrant(email="sendiri@example.com"), now=NOW)
    with transaction() as tx:
        tx.session.get_one(Event, second).registers_with_id = first

    expected = recipient_count(db.session.get_one(Event, second))
    db.session.rollback()
    told = cancel_event(second, "Sakit", **BY)

    mails = db.session.scalars(select(OutboxMail.to).where(OutboxMail.kind == "event_cancelled"))
    assert (expected, told) == (2, 2)
    assert set(mails) == {"rangkaian@example.com", "sendiri@example.com"}


def test_registrations_are_kept_for_the_last_event(app: Flask) -> None:
    first, *_others = a_series()
    register_participant(first, registrant(accessibility_need="kursi roda"), now=NOW)
    kept_for = timedelta(days=12 * 31)

    forget_registrations(now=LAST + timedelta(days=6))
    early = forget_registrations(now=LAST + kept_for - timedelta(days=1))
    db.session.rollback()
    left = db.session.scalar(select(func.count()).select_from(Registration))
    late = forget_registrations(now=LAST + kept_for + timedelta(days=2))

    assert (early, left, late) == (0, 1, 1)


def test_needs_are_kept_until_a_week_after_the_last_event(app: Flask) -> None:
    first, *_others = a_series()
    register_participant(first, registrant(accessibility_need="kursi roda"), now=NOW)

    forget_registrations(now=LAST + timedelta(days=6))
    kept = db.session.scalars(select(Registration.accessibility_need)).one()
    db.session.rollback()
    forget_registrations(now=LAST + timedelta(days=9))

    db.session.rollback()
    assert (kept, db.session.scalars(select(Registration.accessibility_need)).one()) == ("kursi roda", None)


def test_a_raised_quota_brought_to_the_others_gives_seats_in_order(app: Flask) -> None:
    first, second, _third = a_series(one_registration=False, quota=1)
    with transaction() as tx:
        tx.session.get_one(Event, second).registration_open = True
    waiting = [register_participant(second, registrant(), now=NOW) for _ in range(3)][1:]
    set_registration_terms(first, RegistrationTerms(is_open=True, quota=2), **BY)

    apply_to_series(first, {CopyPart.REGISTRATION}, Scope.ALL, **BY)

    db.session.rollback()
    states = db.session.scalars(select(Registration.state).order_by(Registration.id)).all()
    assert [one.state for one in waiting] == [RegistrationState.WAITING] * 2
    assert states == ["confirmed", "confirmed", "waiting"]
    assert seats(second) == (2, 1)


def test_terms_of_registration_do_not_reach_events_that_take_none(app: Flask) -> None:
    first, second, _third = a_series(quota=50)
    a_group(first, label="Pers", kind="list", quota=5)

    apply_to_series(first, {CopyPart.REGISTRATION, CopyPart.AUDIENCE}, Scope.ALL, **BY)
    apply_to_series(second, {CopyPart.REGISTRATION}, Scope.ALL, **BY)

    db.session.rollback()
    led = db.session.get_one(Event, second)
    assert db.session.get_one(Event, first).quota == 50
    assert (led.quota, [group.quota for group in led.groups]) == (None, [None])


def test_the_stamp_of_a_page_tells_when_its_leader_goes_public(app: Flask) -> None:
    first, second, _third = a_series(state="draft", registration_open=False)
    before = event_stamp_by_id(second).content_key

    publish_event(first, **BY)

    assert event_stamp_by_id(second).content_key != before
