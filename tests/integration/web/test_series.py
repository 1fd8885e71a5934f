"""Events of a series with one registration: where its terms are set, and what registrants may still do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from flask import Flask

from tests.factories.account import an_account, an_office, signed_in
from tests.factories.event import slug_of
from tests.factories.registration import NOW, an_event, registrant
from webinar.core.access import OfficeRole
from webinar.core.series import Rule
from webinar.db import db
from webinar.models import Event, Registration
from webinar.queries.checklist import event_checklist
from webinar.queries.series import series_events
from webinar.services.registration import register_participant
from webinar.services.series import create_series
from webinar.services.state import cancel_event, publish_event, reinstate_event

BY = {"actor": None, "now": NOW}
OLD_FORM = {  # opened before the event joined the series
    "pendaftaran-base": '{"is_open": false, "quota": null, "keeps_waiting_list": true}',
    "pendaftaran-is_open": "y",
    "pendaftaran-keeps_waiting_list": "y",
}


@pytest.fixture
def office_id(app: Flask) -> int:
    return an_office()


@pytest.fixture
def events(office_id: int) -> list[int]:
    """Two events a week apart, one registration for both."""
    first = an_event(keeper_id=office_id, organiser_id=office_id)
    days = [date(2026, 12, 3), date(2026, 12, 10)]
    made = create_series(first, days, name="R", rule=Rule.WEEKLY, one_registration=True, **BY)
    found = [event.id for event in series_events(made)]
    db.session.rollback()
    publish_event(found[1], **BY)
    return found


def test_terms_of_registration_are_set_at_the_first_event(
    app: Flask, office_id: int, events: list[int]
) -> None:
    desk = signed_in(app, an_account(OfficeRole.OPERATOR, office_id))
    first, second = map(slug_of, events)

    page = desk.get(f"/meja/kegiatan/{second}").text
    editor = desk.get(f"/meja/kegiatan/{second}/sunting").text
    refused = desk.post(f"/meja/kegiatan/{second}/sunting/pendaftaran", data=OLD_FORM)

    assert f'href="/meja/kegiatan/{first}"' in page and "Atur pendaftaran" not in page
    assert f'href="/meja/kegiatan/{first}/sunting#pendaftaran"' in editor
    assert 'data-save="pendaftaran"' not in editor
    assert refused.status_code == 422
    assert "Pendaftaran kegiatan ini diatur pada kegiatan pertama rangkaiannya." in refused.text
    assert db.session.get_one(Event, events[1]).registration_open is False


def test_the_checklist_does_not_ask_for_registration_taken_elsewhere(events: list[int]) -> None:
    items = {str(item.key): item.is_done for item in event_checklist(events[1])}

    assert items["registration"] is True


def test_a_registrant_cancels_while_a_date_is_to_come(app: Flask, events: list[int]) -> None:
    first, second = events
    token = register_participant(first, registrant(), now=NOW).token
    cancel_event(first, "Sakit", **BY)
    client = app.test_client()

    offered = client.get(f"/pendaftaran/{token}").text
    changed = client.get(f"/pendaftaran/{token}/ubah").status_code
    cancel_event(second, "Sakit", **BY)
    over = client.get(f"/pendaftaran/{token}").text
    reinstate_event(second, "Sehat", **BY)
    client.post(f"/pendaftaran/{token}/batalkan")

    assert "Batalkan pendaftaran" in offered and changed == 200
    assert "Batalkan pendaftaran" not in over
    assert db.session.query(Registration.state).scalar() == "cancelled"


def test_a_page_is_open_for_registration_until_the_last_date(
    app: Flask, events: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    slug = slug_of(events[0])
    client = app.test_client()
    monkeypatch.setattr("webinar.web.public.event.now", lambda: NOW + timedelta(days=12))

    page = client.get(f"/kegiatan/{slug}").text
    cancel_event(events[1], "Sakit", **BY)
    over = client.get(f"/kegiatan/{slug}").text

    assert f'href="/kegiatan/{slug}/daftar"' in page and "Untuk tanggal lain dalam rangkaian ini." in page
    assert f'href="/kegiatan/{slug}/daftar"' not in over


def test_an_event_leads_to_the_first_once_that_is_public(app: Flask, office_id: int) -> None:
    first = an_event(keeper_id=office_id, state="draft")
    second = an_event(keeper_id=office_id, registers_with_id=first, registration_open=False, quota=None)
    led, leader = slug_of(second), slug_of(first)
    client = app.test_client()

    before = client.get(f"/kegiatan/{led}").text
    publish_event(first, **BY)
    after = client.get(f"/kegiatan/{led}").text

    assert f'href="/kegiatan/{leader}"' not in before
    assert f'href="/kegiatan/{leader}"' in after
