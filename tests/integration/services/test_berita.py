from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.account import an_account, an_office, signed_in
from tests.factories.event import a_berita
from tests.factories.outbox import delivered
from tests.factories.registration import NOW, an_event, registrant
from webinar.core.errors import EventUnpublished
from webinar.db import db, transaction
from webinar.models import Berita, Event
from webinar.services.berita import publish_berita
from webinar.services.registration import register_participant
from webinar.services.state import cancel_event, reinstate_event


def test_the_report_of_a_draft_is_not_published_and_not_shown(app: Flask, client: FlaskClient) -> None:
    event_id = an_event(state="draft")
    slug = a_berita(event_id)
    other = an_event(state="draft")
    berita_id = db.session.query(Berita.id).filter_by(slug=a_berita(other, state="draft")).scalar()
    db.session.rollback()

    with pytest.raises(EventUnpublished):
        publish_berita(berita_id, actor=None, now=NOW)

    assert client.get(f"/berita/{slug}").status_code == 404
    assert slug not in client.get("/berita").text


def test_a_reporter_reads_no_draft_by_way_of_the_report(app: Flask) -> None:
    keeper, reporter = an_office(), an_office("KPU Kota Ternate")
    event_id = an_event(keeper_id=keeper)
    slug = a_berita(event_id, state="draft", office_id=reporter)
    berita_id = db.session.query(Berita.id).filter_by(slug=slug).scalar()
    client = signed_in(app, an_account("note_taker", reporter))

    while_public = client.get(f"/meja/berita/{berita_id}").status_code
    with transaction() as tx:
        tx.session.get_one(Event, event_id).state = "draft"
    while_draft = client.get(f"/meja/berita/{berita_id}").status_code

    assert (while_public, while_draft) == (200, 404)


def test_news_that_was_overtaken_is_not_sent_any_more(app: Flask) -> None:
    event_id = an_event()
    register_participant(event_id, registrant(), now=NOW)
    delivered(app, NOW)

    cancel_event(event_id, "Keliru", actor=None, now=NOW)
    reinstate_event(event_id, "Tetap berlangsung", actor=None, now=NOW + timedelta(seconds=20))
    sent = delivered(app, NOW + timedelta(seconds=30))

    assert len(sent) == 1
    assert "Tetap berlangsung" in sent[0].get_content()
