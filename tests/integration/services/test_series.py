from __future__ import annotations

from datetime import date, timedelta

import pytest
from flask import Flask

from tests.factories.account import actor, an_account, an_office
from tests.factories.event import a_role, sessions
from tests.factories.registration import NOW, a_group, an_event
from webinar.core.copy import ALL_PARTS, CopyPart
from webinar.core.errors import LeadsSeries, NotFound
from webinar.core.series import Rule, Scope
from webinar.core.states import EventState
from webinar.db import db, transaction
from webinar.models import Change, Event, EventRole, EventSession, EventTemplate, Person, Picture
from webinar.queries.paging import Turn
from webinar.queries.series import series_events, templates_for
from webinar.services.copy import copy_event
from webinar.services.series import apply_to_series, create_series, leave_series
from webinar.services.template import begin_from_template, delete_template, rename_template, save_template

DAYS = (date(2026, 12, 3), date(2026, 12, 10), date(2026, 12, 17))


def a_kept_event(**values: object) -> int:
    """An event of an office with a speaker and two sessions."""
    event_id = an_event(keeper_id=an_office(), meeting_link="https://example.com/j/1", **values)
    a_role(event_id, name="Sri Wahyuni", session=1)
    sessions(event_id, 2, start=db.session.get_one(Event, event_id).starts_at)
    db.session.rollback()
    return event_id


def a_series(event_id: int, *, one_registration: bool = False) -> list[Event]:
    series_id = create_series(
        event_id,
        DAYS,
        name="Kamis Terbuka",
        rule=Rule.WEEKLY,
        one_registration=one_registration,
        actor=None,
        now=NOW,
    )
    db.session.rollback()
    return series_events(series_id)


def roles_of(event_id: int) -> list[str | None]:
    db.session.rollback()
    return [role.name for role in db.session.query(EventRole).filter_by(event_id=event_id)]


def test_a_copy_is_a_draft_with_the_chosen_parts(app: Flask) -> None:
    event_id = a_kept_event()
    keeper_id = db.session.get_one(Event, event_id).keeper_id

    slug = copy_event(
        event_id,
        {CopyPart.PEOPLE, CopyPart.REGISTRATION},
        title="Webinar Kedua",
        start_on=date(2027, 1, 7),
        keeper_id=keeper_id or 0,
        actor=None,
        now=NOW,
    )

    copy = db.session.query(Event).filter_by(slug=slug).one()
    assert (copy.state, copy.title, copy.start_on) == (EventState.DRAFT, "Webinar Kedua", date(2027, 1, 7))
    assert (copy.quota, copy.taken_count, copy.registration_open) == (2, 0, False)
    assert copy.meeting_link is None
    assert [role.name for role in copy.roles] == ["Sri Wahyuni"] and copy.sessions == []
    assert db.session.query(Change).filter_by(thing="event", thing_id=copy.id).one().act == "created"


def test_a_series_repeats_the_event_on_its_days(app: Flask) -> None:
    event_id = a_kept_event()

    events = a_series(event_id)

    assert tuple(event.start_on for event in events) == DAYS
    assert [event.state for event in events] == [EventState.PUBLISHED, EventState.DRAFT, EventState.DRAFT]
    assert events[1].starts_at == (events[0].starts_at or NOW) + timedelta(days=7)
    assert events[2].sessions[0].starts_at == (events[0].starts_at or NOW) + timedelta(days=14)
    assert events[1].meeting_link == "https://example.com/j/1"
    assert [event.registers_with_id for event in events] == [None, None, None]


def test_one_registration_leads_the_others_to_the_first(app: Flask) -> None:
    event_id = a_kept_event()

    events = a_series(event_id, one_registration=True)

    assert [event.registers_with_id for event in events] == [None, event_id, event_id]
    with pytest.raises(LeadsSeries):
        leave_series(event_id, actor=None, now=NOW)


@pytest.mark.parametrize(
    ("scope", "reached"),
    [(Scope.ONE, [0, 1, 0]), (Scope.FOLLOWING, [0, 1, 1]), (Scope.ALL, [1, 1, 1])],
)
def test_a_change_reaches_as_far_as_its_scope(app: Flask, scope: Scope, reached: list[int]) -> None:
    first, second, third = (event.id for event in a_series(a_kept_event()))
    a_role(second, name="Ma'ruf Hidayat", number=9)

    changed = apply_to_series(second, {CopyPart.PEOPLE}, scope, actor=None, now=NOW)

    assert [roles_of(event).count("Ma'ruf Hidayat") for event in (first, second, third)] == reached
    assert changed == sum(reached) - 1
    assert db.session.query(EventSession).filter_by(event_id=third).count() == 2
    assert apply_to_series(second, {CopyPart.PEOPLE}, scope, actor=None, now=NOW) == 0


def test_a_change_leaves_cancelled_events_and_days_alone(app: Flask) -> None:
    first, second, third = (event.id for event in a_series(a_kept_event()))
    with transaction() as tx:
        tx.session.get_one(Event, third).state = EventState.CANCELLED
        tx.session.get_one(Event, first).platform = "Zoom"

    changed = apply_to_series(first, ALL_PARTS, Scope.ALL, actor=None, now=NOW)

    db.session.rollback()
    found = [db.session.get_one(Event, one) for one in (first, second, third)]
    assert changed == 1
    assert [event.platform for event in found] == ["Zoom", "Zoom", None]
    assert tuple(event.start_on for event in found) == DAYS


def test_an_event_leaves_its_series(app: Flask) -> None:
    events = a_series(a_kept_event(), one_registration=True)

    leave_series(events[1].id, actor=None, now=NOW)

    db.session.rollback()
    left = db.session.get_one(Event, events[1].id)
    assert (left.event_series_id, left.registers_with_id) == (None, None)


def test_an_event_is_in_one_series_only(app: Flask) -> None:
    event_id = a_kept_event()
    a_series(event_id)

    with pytest.raises(NotFound):
        a_series(event_id)


def test_a_template_outlives_its_event_and_is_for_the_offices_below(app: Flask) -> None:
    centre = an_office("KPU RI", level="national")
    below, beside = an_office("KPU Provinsi Bali", centre), an_office("Bawaslu Bali")
    event_id = an_event(keeper_id=centre)
    a_role(event_id, name="Sri Wahyuni")
    template_id = save_template(
        event_id, {CopyPart.PEOPLE}, name="Webinar bulanan", office_id=centre, actor=None, now=NOW
    )
    operators = [actor(an_account("operator", office)) for office in (centre, below, beside)]

    with transaction() as tx:
        tx.session.delete(tx.session.get_one(Event, event_id))
    slug = begin_from_template(
        template_id, title="Webinar Januari", start_on=date(2027, 1, 7), keeper_id=below, actor=None, now=NOW
    )

    event = db.session.query(Event).filter_by(slug=slug).one()
    assert (event.organiser_name, event.state) == ("KPU Provinsi Bali", EventState.DRAFT)
    assert [role.name for role in event.roles] == ["Sri Wahyuni"]
    assert [len(templates_for(operator, Turn()).rows) for operator in operators] == [1, 1, 0]


def test_a_template_is_renamed_and_deleted_with_history(app: Flask) -> None:
    event_id = a_kept_event()
    office_id = db.session.get_one(Event, event_id).keeper_id or 0
    template_id = save_template(event_id, ALL_PARTS, name="Lama", office_id=office_id, actor=None, now=NOW)

    rename_template(template_id, "Baru", actor=None, now=NOW)
    delete_template(template_id, actor=None, now=NOW)

    acts = [change.act for change in db.session.query(Change).filter_by(thing="template").order_by(Change.id)]
    assert acts == ["created", "changed", "deleted"]
    assert db.session.get(EventTemplate, template_id) is None


def test_another_hour_for_the_following_is_announced_where_it_is_public(app: Flask) -> None:
    first, second, third = (event.id for event in a_series(a_kept_event()))
    with transaction() as tx:
        tx.session.get_one(Event, second).state = EventState.PUBLISHED
        moved = tx.session.get_one(Event, first)
        moved.starts_at = (moved.starts_at or NOW) + timedelta(hours=1)

    changed = apply_to_series(
        first, {CopyPart.TIMES}, Scope.FOLLOWING, reason="Ruang dipakai", actor=None, now=NOW
    )

    db.session.rollback()
    events = [db.session.get_one(Event, one) for one in (first, second, third)]
    assert changed == 2
    assert [event.starts_at and event.starts_at.hour for event in events] == [7, 7, 7]
    assert tuple(event.start_on for event in events) == DAYS
    assert [len(event.announcements) for event in events] == [0, 1, 0]
    assert events[1].announcements[0]["reason"] == "Ruang dipakai"


def test_copies_keep_whom_of_the_directory_a_role_was_chosen_to_be(app: Flask) -> None:
    event_id = a_kept_event()
    with transaction() as tx:
        person = Person(name="Sri Wahyuni", positions=[])
        tx.session.add(person)
        tx.session.flush()
        role = tx.session.query(EventRole).filter_by(event_id=event_id).one()
        role.person_id, role.name = person.id, "Sri Wahyuni binti Ahmad"

    events = a_series(event_id)

    db.session.rollback()
    chosen = {role.person_id for event in events for role in event.roles}
    assert len(chosen) == 1
    assert db.session.query(Person).count() == 1


def test_a_copy_keeps_open_groups_open_and_their_quotas(app: Flask) -> None:
    event_id = a_kept_event()
    a_group(event_id, number=0, kind="list", label="Mahasiswa", members=["UGM"], quota=3)
    a_group(event_id, number=1, kind="open", label="masyarakat umum", quota=7)

    events = a_series(event_id)

    groups = [(group.kind, group.label, group.quota) for group in events[1].groups]
    assert groups == [("list", "Mahasiswa", 3), ("open", "masyarakat umum", 7)]


def test_a_poster_that_was_taken_away_goes_from_the_others_too(app: Flask) -> None:
    event_id = a_kept_event()
    with transaction() as tx:
        picture = Picture(name="a.webp", width=2, height=1, created_at=NOW)
        tx.session.add(picture)
        tx.session.flush()
        tx.session.get_one(Event, event_id).poster_id = picture.id
    second = a_series(event_id)[1].id
    with transaction() as tx:
        tx.session.get_one(Event, event_id).poster_id = None

    changed = apply_to_series(event_id, {CopyPart.POSTER}, Scope.ALL, actor=None, now=NOW)

    db.session.rollback()
    assert changed == 2
    assert db.session.get_one(Event, second).poster_id is None


def test_a_template_holds_no_way_into_a_room(app: Flask) -> None:
    event_id = a_kept_event(meeting_access="Kode 1234")
    office_id = db.session.get_one(Event, event_id).keeper_id or 0

    save_template(event_id, ALL_PARTS, name="T", office_id=office_id, actor=None, now=NOW)

    kept = str(db.session.query(EventTemplate).one().settings)
    assert "1234" not in kept and "example.com" not in kept
