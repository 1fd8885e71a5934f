from __future__ import annotations

from collections import Counter

from flask import Flask
from sqlalchemy import select

from webinar.core.zones import zone_of
from webinar.db import db
from webinar.models import Region
from webinar.services.region import load_regions


def test_regions_are_the_38_and_514_of_the_decree(app: Flask) -> None:
    kinds = Counter(db.session.scalars(select(Region.kind)))

    assert kinds == {"province": 38, "regency": 416, "city": 98}


def test_regions_keep_the_zones_of_their_provinces(app: Flask) -> None:
    rows = db.session.execute(select(Region.kind, Region.zone_name)).all()
    zones = Counter((kind == "province", zone_of(name).code) for kind, name in rows)

    provinces_by_zone = {(True, "WIB"): 18, (True, "WITA"): 12, (True, "WIT"): 8}
    regencies_by_zone = {(False, "WIB"): 301, (False, "WITA"): 150, (False, "WIT"): 63}
    assert zones == provinces_by_zone | regencies_by_zone


def test_regions_have_the_names_that_texts_use(app: Flask) -> None:
    names = {region.code: region.name for region in db.session.scalars(select(Region))}

    assert names["31"] == "DKI Jakarta"
    assert names["31.01"] == "Kabupaten Kepulauan Seribu"
    assert names["31.74"] == "Kota Jakarta Selatan"
    assert names["34.02"] == "Kabupaten Bantul"


def test_loading_regions_again_changes_nothing(app: Flask) -> None:
    assert load_regions() == 0


def test_loading_regions_adds_what_is_missing(app: Flask) -> None:
    db.session.delete(db.session.get_one(Region, "34.02"))
    db.session.commit()

    assert load_regions() == 1
    assert db.session.get_one(Region, "34.02").parent_code == "34"
