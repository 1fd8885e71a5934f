from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from flask import Flask

from tests.factories.account import actor, an_account, an_office
from tests.factories.registration import NOW, an_event
from webinar.core.document.model import Delegate
from webinar.core.errors import NotFound
from webinar.core.states import EventState
from webinar.core.typed import TypedTime, TypedUnfit
from webinar.db import db
from webinar.models import Berita, Change, Event
from webinar.services.event_start import EventPlan, record_attended_event, start_event

PLAN = EventPlan(
    "Webinar Layanan Informasi",
    date(2026, 12, 3),
    "WITA",
    TypedTime(time(13)),
    TypedTime(time(15)),
    event_type="webinar",
    mode="online",
)
DELEGATION = (Delegate("Sri", "Ketua"), Delegate(position="staf", count=2))


def events() -> list[Event]:
    db.session.expunge_all()
    return list(db.session.query(Event).order_by(Event.id))


def attend(office_id: int, organiser: str = "KPU RI", plan: EventPlan = PLAN):  # type: ignore[no-untyped-def]
    return record_attended_event(office_id, plan, organiser, DELEGATION, actor=None, now=NOW)


def test_a_new_event_is_a_draft_of_its_office(app: Flask) -> None:
    office_id = an_office("KPU Kota Manado", level="regency")
    user = actor(an_account(office_id=office_id))

    slug = start_event(office_id, PLAN, actor=user, now=NOW)

    event = events()[0]
    assert (event.slug, event.state) == (slug, EventState.DRAFT)
    assert (event.keeper_id, event.organiser_id, event.organiser_name) == (
        office_id,
        office_id,
        "KPU Kota Manado",
    )
    assert (event.starts_at, event.ends_at, event.zone_name) == (
        datetime(2026, 12, 3, 5, tzinfo=UTC),
        datetime(2026, 12, 3, 7, tzinfo=UTC),
        "Asia/Makassar",
    )
    line = db.session.query(Change).one()
    assert (line.act, line.actor_name) == ("created", user.name)


def test_times_that_contradict_each_other_begin_nothing(app: Flask) -> None:
    office_id = an_office()

    with pytest.raises(TypedUnfit):
        start_event(office_id, replace(PLAN, ends=TypedTime(time(12))), actor=None, now=NOW)
    with pytest.raises(TypedUnfit):
        start_event(office_id, replace(PLAN, starts=TypedTime(time(9), "WIT")), actor=None, now=NOW)
    with pytest.raises(NotFound):
        start_event(office_id + 99, PLAN, actor=None, now=NOW)

    assert events() == []


def test_an_event_of_others_is_recorded_with_our_report(app: Flask) -> None:
    office_id = an_office()

    done = attend(office_id)

    event, report = events()[0], db.session.query(Berita).one()
    assert (done.slug, done.berita_id, done.is_new_event, done.is_new_report) == (
        event.slug,
        report.id,
        True,
        True,
    )
    assert (event.state, event.keeper_id, event.organiser_name) == (
        EventState.PUBLISHED,
        office_id,
        "KPU RI",
    )
    assert not event.registration_open
    assert (report.perspective, report.office_id, report.state) == ("attendee", office_id, "draft")
    assert [row["name"] for row in report.delegation] == ["Sri", None]
    assert report.delegation[1]["count"] == 2


def test_the_second_office_only_adds_its_report(app: Flask) -> None:
    bantul, sleman = an_office("KPU Kabupaten Bantul"), an_office("KPU Kabupaten Sleman")
    first = attend(bantul)

    second = attend(sleman, plan=replace(PLAN, title="WEBINAR layanan  informasi", platform="Zoom"))

    assert (second.slug, second.is_new_event, second.is_new_report) == (first.slug, False, True)
    assert [(e.title, e.platform, e.keeper_id) for e in events()] == [(PLAN.title, None, bantul)]
    assert {r.unit_name for r in db.session.query(Berita)} == {"KPU Kabupaten Bantul", "KPU Kabupaten Sleman"}


def test_the_same_again_changes_nothing(app: Flask) -> None:
    office_id = an_office()
    first = attend(office_id)

    again = record_attended_event(office_id, PLAN, "KPU RI", (), actor=None, now=NOW + timedelta(1))

    assert (again.slug, again.berita_id) == (first.slug, first.berita_id)
    assert (again.is_new_event, again.is_new_report) == (False, False)
    assert len(db.session.query(Berita).one().delegation) == 2


def test_a_draft_of_others_is_not_found_out(app: Flask) -> None:
    theirs, ours = an_office("KPU RI"), an_office("KPU Kabupaten Sleman")
    an_event(state=EventState.DRAFT, keeper_id=theirs, organiser_name="KPU RI")

    done = attend(ours)

    assert done.is_new_event
    assert [(e.state, e.keeper_id) for e in events()] == [
        (EventState.DRAFT, theirs),
        (EventState.PUBLISHED, ours),
    ]
