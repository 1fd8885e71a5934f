"""Who or what is booked at that hour already, by any office."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from tests.factories.account import actor, an_account, an_office
from tests.factories.event import a_role
from tests.factories.registration import a_group, an_event
from tests.factories.statements import counted_selects
from webinar.core.access import Actor, OfficeRole
from webinar.core.caution import Planned
from webinar.core.clash import ClashKind, InvitedPerson, room_keys
from webinar.core.zones import WIB, WIT, local
from webinar.db import db, transaction
from webinar.models import Event, EventSession, ParticipantGroup, Person
from webinar.queries.clash import Clash, clashes, event_clashes

DAY = date(2026, 12, 3)
NINE = datetime(2026, 12, 3, 2, 0, tzinfo=UTC)  # 09.00 WIB
SRI = InvitedPerson(None, "Sri Wahyuni", "Ketua KPU Kabupaten Bantul")


@pytest.fixture
def operator(app: Flask) -> Actor:
    """Of an office that keeps none of the other events."""
    return actor(an_account(OfficeRole.OPERATOR, an_office("KPU Kota Ternate")))


def planned(start: datetime = NINE, hours: float | None = 2, zone: Any = WIB) -> Planned:
    at = local(start, zone)
    end = None if hours is None else at + timedelta(hours=hours)
    return Planned(at.date(), at.date(), zone, at, end)


def a_booking(name: str = "SRI WAHYUNI", **values: Any) -> int:
    """An event from 09.00 to 11.00 WIB at which Sri Wahyuni speaks."""
    defaults: dict[str, Any] = {"title": "Rapat lain", "start_on": DAY, "starts_at": NINE}
    event_id = an_event(**defaults | {"ends_at": NINE + timedelta(hours=2)} | values)
    a_role(event_id, name=name, position="Ketua KPU Kabupaten Bantul", part="speaker")
    return event_id


def of(operator: Actor, plan: Planned | None = None, **wanted: Any) -> tuple[Clash, ...]:
    given: dict[str, Any] = {"people": [SRI], "rooms": frozenset(), "venue": None, "groups": ()}
    return clashes(None, plan or planned(), **given | wanted, actor=operator)


def a_person() -> int:
    with transaction() as tx:
        person = Person(name="Sri Wahyuni")
        tx.session.add(person)
        tx.session.flush()
        return person.id


def test_speaker_of_another_office_is_told_with_event_and_hours(operator: Actor) -> None:
    a_booking(slug="rapat-lain", organiser_name="KPU RI")

    (clash,) = of(operator)

    assert clash == Clash(
        kind=ClashKind.PERSON,
        what="Sri Wahyuni",
        part="speaker",
        title="Rapat lain",
        slug="rapat-lain",
        office="KPU RI",
        is_ours=False,
        is_hour_known=True,
        start_on=DAY,
        starts_at=NINE,
        ends_at=NINE + timedelta(hours=2),
        zone_name="Asia/Jakarta",
    )


def test_draft_of_another_office_is_told_without_its_title(operator: Actor) -> None:
    a_booking(state="draft", keeper_id=an_office("KPU RI", level="national"))

    (clash,) = of(operator)

    assert (clash.what, clash.title, clash.slug, clash.office, clash.part) == ("Sri Wahyuni", *[None] * 4)


def test_draft_of_the_own_office_is_told_with_its_title(app: Flask) -> None:
    office = an_office()
    a_booking(state="draft", keeper_id=office)

    (clash,) = of(actor(an_account(OfficeRole.OPERATOR, office)))

    assert (clash.title, clash.is_ours) == ("Rapat lain", True)


@pytest.mark.parametrize("state", ["cancelled", "postponed", "archived"])
def test_events_that_will_not_be_held_book_nobody(operator: Actor, state: str) -> None:
    a_booking(state=state)

    assert of(operator) == ()


@pytest.mark.parametrize(
    ("plan", "count"),
    [
        (planned(NINE + timedelta(hours=2)), 0),  # begins when the other ends
        (planned(NINE - timedelta(hours=3), None), 0),  # open, taken to end at 09.00
        (planned(NINE - timedelta(hours=2, minutes=59), None), 1),
        (planned(datetime(2026, 12, 3, 2, 30, tzinfo=UTC), 1, WIT), 1),  # 11.30 WIT
        (planned(NINE + timedelta(days=1)), 0),
    ],
)
def test_only_hours_that_meet_clash(operator: Actor, plan: Planned, count: int) -> None:
    a_booking()

    assert len(of(operator, plan)) == count


def test_midnight_between_zones_is_no_hiding_place(operator: Actor) -> None:
    late = datetime(2026, 12, 3, 16, 0, tzinfo=UTC)  # 23.00 WIB, 01.00 WIT on the fourth
    a_booking(starts_at=late, ends_at=late + timedelta(hours=2))

    found = of(operator, planned(late + timedelta(minutes=30), 1, WIT))

    assert [clash.what for clash in found] == ["Sri Wahyuni"]


def test_day_without_hours_is_told_as_doubtful(operator: Actor) -> None:
    a_booking(starts_at=None, ends_at=None)

    (clash,) = of(operator)

    assert clash.is_hour_known is False


def test_evening_between_two_days_of_a_meeting_is_free(operator: Actor) -> None:
    a_booking(end_on=DAY + timedelta(days=2), ends_at=NINE + timedelta(days=2, hours=6))

    assert of(operator, planned(NINE + timedelta(days=1, hours=10))) == ()
    assert len(of(operator, planned(NINE + timedelta(days=1)))) == 1


def test_person_is_known_by_record_before_name(operator: Actor) -> None:
    person_id = a_person()
    event_id = a_booking(name="S. Wahyuni")
    with transaction() as tx:
        tx.session.get_one(Event, event_id).roles[0].person_id = person_id

    assert len(of(operator, people=[InvitedPerson(person_id, "Sri", None)])) == 1
    assert of(operator, people=[InvitedPerson(person_id + 1, "S. Wahyuni", None)]) == ()


def test_who_is_merely_present_is_not_booked(operator: Actor) -> None:
    event_id = an_event(start_on=DAY, starts_at=NINE, ends_at=NINE + timedelta(hours=2))
    a_role(event_id, name="Sri Wahyuni", position=None, part="also_present")

    assert of(operator) == ()


def test_speaker_of_a_session_is_booked_for_its_hours_only(operator: Actor) -> None:
    event_id = a_booking(ends_at=NINE + timedelta(hours=8))
    with transaction() as tx:
        event = tx.session.get_one(Event, event_id)
        event.roles[0].session = 2
        event.sessions = [
            EventSession(number=0, order=1, starts_at=NINE, ends_at=NINE + timedelta(hours=4)),
            EventSession(
                number=1, order=2, starts_at=NINE + timedelta(hours=4), ends_at=NINE + timedelta(hours=5)
            ),
        ]

    assert of(operator, planned(NINE + timedelta(hours=1))) == ()
    (clash,) = of(operator, planned(NINE + timedelta(hours=4)))
    assert (clash.starts_at, clash.start_on) == (NINE + timedelta(hours=4), DAY)


def test_room_venue_and_audience_are_found(operator: Actor) -> None:
    event_id = a_booking(
        name="Orang lain", meeting_link="https://zoom.us/j/81234567890?pwd=rahasia", venue="Aula KPU RI"
    )
    a_group(event_id, kind="rule", units=["KPU Provinsi"], scope="se-Indonesia", label=None)
    group = ParticipantGroup(
        kind="rule", positions=[], units=["KPU Provinsi"], members=[], scope="Bali", label=None
    )

    found = of(operator, rooms=room_keys(None, "ID 812 3456 7890"), venue="aula  KPU RI", groups=[group])

    assert [(clash.kind, clash.what) for clash in found] == [
        (ClashKind.ROOM, None),
        (ClashKind.VENUE, "aula  KPU RI"),
        (ClashKind.AUDIENCE, None),
    ]


def test_event_does_not_clash_with_itself(app: Flask) -> None:
    event_id = a_booking(venue="Aula")
    event = db.session.scalars(
        select(Event)
        .where(Event.id == event_id)
        .options(selectinload(Event.roles), selectinload(Event.groups))
    ).one()

    assert event_clashes(event, actor=None) == ()


def test_event_clashes_at_another_time_than_recorded(operator: Actor) -> None:
    a_booking()
    mine = a_booking(start_on=date(2027, 1, 5), starts_at=NINE + timedelta(days=33), ends_at=None)
    event = db.session.get_one(Event, mine)

    assert event_clashes(event, actor=operator) == ()
    assert [clash.what for clash in event_clashes(event, actor=operator, planned=planned())] == [
        "SRI WAHYUNI"
    ]


@pytest.mark.parametrize("count", [1, 5])
def test_clashes_cost_three_selects_however_many_events(operator: Actor, count: int) -> None:
    for _ in range(count):
        a_group(a_booking(), units=["KPU Provinsi"], scope="nasional")
    group = ParticipantGroup(kind="rule", positions=[], units=["KPU Provinsi"], members=[], scope="nasional")

    with counted_selects() as selects:
        found = of(operator, groups=[group])

    assert len(selects) == 3
    assert len(found) == 2 * count
