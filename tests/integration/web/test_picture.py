"""The address of a picture."""

from __future__ import annotations

from io import BytesIO

from flask.testing import FlaskClient

from tests.factories.picture import a_file
from tests.factories.registration import NOW
from webinar.adapters.pictures import keep_picture, picture_path
from webinar.db import db
from webinar.models import Picture
from webinar.services.picture import store_picture


def a_picture() -> str:
    """The name of a stored picture."""
    picture_id = store_picture(BytesIO(a_file()), alt=None, actor=None, now=NOW)
    return db.session.get_one(Picture, picture_id).name


def test_picture_is_served_for_a_year(client: FlaskClient) -> None:
    name = a_picture()

    answer = client.get(f"/gambar/{name}")

    assert (answer.status_code, answer.mimetype) == (200, "image/webp")
    assert answer.data == picture_path(name).read_bytes()
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in answer.headers
    again = client.get(f"/gambar/{name}", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_nothing_but_pictures_of_the_record_is_served(client: FlaskClient) -> None:
    name = a_picture()
    stray = "b" * 40 + ".webp"
    keep_picture(stray, b"tanpa baris")

    for wrong in (
        "../secret",
        "..%2fsecret",
        "%2e%2e%2fwebinar.db",
        "secret",
        name.upper(),
        name[:-5],
        stray,
    ):
        assert client.get(f"/gambar/{wrong}").status_code == 404, wrong


def test_picture_whose_file_is_lost_is_not_there(client: FlaskClient) -> None:
    name = a_picture()
    picture_path(name).unlink()

    assert client.get(f"/gambar/{name}").status_code == 404
