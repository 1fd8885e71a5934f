from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from tests.factories.account import actor, an_account, an_office
from tests.factories.outbox import delivered
from tests.factories.registration import NOW
from webinar.core.access import OfficeRole
from webinar.db import db, transaction
from webinar.models import ColleagueInvitation, OutboxMail, User
from webinar.services.account_mail import named_in_mail
from webinar.services.colleague import invite_colleague, renew_invitation, withdraw_invitation
from webinar.services.outbox import post_account_mail

KINDS = sorted(path.stem for path in (Path(__file__).parents[3] / "templates/mail").glob("account_*.txt"))


def post(kind: str, to: str = "sri@kpu.example", **facts: Any) -> None:
    with transaction() as tx:
        post_account_mail(tx, kind, to=to, facts=facts, now=NOW)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "account_invited"])
def test_every_mail_names_its_reader_the_site_and_how_to_answer(app: Flask, kind: str) -> None:
    user_id = an_account(email="sri@kpu.example", name="Sri Wahyuni")
    to = "baru@kpu.example" if kind == "account_address_confirm" else "sri@kpu.example"
    facts = {
        **named_in_mail(db.session.get_one(User, user_id)),
        "at": NOW.isoformat(),
        "left": 3,
        "passkey": "Ponsel",
        "email": "b@kpu.example",
    }

    post(kind, to, **facts)
    (mail,) = delivered(app, NOW)

    text = mail.get_content()
    assert mail["To"] == to
    assert len(str(mail["Subject"])) > 10
    assert "Yth. Sri Wahyuni,\n" in text
    assert "Komisi Pemilihan Umum" in text
    assert "dengan membalas surel ini." in text
    assert "None" not in text and "\n\n\n" not in text
    asks = kind in ("account_reset", "account_address_confirm")
    assert asks or "Rabu, 25 November 2026, pukul 09.00 WIB" in text


@pytest.mark.parametrize("office", [True, False])
@pytest.mark.parametrize("inviter", [True, False])
def test_an_invitation_reads_well_with_and_without_office_and_inviter(
    app: Flask, office: bool, inviter: bool
) -> None:
    office_id = an_office() if office else None
    by = actor(an_account(name="Ani")) if inviter else None
    invite_colleague("budi@kpu.example", office_id, OfficeRole.REVIEWER, actor=by, now=NOW)

    (mail,) = delivered(app, NOW)

    text = mail.get_content()
    whom = "Ani mengundang Anda bergabung" if inviter else "Anda diundang bergabung"
    where = " dengan KPU Kabupaten Bantul" if office else ""
    assert mail["Subject"] == f"Undangan bergabung{where}"
    assert text.startswith(f"{whom}{where} di Komisi Pemilihan Umum sebagai peninjau.\n\nBuka tautan")
    assert "berlaku sampai Rabu, 2 Desember 2026, pukul 09.00 WIB" in text


def test_a_mail_to_an_account_that_is_gone_or_closed_is_dropped(app: Flask) -> None:
    closed = db.session.get_one(User, an_account(active=False))
    post("account_password_changed", **named_in_mail(closed), at=NOW.isoformat())
    post("account_password_changed", user_id=99_999, mark="", at=NOW.isoformat())

    assert delivered(app, NOW) == []
    assert list(db.session.scalars(select(OutboxMail))) == []


def test_a_dropped_mail_does_not_hold_up_the_next(app: Flask) -> None:
    an_account(email="ada@kpu.example")
    post("account_reset", "tidak-ada@kpu.example")
    post("account_reset", "ada@kpu.example")

    assert [mail["To"] for mail in delivered(app, NOW)] == ["ada@kpu.example"]


def test_a_mail_about_an_account_is_dropped_where_its_id_means_another_one(app: Flask) -> None:
    """SQLite gives the id of a deleted row to the next one."""
    gone = db.session.get_one(User, an_account(email="lama@kpu.example", created_at=NOW - timedelta(days=1)))
    post("account_password_changed", "lama@kpu.example", **named_in_mail(gone), at=NOW.isoformat())
    with transaction() as tx:
        tx.session.delete(tx.session.get_one(User, gone.id))
    an_account(id=gone.id, email="baru@kpu.example")

    assert delivered(app, NOW) == []


def test_an_invitation_that_was_withdrawn_carries_nobody_elses_link(app: Flask) -> None:
    by = actor(an_account(office_id=an_office()))
    office_id = next(iter(by.grants)).office_id
    wrong = invite_colleague("salah@kpu.example", office_id, OfficeRole.MANAGER, actor=by, now=NOW)
    withdraw_invitation(wrong, actor=by, now=NOW)
    right = invite_colleague("benar@kpu.example", office_id, OfficeRole.MANAGER, actor=by, now=NOW)
    with transaction() as tx:  # as SQLite did it
        tx.session.get_one(ColleagueInvitation, right).id = wrong
        for mail in tx.session.scalars(select(OutboxMail).where(OutboxMail.to == "benar@kpu.example")):
            mail.facts = {**(mail.facts or {}), "invitation_id": wrong}

    assert [mail["To"] for mail in delivered(app, NOW)] == ["benar@kpu.example"]


def test_an_invitation_that_was_renewed_is_mailed_once(app: Flask) -> None:
    by = actor(an_account())
    first = invite_colleague("budi@kpu.example", None, OfficeRole.READER, actor=by, now=NOW)
    renew_invitation(first, actor=by, now=NOW)

    assert len(delivered(app, NOW)) == 1
