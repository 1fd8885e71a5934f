from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories.account import PASSWORD, an_account, signed_in
from tests.factories.authenticator import Authenticator
from tests.factories.outbox import delivered
from webinar.db import db, transaction
from webinar.models import Change, Passkey, User
from webinar.services.passkey import MOST


def made(client: FlaskClient, device: Authenticator, name: str = "Ponsel Sri") -> int:
    """The status of adding a passkey."""
    options = json.loads(client.post("/akun/kunci-sandi/tantangan").text)
    sent = {"name": name, "credential": device.make(options)}
    return client.post("/akun/kunci-sandi", data=sent).status_code


def used(client: FlaskClient, device: Authenticator, path: str = "/masuk/kunci-sandi?next=/akun") -> str:
    """Where the browser is led after the passkey was used."""
    options = json.loads(client.post("/masuk/kunci-sandi/tantangan").text)
    return str(client.post(path, data={"credential": device.use(options)}).headers["Location"])


@pytest.fixture
def device() -> Authenticator:
    return Authenticator()


@pytest.fixture
def owner(app: Flask, device: Authenticator) -> int:
    """Somebody with a passkey."""
    user_id = an_account()
    assert made(signed_in(app, user_id), device) == 303
    return user_id


def test_a_passkey_signs_in_without_address_and_password(
    app: Flask, client: FlaskClient, owner: int, device: Authenticator
) -> None:
    led_to = used(client, device)

    assert led_to == "/akun"
    page = client.get("/akun").text
    assert "Ponsel Sri" in page
    assert "Terakhir dipakai" in page


def test_the_browser_is_asked_for_a_key_that_names_its_owner_and_asks_for_finger_or_code(app: Flask) -> None:
    client = signed_in(app, an_account(name="Sri Wahyuni", email="sri@kpu.example"))

    options = json.loads(client.post("/akun/kunci-sandi/tantangan").text)

    assert options["rp"]["id"] == "localhost"
    assert (options["user"]["name"], options["user"]["displayName"]) == ("sri@kpu.example", "Sri Wahyuni")
    assert options["authenticatorSelection"]["residentKey"] == "required"
    assert options["authenticatorSelection"]["userVerification"] == "required"


@pytest.mark.parametrize(
    "change",
    [{"origin": "https://jahat.example"}, {"host": "jahat.example"}, {"verifies": False}],
    ids=["other origin", "other site", "nobody verified"],
)
def test_what_was_made_or_signed_for_another_site_is_refused(
    app: Flask, client: FlaskClient, owner: int, device: Authenticator, change: dict[str, object]
) -> None:
    wrong = replace(device, **change)  # type: ignore[arg-type]

    assert used(client, wrong) == "/masuk?next=/akun"
    assert "Kunci sandi ini tidak dikenali." in client.get("/masuk").text
    assert made(signed_in(app, an_account()), replace(Authenticator(), **change)) == 422  # type: ignore[arg-type]


def test_a_signature_is_good_for_its_own_challenge_alone(
    client: FlaskClient, owner: int, device: Authenticator
) -> None:
    old = json.loads(client.post("/masuk/kunci-sandi/tantangan").text)
    client.post("/masuk/kunci-sandi/tantangan")

    answer = client.post("/masuk/kunci-sandi", data={"credential": device.use(old)})

    assert answer.headers["Location"].startswith("/masuk?")


def test_a_challenge_is_good_for_one_try_and_five_minutes(
    client: FlaskClient, owner: int, device: Authenticator
) -> None:
    start = datetime.now(UTC)
    with time_machine.travel(start, tick=False) as clock:
        options = json.loads(client.post("/masuk/kunci-sandi/tantangan").text)
        client.post("/masuk/kunci-sandi", data={"credential": "{}"})
        again = client.post("/masuk/kunci-sandi", data={"credential": device.use(options)})
        options = json.loads(client.post("/masuk/kunci-sandi/tantangan").text)
        clock.move_to(start + timedelta(minutes=6))
        late = client.post("/masuk/kunci-sandi", data={"credential": device.use(options)})

    assert again.headers["Location"].startswith("/masuk?")
    assert late.headers["Location"].startswith("/masuk?")


def test_a_copied_key_that_counts_behind_is_refused(
    app: Flask, client: FlaskClient, owner: int, device: Authenticator
) -> None:
    copied = replace(device)
    used(client, device)
    used(client, device)

    assert used(app.test_client(), copied).startswith("/masuk?")


def test_an_unknown_key_and_one_of_a_closed_account_open_nothing(
    client: FlaskClient, owner: int, device: Authenticator
) -> None:
    unknown = used(client, Authenticator())
    with transaction() as tx:
        tx.session.get_one(User, owner).active = False

    assert unknown == used(client, device) == "/masuk?next=/akun"


@pytest.mark.parametrize(
    "credential",
    ["", "null", "[]", "{}", '{"id": 1, "response": {}}', '{"id": "a", "response": []}', "[" * 5000, "\x00"],
)
def test_nonsense_is_refused(client: FlaskClient, owner: int, credential: str) -> None:
    client.post("/masuk/kunci-sandi/tantangan")

    answer = client.post("/masuk/kunci-sandi", data={"credential": credential})

    assert answer.headers["Location"] == "/masuk?next=/meja"


def test_the_second_step_can_be_a_passkey(app: Flask, owner: int, device: Authenticator) -> None:
    with transaction() as tx:
        tx.session.get_one(User, owner).totp_secret = "{}"
    email = db.session.get_one(User, owner).email
    client = app.test_client()
    client.post("/masuk?next=/akun", data={"email": email, "password": PASSWORD})

    page = client.get("/masuk/kode").text

    assert 'action="/masuk/kunci-sandi?next=/akun"' in page
    assert used(client, device) == "/akun"


def test_who_one_is_can_be_confirmed_by_the_own_passkey_alone(
    app: Flask, owner: int, device: Authenticator
) -> None:
    other, foreign = Authenticator(), an_account()
    made(signed_in(app, foreign), other)
    start = datetime.now(UTC)
    with time_machine.travel(start, tick=False) as clock:
        client = signed_in(app, owner)
        clock.move_to(start + timedelta(minutes=40))
        path = "/akun/konfirmasi/kunci-sandi?next=/akun/dua-langkah"

        refused = used(client, other, path)
        still_asked = client.get("/akun/dua-langkah").status_code
        confirmed = used(client, device, path)

        assert (refused, still_asked) == ("/akun/konfirmasi?next=/akun/dua-langkah", 302)
        assert confirmed == "/akun/dua-langkah"
        assert client.get(confirmed).status_code == 200


def test_a_passkey_is_removed_by_its_owner_alone(
    app: Flask, client: FlaskClient, owner: int, device: Authenticator
) -> None:
    passkey_id = db.session.scalars(select(Passkey.id)).one()
    db.session.rollback()

    foreign = signed_in(app, an_account()).post(f"/akun/kunci-sandi/{passkey_id}/hapus")
    own = signed_in(app, owner).post(f"/akun/kunci-sandi/{passkey_id}/hapus")

    assert (foreign.status_code, own.status_code) == (404, 303)
    assert used(client, device).startswith("/masuk?")
    subjects = [mail["Subject"] for mail in delivered(app, datetime.now(UTC))]
    assert subjects == ["Kunci sandi dihapus", "Kunci sandi ditambahkan"]
    assert [change.fields for change in db.session.scalars(select(Change).order_by(Change.id))] == [
        {"passkeys": [0, 1]},
        {"passkeys": [1, 0]},
    ]


def test_a_key_is_kept_once_and_not_without_end(app: Flask, owner: int, device: Authenticator) -> None:
    client = signed_in(app, owner)

    again = made(client, device)
    more = [made(client, Authenticator(), name=f"Kunci {number}") for number in range(MOST)]

    assert again == 422
    assert more == [303] * (MOST - 1) + [422]


def test_a_passkey_without_a_name_is_asked_for_one(app: Flask) -> None:
    client = signed_in(app, an_account())

    assert made(client, Authenticator(), name=" ") == 422


def test_where_browsers_keep_no_keys_there_is_no_door(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = replace(app.config["SETTINGS"], base_url="http://127.0.0.1:8000")
    monkeypatch.setitem(app.config, "SETTINGS", settings)

    assert "kunci sandi" not in client.get("/masuk").text
    assert client.post("/masuk/kunci-sandi/tantangan").status_code == 404
