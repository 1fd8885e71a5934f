from __future__ import annotations

import pytest
from sqlalchemy import select

from tests.factories.registration import NOW
from webinar.core.errors import NotFound
from webinar.db import db
from webinar.models import User
from webinar.services.account import create_first_organiser

pytestmark = pytest.mark.usefixtures("app")


def test_the_first_organiser_is_created_once_with_a_hashed_password() -> None:
    create_first_organiser(name="Sri", email="Sri@KPU.example", password="rahasia-sekali", now=NOW)

    with pytest.raises(NotFound):
        create_first_organiser(name="Lain", email="lain@kpu.example", password="rahasia-sekali", now=NOW)

    user = db.session.scalars(select(User)).one()
    assert user.email == "sri@kpu.example"
    assert "argon2" in (user.password or "")
    assert "rahasia" not in (user.password or "")
