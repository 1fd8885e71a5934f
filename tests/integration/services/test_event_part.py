from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from tests.factories.event import a_berita
from tests.factories.registration import NOW, a_group, an_event, registrant
from webinar.core.editor import ROW_FIELDS, Rows
from webinar.core.errors import NameHeld, PartTaken, PersonGone, RowGone, RowHeld
from webinar.core.merge import Conflict, Edit, mark_of
from webinar.core.states import EventState, Part
from webinar.core.typed import TypedUnfit
from webinar.core.zones import WIB, clock
from webinar.db import db, transaction
from webinar.models import Berita, Event, EventRole, EventSession, Note, ParticipantGroup, Person
from webinar.queries.document import event_document
from webinar.queries.editor import row_values, rows_in_order
from webinar.services.event_part import (
    RowKey,
    add_event_row,
    change_event_row,
    move_event_row,
    remove_event_row,
    restore_event_row,
)
from webinar.services.registration import register_participant

LATER = NOW + timedelta(minutes=3)
BY = {"actor": None, "now": LATER}


def a_draft(**values: Any) -> int:
    return an_event(**{"state": EventState.DRAFT, "registration_open": False, "quota": None} | values)


def values_for(rows: Rows, **values: Any) -> dict[str, Any]:
    """All fields of a row, empty but for these."""
    lists = {"positions", "units", "members"}
    return {name: [] if name in lists else None for name in ROW_FIELDS[rows]} | values


def add(event_id: int, rows: Rows, **values: Any) -> int:
    return add_event_row(event_id, rows, values_for(rows, **values), **BY)


def person(event_id: int, name: str, part: Part = Part.SPEAKER, **values: Any) -> int:
    return add(event_id, Rows.PEOPLE, name=name, part=part, **values)


def session(event_id: int, name: str, starts: str, ends: str, day: int = 1) -> int:
    return add(event_id, Rows.SESSIONS, name=name, starts=starts, ends=ends, day=day)


def listed(event_id: int, rows: Rows) -> list[dict[str, Any]]:
    db.session.rollback()
    db.session.expire_all()
    event = db.session.get_one(Event, event_id)
    return [row_values(event, rows, row) for row in rows_in_order(event, rows)]


def change(event_id: int, rows: Rows, key: int, base: dict[str, Any], **changes: Any) -> Any:
    return change_event_row(event_id, rows, key, Edit(base, base | changes), **BY)


def programme(event_id: int) -> list[str]:
    return [f"{row['starts']}-{row['ends']} {row['name']}" for row in listed(event_id, Rows.SESSIONS)]


# people


def test_people_are_listed_by_part_and_told_by_the_document(app: Flask) -> None:
    event_id = a_draft()
    session_id = session(event_id, "Panel", "13:00", "14:00")
    person(event_id, "Budi", session=session_id, role="keynote")
    person(event_id, "Sri", Part.OPENER, position="Ketua")
    person(event_id, "Ani")

    document = event_document(event_id)

    assert [row["name"] for row in listed(event_id, Rows.PEOPLE)] == ["Sri", "Budi", "Ani"]
    assert [(s.name, s.role, s.session, s.session_order) for s in document.speakers] == [
        ("Budi", "keynote", 1, 1),
        ("Ani", None, None, 2),
    ]
    assert document.opened_by is not None and document.opened_by.name == "Sri"
    assert listed(event_id, Rows.PEOPLE)[1]["session"] == session_id


def test_only_one_person_opens_the_event(app: Flask) -> None:
    event_id = a_draft()
    person(event_id, "Sri", Part.OPENER, title_suffix="S.H.")
    other = person(event_id, "Budi")

    with pytest.raises(PartTaken) as refusal:
        person(event_id, "Ani", Part.OPENER)
    with pytest.raises(PartTaken):
        change(event_id, Rows.PEOPLE, other, listed(event_id, Rows.PEOPLE)[1], part=Part.OPENER)

    assert refusal.value.name == "Sri, S.H."


def test_speakers_move_among_themselves_and_their_order_with_them(app: Flask) -> None:
    event_id = a_draft()
    person(event_id, "Moderator", Part.MODERATOR)
    first, _second, third = (person(event_id, name) for name in ("A", "B", "C"))

    move_event_row(event_id, Rows.PEOPLE, RowKey(third), -1, **BY)
    move_event_row(event_id, Rows.PEOPLE, RowKey(first), 9, **BY)

    assert [(s.name, s.session_order) for s in event_document(event_id).speakers] == [
        ("C", 1),
        ("B", 2),
        ("A", 3),
    ]


def test_a_person_changed_by_both_keeps_the_record_and_tells(app: Flask) -> None:
    event_id = a_draft()
    row_id = person(event_id, "Sri", position="Ketua")
    base = listed(event_id, Rows.PEOPLE)[0]
    change(event_id, Rows.PEOPLE, row_id, base, position="Anggota")

    saved = change(event_id, Rows.PEOPLE, row_id, base, position="Sekretaris", talk_title="Informasi")

    row = listed(event_id, Rows.PEOPLE)[0]
    assert saved.conflicts == {"position": Conflict("Sekretaris", "Anggota")}
    assert (row["position"], row["talk_title"]) == ("Anggota", "Informasi")


def test_a_person_removed_meanwhile_is_gone(app: Flask) -> None:
    event_id = a_draft()
    row_id = person(event_id, "Sri")
    base = listed(event_id, Rows.PEOPLE)[0]
    remove_event_row(event_id, Rows.PEOPLE, RowKey(row_id), **BY)

    with pytest.raises(RowGone):
        change(event_id, Rows.PEOPLE, row_id, base, name="Sri Wahyuni")


def test_a_row_of_another_event_is_gone(app: Flask) -> None:
    event_id, other = a_draft(), a_draft()
    row_id = person(other, "Sri")

    for act in (
        lambda: change(event_id, Rows.PEOPLE, row_id, {}, name="Budi"),
        lambda: move_event_row(event_id, Rows.PEOPLE, RowKey(row_id), 1, **BY),
        lambda: remove_event_row(event_id, Rows.PEOPLE, RowKey(row_id), **BY),
    ):
        with pytest.raises(RowGone):
            act()

    assert listed(other, Rows.PEOPLE)[0]["name"] == "Sri"


def test_a_removed_person_comes_back_with_everything(app: Flask) -> None:
    event_id = a_draft()
    session_id = session(event_id, "Panel", "13:00", "14:00")
    rows = [person(event_id, name, session=session_id, talk_title=f"Paparan {name}") for name in "ABC"]
    before = listed(event_id, Rows.PEOPLE)

    change_id = remove_event_row(event_id, Rows.PEOPLE, RowKey(rows[1]), **BY)
    without = listed(event_id, Rows.PEOPLE)
    assert change_id is not None
    restore_event_row(event_id, change_id, actor=None, now=LATER + timedelta(seconds=5))
    restore_event_row(event_id, change_id, actor=None, now=LATER + timedelta(seconds=9))  # twice is once

    assert [row["name"] for row in without] == ["A", "C"]
    assert listed(event_id, Rows.PEOPLE) == before
    assert db.session.query(EventRole.person_id).filter_by(name="B").scalar() is not None


def test_a_person_whose_words_were_noted_is_not_removed(app: Flask) -> None:
    event_id = a_draft()
    row_id = person(event_id, "Sri")
    a_berita(event_id)
    berita_id = db.session.query(Berita.id).scalar()
    with transaction() as tx:
        tx.session.add(Note(berita_id=berita_id, role_id=row_id, kind="key_point", number=0, text="Satu"))
    base = listed(event_id, Rows.PEOPLE)[0]

    with pytest.raises(RowHeld) as refusal:
        remove_event_row(event_id, Rows.PEOPLE, RowKey(row_id), **BY)
    with pytest.raises(RowHeld):
        change(event_id, Rows.PEOPLE, row_id, base, part=Part.MODERATOR)

    assert refusal.value.count == 1
    assert event_document(event_id).speakers[0].key_points == ("Satu",)


@pytest.mark.parametrize(
    ("name", "is_refused"),
    [("Ilham Sahputra", False), ("Ilham Saputra Wijaya", False), ("Sri Wahyuni", True), (None, True)],
)
def test_the_name_of_a_person_with_notes_is_corrected_but_not_replaced(
    app: Flask, name: str | None, is_refused: bool
) -> None:
    event_id = a_draft()
    row_id = person(event_id, "Ilham Saputra", position="Dosen")
    base = listed(event_id, Rows.PEOPLE)[0]
    free_id = person(event_id, "Rina", position="Peneliti")
    a_berita(event_id)
    berita_id = db.session.query(Berita.id).scalar()
    with transaction() as tx:
        tx.session.add(Note(berita_id=berita_id, role_id=row_id, kind="key_point", number=0, text="Satu"))

    change(event_id, Rows.PEOPLE, free_id, listed(event_id, Rows.PEOPLE)[1], name="Budi Santoso")
    if is_refused:
        with pytest.raises(NameHeld) as refusal:
            change(event_id, Rows.PEOPLE, row_id, base, name=name)
        assert refusal.value.count == 1
    else:
        change(event_id, Rows.PEOPLE, row_id, base, name=name)

    names = [row["name"] for row in listed(event_id, Rows.PEOPLE)]
    assert names == ["Ilham Saputra" if is_refused else name, "Budi Santoso"]


def test_a_person_chosen_from_the_directory_is_linked_while_the_name_agrees(app: Flask) -> None:
    event_id = a_draft()
    with transaction() as tx:
        known = Person(name="Sri Wahyuni", positions=[])
        tx.session.add(known)
        tx.session.flush()
        known_id = known.id
    values = values_for(Rows.PEOPLE, part=Part.SPEAKER, name="Sri Wahyuni")

    add_event_row(event_id, Rows.PEOPLE, values, person_id=known_id, **BY)
    add_event_row(event_id, Rows.PEOPLE, values | {"name": "Budi"}, person_id=known_id, **BY)
    with pytest.raises(PersonGone):
        add_event_row(event_id, Rows.PEOPLE, values, person_id=known_id + 999, **BY)

    linked = dict(db.session.query(EventRole.name, EventRole.person_id).all())
    assert linked["Sri Wahyuni"] == known_id
    assert linked["Budi"] not in (None, known_id)


# the programme


def test_a_session_takes_its_place_by_its_time(app: Flask) -> None:
    event_id = a_draft()

    session(event_id, "Penutupan", "16:00", "16:30")
    session(event_id, "Pembukaan", "13:00", "13:20")
    session(event_id, "Panel", "13:20", "16:00")

    assert programme(event_id) == ["13:00-13:20 Pembukaan", "13:20-16:00 Panel", "16:00-16:30 Penutupan"]
    assert [s.order for s in event_document(event_id).sessions] == [1, 2, 3]


def test_moving_a_session_exchanges_the_times_and_keeps_the_speakers(app: Flask) -> None:
    event_id = a_draft()
    session(event_id, "Pembukaan", "13:00", "13:20")
    panel = session(event_id, "Panel", "13:20", "14:20")
    person(event_id, "Sri", session=panel)

    move_event_row(event_id, Rows.SESSIONS, RowKey(panel), -1, **BY)

    assert programme(event_id) == ["13:00-14:00 Panel", "14:00-14:20 Pembukaan"]
    assert listed(event_id, Rows.PEOPLE)[0]["session"] == panel
    assert event_document(event_id).speakers[0].session == 1


def test_sessions_of_several_days_stay_on_theirs(app: Flask) -> None:
    event_id = a_draft(end_on=date(2026, 12, 4), ends_at=datetime(2026, 12, 4, 8, tzinfo=UTC))
    second = session(event_id, "Hari kedua", "09:00", "10:00", day=2)
    session(event_id, "Hari pertama", "13:00", "14:00")

    move_event_row(event_id, Rows.SESSIONS, RowKey(second), -1, **BY)

    rows = listed(event_id, Rows.SESSIONS)
    assert [(row["name"], row["day"]) for row in rows] == [("Hari pertama", 1), ("Hari kedua", 2)]
    second_start = event_document(event_id).sessions[1].start
    assert second_start is not None
    assert (second_start.date(), clock(second_start, WIB)) == (date(2026, 12, 4), "09.00")


def test_a_removed_session_lets_its_speakers_go_and_calls_them_back(app: Flask) -> None:
    event_id = a_draft()
    session(event_id, "Pembukaan", "13:00", "13:20")
    panel = session(event_id, "Panel", "13:20", "14:20")
    person(event_id, "Sri", session=panel)

    change_id = remove_event_row(event_id, Rows.SESSIONS, RowKey(panel), **BY)
    alone = listed(event_id, Rows.PEOPLE)[0]["session"]
    assert change_id is not None
    restore_event_row(event_id, change_id, actor=None, now=LATER + timedelta(seconds=5))

    assert alone is None
    assert programme(event_id) == ["13:00-13:20 Pembukaan", "13:20-14:20 Panel"]
    assert listed(event_id, Rows.PEOPLE)[0]["session"] == panel


def test_a_session_that_ends_before_it_starts_is_refused(app: Flask) -> None:
    event_id = a_draft()

    with pytest.raises(TypedUnfit):
        session(event_id, "Panel", "14:00", "13:00")

    assert listed(event_id, Rows.SESSIONS) == []


# groups


def test_a_group_with_registrations_is_not_removed(app: Flask) -> None:
    event_id = an_event()
    free, held = a_group(event_id, number=0), a_group(event_id, quota=5)
    register_participant(event_id, registrant(group_id=held), now=NOW)

    remove_event_row(event_id, Rows.GROUPS, RowKey(free), **BY)
    with pytest.raises(RowHeld):
        remove_event_row(event_id, Rows.GROUPS, RowKey(held), **BY)

    assert db.session.query(ParticipantGroup.id).all() == [(held,)]


def test_more_seats_for_a_group_go_to_those_of_it_who_wait(app: Flask) -> None:
    event_id = an_event(quota=9)
    group_id = a_group(event_id, quota=1)
    for _ in range(2):
        register_participant(event_id, registrant(group_id=group_id), now=NOW)
    base = listed(event_id, Rows.GROUPS)[0]

    saved = change(event_id, Rows.GROUPS, group_id, base, quota=2)

    assert saved.promoted_count == 1


def test_groups_are_moved(app: Flask) -> None:
    event_id = a_draft()
    for label in ("pertama", "kedua"):
        add(event_id, Rows.GROUPS, kind="list", label=label)
    second = db.session.query(ParticipantGroup.id).filter_by(label="kedua").scalar()

    move_event_row(event_id, Rows.GROUPS, RowKey(second), -1, **BY)

    assert [g.label for g in event_document(event_id).participant_groups] == ["kedua", "pertama"]


# lines without an identity of their own


def test_lines_are_added_changed_moved_removed_and_brought_back(app: Flask) -> None:
    event_id = a_draft()
    for name in ("Undang-Undang", "Peraturan KPU", "Surat Edaran"):
        add(event_id, Rows.LEGAL_BASIS, name=name)
    rows = listed(event_id, Rows.LEGAL_BASIS)

    change(event_id, Rows.LEGAL_BASIS, 0, rows[0], number="7", year=2017)
    move_event_row(event_id, Rows.LEGAL_BASIS, RowKey(2, mark_of(rows[2])), -2, **BY)
    change_id = remove_event_row(event_id, Rows.LEGAL_BASIS, RowKey(1, mark_of(rows[1])), **BY)
    without = [row["name"] for row in listed(event_id, Rows.LEGAL_BASIS)]
    assert change_id is not None
    restore_event_row(event_id, change_id, actor=None, now=LATER + timedelta(seconds=5))

    assert without == ["Surat Edaran", "Undang-Undang"]
    assert [(row["name"], row["year"]) for row in listed(event_id, Rows.LEGAL_BASIS)] == [
        ("Surat Edaran", None),
        ("Undang-Undang", 2017),
        ("Peraturan KPU", None),
    ]


def test_a_line_that_somebody_changed_is_not_removed_in_its_place(app: Flask) -> None:
    event_id = a_draft()
    for name in ("A", "B"):
        add(event_id, Rows.COMMITTEE, name=name)
    rows = listed(event_id, Rows.COMMITTEE)
    change(event_id, Rows.COMMITTEE, 1, rows[1], task="Humas")

    with pytest.raises(RowGone):
        remove_event_row(event_id, Rows.COMMITTEE, RowKey(1, mark_of(rows[1])), **BY)

    assert len(listed(event_id, Rows.COMMITTEE)) == 2


def test_a_line_is_changed_where_it_moved_to(app: Flask) -> None:
    event_id = a_draft()
    for name in ("A", "B"):
        add(event_id, Rows.PARTNERS, name=name)
    rows = listed(event_id, Rows.PARTNERS)
    move_event_row(event_id, Rows.PARTNERS, RowKey(1, mark_of(rows[1])), -1, **BY)

    change(event_id, Rows.PARTNERS, 1, rows[1], long_name="Lembaga B")

    assert listed(event_id, Rows.PARTNERS) == [
        {"name": "B", "long_name": "Lembaga B"},
        {"name": "A", "long_name": None},
    ]


def test_a_removed_row_comes_back_beside_one_that_was_added_since(app: Flask) -> None:
    event_id = a_draft()
    first = add(event_id, Rows.SESSIONS, name="Satu", day=1)
    speaker = person(event_id, "Budi", session=first)
    removal = remove_event_row(event_id, Rows.SESSIONS, RowKey(first), **BY)
    added = add(event_id, Rows.SESSIONS, name="Dua", day=1)

    restore_event_row(event_id, removal, **BY)

    assert {row["name"] for row in listed(event_id, Rows.SESSIONS)} == {"Dua", "Satu"}
    assert db.session.get_one(EventSession, first).name == "Satu" and added != first
    role = db.session.get_one(EventRole, speaker)
    assert role.session == db.session.get_one(EventSession, first).order
