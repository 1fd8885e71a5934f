from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings

from tests.factories.document import (
    document_with_speakers,
    event_documents,
    seed_document,
    seed_json,
    small_document,
)
from tests.factories.statements import counted_selects
from webinar.core.document.model import EventDocument, Organiser, ReportingUnit, Speaker
from webinar.core.document.write import dump_json, write_document
from webinar.core.errors import NotFound
from webinar.db import db
from webinar.models import Berita, Event
from webinar.queries.document import document_of, event_document
from webinar.services.event import import_event

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)


def take_in(document: EventDocument) -> int:
    event_id = import_event(document, actor=None, now=NOW).event_id
    db.session.expunge_all()
    return event_id


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=event_documents())
def test_event_taken_in_comes_out_the_same(app: Flask, document: EventDocument) -> None:
    document = replace(document, uid=str(uuid4()))  # an event of its own

    found = event_document(take_in(document))

    assert found == document
    assert dump_json(found) == dump_json(document)


def test_seed_comes_out_the_same_with_its_identity(app: Flask) -> None:
    event_id = take_in(seed_document())

    written = write_document(event_document(event_id))

    uid = db.session.get_one(Event, event_id).uid
    assert {name: written[name] for name in ("title", "start", "end", "tz_database")} == {
        name: seed_json()[name] for name in ("title", "start", "end", "tz_database")
    }
    assert written == {**write_document(seed_document()), "uid": uid}


@pytest.mark.parametrize("count", [1, 30])
def test_document_takes_six_selects_whatever_its_size(app: Flask, count: int) -> None:
    event_id = take_in(document_with_speakers(count))

    with counted_selects() as selects:
        document = event_document(event_id)

    assert len(selects) == 6
    assert len(document.speakers) == count
    assert document.speakers[-1].key_points == ("satu", "dua")


def test_document_of_an_event_without_report_is_its_organisers(app: Flask) -> None:
    event_id = take_in(small_document(organiser=Organiser("KPU RI", "Komisi Pemilihan Umum", "national")))
    db.session.delete(db.session.query(Berita).one())
    db.session.commit()

    document = event_document(event_id)

    assert document.perspective == "organiser"
    assert document.reporting_unit == ReportingUnit("KPU RI", "Komisi Pemilihan Umum", "national")


def test_each_unit_has_its_own_notes_of_the_same_people(app: Flask) -> None:
    ours = small_document(speakers=(Speaker("Raka Sandi", summary="Catatan kami."),))
    theirs = replace(
        ours,
        reporting_unit=ReportingUnit("KPU Kabupaten Sleman"),
        speakers=(Speaker("Raka Sandi", key_points=("Catatan mereka.",)),),
    )
    event_id = take_in(ours)

    assert take_in(theirs) == event_id
    slug = db.session.get_one(Event, event_id).slug
    assert document_of(slug).speakers == theirs.speakers  # without a name, the report changed last
    assert document_of(slug, "KPU Kabupaten Bantul").speakers == ours.speakers
    assert document_of(slug, "KPU Kabupaten Sleman").speakers == theirs.speakers


def test_unknown_event_report_or_unit_is_not_found(app: Flask) -> None:
    event_id = take_in(small_document())
    other_id = take_in(small_document(title="Rapat Koordinasi"))
    other_report = db.session.query(Berita.id).filter_by(event_id=other_id).scalar()
    slug = db.session.get_one(Event, event_id).slug

    with pytest.raises(NotFound):
        event_document(0)
    with pytest.raises(NotFound):
        event_document(event_id, other_report)
    with pytest.raises(NotFound, match="no event has the slug 'tidak-ada'"):
        document_of("tidak-ada")
    with pytest.raises(NotFound, match=r"no report of 'KPU' on .*; reports there: 'KPU Kabupaten Bantul'"):
        document_of(slug, "KPU")
