"""What events lack, as the office that keeps them sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask, render_template_string

from tests.factories.account import an_office
from tests.factories.document import document_with_speakers, small_document
from tests.factories.event import slug_of
from tests.factories.registration import an_event
from tests.factories.statements import counted_selects
from webinar.core.checklist import Key, remaining
from webinar.core.document.model import Delegate, EventDocument, Organiser, ReportingUnit
from webinar.core.errors import NotFound
from webinar.db import db, transaction
from webinar.models import Berita, Event
from webinar.queries.checklist import event_checklist, event_checklists
from webinar.services.event import import_event

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)


def take_in(document: EventDocument) -> int:
    return import_event(document, actor=None, now=NOW).event_id


def lacking(event_id: int) -> set[str]:
    db.session.expunge_all()
    return {str(item.key) for item in event_checklist(event_id) if not item.is_done}


def test_facts_that_no_document_tells_are_read(app: Flask) -> None:
    bare = an_event(registration_open=False, quota=None, keeper_id=an_office("KPU Kota Ternate"))
    full = an_event(
        quota=10,
        meeting_link="https://zoom.test/j/1",
        committee=[{"name": "Ani", "task": "Host"}],
        organiser_id=None,
    )

    told = {"registration", "seats", "link", "committee"}
    assert lacking(full) & told == set()
    assert lacking(bare) & told == {"link"}  # kept for another organiser: attended, without registration


def test_office_that_holds_the_event_is_asked_for_its_registration(app: Flask) -> None:
    office = an_office("KPU Kabupaten Bantul")
    event_id = an_event(organiser_id=office, keeper_id=office, registration_open=False, quota=None)

    assert {"registration", "seats", "link", "committee"} <= lacking(event_id)


def test_report_of_the_keeper_counts_and_not_that_of_others(app: Flask) -> None:
    document = small_document(
        organiser=Organiser("KPU RI"),
        reporting_unit=ReportingUnit("KPU Kabupaten Bantul"),
        perspective="attendee",
        delegation=(Delegate(name="Ani"),),
    )
    event_id = take_in(document)
    take_in(replace(document, reporting_unit=ReportingUnit("KPU Kota Ternate"), delegation=()))
    with transaction() as tx:
        event = tx.session.get_one(Event, event_id)
        names = {b.unit_name: b.office_id for b in tx.session.query(Berita).filter_by(event_id=event_id)}
        event.keeper_id = names["KPU Kabupaten Bantul"]

    assert len(names) == 2
    assert "delegation" not in lacking(event_id)


def test_event_that_is_not_there(app: Flask) -> None:
    with pytest.raises(NotFound):
        event_checklist(1)
    assert event_checklists([]) == {}


@pytest.mark.parametrize("count", [1, 6])
def test_checklists_cost_seven_selects_however_many(app: Flask, count: int) -> None:
    ids = [take_in(replace(document_with_speakers(3), title=f"Webinar {number}")) for number in range(count)]
    db.session.expunge_all()

    with counted_selects() as selects:
        found = event_checklists(ids)

    assert len(selects) == 7
    assert sorted(found) == sorted(ids)
    assert all(remaining(items) > 0 for items in found.values())


TEMPLATE = (
    '{% from "components/checklist.html" import checklist %}'
    "{{ checklist(items, slug, phase='invitation', may_edit=may_edit, berita_id=7) }}"
)


def test_list_leads_to_the_sections_of_the_editor(app: Flask) -> None:
    office = an_office()
    event_id = an_event(slug="rapat", organiser_id=office, keeper_id=office)
    items = event_checklist(event_id)

    with app.test_request_context("/"):
        page = render_template_string(TEMPLATE, items=items, slug=slug_of(event_id), may_edit=True)
        read = render_template_string(TEMPLATE, items=items, slug="rapat", may_edit=False)

    assert '<a href="/meja/kegiatan/rapat/sunting#orang">Moderator' in page
    assert '<a href="/meja/berita/7">Foto' in page
    assert page.count("<details") == 3
    assert page.count(" open>") == 1
    assert "sunting" not in read
    assert sum(item.key == Key.MODERATOR for item in items) == 1
