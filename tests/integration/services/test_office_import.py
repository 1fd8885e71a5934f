from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from tests.factories.account import actor, an_account, an_office
from tests.factories.registration import NOW
from tests.factories.statements import counted_selects
from webinar.core.access import Action, OfficeRole, may
from webinar.core.errors import TableOutdated
from webinar.core.table_import.plan import plan_digest
from webinar.core.table_import.reading import ReadRow
from webinar.db import db, transaction
from webinar.models import Change, Institution, Office
from webinar.services.office import load_kpu_offices
from webinar.services.office_import import OfficesTaken, preview_offices, take_in_offices


@pytest.fixture
def centre(app: Flask) -> int:
    return an_office("KPU RI", level="national")


def rows(*values: dict[str, Any]) -> list[ReadRow]:
    return [ReadRow(number, row) for number, row in enumerate(values, 2)]


TREE = rows(
    {"name": "PPK Bayah", "parent": "KPU Kabupaten Lebak", "level": "other"},
    {
        "name": "KPU Kabupaten Lebak",
        "parent": "KPU Provinsi Banten",
        "level": "regency",
        "region_code": "Lebak",
    },
    {"name": "KPU Provinsi Banten", "parent": "KPU RI", "level": "province", "region_code": "36"},
    {"name": "KPU RI", "email": "info@kpu.example"},
    {"name": "Dewan Kehormatan"},
)


def office(name: str) -> Office:
    db.session.rollback()
    return db.session.scalars(select(Office).where(Office.name == name)).one()


def test_a_table_makes_a_tree_whatever_the_order_of_its_rows(centre: int) -> None:
    taken = take_in_offices(TREE, digest=None, filename="satker.csv", actor=None, now=NOW)

    assert taken == OfficesTaken(created=4, changed=1)
    lebak = office("KPU Kabupaten Lebak")
    assert (lebak.slug, lebak.region_code) == ("kpu-kabupaten-lebak", "36.02")
    assert office("PPK Bayah").chain == f"{lebak.chain}{office('PPK Bayah').id}/"
    assert lebak.chain.startswith(f"/{centre}/")
    assert office("Dewan Kehormatan").parent_id is None
    assert set(db.session.scalars(select(Institution.name))) == {"Komisi Pemilihan Umum", "Dewan Kehormatan"}


def test_the_same_table_again_changes_nothing(centre: int) -> None:
    take_in_offices(TREE, digest=None, filename="satker.csv", actor=None, now=NOW)
    lines = len(db.session.scalars(select(Change.id)).all())

    again = take_in_offices(TREE, digest=None, filename="satker.csv", actor=None, now=NOW)

    assert again == OfficesTaken(0, 0)
    assert len(db.session.scalars(select(Change.id)).all()) == lines


def test_every_change_has_its_line_with_the_file(centre: int) -> None:
    manager = actor(an_account(OfficeRole.MANAGER, None))

    take_in_offices(TREE, digest=None, filename="satker.csv", actor=manager, now=NOW)

    found = {line.title: line for line in db.session.scalars(select(Change))}
    assert len(found) == 5
    assert {(line.act, line.reason, line.actor_id) for line in found.values()} == {
        ("imported", "satker.csv", manager.user_id)
    }
    assert found["KPU RI"].fields == {"email": [None, "info@kpu.example"]}
    assert found["KPU Kabupaten Lebak"].fields["parent"] == [None, "KPU Provinsi Banten"]


def test_what_was_previewed_is_done_or_nothing(centre: int) -> None:
    digest = plan_digest(preview_offices(TREE, actor=None).steps)
    with transaction() as tx:
        tx.session.get_one(Office, centre).email = "lain@kpu.example"

    with pytest.raises(TableOutdated):
        take_in_offices(TREE, digest=digest, filename="satker.csv", actor=None, now=NOW)

    assert db.session.scalars(select(Office.name)).all() == ["KPU RI"]


def test_rights_are_asked_when_it_is_done_not_only_when_it_is_shown(centre: int) -> None:
    province = an_office("KPU Provinsi Banten", centre, level="province")
    manager = actor(an_account(OfficeRole.MANAGER, province))

    taken = take_in_offices(TREE, digest=None, filename="satker.csv", actor=manager, now=NOW)

    assert taken == OfficesTaken(created=2, changed=1)
    assert office("KPU RI").email is None
    assert office("KPU Provinsi Banten").region_code == "36"
    assert office("PPK Bayah").chain.startswith(f"/{centre}/{province}/")
    assert db.session.scalar(select(Office.id).where(Office.name == "Dewan Kehormatan")) is None


def test_a_moved_office_takes_its_chain_and_institution_along(centre: int) -> None:
    take_in_offices(TREE, digest=None, filename="satker.csv", actor=None, now=NOW)
    moved = rows({"name": "Dewan Kehormatan", "parent": "KPU Provinsi Banten"})
    holder = actor(an_account(OfficeRole.MANAGER, office("KPU Provinsi Banten").id))

    take_in_offices(moved, digest=None, filename="pindah.csv", actor=None, now=NOW)

    assert may(holder, Action.EDIT_OFFICE, office("Dewan Kehormatan").chain)
    assert db.session.scalars(select(Institution.name)).all() == ["Komisi Pemilihan Umum"]


def test_the_contacts_of_the_whole_tree_are_taken_in_with_few_selects(app: Flask) -> None:
    load_kpu_offices()
    names = db.session.scalars(select(Office.name)).all()
    contacts = rows(*({"name": name, "email": f"a{n}@kpu.example"} for n, name in enumerate(names)))

    with counted_selects() as previewed:
        preview_offices(contacts, actor=None)
    with counted_selects() as selects:
        taken = take_in_offices(contacts, digest=None, filename="kontak.csv", actor=None, now=NOW)

    assert taken == OfficesTaken(created=0, changed=553)
    assert len(previewed) == 2
    assert len(selects) < 10
