from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories.account import PASSWORD, an_account, an_office, signed_in
from tests.factories.outbox import delivered, link_in
from webinar.core.access import OfficeRole
from webinar.db import db
from webinar.models import Membership, User
from webinar.services.colleague import invite_colleague, withdraw_invitation

NEW = "kopi tubruk di teras"


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def office_id(app: Flask) -> int:
    return an_office()


def a_link(app: Flask, office_id: int | None, email: str = "budi@kpu.example") -> str:
    invite_colleague(email, office_id, OfficeRole.OPERATOR, actor=None, now=now())
    (mail,) = delivered(app, now())
    return link_in(mail, "/undangan-rekan/")


def members(office_id: int) -> list[str]:
    db.session.rollback()
    found = select(User.email).join(Membership, Membership.user_id == User.id)
    return list(db.session.scalars(found.where(Membership.office_id == office_id).order_by(User.email)))


def test_somebody_new_joins_and_is_at_the_desk_at_once(
    app: Flask, client: FlaskClient, office_id: int
) -> None:
    link = a_link(app, office_id)

    page = client.get(link)
    answer = client.post(link, data={"name": "Budi  Santoso ", "password": NEW, "repeated": NEW})

    assert "KPU Kabupaten Bantul" in page.text and "Operator" in page.text and "budi@kpu.example" in page.text
    assert 'autocomplete="new-password"' in page.text
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Location"] == "/meja"
    assert "Budi Santoso" in client.get("/akun").text
    assert members(office_id) == ["budi@kpu.example"]


def test_what_is_wrong_is_said_at_the_field_and_the_rest_kept(app: Flask, client: FlaskClient) -> None:
    link = a_link(app, None)

    answer = client.post(
        link, data={"name": "Budi Santoso", "password": "budisantoso", "repeated": "budisantoso"}
    )

    assert answer.status_code == 422
    assert "mirip dengan nama" in answer.text
    assert 'value="Budi Santoso"' in answer.text
    assert "budisantoso" not in answer.text


def test_a_known_address_signs_in_and_takes_the_role_with_one_press(
    app: Flask, client: FlaskClient, office_id: int
) -> None:
    an_account(None, email="budi@kpu.example")
    link = a_link(app, office_id)

    page = client.get(link).text
    ignored = client.post(link, data={"name": "Lain", "password": NEW, "repeated": NEW})
    client.post(f"/masuk?next={link}", data={"email": "budi@kpu.example", "password": PASSWORD})
    asked = client.get(link).text
    client.post(link)

    assert f'href="/masuk?next={link}"' in page
    assert ignored.status_code == 200
    assert "Terima undangan" in asked
    assert members(office_id) == ["budi@kpu.example"]


def test_somebody_signed_in_with_another_address_may_take_it_too(app: Flask, office_id: int) -> None:
    user_id = an_account(None, email="lain@kpu.example", name="Lain")
    link = a_link(app, office_id)
    client = signed_in(app, user_id)

    page = client.get(link).text
    client.post(link)

    assert "Anda masuk sebagai Lain (lain@kpu.example)." in page
    assert members(office_id) == ["lain@kpu.example"]


@pytest.mark.parametrize("what", ["used", "withdrawn", "old", "invented"])
def test_a_link_that_is_over_says_what_to_do(app: Flask, client: FlaskClient, what: str) -> None:
    at = now() - timedelta(days=7) if what == "old" else now()
    invitation_id = invite_colleague("budi@kpu.example", None, OfficeRole.READER, actor=None, now=at)
    (mail,) = delivered(app, at)
    link = link_in(mail, "/undangan-rekan/")
    if what == "used":
        app.test_client().post(link, data={"name": "Budi", "password": NEW, "repeated": NEW})
    if what == "withdrawn":
        withdraw_invitation(invitation_id, actor=None, now=now())
    if what == "invented":
        link = "/undangan-rekan/" + "a" * 32

    answers = [client.get(link), client.post(link, data={"name": "X", "password": NEW, "repeated": NEW})]

    assert [answer.status_code for answer in answers] == [410, 410]
    assert "Mintalah undangan baru" in answers[0].text


def test_links_are_not_guessed_at(client: FlaskClient) -> None:
    codes = [client.get(f"/undangan-rekan/{number:032d}").status_code for number in range(31)]

    assert codes == [410] * 30 + [429]
