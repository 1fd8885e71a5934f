from __future__ import annotations

from threading import Thread

import pytest
from flask import Flask
from sqlalchemy import select

from tests.factories.account import PASSWORD, actor, an_account
from tests.factories.registration import NOW
from webinar.core.access import Action, may
from webinar.core.errors import NotFound, WeakPassword
from webinar.db import db
from webinar.models import Office, User
from webinar.services import password as passwords
from webinar.services.account import create_first_organiser
from webinar.services.office import load_kpu_offices
from webinar.services.password import check_password, hashed_password

pytestmark = pytest.mark.usefixtures("app")
SRI = {"name": "Sri", "email": "Sri@KPU.example", "password": "rahasia-sekali"}


def offices() -> list[str]:
    db.session.rollback()
    return list(db.session.scalars(select(Office.name).order_by(Office.name)))


def test_the_link_makes_one_organiser_only() -> None:
    create_first_organiser(**SRI, now=NOW)

    with pytest.raises(NotFound):
        create_first_organiser(name="Lain", email="lain@kpu.example", password="rahasia-sekali", now=NOW)

    user = db.session.scalars(select(User)).one()
    assert user.email == "sri@kpu.example"
    assert "argon2" in (user.password or "")
    assert "rahasia" not in (user.password or "")


def test_two_set_ups_at_once_make_one_organiser(app: Flask) -> None:
    outcomes: list[str] = []

    def set_up(email: str) -> None:
        with app.app_context():
            try:
                create_first_organiser(name="A", email=email, password="rahasia-sekali", now=NOW)
                outcomes.append("made")
            except NotFound:
                outcomes.append("refused")
            finally:
                db.session.remove()

    threads = [Thread(target=set_up, args=(f"a{number}@kpu.example",)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["made", "refused"]


def test_the_first_organiser_begins_with_an_office_and_manages_all() -> None:
    user = create_first_organiser(**SRI, office_name="KPU Kabupaten Bantul", now=NOW)

    (office,) = db.session.scalars(select(Office))
    assert (office.name, office.chain) == ("KPU Kabupaten Bantul", f"/{office.id}/")
    assert may(actor(user.id), Action.EDIT_MEMBERS, "/")


def test_an_office_that_is_known_by_another_name_is_not_made_twice() -> None:
    load_kpu_offices()
    before = offices()

    create_first_organiser(**SRI, office_name="Komisi Pemilihan Umum Kab. Bantul", now=NOW)

    assert offices() == before


def test_an_easy_password_makes_no_account() -> None:
    with pytest.raises(WeakPassword):
        create_first_organiser(**SRI | {"password": "1234567890"}, office_name="KPU", now=NOW)

    assert (list(db.session.scalars(select(User))), offices()) == ([], [])


def test_a_password_is_the_same_however_the_keyboard_composed_it() -> None:
    composed, decomposed = "kopi-café-tubruk", "kopi-cafe\u0301-tubruk"
    user_id = an_account(email="sri@kpu.example", password=hashed_password(composed))

    assert check_password("sri@kpu.example", decomposed) == user_id


def test_an_unknown_address_costs_as_much_as_a_wrong_password(monkeypatch: pytest.MonkeyPatch) -> None:
    an_account(email="ada@kpu.example")
    an_account(email="mati@kpu.example", active=False)
    an_account(email="tanpa@kpu.example", password=None)
    hashed: list[str] = []
    hash_, verify = passwords.hash_password, passwords.verify_password
    monkeypatch.setattr(passwords, "hash_password", lambda text: hashed.append(text) or hash_(text))
    monkeypatch.setattr(passwords, "verify_password", lambda *both: hashed.append("verify") or verify(*both))

    for email in ("ada", "mati", "tanpa", "tidak-ada"):
        hashed.clear()
        assert check_password(f"{email}@kpu.example", "bukan-itu") is None
        assert len(hashed) == 1, email
    assert check_password("ada@kpu.example", PASSWORD) is not None
