from __future__ import annotations

from collections import Counter

from flask import Flask
from sqlalchemy import select

from tests.factories.statements import counted_selects
from webinar.db import db, transaction
from webinar.models import Institution, Office
from webinar.services.office import load_kpu_offices, office_for


def offices() -> dict[str, Office]:
    db.session.expunge_all()
    return {office.name: office for office in db.session.scalars(select(Office))}


def test_tree_has_1_and_38_and_514_offices(app: Flask) -> None:
    assert load_kpu_offices() == 553

    found = offices()
    assert Counter(office.level for office in found.values()) == {
        "national": 1,
        "province": 38,
        "regency": 514,
    }
    assert {o.institution_id for o in found.values()} == {db.session.scalars(select(Institution.id)).one()}
    assert [name for name in found if name.startswith("KIP")][:2] == [
        "KIP Aceh",
        "KIP Kabupaten Aceh Selatan",
    ]
    assert len([name for name in found if name.startswith("KIP ")]) == 24
    assert len({office.slug for office in found.values()}) == 553


def test_tree_hangs_together(app: Flask) -> None:
    load_kpu_offices()

    found = offices()
    names = {office.id: name for name, office in found.items()}
    bantul = found["KPU Kabupaten Bantul"]
    assert bantul.slug == "kpu-kabupaten-bantul"
    assert names[bantul.parent_id or 0] == "KPU Provinsi Daerah Istimewa Yogyakarta"
    assert names[found["KPU Provinsi DKI Jakarta"].parent_id or 0] == "KPU RI"
    assert [name for name, office in found.items() if office.parent_id is None] == ["KPU RI"]


def test_loading_the_tree_again_changes_nothing(app: Flask) -> None:
    load_kpu_offices()

    with counted_selects() as selects:
        again = load_kpu_offices()

    assert again == 0
    assert len(selects) < 12


def test_office_that_stands_alone_is_taken_into_the_tree(app: Flask) -> None:
    with transaction() as tx:
        alone = office_for(tx, "KPU Kabupaten Bantul", long_name=None, level=None, city="Bantul").id

    assert load_kpu_offices() == 553

    office = offices()["KPU Kabupaten Bantul"]
    assert (office.id, office.level, office.region_code) == (alone, "regency", "34.02")
    assert db.session.scalars(select(Institution.name)).all() == ["Komisi Pemilihan Umum"]


def test_office_for_a_document_is_made_once(app: Flask) -> None:
    with transaction() as tx:
        first = office_for(tx, "Universitas Gadjah Mada", long_name=None, level="other")
        second = office_for(tx, "universitas  gadjah mada", long_name=None, level=None)
        third = office_for(tx, "Universitas Gadjah Mada!", long_name=None, level=None)

        assert second is first
        assert (first.slug, third.slug) == ("universitas-gadjah-mada", "universitas-gadjah-mada-2")
