"""What registrations are found and sorted by follows what they tell."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories.registration import NOW, an_event, registrant
from webinar.core.registration import RegistrationData
from webinar.db import db
from webinar.models import Event, Registration, RegistrationTerm
from webinar.services.registration import change_registration, register_participant
from webinar.services.retention import forget_registrations

pytestmark = pytest.mark.usefixtures("app")


def terms() -> set[str]:
    db.session.rollback()
    return set(db.session.scalars(select(RegistrationTerm.term)))


def keys() -> tuple[str, str]:
    db.session.rollback()
    return tuple(db.session.execute(select(Registration.search_key, Registration.institution_key)).one())


def siti(**values: object) -> RegistrationData:
    told = {
        "full_name": "Siti",
        "institution": "KPU Kota Ternate",
        "email": "ami@x.id",
        "region_code": "82.71",
    }
    return registrant(**told | {"region_code": "82.71"} | values)


def test_a_new_registration_is_found_by_its_words_and_its_province() -> None:
    register_participant(an_event(), siti(), now=NOW)

    assert terms() == {"siti", "kpu", "kota", "ternate", "ami", "@82"}
    assert keys() == (" siti kpu kota ternate ami", " kpu kota ternate")


def test_somebody_on_the_waiting_list_is_found_too() -> None:
    register_participant(an_event(quota=0), siti(), now=NOW)

    assert "siti" in terms()


def test_what_was_changed_is_found_by_the_new_words_alone() -> None:
    data = siti()
    token = register_participant(an_event(), data, now=NOW).token

    change_registration(token, siti(full_name="Nur Ma'ruf", region_code=None, email="other@x.id"), now=NOW)

    assert terms() == {"nur", "maruf", "kpu", "kota", "ternate", "ami"}
    assert keys() == (" nur maruf kpu kota ternate ami", " kpu kota ternate")


def test_nothing_is_left_of_registrations_that_are_forgotten() -> None:
    register_participant(an_event(), siti(), now=NOW)

    forget_registrations(now=NOW + timedelta(days=4000))

    assert terms() == set()


def test_events_are_found_by_what_they_are_called_now() -> None:
    event_id = an_event(title="Bimtek DPB", theme="Data Akurat", organiser_name="KPU RI")

    first = db.session.get_one(Event, event_id).search_key
    db.session.get_one(Event, event_id).title = "Rakor"

    assert first == " bimtek dpb data akurat kpu ri"
    assert db.session.get_one(Event, event_id).search_key == " rakor data akurat kpu ri"
    db.session.rollback()
