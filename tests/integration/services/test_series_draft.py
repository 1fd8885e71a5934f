"""The drafts of a series are made together, and are what a copy made alone would be."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from flask import Flask

from tests.factories.account import an_office
from tests.factories.event import a_role, sessions
from tests.factories.registration import NOW, a_group, an_event
from tests.factories.statements import counted_selects
from webinar.core.copy import ALL_PARTS
from webinar.core.series import MOST_EVENTS, Rule
from webinar.db import db
from webinar.models import Change, Event, Person
from webinar.queries.series import series_events
from webinar.queries.snapshot import event_snapshot, event_snapshots
from webinar.services.copy import copy_event
from webinar.services.series import create_series

FIRST = date(2026, 12, 3)


def a_full_event() -> int:
    event_id = an_event(keeper_id=an_office(), title="Webinar Kamis", meeting_link="https://example.com/j/1")
    for number in range(3):
        a_role(event_id, number=number, session=1)
    sessions(event_id, 3, start=db.session.get_one(Event, event_id).starts_at or NOW)
    a_group(event_id, kind="list", label="Pers")
    db.session.rollback()
    return event_id


def a_series(event_id: int, count: int) -> list[Event]:
    days = [FIRST + timedelta(7 * number) for number in range(count)]
    made = create_series(
        event_id, days, name="R", rule=Rule.WEEKLY, one_registration=False, actor=None, now=NOW
    )
    db.session.rollback()
    return series_events(made)


@pytest.mark.parametrize("count", [3, MOST_EVENTS])
def test_a_series_asks_the_database_as_often_however_long_it_is(app: Flask, count: int) -> None:
    event_id = a_full_event()

    with counted_selects() as selects:
        a_series(event_id, count)

    assert len(selects) <= 40


def test_drafts_of_a_series_are_what_copies_would_be(app: Flask) -> None:
    event_id = a_full_event()
    third_day = FIRST + timedelta(14)
    keeper_id = db.session.get_one(Event, event_id).keeper_id or 0
    db.session.rollback()
    by = {"keeper_id": keeper_id, "actor": None, "now": NOW}
    slug = copy_event(event_id, ALL_PARTS, title="Webinar Kamis", start_on=third_day, **by)

    events = a_series(event_id, 3)

    copy = db.session.query(Event).filter_by(slug=slug).one()
    same = [event_snapshot(one.id) for one in (events[2], copy)]
    for snapshot in same:
        for name in ("slug", "uid", "event_series", "event_series_id"):
            snapshot.pop(name, None)
        for name in ("roles", "sessions", "groups"):
            snapshot[name] = list(snapshot[name].values())
    assert same[0] == same[1]
    assert (slug, events[2].slug) == ("webinar-kamis-2026-12-17", "webinar-kamis-2026-12-17-2")
    assert [role.person_id for role in events[2].roles] == [role.person_id for role in copy.roles]
    assert db.session.query(Person).count() == 3


def test_each_draft_of_a_series_has_its_line_in_the_history(app: Flask) -> None:
    events = a_series(a_full_event(), 3)

    found = event_snapshots([event.id for event in events])
    lines = db.session.query(Change).filter_by(thing="event", act="created").order_by(Change.thing_id).all()

    assert [line.thing_id for line in lines] == [event.id for event in events[1:]]
    assert all(f"roles.{role.id}.name" in lines[0].fields for role in events[1].roles)
    assert all(found[event.id] == event_snapshot(event.id) for event in events)
