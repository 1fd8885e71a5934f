from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories.account import PASSWORD, an_account, signed_in
from tests.factories.outbox import delivered, link_in
from webinar.core.errors import NotFound
from webinar.db import db
from webinar.models import Change, OutboxMail, User
from webinar.services.password import reset_password

NEW = "kopi tubruk di teras"


def now() -> datetime:
    return datetime.now(UTC)


def email_of(user_id: int) -> str:
    db.session.rollback()
    return db.session.get_one(User, user_id).email


def a_link(app: Flask, client: FlaskClient, email: str) -> str:
    client.post("/masuk/lupa", data={"email": email})
    (mail,) = delivered(app, now())
    return link_in(mail, "/masuk/atur-ulang/")


def opens(app: Flask, email: str, password: str) -> bool:
    answer = app.test_client().post("/masuk", data={"email": email, "password": password})
    return answer.status_code == 303


def test_a_forgotten_password_is_set_anew_by_a_mailed_link(app: Flask, client: FlaskClient) -> None:
    user_id = an_account()
    email, elsewhere = email_of(user_id), signed_in(app, user_id)
    link = a_link(app, client, email)

    page = client.get(link)
    answer = client.post(link, data={"password": NEW, "repeated": NEW})

    assert email in page.text
    assert (page.headers["Cache-Control"], page.headers["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert answer.headers["Location"] == "/masuk"
    assert opens(app, email, NEW) and not opens(app, email, PASSWORD)
    assert elsewhere.get("/akun").status_code == 302
    (told,) = delivered(app, now())
    assert (told["To"], told["Subject"]) == (email, "Kata sandi Anda telah diganti")


def test_a_link_is_for_one_use(app: Flask, client: FlaskClient) -> None:
    user_id = an_account()
    link = a_link(app, client, email_of(user_id))
    client.post(link, data={"password": NEW, "repeated": NEW})

    again = client.post(link, data={"password": "lain sekali lagi", "repeated": "lain sekali lagi"})

    assert again.status_code == client.get(link).status_code == 410
    assert "Tautan tidak berlaku" in again.text
    assert opens(app, email_of(user_id), NEW)


def test_a_link_lasts_two_hours_from_its_mail(app: Flask, client: FlaskClient) -> None:
    email = email_of(an_account())
    start = datetime(2026, 12, 1, 1, tzinfo=UTC)
    with time_machine.travel(start, tick=False) as clock:
        link = a_link(app, client, email)
        clock.move_to(start + timedelta(minutes=119))
        in_time = client.get(link).status_code
        clock.move_to(start + timedelta(minutes=120))
        late = client.post(link, data={"password": NEW, "repeated": NEW}).status_code

    assert (in_time, late) == (200, 410)


def test_a_changed_letter_in_the_link_opens_nothing(app: Flask, client: FlaskClient) -> None:
    link = a_link(app, client, email_of(an_account()))
    middle = len(link) - 40

    for position in (middle, len(link) - 5, len("/masuk/atur-ulang/") + 3):
        changed = link[:position] + ("A" if link[position] != "A" else "B") + link[position + 1 :]
        assert client.get(changed).status_code == 410


def test_two_who_use_a_link_at_once_are_answered_once(app: Flask, client: FlaskClient) -> None:
    email = email_of(an_account())
    token = a_link(app, client, email).rpartition("/")[2]
    outcomes: list[str] = []

    def use() -> None:
        with app.app_context():
            try:
                reset_password(token, NEW, now=now())
                outcomes.append("done")
            except NotFound:
                outcomes.append("over")
            finally:
                db.session.remove()

    threads = [Thread(target=use) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["done", "over", "over", "over"]


def test_a_known_and_an_unknown_address_do_and_say_the_same(app: Flask, client: FlaskClient) -> None:
    known = email_of(an_account())
    answers = []
    for email in (known, "tidak-ada@kpu.example"):
        answer = client.post("/masuk/lupa", data={"email": email})
        answers.append(
            (answer.status_code, answer.headers["Location"], client.get("/masuk/lupa/terkirim").text)
        )

    db.session.rollback()
    rows = [
        tuple(row)
        for row in db.session.execute(
            select(OutboxMail.kind, OutboxMail.to, OutboxMail.facts).order_by(OutboxMail.id)
        )
    ]
    mails = delivered(app, now())

    assert answers[0] == answers[1]
    assert rows == [("account_reset", known, {}), ("account_reset", "tidak-ada@kpu.example", {})]
    assert [mail["To"] for mail in mails] == [known]
    assert db.session.scalars(select(OutboxMail.to)).all() == [known]


def test_no_link_lies_in_the_outbox(app: Flask, client: FlaskClient) -> None:
    link = a_link(app, client, email_of(an_account()))

    row = db.session.scalars(select(OutboxMail)).one()

    assert link.rpartition("/")[2] not in str(vars(row))


def test_a_mailbox_is_not_filled(app: Flask) -> None:
    for email in (email_of(an_account()), "tidak-ada@kpu.example"):
        codes = [
            app.test_client()
            .post("/masuk/lupa", data={"email": email}, environ_base={"REMOTE_ADDR": f"10.0.0.{number}"})
            .status_code
            for number in range(5)
        ]
        assert codes == [303] * 4 + [429]


def test_a_mailbox_is_not_filled_by_writing_its_address_in_other_ways(app: Flask) -> None:
    email = email_of(an_account())
    ways = [
        email,
        email.upper(),
        f" {email}",
        email.replace("@", "\u200b@"),
        email.replace("kpu", "ｋｐｕ"),
        email,
    ]

    codes = [app.test_client().post("/masuk/lupa", data={"email": way}).status_code for way in ways]

    assert codes == [303] * 4 + [429] * 2


@pytest.mark.parametrize(
    ("password", "repeated", "says"),
    [
        ("pendek", "pendek", "Kata sandi terdiri atas 10 sampai 128 karakter."),
        ("x" * 129, "x" * 129, "Kata sandi terdiri atas 10 sampai 128 karakter."),
        (NEW, NEW + "x", "Kedua kata sandi belum sama."),
        ("1234567890", "1234567890", "terlalu umum"),
        ("abababababab", "abababababab", "hanya mengulang"),
        ("sriwahyuni12", "sriwahyuni12", "mirip dengan nama"),
        ("", "", "Isian ini wajib diisi."),
    ],
)
def test_a_password_that_will_not_do_is_told_at_the_field(
    app: Flask, client: FlaskClient, password: str, repeated: str, says: str
) -> None:
    email = email_of(an_account(name="Sri Wahyuni"))
    link = a_link(app, client, email)

    answer = client.post(link, data={"password": password, "repeated": repeated})

    assert answer.status_code == 422
    assert says in answer.text
    assert password == "" or f'value="{password}"' not in answer.text
    assert opens(app, email, PASSWORD)


def test_a_password_is_changed_by_who_knows_it(app: Flask) -> None:
    user_id = an_account()
    here, there = signed_in(app, user_id), signed_in(app, user_id)

    answer = here.post("/akun/kata-sandi", data={"current": PASSWORD, "password": NEW, "repeated": NEW})

    assert answer.status_code == 303
    assert "Kata sandi telah diganti." in here.get("/akun").text
    assert there.get("/akun").status_code == 302
    assert opens(app, email_of(user_id), NEW)
    assert [mail["Subject"] for mail in delivered(app, now())] == ["Kata sandi Anda telah diganti"]


@pytest.mark.parametrize(
    ("current", "new", "says"),
    [("bukan", NEW, "Kata sandi ini tidak cocok."), (PASSWORD, PASSWORD, "sama dengan yang lama")],
)
def test_a_wrong_old_password_or_the_same_new_one_changes_nothing(
    app: Flask, current: str, new: str, says: str
) -> None:
    user_id = an_account()
    client = signed_in(app, user_id)

    answer = client.post("/akun/kata-sandi", data={"current": current, "password": new, "repeated": new})

    assert answer.status_code == 422
    assert says in answer.text
    assert opens(app, email_of(user_id), PASSWORD)


def test_the_old_password_is_not_guessed_at(app: Flask) -> None:
    client = signed_in(app, an_account())
    sent = {"current": "bukan", "password": NEW, "repeated": NEW}

    codes = [client.post("/akun/kata-sandi", data=sent).status_code for _ in range(11)]

    assert codes == [422] * 10 + [429]


def test_the_history_tells_that_a_password_changed_and_never_which(app: Flask) -> None:
    user_id = an_account()
    signed_in(app, user_id).post(
        "/akun/kata-sandi", data={"current": PASSWORD, "password": NEW, "repeated": NEW}
    )

    db.session.rollback()
    change = db.session.scalars(select(Change)).one()

    assert (change.thing, change.thing_id, change.actor_id) == ("account", user_id, user_id)
    assert list(change.fields) == ["password_changed_at"]
    assert "argon2" not in str(vars(change)) and NEW not in str(vars(change))
