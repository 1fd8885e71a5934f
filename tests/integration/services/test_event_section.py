from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from flask import Flask

from tests.factories.account import actor, an_account
from tests.factories.event import sessions
from tests.factories.registration import NOW, an_event, registrant, seats
from webinar.core.editor import Section
from webinar.core.errors import DocumentInvalid, TimeAnnounced
from webinar.core.merge import Conflict, Edit
from webinar.core.states import EventState
from webinar.core.typed import TypedUnfit
from webinar.core.zones import WITA, clock
from webinar.db import db
from webinar.models import Change, Event, EventSession
from webinar.queries.editor import section_values
from webinar.queries.editor_history import last_authors
from webinar.services.event_section import Saved, save_section
from webinar.services.registration import register_participant

LATER = NOW + timedelta(minutes=3)


def a_draft(**values: Any) -> int:
    return an_event(**{"state": EventState.DRAFT, "registration_open": False, "quota": None} | values)


def event_of(event_id: int) -> Event:
    db.session.expire_all()
    return db.session.get_one(Event, event_id)


def values_of(event_id: int, section: Section) -> dict[str, Any]:
    values = section_values(event_of(event_id), section)
    db.session.rollback()
    return values


def save(event_id: int, section: Section, base: dict[str, Any], **changes: Any) -> Saved:
    return save_section(event_id, section, Edit(base, base | changes), actor=None, now=LATER)


def test_only_what_was_changed_is_written_and_remembered(app: Flask) -> None:
    event_id = a_draft()
    base = values_of(event_id, Section.BASICS)
    user = actor(an_account())

    saved = save_section(
        event_id,
        Section.BASICS,
        Edit(base, base | {"theme": "Terbuka", "hashtags": ["#KPU"]}),
        actor=user,
        now=LATER,
    )

    event = event_of(event_id)
    assert saved == Saved(frozenset({"theme", "hashtags"}))
    assert (event.theme, event.hashtags, event.version, event.sequence) == ("Terbuka", ["#KPU"], 2, 0)
    line = db.session.query(Change).one()
    assert (line.actor_name, line.fields) == (
        user.name,
        {"theme": [None, "Terbuka"], "hashtags": [None, ["#KPU"]]},
    )


def test_saving_without_a_change_leaves_no_trace(app: Flask) -> None:
    event_id = a_draft()

    saved = save(event_id, Section.BASICS, values_of(event_id, Section.BASICS))

    assert saved.written == frozenset()
    assert event_of(event_id).version == 1
    assert db.session.query(Change).count() == 0


def test_the_second_to_save_overwrites_nothing_and_keeps_what_is_only_theirs(app: Flask) -> None:
    event_id = a_draft()
    base = values_of(event_id, Section.BASICS)
    first, second = (actor(an_account(name=name)) for name in ("Sri", "Budi"))
    save_section(event_id, Section.BASICS, Edit(base, base | {"title": "Rapat"}), actor=first, now=NOW)

    saved = save_section(
        event_id,
        Section.BASICS,
        Edit(base, base | {"title": "Diskusi", "theme": "Terbuka"}),
        actor=second,
        now=LATER,
    )

    event = event_of(event_id)
    assert saved == Saved(frozenset({"theme"}), {"title": Conflict("Diskusi", "Rapat")})
    assert (event.title, event.theme) == ("Rapat", "Terbuka")
    assert last_authors(event_id, ["title"])["title"] == ("Sri", NOW)


def test_saving_again_over_what_was_seen_wins(app: Flask) -> None:
    event_id = a_draft()
    base = values_of(event_id, Section.BASICS)
    save(event_id, Section.BASICS, base, title="Rapat")

    seen = base | {"title": "Rapat"}
    saved = save_section(
        event_id, Section.BASICS, Edit(seen, seen | {"title": "Diskusi"}), actor=None, now=LATER
    )

    assert saved.conflicts == {}
    assert event_of(event_id).title == "Diskusi"


def test_a_new_day_takes_the_sessions_along(app: Flask) -> None:
    start = datetime(2026, 12, 3, 6, 0, tzinfo=UTC)
    event_id = a_draft()
    sessions(event_id, 2, start=start)

    save(event_id, Section.TIME, values_of(event_id, Section.TIME), start_on="2026-12-10")

    event = event_of(event_id)
    assert (event.start_on, event.starts_at) == (date(2026, 12, 10), start + timedelta(days=7))
    assert event.ends_at == datetime(2026, 12, 10, 8, 0, tzinfo=UTC)
    assert [s.starts_at for s in event.sessions] == [
        start + timedelta(days=7),
        start + timedelta(days=7, minutes=30),
    ]


def test_another_zone_keeps_the_clock_times(app: Flask) -> None:
    event_id = a_draft()
    sessions(event_id, 1, start=datetime(2026, 12, 3, 6, 0, tzinfo=UTC))

    save(event_id, Section.TIME, values_of(event_id, Section.TIME), zone="WITA")

    event = event_of(event_id)
    assert event.starts_at is not None
    assert (event.zone_name, event.timezone, event.tz_database) == ("Asia/Makassar", "WITA", "Asia/Makassar")
    assert [clock(at, WITA) for at in (event.starts_at, event.sessions[0].starts_at)] == ["13.00", "13.00"]


@pytest.mark.parametrize(
    ("ends", "stored", "shown"),
    [
        ("24:00", datetime(2026, 12, 3, 17, 0, tzinfo=UTC), "24:00"),
        ("00:30", datetime(2026, 12, 3, 17, 30, tzinfo=UTC), "00:30"),
        (None, None, None),
    ],
)
def test_an_end_after_midnight_reads_back_as_typed(
    app: Flask, ends: str | None, stored: datetime | None, shown: str | None
) -> None:
    event_id = a_draft()

    save(event_id, Section.TIME, values_of(event_id, Section.TIME), starts="22:30", ends=ends)

    assert event_of(event_id).ends_at == stored
    assert values_of(event_id, Section.TIME)["ends"] == shown


def test_an_event_of_several_days_still_ends_after_its_last_midnight(app: Flask) -> None:
    ends = datetime(2026, 12, 4, 18, 0, tzinfo=UTC)  # 01.00 WIB on the fifth
    event_id = a_draft(end_on=date(2026, 12, 4), ends_at=ends)

    save(event_id, Section.TIME, values_of(event_id, Section.TIME), starts="12:00")

    assert event_of(event_id).ends_at == ends


def test_an_end_before_the_start_changes_nothing(app: Flask) -> None:
    event_id = a_draft()

    with pytest.raises(TypedUnfit):
        save(event_id, Section.TIME, values_of(event_id, Section.TIME), ends="12:00")
    with pytest.raises(DocumentInvalid):
        save(event_id, Section.TIME, values_of(event_id, Section.TIME), end_on="2026-12-01")

    assert event_of(event_id).version == 1


def test_sessions_outside_the_new_days_are_named(app: Flask) -> None:
    event_id = a_draft(end_on=date(2026, 12, 4))
    sessions(event_id, 1, start=datetime(2026, 12, 4, 6, 0, tzinfo=UTC))

    with pytest.raises(DocumentInvalid) as refusal:
        save(event_id, Section.TIME, values_of(event_id, Section.TIME), end_on=None)

    assert [problem.path for problem in refusal.value.problems] == ["sessions[0].start"]


def test_the_time_of_a_published_event_is_not_changed_in_passing(app: Flask) -> None:
    event_id = an_event()
    base = values_of(event_id, Section.TIME)

    save(event_id, Section.TIME, base, platform="Zoom Meeting", meeting_link="https://zoom.example/j/1")
    with pytest.raises(TimeAnnounced):
        save(event_id, Section.TIME, base, starts="14:00")

    event = event_of(event_id)
    assert (event.platform, event.meeting_link) == ("Zoom Meeting", "https://zoom.example/j/1")
    assert event.starts_at == datetime(2026, 12, 3, 6, 0, tzinfo=UTC)


def test_more_seats_go_to_those_who_wait(app: Flask) -> None:
    event_id = an_event(quota=1)
    for _ in range(3):
        register_participant(event_id, registrant(), now=NOW)
    base = values_of(event_id, Section.REGISTRATION)

    saved = save(event_id, Section.REGISTRATION, base, quota=2, closes_on="2026-12-02")

    event = event_of(event_id)
    assert saved.promoted_count == 1
    assert event.registration_closes_at == datetime(2026, 12, 2, 16, 59, tzinfo=UTC)
    assert seats(event_id) == (2, 1)


def test_a_letter_is_written_and_taken_away(app: Flask) -> None:
    event_id = a_draft()
    empty = values_of(event_id, Section.LETTER)

    save(event_id, Section.LETTER, empty, number="12/HM.03", date="2026-11-20")
    letter = event_of(event_id).invitation_letter
    written = values_of(event_id, Section.LETTER)
    save(event_id, Section.LETTER, written, number=None, date=None)

    assert letter == {"number": "12/HM.03", "date": "2026-11-20", "sender": None}
    assert event_of(event_id).invitation_letter is None


def test_a_session_knows_nothing_of_other_events(app: Flask) -> None:
    event_id, other = a_draft(), a_draft()
    sessions(other, 1, start=datetime(2026, 12, 3, 6, 0, tzinfo=UTC))

    save(event_id, Section.TIME, values_of(event_id, Section.TIME), start_on="2026-12-10")

    found = db.session.query(EventSession).one()
    assert found.starts_at == datetime(2026, 12, 3, 6, 0, tzinfo=UTC)


def test_registration_of_a_draft_closes_as_long_before_its_day_as_it_did(app: Flask) -> None:
    event_id = a_draft(registration_closes_at=datetime(2026, 12, 2, 3, tzinfo=UTC))
    base = values_of(event_id, Section.TIME)

    save_section(event_id, Section.TIME, Edit(base, base | {"start_on": "2026-12-17"}), actor=None, now=LATER)

    assert event_of(event_id).registration_closes_at == datetime(2026, 12, 16, 3, tzinfo=UTC)


def at_once(app: Flask, event_id: int, changes: list[dict[str, Any]]) -> list[Saved]:
    """Each of these changes of the same form, sent at the same moment."""
    base = values_of(event_id, Section.BASICS)
    barrier = Barrier(len(changes))

    def send(change: dict[str, Any]) -> Saved:
        with app.app_context():
            barrier.wait()
            saved = save(event_id, Section.BASICS, base, **change)
            db.session.remove()
            return saved

    with ThreadPoolExecutor(len(changes)) as pool:
        return list(pool.map(send, changes))


def test_many_who_change_different_fields_at_once_all_get_their_way(app: Flask) -> None:
    event_id = a_draft()
    names = ("theme", "topic", "occasion", "background", "target_region", "event_type")

    saved = at_once(app, event_id, [{name: f"isi {name}"} for name in names])

    event = event_of(event_id)
    assert [one.conflicts for one in saved] == [{}] * len(names)
    assert {name: getattr(event, name) for name in names} == {name: f"isi {name}" for name in names}
    assert event.version == 1 + len(names)


def test_of_many_who_change_the_same_field_at_once_one_does_and_the_others_are_told(app: Flask) -> None:
    event_id = a_draft()

    saved = at_once(app, event_id, [{"theme": f"Tema {number}"} for number in range(6)])

    theme = event_of(event_id).theme
    written = [one for one in saved if one.written]
    assert len(written) == 1
    assert [one.conflicts["theme"].theirs for one in saved if not one.written] == [theme] * 5
