"""Whose rows a list shows, and what a guard asks."""

from __future__ import annotations

import logging

import pytest
from flask import Flask, g
from sqlalchemy import select, update

from tests.factories.account import actor, an_account, an_office
from tests.factories.registration import NOW, an_event
from webinar.core.access import Action, Actor, OfficeRole
from webinar.core.errors import NotFound
from webinar.core.states import EventState
from webinar.db import db, transaction
from webinar.models import Berita, Event, Office, Person
from webinar.queries.access import concerned_chains, event_chain, office_chain, readable_events, visible_to
from webinar.web.guards import may_do, needs, permit


def titles(statement) -> set[str]:  # type: ignore[no-untyped-def]
    return set(db.session.scalars(statement))


def readable(who: Actor) -> set[str]:
    return titles(readable_events(select(Event.title), who))


def kept_by(who: Actor) -> set[str]:
    return titles(visible_to(select(Event.title), who, Action.EDIT_EVENT, Event.keeper_id))


def a_report(event_id: int, office_id: int) -> None:
    with transaction() as tx:
        values = {
            "slug": f"berita-{event_id}-{office_id}",
            "perspective": "attendee",
            "unit_name": str(office_id),
        }
        tx.session.add(
            Berita(event_id=event_id, office_id=office_id, created_at=NOW, changed_at=NOW, **values)
        )


def test_rows_without_an_office_are_for_who_manages_everything(app: Flask) -> None:
    bantul = an_office()
    an_event(title="milik siapa", keeper_id=None)
    an_event(title="milik Bantul", keeper_id=bantul)

    assert kept_by(actor(an_account(OfficeRole.MANAGER, bantul))) == {"milik Bantul"}
    assert kept_by(actor(an_account(OfficeRole.MANAGER, None))) == {"milik siapa", "milik Bantul"}
    assert kept_by(actor(an_account(OfficeRole.READER, bantul))) == set()
    assert kept_by(actor(an_account(None))) == set()


def test_numbers_that_contain_one_another_are_not_confused(app: Flask) -> None:
    first = an_office("Satu")
    with transaction() as tx:
        office = tx.session.get_one(Office, an_office_numbered(tx, first, int(f"{first}1")))
        office.chain = f"/{office.id}/"
        number = office.id
    an_event(title="milik Satu", keeper_id=first)
    an_event(title="milik lain", keeper_id=number)

    assert kept_by(actor(an_account(OfficeRole.OPERATOR, first))) == {"milik Satu"}
    assert kept_by(actor(an_account(OfficeRole.OPERATOR, number))) == {"milik lain"}


def an_office_numbered(tx, like: int, number: int) -> int:  # type: ignore[no-untyped-def]
    other = tx.session.get_one(Office, like)
    tx.session.add(Office(id=number, slug="lain", name="Lain", institution_id=other.institution_id))
    tx.session.flush()
    return number


def test_of_several_columns_one_is_enough(app: Flask) -> None:
    bantul, sleman = an_office(), an_office("KPU Kabupaten Sleman")
    an_event(title="diselenggarakan Sleman", keeper_id=bantul, organiser_id=sleman)
    who = actor(an_account(OfficeRole.READER, sleman))

    one = visible_to(select(Event.title), who, Action.READ, Event.keeper_id)
    either = visible_to(select(Event.title), who, Action.READ, Event.keeper_id, Event.organiser_id)

    assert (titles(one), titles(either)) == (set(), {"diselenggarakan Sleman"})


def test_an_office_whose_chain_was_never_settled_is_reached_by_nobody_but_the_installation(
    app: Flask,
) -> None:
    bantul = an_office()
    event_id = an_event(title="milik Bantul", keeper_id=bantul)
    with transaction() as tx:
        tx.session.execute(update(Office).values(chain="/"))
    slug = db.session.get_one(Event, event_id).slug

    assert kept_by(actor(an_account(OfficeRole.MANAGER, bantul))) == set()
    assert event_chain(slug) == office_chain(None) == "/"


def test_an_office_reads_what_others_put_down_under_its_name(app: Flask) -> None:
    bantul, centre = an_office(), an_office("KPU RI", level="national")
    event_id = an_event(title="atas nama", keeper_id=bantul, organiser_id=centre)
    an_event(title="draf", keeper_id=bantul, organiser_id=centre, state=EventState.DRAFT)
    slug = db.session.get_one(Event, event_id).slug
    who = actor(an_account(OfficeRole.READER, centre))

    assert readable(who) == {"atas nama"}
    assert concerned_chains(slug) == [office_chain("kpu-ri")]


def test_an_office_that_reports_reads_what_is_published(app: Flask) -> None:
    bantul, sleman = an_office(), an_office("KPU Kabupaten Sleman")
    published = an_event(title="terbit", keeper_id=bantul)
    draft = an_event(title="draf", keeper_id=bantul, state=EventState.DRAFT)
    for event_id in (published, draft):
        a_report(event_id, sleman)
    slugs = {event_id: db.session.get_one(Event, event_id).slug for event_id in (published, draft)}
    who = actor(an_account(OfficeRole.READER, sleman))

    assert readable(who) == {"terbit"}
    assert kept_by(actor(an_account(OfficeRole.MANAGER, sleman))) == set()
    assert concerned_chains(slugs[published]) == [office_chain("kpu-kabupaten-sleman")]
    assert concerned_chains(slugs[draft]) == []


def test_a_guard_asks_for_every_part_of_the_address(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    bantul, sleman = an_office(), an_office("KPU Kabupaten Sleman")
    slug = db.session.get_one(Event, an_event(keeper_id=bantul)).slug
    people = []
    for office_id in (bantul, sleman):
        with transaction() as tx:
            person = Person(name="Sri", keeper_id=office_id)
            tx.session.add(person)
            tx.session.flush()
            people.append(person.id)
    view = needs(Action.EDIT_EVENT)(lambda **parts: "opened")

    with app.test_request_context():
        g.actor = actor(an_account(OfficeRole.OPERATOR, bantul))
        assert view(slug=slug, person_id=people[0]) == "opened"
        assert g.chain == f"/{bantul}/" and may_do("edit_event") and not may_do("edit_office")
        with pytest.raises(NotFound), caplog.at_level(logging.WARNING):
            view(slug=slug, person_id=people[1])
        with pytest.raises(NotFound):
            permit(Action.EDIT_EVENT, office_chain("kpu-kabupaten-sleman"))

    assert [record.name for record in caplog.records] == ["webinar.web.guards"] * 2


def test_on_a_page_of_many_things_a_button_asks_whether_it_works_anywhere(app: Flask) -> None:
    with app.test_request_context():
        g.actor = actor(an_account(OfficeRole.OPERATOR, an_office()))

        assert may_do("edit_event") and not may_do("edit_office")
        assert not may_do("edit_event", "/")
