from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from tests.factories.account import PASSWORD, an_account, an_office, signed_in
from tests.factories.outbox import delivered, link_in
from tests.factories.statements import counted_selects
from webinar.core.access import OfficeRole
from webinar.db import db, transaction
from webinar.models import Change, Membership, SignIn, User

PHONE = (
    "Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/120.0.0.0 Mobile Safari/537.36"
)


def now() -> datetime:
    return datetime.now(UTC)


def user(user_id: int) -> User:
    db.session.rollback()
    db.session.expunge_all()
    return db.session.get_one(User, user_id)


def test_the_page_shows_who_what_and_where(app: Flask) -> None:
    user_id = an_account(OfficeRole.NOTE_TAKER, an_office(), name="Sri <b>Wahyuni</b>")
    client = signed_in(app, user_id)
    phone = app.test_client()
    phone.post(
        "/masuk",
        data={"email": user(user_id).email, "password": PASSWORD},
        headers={"User-Agent": PHONE},
        environ_base={"REMOTE_ADDR": "10.9.8.7"},
    )

    page = client.get("/akun").text

    for said in ("Sri &lt;b&gt;Wahyuni", "Notulis", "KPU Kabupaten Bantul", "Chrome di Android", "10.9.8.7"):
        assert said in page
    assert page.count("Perangkat ini") == 1


def test_the_page_costs_a_handful_of_selects_however_many_browsers(app: Flask) -> None:
    user_id = an_account()
    counts = []
    client = signed_in(app, user_id)
    for _ in range(2):
        with counted_selects() as selects:
            client.get("/akun")
        counts.append(len(selects))
        for _ in range(3):
            signed_in(app, user_id)

    assert counts[0] == counts[1] <= 6


def test_one_browser_is_signed_out_from_another(app: Flask) -> None:
    user_id = an_account()
    here, there = signed_in(app, user_id), signed_in(app, user_id)
    db.session.rollback()
    last = db.session.scalars(select(SignIn.id).order_by(SignIn.id.desc())).first()

    answer = here.post(f"/akun/perangkat/{last}/keluarkan")

    assert answer.status_code == 303
    assert (here.get("/akun").status_code, there.get("/akun").status_code) == (200, 302)


def test_all_others_are_signed_out_at_once(app: Flask) -> None:
    user_id = an_account()
    here, *others = (signed_in(app, user_id) for _ in range(3))

    here.post("/akun/perangkat/keluarkan")

    assert "2 perangkat lain telah dikeluarkan." in here.get("/akun").text
    assert [other.get("/akun").status_code for other in others] == [302, 302]


def test_somebody_elses_browser_is_not_found(app: Flask) -> None:
    stranger = signed_in(app, an_account())
    db.session.rollback()
    foreign = db.session.scalars(select(SignIn.id)).one()
    client = signed_in(app, an_account())

    assert client.post(f"/akun/perangkat/{foreign}/keluarkan").status_code == 404
    assert client.post("/akun/perangkat/2147483647/keluarkan").status_code == 404
    assert client.post("/akun/perangkat/99999999999/keluarkan").status_code == 404
    assert stranger.get("/akun").status_code == 200


def test_the_name_is_changed_and_the_history_tells_it(app: Flask) -> None:
    user_id = an_account(name="Sri")
    client = signed_in(app, user_id)

    empty = client.post("/akun/nama", data={"name": "   "})
    long = client.post("/akun/nama", data={"name": "x" * 201})
    good = client.post("/akun/nama", data={"name": "Sri  Wahyuni"})

    assert (empty.status_code, long.status_code, good.status_code) == (422, 422, 303)
    assert user(user_id).name == "Sri Wahyuni"
    (change,) = db.session.scalars(select(Change))
    assert (change.thing, change.act, change.fields) == (
        "account",
        "changed",
        {"name": ["Sri", "Sri Wahyuni"]},
    )


def test_another_address_counts_once_it_was_confirmed(app: Flask) -> None:
    user_id = an_account(email="lama@kpu.example")
    client = signed_in(app, user_id)

    client.post("/akun/alamat", data={"email": "Baru@KPU.example"})
    (mail,) = delivered(app, now())
    link = link_in(mail, "/akun/alamat/")
    before, asked = user(user_id).email, client.get(link).text
    client.post(link)

    assert mail["To"] == "baru@kpu.example"
    assert before == "lama@kpu.example"
    assert "baru@kpu.example" in asked
    assert user(user_id).email == "baru@kpu.example"
    (told,) = delivered(app, now())
    assert (told["To"], "baru@kpu.example" in told.get_content()) == ("lama@kpu.example", True)
    assert client.get(link).status_code == 404
    (change,) = db.session.scalars(select(Change))
    assert list(change.fields) == ["email"]


def test_a_link_for_an_address_works_for_whoever_asked_and_for_a_day(app: Flask) -> None:
    start = datetime(2026, 12, 1, 1, tzinfo=UTC)
    with time_machine.travel(start, tick=False) as clock:
        client, other = signed_in(app, an_account()), signed_in(app, an_account())
        client.post("/akun/alamat", data={"email": "baru@kpu.example"})
        (mail,) = delivered(app, start)
        link = link_in(mail, "/akun/alamat/")
        foreign = other.post(link).status_code
        signed_out = app.test_client().get(link)
        clock.move_to(start + timedelta(hours=11))
        client.get("/akun")
        clock.move_to(start + timedelta(hours=22))
        client.get("/akun")
        clock.move_to(start + timedelta(hours=25))
        late = client.post(link).status_code

    assert (foreign, late) == (404, 404)
    assert signed_out.headers["Location"] == f"/masuk?next={link}"


@pytest.mark.parametrize("when", ["asked", "confirmed"])
def test_an_address_of_somebody_else_is_not_taken_nor_told(app: Flask, when: str) -> None:
    user_id = an_account(email="lama@kpu.example")
    client = signed_in(app, user_id)
    if when == "asked":
        an_account(email="baru@kpu.example")

    answer = client.post("/akun/alamat", data={"email": "baru@kpu.example"})
    mails = delivered(app, now())
    if when == "confirmed":
        an_account(email="baru@kpu.example")
        client.post(link_in(mails[0], "/akun/alamat/"))

    assert answer.status_code == 303
    assert len(mails) == (0 if when == "asked" else 1)
    assert user(user_id).email == "lama@kpu.example"


def test_the_own_address_and_none_at_all_are_refused(app: Flask) -> None:
    client = signed_in(app, an_account(email="lama@kpu.example"))

    for typed in ("Lama@kpu.example", "", "bukan alamat", "a@b@c", "x" * 250 + "@kpu.example"):
        assert client.post("/akun/alamat", data={"email": typed}).status_code == 422


def test_whoever_has_no_role_is_told_how_to_get_one(app: Flask) -> None:
    client = signed_in(app, an_account(None))

    assert "Anda belum memiliki peran" in client.get("/akun").text


def test_a_role_that_was_taken_away_is_gone_at_the_next_request(app: Flask) -> None:
    user_id = an_account(OfficeRole.READER, an_office())
    client = signed_in(app, user_id)
    with transaction() as tx:
        tx.session.query(Membership).filter_by(user_id=user_id).delete()

    assert "KPU Kabupaten Bantul" not in client.get("/akun").text
