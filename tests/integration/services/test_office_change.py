from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import select

from tests.factories.account import actor, an_account, an_office
from tests.factories.registration import NOW, an_event
from webinar.core.access import Action, OfficeRole, may
from webinar.core.errors import (
    OfficeChanged,
    OfficeInUse,
    OfficeKnown,
    OfficeLoop,
    OfficeNotManaged,
)
from webinar.core.merge import Edit
from webinar.core.office import OfficeData
from webinar.core.office_tree import Place
from webinar.db import db
from webinar.models import Change, Institution, Office
from webinar.queries.office import data_of, office_uses
from webinar.services.office_change import add_office, change_office, move_office, remove_office


@pytest.fixture
def tree(app: Flask) -> dict[str, int]:
    """The centre, two provinces, a regency below the first, and a body below that."""
    centre = an_office("KPU RI", level="national")
    first = an_office("KPU Provinsi Banten", centre, level="province", region_code="36")
    second = an_office("KPU Provinsi Bali", centre, level="province", region_code="51")
    regency = an_office("KPU Kabupaten Lebak", first, region_code="36.02")
    body = an_office("PPK Kecamatan Bayah", regency, level="other")
    return {"centre": centre, "first": first, "second": second, "regency": regency, "body": body}


def office(office_id: int) -> Office:
    db.session.rollback()
    db.session.expunge_all()
    return db.session.get_one(Office, office_id)


def changes(office_id: int) -> list[Change]:
    db.session.rollback()
    found = select(Change).where(Change.thing == "office", Change.thing_id == office_id).order_by(Change.id)
    return list(db.session.scalars(found))


def test_an_office_is_founded_below_another_and_reached_from_there(tree: dict[str, int]) -> None:
    manager = actor(an_account(OfficeRole.MANAGER, tree["first"]))

    slug = add_office(
        OfficeData("KPU Kota Serang", level="regency", region_code="36.73"),
        Place(tree["first"]),
        actor=manager,
        now=NOW,
    )

    province = office(tree["first"])
    founded = db.session.scalars(select(Office).where(Office.slug == slug)).one()
    assert slug == "kpu-kota-serang"
    assert may(manager, Action.EDIT_OFFICE, founded.chain)
    assert founded.institution_id == province.institution_id
    line = changes(founded.id)[0]
    assert (line.act, line.actor_id, line.fields["name"]) == (
        "created",
        manager.user_id,
        [None, "KPU Kota Serang"],
    )


def test_nobody_founds_an_office_below_a_sister_or_on_its_own(tree: dict[str, int]) -> None:
    manager = actor(an_account(OfficeRole.MANAGER, tree["first"]))

    for parent_id in (tree["second"], tree["centre"], None):
        with pytest.raises(OfficeNotManaged):
            add_office(OfficeData("PPK Baru"), Place(parent_id), actor=manager, now=NOW)


@pytest.mark.parametrize("name", ["KPU Kabupaten Lebak", "kpu kab. lebak", "Komisi Pemilihan Umum Kab Lebak"])
def test_an_office_that_is_there_under_a_like_name_is_not_founded_twice(
    tree: dict[str, int], name: str
) -> None:
    with pytest.raises(OfficeKnown) as refused:
        add_office(OfficeData(name), Place(tree["first"]), actor=None, now=NOW)

    assert refused.value.name == "KPU Kabupaten Lebak"


def test_pages_of_the_desk_are_no_slugs(app: Flask) -> None:
    assert add_office(OfficeData("Impor"), Place(), actor=None, now=NOW) == "impor-2"


def an_edit(office_id: int, **values: str | None) -> Edit:
    data = data_of(office(office_id))
    return Edit(base=asdict(data), mine=asdict(replace(data, **values)))


def test_a_description_is_changed_with_a_line_in_the_history_and_the_slug_stays(
    tree: dict[str, int],
) -> None:
    edit = an_edit(tree["regency"], name="KPU Kabupaten Lebak Baru", email="lebak@kpu.example")

    assert change_office(tree["regency"], edit, actor=None, now=NOW)
    assert not change_office(tree["regency"], edit, actor=None, now=NOW)

    changed = office(tree["regency"])
    assert (changed.name, changed.slug) == ("KPU Kabupaten Lebak Baru", "kpu-kabupaten-lebak")
    assert [line.fields for line in changes(tree["regency"])] == [
        {"name": ["KPU Kabupaten Lebak", "KPU Kabupaten Lebak Baru"], "email": [None, "lebak@kpu.example"]}
    ]


def test_of_two_at_once_both_are_kept_unless_they_mean_the_same_field(tree: dict[str, int]) -> None:
    first = an_edit(tree["regency"], email="satu@kpu.example")
    second = an_edit(tree["regency"], email="dua@kpu.example", phone="(0252) 201201")
    third = an_edit(tree["regency"], phone="(0252) 201201")
    change_office(tree["regency"], first, actor=None, now=NOW)

    with pytest.raises(OfficeChanged) as refused:
        change_office(tree["regency"], second, actor=None, now=NOW)
    change_office(tree["regency"], third, actor=None, now=NOW)

    assert refused.value.now == {"email": "satu@kpu.example"}
    kept = office(tree["regency"])
    assert (kept.email, kept.phone) == ("satu@kpu.example", "(0252) 201201")


def test_a_name_that_another_office_bears_is_refused(tree: dict[str, int]) -> None:
    with pytest.raises(OfficeKnown):
        change_office(
            tree["regency"], an_edit(tree["regency"], name="kpu  provinsi bali"), actor=None, now=NOW
        )


def test_a_moved_office_takes_those_below_along(tree: dict[str, int]) -> None:
    old, new = (actor(an_account(OfficeRole.OPERATOR, tree[name])) for name in ("first", "second"))

    assert move_office(tree["regency"], Place(tree["second"]), actor=None, now=NOW)

    chain = office(tree["body"]).chain
    assert chain == f"/{tree['centre']}/{tree['second']}/{tree['regency']}/{tree['body']}/"
    assert not may(old, Action.EDIT_EVENT, chain) and may(new, Action.EDIT_EVENT, chain)
    assert changes(tree["regency"])[0].fields == {"parent": ["KPU Provinsi Banten", "KPU Provinsi Bali"]}


def test_an_office_that_takes_no_rights_cuts_off_those_below_it(tree: dict[str, int]) -> None:
    centre, regency = (actor(an_account(OfficeRole.MANAGER, tree[name])) for name in ("centre", "regency"))

    move_office(tree["regency"], Place(tree["first"], takes_rights=False), actor=centre, now=NOW)

    assert not may(centre, Action.READ, office(tree["body"]).chain)
    assert may(centre, Action.READ, office(tree["first"]).chain)
    with pytest.raises(OfficeNotManaged):
        move_office(tree["regency"], Place(tree["second"]), actor=regency, now=NOW)


def test_an_office_cannot_stand_below_itself(tree: dict[str, int]) -> None:
    for parent in ("regency", "body"):
        with pytest.raises(OfficeLoop):
            move_office(tree["regency"], Place(tree[parent]), actor=None, now=NOW)

    assert office(tree["regency"]).parent_id == tree["first"]


def test_a_moved_body_joins_the_institution_and_the_one_it_left_goes(tree: dict[str, int]) -> None:
    add_office(OfficeData("Panwaslih Aceh"), Place(), actor=None, now=NOW)
    alone = db.session.scalars(select(Office).where(Office.name == "Panwaslih Aceh")).one()

    move_office(alone.id, Place(tree["centre"]), actor=None, now=NOW)

    assert office(alone.id).institution_id == office(tree["centre"]).institution_id
    assert db.session.scalars(select(Institution.name)).all() == ["Komisi Pemilihan Umum"]


def test_only_an_office_that_nothing_refers_to_is_removed(tree: dict[str, int]) -> None:
    with pytest.raises(OfficeInUse) as refused:
        remove_office(tree["regency"], actor=None, now=NOW)
    remove_office(tree["body"], actor=None, now=NOW)
    remove_office(tree["regency"], actor=None, now=NOW)

    assert refused.value.uses == {"office.parent_id": 1}
    assert db.session.get(Office, tree["regency"]) is None
    last = changes(tree["regency"])[-1]
    assert (last.act, last.title, last.office_id) == ("deleted", "KPU Kabupaten Lebak", tree["first"])


def test_uses_are_counted_in_one_select(tree: dict[str, int]) -> None:
    an_event(keeper_id=tree["first"], organiser_id=tree["first"])
    an_account(OfficeRole.READER, tree["first"])

    assert office_uses(tree["first"]) == {
        "event.keeper_id": 1,
        "event.organiser_id": 1,
        "office.parent_id": 1,
        "membership.office_id": 1,
    }


def test_two_moves_at_once_close_no_loop(app: Flask, tree: dict[str, int]) -> None:
    """Each alone would do; together the two provinces would stand below one another."""
    for _round in range(5):
        moves = [("first", "second"), ("second", "first")]
        ready = Barrier(len(moves))

        def move(names: tuple[str, str], ready: Barrier = ready) -> str:
            with app.app_context():
                ready.wait(timeout=10)
                try:
                    move_office(tree[names[0]], Place(tree[names[1]]), actor=None, now=NOW)
                except OfficeLoop:
                    return "loop"
                finally:
                    db.session.remove()
                return "moved"

        with ThreadPoolExecutor(len(moves)) as pool:
            outcomes = sorted(pool.map(move, moves))

        assert outcomes == ["loop", "moved"]
        for name in ("first", "second"):
            move_office(tree[name], Place(tree["centre"]), actor=None, now=NOW)
