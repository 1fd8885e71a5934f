from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories.account import an_account
from webinar.adapters.links import setup_token
from webinar.db import db
from webinar.models import Office, User

TYPED = {
    "office": " KPU Kabupaten  Bantul",
    "name": "Sri Wahyuni",
    "email": "sri@kpu.example",
    "password": "kopi tubruk di teras",
    "repeated": "kopi tubruk di teras",
}


def test_an_empty_installation_is_set_up_with_its_first_office(app: Flask, client: FlaskClient) -> None:
    address = f"/mulai/{setup_token()}"

    page = client.get(address).text
    made = client.post(address, data=TYPED)
    signed_in = client.post("/masuk", data=TYPED)

    assert 'list="kantor"' in page and '<datalist id="kantor">' in page
    assert (made.headers["Location"], signed_in.headers["Location"]) == ("/masuk", "/meja")
    assert db.session.scalars(select(Office.name)).all() == ["KPU Kabupaten Bantul"]
    assert client.get("/meja").status_code == 200


def test_the_link_is_gone_once_somebody_can_sign_in(app: Flask, client: FlaskClient) -> None:
    an_account()

    assert client.get(f"/mulai/{setup_token()}").status_code == 404
    assert client.post(f"/mulai/{setup_token()}", data=TYPED).status_code == 404


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"office": "  "}, "Satuan kerja Anda: Isian ini wajib diisi."),
        ({"office": "x" * 201}, "Isian ini terlalu panjang."),
        ({"email": "sri"}, "Alamat surel belum benar."),
        ({"password": "1234567890", "repeated": "1234567890"}, "terlalu umum"),
        ({"repeated": "lain"}, "Kedua kata sandi belum sama."),
    ],
)
def test_what_is_wrong_is_named_and_the_rest_kept(
    app: Flask, client: FlaskClient, changed: dict[str, str], says: str
) -> None:
    answer = client.post(f"/mulai/{setup_token()}", data=TYPED | changed)

    assert answer.status_code == 422
    assert says in answer.text
    assert 'value="Sri Wahyuni"' in answer.text
    assert list(db.session.scalars(select(User))) == []
