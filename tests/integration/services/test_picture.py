"""Storing pictures and sweeping those that nobody wants any more, on both databases."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.factories.picture import a_file
from tests.factories.registration import NOW, an_event
from webinar.adapters.pictures import picture_folder, picture_path
from webinar.core.errors import PictureUnfit
from webinar.db import db, transaction
from webinar.models import Person, Picture
from webinar.services.checks import findings
from webinar.services.picture import describe_picture, store_picture, sweep_pictures

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def empty_folder(app: Flask) -> None:
    for file in picture_folder().glob("*"):
        file.unlink()


def store(alt: str | None = None, *, now: datetime = NOW, size: tuple[int, int] = (320, 240)) -> int:
    return store_picture(BytesIO(a_file(size=size)), alt=alt, actor=None, now=now)


def kept() -> int:
    return db.session.scalar(select(func.count()).select_from(Picture)) or 0


def test_picture_is_a_row_and_a_file() -> None:
    picture = db.session.get_one(Picture, store("Poster webinar"))

    assert (picture.width, picture.height, picture.alt) == (320, 240, "Poster webinar")
    assert picture_path(picture.name).is_file()


def test_same_file_with_the_same_words_is_the_same_picture() -> None:
    assert store("Poster") == store("Poster")
    assert store("Poster") != store("Spanduk")
    assert kept() == 2


def test_file_lost_from_the_folder_comes_back_with_the_next_upload() -> None:
    picture_id = store()
    path = picture_path(db.session.get_one(Picture, picture_id).name)
    path.unlink()

    store()

    assert path.is_file()


def test_other_words_make_another_picture_and_leave_the_first() -> None:
    first = store("Poster")

    second = describe_picture(first, "Poster dengan foto narasumber", actor=None, now=NOW)

    words = {p.id: p.alt for p in db.session.scalars(select(Picture))}
    assert words == {first: "Poster", second: "Poster dengan foto narasumber"}
    assert describe_picture(second, "Poster dengan foto narasumber", actor=None, now=NOW) == second


def test_unfit_file_leaves_nothing() -> None:
    with pytest.raises(PictureUnfit):
        store_picture(BytesIO(b"bukan gambar"), alt=None, actor=None, now=NOW)

    assert kept() == 0
    assert list(picture_folder().glob("*")) == []


def test_sweep_takes_what_nobody_refers_to_after_a_day() -> None:
    poster, photo, unused = store("Poster"), store("Foto"), store("Sisa")
    an_event(poster_id=poster)
    with transaction() as tx:
        tx.session.add(Person(name="Arif", photo_id=photo))
    names = {p.id: p.name for p in db.session.scalars(select(Picture))}
    for file in picture_folder().glob("*"):
        os.utime(file, (NOW.timestamp(), NOW.timestamp()))

    assert sweep_pictures(now=NOW + DAY - timedelta(minutes=1)) == 0
    assert sweep_pictures(now=NOW + DAY + timedelta(minutes=1)) == 1

    assert {p.id for p in db.session.scalars(select(Picture))} == {poster, photo}
    assert {file.name for file in picture_folder().glob("*")} == {names[poster], names[photo]}
    assert unused not in {poster, photo}


def test_grace_begins_anew_with_the_same_picture() -> None:
    store()
    store(now=NOW + DAY)

    assert sweep_pictures(now=NOW + DAY + timedelta(minutes=1)) == 0


def test_files_without_a_row_are_swept_once_they_are_old() -> None:
    picture_folder().mkdir(exist_ok=True)
    old, new = picture_folder() / "lama.webp", picture_folder() / "baru.webp.123"
    for file, at in ((old, NOW - 2 * DAY), (new, NOW)):
        file.write_bytes(b"")
        os.utime(file, (at.timestamp(), at.timestamp()))

    sweep_pictures(now=NOW)

    assert [file.name for file in picture_folder().glob("*")] == [new.name]


def test_check_names_pictures_whose_files_are_missing(app: Flask) -> None:
    store("Poster")
    lost = picture_path(db.session.get_one(Picture, store("Foto")).name)
    lost.unlink()

    found = next(finding for finding in findings() if finding.name == "pictures")

    assert (found.is_well, found.what) == (False, "1 of 2 files are missing")
    assert str(picture_folder()) in found.remedy
