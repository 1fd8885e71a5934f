from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories.account import PASSWORD, an_account, signed_in
from tests.factories.statements import counted_selects
from webinar.db import db, transaction
from webinar.models import SignIn, User
from webinar.services.sign_in import forget_sign_ins


def sign_ins() -> list[SignIn]:
    db.session.rollback()
    db.session.expunge_all()
    return list(db.session.scalars(select(SignIn).order_by(SignIn.id)))


def email_of(user_id: int) -> str:
    db.session.rollback()
    return db.session.get_one(User, user_id).email


def test_a_sign_in_is_a_row_and_its_cookie_holds_no_account(app: Flask) -> None:
    client = signed_in(app, an_account())

    (row,) = sign_ins()

    with client.session_transaction() as session:
        assert session["_user_id"] not in (row.token_digest, str(row.user_id))
    assert row.address == "127.0.0.1"
    assert row.expires_at - row.created_at == timedelta(hours=12)


@pytest.mark.parametrize(
    ("wanted", "led_to"),
    [
        ("/meja/kegiatan?cari=a", "/meja/kegiatan?cari=a"),
        ("https://example.com/", "/meja"),
        ("//example.com/", "/meja"),
        ("/\\example.com", "/meja"),
        ("/\r\nX: y", "/meja"),
        ("", "/meja"),
    ],
)
def test_a_sign_in_leads_on_within_this_site_only(
    app: Flask, client: FlaskClient, wanted: str, led_to: str
) -> None:
    email = email_of(an_account())

    answer = client.post("/masuk", query_string={"next": wanted}, data={"email": email, "password": PASSWORD})

    assert answer.headers["Location"] == led_to


def test_capitals_and_blanks_around_the_address_do_not_matter(app: Flask, client: FlaskClient) -> None:
    an_account(email="sri@kpu.example")

    answer = client.post("/masuk", data={"email": " Sri@KPU.example ", "password": PASSWORD})

    assert answer.status_code == 303


@pytest.mark.parametrize("password", ["bukan", "", "x" * 5000])
def test_every_refusal_reads_alike(app: Flask, client: FlaskClient, password: str) -> None:
    an_account(email="ada@kpu.example")
    an_account(email="mati@kpu.example", active=False)
    an_account(email="tanpa@kpu.example", password=None)

    pages = set()
    for email in ("ada@kpu.example", "mati@kpu.example", "tanpa@kpu.example", "tidak@kpu.example"):
        answer = client.post("/masuk", data={"email": email, "password": password})
        assert answer.status_code == 422
        pages.add(re.sub(r'name="csrf_token"[^>]*', "", answer.text.replace(email, "")))

    assert len(pages) == 1
    assert "x" * 5000 not in pages.pop()


def test_an_account_that_was_closed_does_not_open(app: Flask, client: FlaskClient) -> None:
    email = email_of(an_account(active=False))

    assert client.post("/masuk", data={"email": email, "password": PASSWORD}).status_code == 422


def test_closing_an_account_ends_its_sign_ins(app: Flask) -> None:
    user_id = an_account()
    client = signed_in(app, user_id)
    with transaction() as tx:
        tx.session.get_one(User, user_id).active = False

    assert client.get("/akun").status_code == 302


def test_guessing_at_one_address_is_stopped_known_or_not(app: Flask) -> None:
    known = email_of(an_account())

    for email in (known, "tidak-ada@kpu.example"):
        answers = [
            app.test_client().post(
                "/masuk",
                data={"email": email, "password": "bukan"},
                environ_base={"REMOTE_ADDR": f"10.0.0.{number}"},
            )
            for number in range(12)
        ]
        assert [answer.status_code for answer in answers] == [422] * 10 + [429] * 2
        assert int(answers[-1].headers["Retry-After"]) > 0


@pytest.mark.parametrize("number_of", [lambda n: "\u200b" * n, lambda n: " " * n, lambda n: "\0" * n])
def test_guessing_is_not_hidden_by_what_cannot_be_seen(app: Flask, number_of: Callable[[int], str]) -> None:
    name, _at, host = email_of(an_account()).partition("@")
    codes = [
        app.test_client()
        .post(
            "/masuk",
            data={"email": number_of(n) + f"{name}@{host}".upper() + number_of(n), "password": "bukan"},
            environ_base={"REMOTE_ADDR": f"10.0.0.{n}"},
        )
        .status_code
        for n in range(12)
    ]

    assert codes == [422] * 10 + [429] * 2


def test_right_passwords_do_not_count_against_the_address(app: Flask) -> None:
    user_id = an_account()

    for _ in range(11):
        signed_in(app, user_id)


def test_guessing_from_one_place_is_stopped(app: Flask, client: FlaskClient) -> None:
    codes = [
        client.post("/masuk", data={"email": f"a{number}@kpu.example", "password": "bukan"}).status_code
        for number in range(21)
    ]

    assert codes == [422] * 20 + [429]


def test_a_sign_in_ends_after_half_a_day_without_a_sign_of_life(app: Flask) -> None:
    start = datetime(2026, 12, 1, 1, tzinfo=UTC)
    with time_machine.travel(start, tick=False) as clock:
        client = signed_in(app, an_account())
        clock.move_to(start + timedelta(hours=11))
        in_time = client.get("/akun").status_code
        clock.move_to(start + timedelta(hours=22))
        kept_alive = client.get("/akun").status_code
        clock.move_to(start + timedelta(hours=35))
        late = client.get("/akun").status_code

    assert (in_time, kept_alive, late) == (200, 200, 302)


def test_who_asks_to_stay_signed_in_stays_for_thirty_days(app: Flask, client: FlaskClient) -> None:
    start = datetime(2026, 12, 1, 1, tzinfo=UTC)
    email = email_of(an_account())
    with time_machine.travel(start, tick=False) as clock:
        answer = client.post("/masuk", data={"email": email, "password": PASSWORD, "remember": "y"})
        clock.move_to(start + timedelta(days=29))
        in_time = client.get("/akun").status_code
        clock.move_to(start + timedelta(days=31))
        late = client.get("/akun").status_code
        forgotten = forget_sign_ins(now=start + timedelta(days=31))

    assert "Expires=Thu, 31 Dec 2026" in answer.headers["Set-Cookie"]
    assert (in_time, late, forgotten) == (200, 302, 1)
    assert sign_ins() == []


def test_a_cookie_without_that_wish_goes_with_the_browser(app: Flask, client: FlaskClient) -> None:
    email = email_of(an_account())

    answer = client.post("/masuk", data={"email": email, "password": PASSWORD})

    assert "Expires" not in answer.headers["Set-Cookie"]
    assert "HttpOnly" in answer.headers["Set-Cookie"]


def test_being_seen_is_noted_every_few_minutes_only(app: Flask) -> None:
    start = datetime(2026, 12, 1, 1, tzinfo=UTC)
    seen = []
    with time_machine.travel(start, tick=False) as clock:
        client = signed_in(app, an_account())
        for minutes in (2, 4, 6):
            clock.move_to(start + timedelta(minutes=minutes))
            client.get("/akun", environ_base={"REMOTE_ADDR": f"10.0.0.{minutes}"})
            (row,) = sign_ins()
            seen.append((row.seen_at, row.address))

    assert seen == [(start, "127.0.0.1")] * 2 + [(start + timedelta(minutes=6), "10.0.0.6")]


def test_knowing_who_is_signed_in_costs_one_select(app: Flask) -> None:
    client = signed_in(app, an_account())

    with counted_selects() as selects:
        client.get("/akun/selesai")

    assert sum("FROM" in one and "sign_in" in one for one in selects) == 1
    assert len(selects) <= 2  # and the grants


def test_public_pages_do_not_ask_who_is_signed_in(app: Flask) -> None:
    client = signed_in(app, an_account())

    with counted_selects() as selects:
        client.get("/pelindungan-data")

    assert not any("sign_in" in one for one in selects)


def test_signing_out_ends_this_browser_and_leaves_the_other(app: Flask) -> None:
    user_id = an_account()
    here, there = signed_in(app, user_id), signed_in(app, user_id)

    answer = here.post("/keluar")

    assert "Anda telah keluar." in here.get(answer.headers["Location"]).text
    assert (here.get("/akun").status_code, there.get("/akun").status_code) == (302, 200)


def test_a_session_with_the_accounts_own_name_opens_nothing(app: Flask, client: FlaskClient) -> None:
    user_id = an_account()
    db.session.rollback()
    own_name = db.session.get_one(User, user_id).fs_uniquifier
    with client.session_transaction() as session:
        session["_user_id"] = own_name

    assert client.get("/akun").status_code == 302


@pytest.mark.parametrize("where", ["query", "header"])
def test_no_token_opens_the_desk_beside_the_cookie(app: Flask, client: FlaskClient, where: str) -> None:
    user_id = an_account()
    db.session.rollback()
    with app.test_request_context():
        token = db.session.get_one(User, user_id).get_auth_token()
    sent = (
        {"query_string": {"auth_token": token}}
        if where == "query"
        else {"headers": {"Authentication-Token": token}}
    )

    assert client.get("/akun", **sent).status_code == 302  # type: ignore[arg-type]


def test_every_page_of_the_own_account_asks_for_a_sign_in(app: Flask, client: FlaskClient) -> None:
    for rule in app.url_map.iter_rules():
        if rule.endpoint.startswith("own.") and "GET" in (rule.methods or ()):
            answer = client.get(re.sub(r"<[^>]*>", "1", rule.rule))
            assert answer.headers["Location"].startswith("/masuk?next=/akun"), rule
            assert answer.headers["Cache-Control"] == "no-store"


def test_who_is_signed_in_is_led_past_the_door(app: Flask) -> None:
    client = signed_in(app, an_account())

    assert client.get("/masuk?next=/akun").headers["Location"] == "/akun"
