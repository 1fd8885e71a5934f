from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from tests.factories.registration import NOW, a_group, an_event, registrant, seats
from webinar.adapters.links import token_digest
from webinar.core.errors import (
    AlreadyCancelled,
    AlreadyRegistered,
    NotFound,
    QuotaFull,
    RegistrationClosed,
)
from webinar.core.states import EventState, RegistrationState
from webinar.db import db, transaction
from webinar.models import Change, Event, OutboxMail, Registration
from webinar.queries.registration import registration_by_digest, waiting_position
from webinar.services.registration import cancel_registration, change_registration, register_participant
from webinar.services.seats import RegistrationTerms, set_registration_terms

pytestmark = pytest.mark.usefixtures("app")


def state_of(token: str) -> str:
    db.session.expire_all()
    return registration_by_digest(token_digest(token)).state


def mails() -> list[tuple[str, str]]:
    rows = db.session.execute(select(OutboxMail.kind, OutboxMail.to).order_by(OutboxMail.id))
    return [(kind, to) for kind, to in rows]


def test_registration_gives_seats_then_places_in_line_with_a_mail_each() -> None:
    event_id = an_event(quota=1)

    first = register_participant(event_id, registrant(email="satu@example.com"), now=NOW)
    second = register_participant(event_id, registrant(email="dua@example.com"), now=NOW)
    third = register_participant(event_id, registrant(email="tiga@example.com"), now=NOW)

    states = [first.state, second.state, third.state]
    assert states == [RegistrationState.CONFIRMED, RegistrationState.WAITING, RegistrationState.WAITING]
    assert seats(event_id) == (1, 2)
    assert waiting_position(registration_by_digest(token_digest(third.token))) == 2
    assert mails() == [
        ("registration_received", "satu@example.com"),
        ("registration_waiting", "dua@example.com"),
        ("registration_waiting", "tiga@example.com"),
    ]


def test_registration_is_refused_when_full_without_waiting_list() -> None:
    event_id = an_event(quota=0, keeps_waiting_list=False)

    with pytest.raises(QuotaFull):
        register_participant(event_id, registrant(), now=NOW)

    assert seats(event_id) == (0, 0)
    assert mails() == []


@pytest.mark.parametrize(
    "values",
    [
        {"registration_open": False},
        {"state": EventState.CANCELLED},
        {"state": EventState.DRAFT},
        {"registration_closes_at": NOW},
        {"starts_at": NOW - timedelta(minutes=1)},
    ],
)
def test_registration_is_refused_when_closed(values: dict[str, object]) -> None:
    event_id = an_event(**values)

    with pytest.raises(RegistrationClosed):
        register_participant(event_id, registrant(), now=NOW)


def test_registration_for_an_unknown_event_or_foreign_group_is_refused() -> None:
    event_id, other_id = an_event(), an_event()
    foreign = a_group(other_id)

    with pytest.raises(NotFound):
        register_participant(999_999, registrant(), now=NOW)
    with pytest.raises(NotFound):
        register_participant(event_id, registrant(group_id=foreign), now=NOW)


def test_the_same_form_twice_is_one_registration_with_the_same_link() -> None:
    event_id = an_event()
    data = registrant()

    first = register_participant(event_id, data, now=NOW)
    again = register_participant(event_id, data, now=NOW)

    assert (again.token, again.state, again.is_repeat) == (first.token, first.state, True)
    assert seats(event_id) == (1, 0)
    assert len(mails()) == 1


def test_the_same_form_is_answered_alike_after_the_last_seat_went_or_registration_closed() -> None:
    event_id = an_event(quota=1, keeps_waiting_list=False)
    data = registrant()
    first = register_participant(event_id, data, now=NOW)

    when_full = register_participant(event_id, data, now=NOW)
    when_closed = register_participant(event_id, data, now=NOW + timedelta(days=30))

    assert when_full == when_closed
    assert (when_full.token, when_full.is_repeat) == (first.token, True)
    with pytest.raises(AlreadyRegistered):
        register_participant(event_id, registrant(email=data.email), now=NOW)


def test_a_correction_sent_with_the_same_form_is_taken_over() -> None:
    event_id = an_event()
    data = registrant(full_name="Sri Wahyni")
    token = register_participant(event_id, data, now=NOW).token

    register_participant(event_id, replace(data, full_name="Sri Wahyuni"), now=NOW)

    assert registration_by_digest(token_digest(token)).full_name == "Sri Wahyuni"
    assert seats(event_id) == (1, 0)


def test_the_link_is_mailed_again_at_most_once_an_hour() -> None:
    event_id = an_event()
    register_participant(event_id, registrant(email="sri@example.com"), now=NOW)

    for minutes in (0, 1, 59, 61):
        with pytest.raises(AlreadyRegistered):
            register_participant(
                event_id, registrant(email="sri@example.com"), now=NOW + timedelta(minutes=minutes)
            )

    assert [kind for kind, _to in mails()].count("registration_link") == 2


@pytest.mark.parametrize(
    "values",
    [
        {"state": EventState.CANCELLED},
        {
            "start_on": NOW.date(),
            "starts_at": NOW - timedelta(hours=2),
            "ends_at": NOW - timedelta(hours=1),
        },
    ],
)
def test_nobody_is_promoted_into_an_event_that_is_over_or_cancelled(values: dict[str, object]) -> None:
    event_id = an_event(quota=0)
    register_participant(event_id, registrant(), now=NOW)
    with transaction() as tx:
        tx.session.execute(update(Event).where(Event.id == event_id).values(**values))

    promoted = set_registration_terms(event_id, RegistrationTerms(is_open=True, quota=9), actor=None, now=NOW)

    assert (promoted, seats(event_id)) == (0, (0, 1))


def test_an_address_registers_once_whatever_its_case_and_gets_its_link_by_mail() -> None:
    event_id = an_event()
    register_participant(event_id, registrant(email="Sri@Example.com"), now=NOW)

    with pytest.raises(AlreadyRegistered):
        register_participant(event_id, registrant(email="sri@example.com"), now=NOW)

    assert seats(event_id) == (1, 0)
    assert mails()[-1] == ("registration_link", "Sri@Example.com")


def test_an_address_may_register_again_after_cancelling() -> None:
    event_id = an_event()
    first = register_participant(event_id, registrant(email="sri@example.com"), now=NOW)
    cancel_registration(first.token, now=NOW)

    second = register_participant(event_id, registrant(email="sri@example.com"), now=NOW)

    assert second.state == RegistrationState.CONFIRMED
    assert seats(event_id) == (1, 0)


def test_cancelling_gives_the_seat_to_the_first_in_line_once() -> None:
    event_id = an_event(quota=1)
    first = register_participant(event_id, registrant(), now=NOW)
    second = register_participant(event_id, registrant(), now=NOW)
    third = register_participant(event_id, registrant(), now=NOW)

    cancel_registration(first.token, now=NOW)
    with pytest.raises(AlreadyCancelled):
        cancel_registration(first.token, now=NOW)

    assert state_of(second.token) == RegistrationState.CONFIRMED
    assert state_of(third.token) == RegistrationState.WAITING
    assert seats(event_id) == (1, 1)
    assert [kind for kind, _to in mails()][-2:] == ["registration_cancelled", "registration_promoted"]


def test_leaving_the_waiting_list_frees_no_seat() -> None:
    event_id = an_event(quota=1)
    register_participant(event_id, registrant(), now=NOW)
    waiting = register_participant(event_id, registrant(), now=NOW)

    cancel_registration(waiting.token, now=NOW)

    assert seats(event_id) == (1, 0)


def test_a_full_group_waits_while_the_event_has_room_and_does_not_block_others() -> None:
    event_id = an_event(quota=5)
    group_id = a_group(event_id, quota=1)
    holder = register_participant(event_id, registrant(group_id=group_id), now=NOW)

    waiting = register_participant(event_id, registrant(group_id=group_id), now=NOW)
    other = register_participant(event_id, registrant(), now=NOW)
    cancel_registration(other.token, now=NOW)

    assert (waiting.state, other.state) == (RegistrationState.WAITING, RegistrationState.CONFIRMED)
    assert state_of(waiting.token) == RegistrationState.WAITING
    cancel_registration(holder.token, now=NOW)
    assert state_of(waiting.token) == RegistrationState.CONFIRMED
    assert seats(event_id) == (1, 0)


def test_raising_the_quota_promotes_in_order_and_lowering_takes_nobodys_seat() -> None:
    event_id = an_event(quota=1)
    tokens = [register_participant(event_id, registrant(), now=NOW).token for _ in range(4)]

    promoted = set_registration_terms(event_id, RegistrationTerms(is_open=True, quota=3), actor=None, now=NOW)
    lowered = set_registration_terms(event_id, RegistrationTerms(is_open=True, quota=1), actor=None, now=NOW)

    assert (promoted, lowered) == (2, 0)
    assert [state_of(token) for token in tokens] == ["confirmed"] * 3 + ["waiting"]
    assert seats(event_id) == (3, 1)


def test_changing_keeps_address_group_and_seat() -> None:
    event_id = an_event()
    data = registrant(email="sri@example.com")
    registered = register_participant(event_id, data, now=NOW)

    changed = registrant(email="lain@example.com", full_name="Sri Wahyuni", institution="Bawaslu")
    change_registration(registered.token, changed, now=NOW)

    stored = registration_by_digest(token_digest(registered.token))
    assert (stored.full_name, stored.institution, stored.email) == (
        "Sri Wahyuni",
        "Bawaslu",
        "sri@example.com",
    )
    assert stored.submission_key == data.submission_key


def test_a_cancelled_registration_cannot_be_changed_and_an_unknown_link_is_refused() -> None:
    event_id = an_event()
    registered = register_participant(event_id, registrant(), now=NOW)
    cancel_registration(registered.token, now=NOW)

    with pytest.raises(AlreadyCancelled):
        change_registration(registered.token, registrant(), now=NOW)
    with pytest.raises(NotFound):
        cancel_registration("nobody", now=NOW)


def test_the_database_keeps_no_personal_link(app: Flask) -> None:
    event_id = an_event()

    token = register_participant(event_id, registrant(), now=NOW).token

    stored = db.session.scalars(select(Registration)).one()
    values = [str(getattr(stored, column.name)) for column in Registration.__table__.columns]
    assert len(token) == 32
    assert token not in values
    assert db.session.scalar(select(func.count()).select_from(Registration)) == 1


def test_terms_are_written_into_the_history_and_make_a_new_version_once() -> None:
    event_id = an_event(quota=1)
    terms = RegistrationTerms(is_open=False, quota=3)

    for _ in range(2):
        set_registration_terms(event_id, terms, actor=None, now=NOW)

    db.session.rollback()
    (change,) = db.session.scalars(select(Change)).all()
    assert change.fields == {"registration_open": [True, False], "quota": [1, 3]}
    event = db.session.get_one(Event, event_id)
    assert (event.version, event.sequence) == (2, 0)
