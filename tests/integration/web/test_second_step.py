from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import Any

import pyotp
import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories.account import PASSWORD, actor, an_account, signed_in
from tests.factories.outbox import delivered
from webinar.adapters.codes import new_totp_secret, totp_key
from webinar.core.errors import WrongCode
from webinar.db import db, transaction
from webinar.models import Change, SignIn, User
from webinar.services.account_mail import account_facts
from webinar.services.password import reset_password
from webinar.services.second_step import switch_on_second_step, take_recovery_code, take_totp_code

START = datetime(2026, 12, 1, 1, tzinfo=UTC)


class Careful:
    """An account with the second step switched on, and what its owner holds."""

    def __init__(self, at: datetime) -> None:
        self.user_id = an_account()
        self.email = db.session.get_one(User, self.user_id).email
        db.session.rollback()
        secret = new_totp_secret()
        self.application = pyotp.TOTP(totp_key(secret).replace(" ", ""))
        self.codes = switch_on_second_step(
            self.user_id, secret, self.application.at(at), actor=actor(self.user_id), now=at
        )


@pytest.fixture
def careful(app: Flask) -> Careful:
    return Careful(datetime.now(UTC) - timedelta(minutes=5))


def first_step(app: Flask, email: str, **more: Any) -> FlaskClient:
    client = app.test_client()
    answer = client.post("/masuk?next=/akun", data={"email": email, "password": PASSWORD} | more)
    assert answer.headers["Location"] == "/masuk/kode"
    return client


def test_a_code_is_asked_after_the_password_and_leads_on(app: Flask, careful: Careful) -> None:
    client = first_step(app, careful.email)
    before = client.get("/akun").status_code

    answer = client.post("/masuk/kode", data={"code": careful.application.now()})

    assert before == 302
    assert (answer.status_code, answer.headers["Location"]) == (303, "/akun")
    assert client.get("/akun").status_code == 200


def test_the_wish_to_stay_signed_in_outlasts_the_second_step(app: Flask, careful: Careful) -> None:
    client = first_step(app, careful.email, remember="y")

    client.post("/masuk/kode", data={"code": careful.application.now()})

    db.session.rollback()
    assert db.session.scalars(select(SignIn.is_kept)).all() == [True]


@pytest.mark.parametrize("typed", ["123 456", "123456", "abcdef", "", "１２３４５６", "1" * 21])
def test_a_wrong_code_is_refused_and_may_be_corrected(app: Flask, careful: Careful, typed: str) -> None:
    client = first_step(app, careful.email)

    wrong = client.post("/masuk/kode", data={"code": typed})
    right = client.post("/masuk/kode", data={"code": careful.application.now()})

    assert (wrong.status_code, right.status_code) == (422, 303)


def test_blanks_inside_a_code_do_not_matter(app: Flask, careful: Careful) -> None:
    client = first_step(app, careful.email)
    code = careful.application.now()

    assert client.post("/masuk/kode", data={"code": f" {code[:3]} {code[3:]} "}).status_code == 303


def test_a_code_is_taken_once_whoever_looked_on(app: Flask, careful: Careful) -> None:
    code = careful.application.now()
    first = first_step(app, careful.email).post("/masuk/kode", data={"code": code})

    again = first_step(app, careful.email).post("/masuk/kode", data={"code": code})

    assert (first.status_code, again.status_code) == (303, 422)


def test_the_code_before_is_taken_and_the_one_before_that_is_not(app: Flask) -> None:
    with time_machine.travel(START, tick=False):
        careful = Careful(START - timedelta(hours=1))

        old = first_step(app, careful.email).post(
            "/masuk/kode", data={"code": careful.application.at(START - timedelta(seconds=90))}
        )
        slow = first_step(app, careful.email).post(
            "/masuk/kode", data={"code": careful.application.at(START - timedelta(seconds=30))}
        )

    assert (old.status_code, slow.status_code) == (422, 303)


def test_codes_are_not_guessed_at_from_many_places(app: Flask, careful: Careful) -> None:
    codes = []
    for number in range(7):
        client = first_step(app, careful.email)
        answer = client.post(
            "/masuk/kode", data={"code": "000000"}, environ_base={"REMOTE_ADDR": f"10.0.0.{number}"}
        )
        codes.append(answer.status_code)

    assert codes == [422] * 6 + [429]


def test_the_second_step_without_the_first_leads_back(client: FlaskClient) -> None:
    for path in ("/masuk/kode", "/masuk/kode-pemulihan"):
        assert client.get(path).headers["Location"] == "/masuk"
        assert client.post(path, data={"code": "123456"}).headers["Location"] == "/masuk"


def test_between_the_steps_lie_ten_minutes_at_most(app: Flask) -> None:
    with time_machine.travel(START, tick=False) as clock:
        careful = Careful(START - timedelta(hours=1))
        client = first_step(app, careful.email)
        clock.move_to(START + timedelta(minutes=11))

        code = careful.application.at(START + timedelta(minutes=11))

        answer = client.post("/masuk/kode", data={"code": code})

        assert answer.headers["Location"] == "/masuk"
        assert "Waktunya sudah habis." in client.get("/masuk").text


def test_a_recovery_code_opens_once_and_its_owner_is_told(app: Flask, careful: Careful) -> None:
    delivered(app, datetime.now(UTC))
    typed = careful.codes[3].upper().replace("-", " ")

    first = first_step(app, careful.email).post("/masuk/kode-pemulihan", data={"code": typed})
    again = first_step(app, careful.email).post("/masuk/kode-pemulihan", data={"code": typed})

    assert (first.status_code, again.status_code) == (303, 422)
    (mail,) = delivered(app, datetime.now(UTC))
    assert mail["Subject"] == "Kode pemulihan dipakai"
    assert "Masih tersisa 9 kode." in mail.get_content()


def test_two_who_bring_the_same_code_at_once_are_let_in_once(app: Flask, careful: Careful) -> None:
    for take, code in (
        (take_recovery_code, careful.codes[0]),
        (take_totp_code, careful.application.now()),
    ):
        outcomes: list[str] = []

        def use(take: Any = take, code: str = code, outcomes: list[str] = outcomes) -> None:
            with app.app_context():
                try:
                    take(careful.user_id, code, now=datetime.now(UTC))
                    outcomes.append("in")
                except WrongCode:
                    outcomes.append("refused")
                finally:
                    db.session.remove()

        threads = [Thread(target=use) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert sorted(outcomes) == ["in", "refused", "refused", "refused"]


def test_it_is_switched_on_with_a_picture_and_a_code(app: Flask) -> None:
    user_id = an_account()
    client = signed_in(app, user_id)
    page = client.get("/akun/dua-langkah").text
    (key,) = re.findall(r'class="totp-key num"[^>]*>([^<]+)<', page)
    application = pyotp.TOTP(key.replace(" ", ""))

    wrong = client.post("/akun/dua-langkah", data={"code": "000000"})
    reloaded = client.get("/akun/dua-langkah").text
    right = client.post("/akun/dua-langkah", data={"code": application.now()})

    assert 'src="data:image/svg+xml' in page
    assert key in reloaded
    assert (wrong.status_code, right.status_code) == (422, 200)
    codes = re.findall(r"<li>([0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4})</li>", right.text)
    assert len(set(codes)) == 10
    assert "10 kode pemulihan tersisa" in client.get("/akun").text
    assert [mail["Subject"] for mail in delivered(app, datetime.now(UTC))] == [
        "Verifikasi dua langkah diaktifkan"
    ]


def test_what_is_kept_opens_nothing_by_itself(app: Flask, careful: Careful) -> None:
    user = db.session.get_one(User, careful.user_id)
    kept = f"{user.totp_secret} {user.recovery_digests}"

    assert careful.application.secret not in kept
    assert not any(code in kept or code.replace("-", "") in kept for code in careful.codes)


def test_switching_off_asks_for_the_password_alone_again(app: Flask, careful: Careful) -> None:
    client = first_step(app, careful.email)
    client.post("/masuk/kode", data={"code": careful.application.now()})

    client.post("/akun/dua-langkah/nonaktifkan")

    assert signed_in(app, careful.user_id).get("/akun").status_code == 200
    subjects = [mail["Subject"] for mail in delivered(app, datetime.now(UTC))]
    assert "Verifikasi dua langkah dinonaktifkan" in subjects
    changes = db.session.scalars(select(Change).order_by(Change.id))
    assert [change.fields for change in changes] == [
        {"second_step": [False, True]},
        {"second_step": [True, False]},
    ]


def test_new_recovery_codes_take_the_place_of_the_old(app: Flask, careful: Careful) -> None:
    client = first_step(app, careful.email)
    client.post("/masuk/kode", data={"code": careful.application.now()})

    page = client.post("/akun/kode-pemulihan").text

    new = re.findall(r"<li>([0-9a-f-]{14})</li>", page)
    old = first_step(app, careful.email).post("/masuk/kode-pemulihan", data={"code": careful.codes[0]})
    fresh = first_step(app, careful.email).post("/masuk/kode-pemulihan", data={"code": new[0]})
    assert (old.status_code, fresh.status_code) == (422, 303)


def test_what_matters_asks_who_it_is_once_more_after_a_while(app: Flask) -> None:
    with time_machine.travel(START, tick=False) as clock:
        client = signed_in(app, an_account())
        soon = client.get("/akun/dua-langkah").status_code
        clock.move_to(START + timedelta(minutes=40))

        later = client.get("/akun/dua-langkah")
        wrong = client.post(later.headers["Location"], data={"password": "bukan"})
        right = client.post(later.headers["Location"], data={"password": PASSWORD})

        assert soon == 200
        assert later.headers["Location"] == "/akun/konfirmasi?next=/akun/dua-langkah"
        assert wrong.status_code == 422
        assert right.headers["Location"] == "/akun/dua-langkah"
        assert client.get("/akun/dua-langkah").status_code == 200


@pytest.mark.parametrize(
    "path", ["/akun/dua-langkah/nonaktifkan", "/akun/kode-pemulihan", "/akun/alamat", "/akun/dua-langkah"]
)
def test_nothing_that_matters_is_done_without_it(app: Flask, path: str) -> None:
    with time_machine.travel(START, tick=False) as clock:
        client = signed_in(app, an_account())
        clock.move_to(START + timedelta(minutes=40))

        answer = client.post(path, data={"code": "123456", "email": "lain@kpu.example"})

    assert answer.headers["Location"].startswith("/akun/konfirmasi")


def test_a_first_step_does_not_outlast_the_password_it_was_taken_with(app: Flask, careful: Careful) -> None:
    client = first_step(app, careful.email)
    now = datetime.now(UTC)
    facts = account_facts("account_reset", careful.email, {}, now=now)
    assert facts is not None
    reset_password(str(facts["link"]).rpartition("/")[2], "kuda lumping di alun-alun", now=now)

    answer = client.post("/masuk/kode", data={"code": careful.application.now()})

    assert (answer.status_code, answer.headers["Location"]) == (303, "/masuk")
    assert client.get("/akun").status_code == 302


def test_a_first_step_of_an_account_that_was_closed_leads_nowhere(app: Flask, careful: Careful) -> None:
    client = first_step(app, careful.email)
    with transaction() as tx:
        tx.session.get_one(User, careful.user_id).active = False

    answer = client.post("/masuk/kode", data={"code": careful.application.now()})

    assert (answer.status_code, answer.headers["Location"]) == (303, "/masuk")
