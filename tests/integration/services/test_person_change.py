"""The directory as the desk changes it, on both databases."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from tests.factories.account import actor, an_account, an_office
from tests.factories.event import a_role
from tests.factories.registration import NOW, an_event
from webinar.core.errors import EndsBeforeStart, NotFound, PersonChanged, SamePerson
from webinar.core.merge import Edit
from webinar.core.person import PersonData, PositionData, pair_digest, position_values
from webinar.db import db
from webinar.models import Change, EventRole, Person
from webinar.queries.person import data_of, person_found, positions_data
from webinar.services import person_change as service
from webinar.services.person_merge import merge_people

ARIEF = PersonData(
    "Arief Budiman",
    title_prefix="Dr.",
    short_name="Arief",
    email="arief@kpu.example",
    whatsapp="+6281234567890",
    contact_note="Hubungi ajudan",
)
CHAIR = PositionData("Ketua", "KPU RI", valid_from=date(2017, 4, 12))


def add(data: PersonData = ARIEF, *positions: PositionData) -> int:
    return service.add_person(data, positions, actor=None, now=NOW)


def change(person_id: int, **mine: Any) -> bool:
    """As if the form had been made from what is recorded now."""
    base = asdict(found(person_id))
    return service.change_person(person_id, Edit(base, mine), actor=None, now=NOW)


def correct(person_id: int, position_id: int, base: PositionData, mine: PositionData) -> None:
    edit = Edit(position_values(base), position_values(mine))
    service.change_position(person_id, position_id, edit, actor=None, now=NOW)


def found(person_id: int) -> PersonData:
    db.session.rollback()
    return data_of(person_found(person_id))


def positions(person_id: int) -> list[PositionData]:
    db.session.rollback()
    return positions_data(person_found(person_id))


def position_id(person_id: int) -> int:
    return person_found(person_id).positions[0].id


def history(person_id: int) -> list[tuple[str, dict[str, Any]]]:
    rows = db.session.scalars(select(Change).where(Change.thing_id == person_id).order_by(Change.id))
    return [(row.act, row.fields) for row in rows if row.thing == "person"]


def test_person_stands_as_typed(app: Flask) -> None:
    odd = PersonData("  arief  BUDIMAN,sh ", title_prefix="DR")

    assert found(add(odd, CHAIR)) == odd
    assert positions(add(odd, CHAIR)) == [CHAIR]


def test_history_tells_who_did_what_but_no_contact(app: Flask) -> None:
    office_id = an_office()
    somebody = actor(an_account("operator", office_id, name="Sari"))

    person_id = service.add_person(replace(ARIEF, keeper_id=office_id), (), actor=somebody, now=NOW)
    change(person_id, whatsapp="+6289999999999", contact_note="Hubungi istri", short_name=None)

    lines = history(person_id)
    assert [act for act, _ in lines] == ["created", "changed"]
    assert lines[1][1]["short_name"] == ["Arief", None]
    assert set(lines[1][1]) == {"short_name", "whatsapp"} | ({"contact_note"} & set(lines[1][1]))
    for secret in ("arief@", "1234567890", "9999999999", "ajudan", "istri"):
        assert secret not in str(lines), secret
    first = db.session.scalars(select(Change).where(Change.act == "created")).one()
    assert (first.actor_name, first.office_id, first.title) == ("Sari", office_id, "Arief Budiman")


def test_change_touches_only_what_the_form_changed(app: Flask) -> None:
    person_id = add()
    base = asdict(found(person_id))
    change(person_id, biography="Lahir di Surabaya")

    did = service.change_person(person_id, Edit(base, {**base, "title_suffix": "S.H."}), actor=None, now=NOW)

    assert did
    assert found(person_id) == replace(ARIEF, biography="Lahir di Surabaya", title_suffix="S.H.")
    assert not change(person_id, title_suffix="S.H.")


def test_same_field_changed_by_two_is_asked_about(app: Flask) -> None:
    person_id = add()
    base = asdict(found(person_id))
    change(person_id, name="Arif Budiman")

    with pytest.raises(PersonChanged) as refused:
        service.change_person(
            person_id, Edit(base, {"name": "Arief B.", "biography": "Baru"}), actor=None, now=NOW
        )

    assert refused.value.theirs == {"name": "Arif Budiman"}
    assert found(person_id) == replace(ARIEF, name="Arif Budiman")


def test_positions_are_added_corrected_ended_and_removed(app: Flask) -> None:
    person_id = add()
    service.add_position(person_id, CHAIR, actor=None, now=NOW)
    key = position_id(person_id)

    service.end_position(person_id, key, date(2022, 4, 11), actor=None, now=NOW)
    assert positions(person_id) == [replace(CHAIR, valid_to=date(2022, 4, 11))]

    ended = replace(CHAIR, valid_to=date(2022, 4, 11))
    correct(person_id, key, ended, replace(CHAIR, acting="Plt."))
    assert positions(person_id) == [replace(CHAIR, acting="Plt.")]

    service.remove_position(person_id, key, actor=None, now=NOW)
    assert positions(person_id) == []
    assert [act for act, _ in history(person_id)] == ["created", *["changed"] * 4]


def test_position_cannot_end_before_it_began(app: Flask) -> None:
    backwards = replace(CHAIR, valid_to=date(2017, 4, 11))
    person_id = add(ARIEF, CHAIR)
    key = position_id(person_id)

    with pytest.raises(EndsBeforeStart):
        add(ARIEF, backwards)
    with pytest.raises(EndsBeforeStart):
        correct(person_id, key, CHAIR, backwards)
    with pytest.raises(EndsBeforeStart):
        service.end_position(person_id, key, date(2017, 4, 11), actor=None, now=NOW)
    assert positions(person_id) == [CHAIR]


def test_two_who_correct_a_position_at_once_lose_nothing(app: Flask) -> None:
    person_id = add(ARIEF, CHAIR)
    key = position_id(person_id)
    correct(person_id, key, CHAIR, replace(CHAIR, valid_to=date(2022, 4, 11)))

    correct(person_id, key, CHAIR, replace(CHAIR, institution="KPU Republik Indonesia"))
    with pytest.raises(PersonChanged) as refused:
        correct(person_id, key, CHAIR, replace(CHAIR, name="Anggota", valid_to=date(2023, 1, 1)))
    with pytest.raises(EndsBeforeStart):  # each of the two days fits the one of before
        correct(person_id, key, CHAIR, replace(CHAIR, valid_from=date(2024, 1, 1)))

    assert refused.value.theirs == {"valid_to": "2022-04-11"}
    assert positions(person_id) == [
        replace(CHAIR, institution="KPU Republik Indonesia", valid_to=date(2022, 4, 11))
    ]


def test_position_of_somebody_else_is_not_found(app: Flask) -> None:
    person_id, other = add(ARIEF, CHAIR), add(ARIEF, CHAIR)
    key = position_id(other)

    for attempt in (service.remove_position, lambda *a, **k: correct(*a, CHAIR, CHAIR)):
        with pytest.raises(NotFound):
            attempt(person_id, key, actor=None, now=NOW)
    with pytest.raises(NotFound):
        service.end_position(person_id, key, date(2026, 1, 1), actor=None, now=NOW)


def test_deleted_person_stays_on_events_as_printed(app: Flask) -> None:
    person_id = add(ARIEF, CHAIR)
    event_id = an_event()
    a_role(event_id, name="Arief Budiman", position="Ketua", person_id=person_id)

    service.delete_person(person_id, actor=None, now=NOW)

    assert db.session.scalars(select(Person)).all() == []
    role = db.session.scalars(select(EventRole)).one()
    assert (role.person_id, role.name, role.position) == (None, "Arief Budiman", "Ketua")
    assert history(person_id)[-1][0] == "deleted"
    with pytest.raises(NotFound):
        service.delete_person(person_id, actor=None, now=NOW)


def test_merged_people_are_one_with_all_they_did(app: Flask) -> None:
    kept = add(ARIEF, CHAIR)
    twin = PersonData("Arif Budiman", title_suffix="S.H.", biography="Lahir di Surabaya")
    member = PositionData("Anggota", "KPU Provinsi Jawa Timur")
    other = add(twin, PositionData("Ketua", "KPU RI", valid_to=date(2022, 4, 11)), member)
    event_id = an_event()
    a_role(event_id, name="Arief Budiman", person_id=kept)
    a_role(event_id, name="Arif Budiman, S.H.", person_id=other)

    moved = merge_people(kept, other, ["name"], actor=None, now=NOW)

    assert moved == 1
    assert found(kept) == replace(
        ARIEF, name="Arif Budiman", title_suffix="S.H.", biography="Lahir di Surabaya"
    )
    assert positions(kept) == [replace(CHAIR, valid_to=date(2022, 4, 11)), member]
    roles = db.session.execute(select(EventRole.person_id, EventRole.name).order_by(EventRole.id)).all()
    assert [tuple(role) for role in roles] == [(kept, "Arief Budiman"), (kept, "Arif Budiman, S.H.")]
    with pytest.raises(NotFound):
        person_found(other)


def test_merging_is_told_in_the_history_of_both(app: Flask) -> None:
    kept, other = add(), add(PersonData("Arif Budiman"))

    merge_people(kept, other, [], actor=None, now=NOW)

    assert history(kept)[-1] == ("merged", {"merged_from": [None, "Arif Budiman"]})
    act, fields = history(other)[-1]
    assert (act, fields["name"], fields["merged_into"]) == (
        "merged",
        ["Arif Budiman", None],
        [None, "Arief Budiman"],
    )


def test_merging_is_refused_with_itself_and_after_a_change(app: Flask) -> None:
    kept, other = add(), add(PersonData("Arif Budiman"))
    seen = pair_digest(found(kept), found(other))
    change(other, biography="Baru")

    with pytest.raises(SamePerson):
        merge_people(kept, kept, [], actor=None, now=NOW)
    with pytest.raises(PersonChanged):
        merge_people(kept, other, [], actor=None, now=NOW, seen=seen)
    with pytest.raises(NotFound):
        merge_people(kept, 999_999, [], actor=None, now=NOW)
    assert found(other).biography == "Baru"
