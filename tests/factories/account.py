"""Accounts with roles at offices, and clients that have signed in with them."""

from __future__ import annotations

from itertools import count
from typing import Any
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient
from flask_security.utils import hash_password

from tests.factories.registration import NOW
from webinar.core.access import Actor, OfficeRole
from webinar.db import db, transaction
from webinar.models import Institution, Membership, Office, User
from webinar.queries.access import actor_of
from webinar.services.office import settle_chains

PASSWORD = "rahasia-sekali"
_numbers = count(1)
_hashed: list[str] = []


def an_office(name: str = "KPU Kabupaten Bantul", parent_id: int | None = None, **values: Any) -> int:
    """The id of an office of the KPU below another one."""
    with transaction() as tx:
        institution = tx.session.query(Institution).filter_by(name="Komisi Pemilihan Umum").one_or_none()
        if institution is None:
            institution = Institution(name="Komisi Pemilihan Umum", kind="election")
        slug = name.lower().replace(" ", "-")
        office = Office(**{"slug": slug, "name": name, "parent_id": parent_id, "level": "regency"} | values)
        office.institution = institution
        tx.session.add(office)
        settle_chains(tx)
        return office.id


def an_account(
    role: OfficeRole | str | None = OfficeRole.MANAGER, office_id: int | None = None, **values: Any
) -> int:
    """The id of an account; with a role at an office, or everywhere where no office is named."""
    if not _hashed:
        _hashed.append(hash_password(PASSWORD))
    number = next(_numbers)
    defaults: dict[str, Any] = {
        "email": f"akun{number}@kpu.example",
        "name": f"Akun {number}",
        "password": _hashed[0],
        "fs_uniquifier": uuid4().hex,
        "created_at": NOW,
    }
    with transaction() as tx:
        user = User(**defaults | values)
        tx.session.add(user)
        tx.session.flush()
        if role is not None:
            tx.session.add(
                Membership(user_id=user.id, office_id=office_id, role=OfficeRole(role), created_at=NOW)
            )
        return user.id


def actor(user_id: int) -> Actor:
    found = actor_of(db.session.get_one(User, user_id))
    db.session.rollback()
    return found


def signed_in(app: Flask, user_id: int) -> FlaskClient:
    """A client of this account, signed in through the door everybody uses."""
    email = db.session.get_one(User, user_id).email
    db.session.rollback()
    client = app.test_client()
    answer = client.post("/masuk", data={"email": email, "password": PASSWORD})
    assert answer.status_code == 303, answer.text
    return client
