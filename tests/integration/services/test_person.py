from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from sqlalchemy import select

from tests.factories.document import small_document
from tests.factories.registration import an_event
from webinar.core.document.model import Dates
from webinar.core.document.model import Person as PersonInDocument
from webinar.core.errors import NotFound
from webinar.db import db, transaction
from webinar.models import Event, EventRole, Person
from webinar.services.event import import_event
from webinar.services.person import link_people, link_role

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)


def speak(day: int, *people: PersonInDocument) -> list[int | None]:
    """An event of that day with these moderators; returns the ids of the people in the record."""
    document = small_document(moderators=people, dates=Dates(date(2026, 3, day)))
    event_id = import_event(document, actor=None, now=NOW).event_id
    db.session.expunge_all()
    statement = select(EventRole.person_id).where(EventRole.event_id == event_id).order_by(EventRole.number)
    return list(db.session.scalars(statement))


def people() -> list[tuple[str, list[tuple[str, str | None]]]]:
    found = db.session.scalars(select(Person).order_by(Person.id))
    return [(p.name, sorted((q.name, q.institution) for q in p.positions)) for p in found]


def test_person_of_two_events_is_one_person(app: Flask) -> None:
    first = speak(1, PersonInDocument("I Gede Narayana", position="Ketua", institution="KI Pusat"))
    second = speak(2, PersonInDocument("I Gede Narayana", position="Anggota", institution="KI Pusat"))

    assert first == second
    assert people() == [("I Gede Narayana", [("Anggota", "KI Pusat"), ("Ketua", "KI Pusat")])]


def test_same_name_elsewhere_is_another_person(app: Flask) -> None:
    first = speak(1, PersonInDocument("Muhammad Arif", position="Ketua KPU Kota Solok"))
    second = speak(2, PersonInDocument("Muhammad Arif", position="Ketua KPU Kota Padang"))

    assert first != second


def test_degrees_tell_that_it_is_the_same_person(app: Flask) -> None:
    arif = PersonInDocument("Arif", title_suffix="S.H., M.H.", position="Ketua")

    first = speak(1, arif)
    second = speak(2, replace(arif, position="Rektor", short_name="Arif"))

    assert first == second
    assert db.session.scalars(select(Person.short_name)).all() == ["Arif"]


def test_position_that_thousands_hold_tells_nothing(app: Flask) -> None:
    assert speak(1, PersonInDocument("Arif", position="Ketua")) != speak(
        2, PersonInDocument("Arif", position="Ketua")
    )
    assert speak(3, PersonInDocument("Arif", position="Ketua KPU RI")) == speak(
        4, PersonInDocument("Arif", position="Ketua KPU RI")
    )


def test_people_within_one_event_are_found_once(app: Flask) -> None:
    assert len(set(speak(1, PersonInDocument("A"), PersonInDocument("A"), PersonInDocument("B")))) == 2


def test_role_without_a_name_has_no_person(app: Flask) -> None:
    assert speak(1, PersonInDocument(position="Bupati Bantul")) == [None]
    assert people() == []


def test_corrected_name_is_another_person(app: Flask) -> None:
    first = speak(1, PersonInDocument("Ilham Saputra", position="Ketua"))
    second = speak(1, PersonInDocument("Ilham Sahputra", position="Ketua"))

    assert first != second
    assert [name for name, _ in people()] == ["Ilham Saputra", "Ilham Sahputra"]


def test_same_document_again_makes_no_person(app: Flask) -> None:
    first = speak(1, PersonInDocument("A", position="Ketua"), PersonInDocument("B"))

    assert speak(1, PersonInDocument("A", position="Ketua"), PersonInDocument("B")) == first
    assert people() == [("A", [("Ketua", None)]), ("B", [])]


def role_of(event_id: int) -> EventRole:
    return db.session.scalars(select(EventRole).where(EventRole.event_id == event_id)).one()


def test_person_new_to_the_directory_is_kept_by_the_office_that_keeps_the_event(app: Flask) -> None:
    speak(1, PersonInDocument("A", position="Ketua"))

    assert (
        db.session.scalars(select(Person.keeper_id)).all()
        == db.session.scalars(select(Event.keeper_id)).all()
    )


def test_person_chosen_for_a_role_stays_whatever_the_role_is_called(app: Flask) -> None:
    event_id = an_event()
    with transaction() as tx:
        person = Person(name="Ilham Saputra")
        role = EventRole(event_id=event_id, part="opener", number=0, name="Bapak Ilham")
        tx.session.add_all([person, role])
        tx.session.flush()
        link_role(tx, role_of(event_id), person.id)
        chosen = person.id
    with transaction() as tx:
        role = role_of(event_id)
        role.name = "Ilham Sahputra"
        link_role(tx, role, chosen)
        link_people(tx, [role])

    assert role_of(event_id).person_id == chosen
    assert people() == [("Ilham Saputra", [])]


def test_person_that_is_not_there_cannot_be_chosen(app: Flask) -> None:
    event_id = an_event()

    with pytest.raises(NotFound), transaction() as tx:
        tx.session.add(EventRole(event_id=event_id, part="opener", number=0, name="A"))
        link_role(tx, role_of(event_id), 999)
