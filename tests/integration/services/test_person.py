from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from flask import Flask
from sqlalchemy import select

from tests.factories.document import small_document
from webinar.core.document.model import Dates
from webinar.core.document.model import Person as PersonInDocument
from webinar.db import db
from webinar.models import EventRole, Person
from webinar.services.event import import_event

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
