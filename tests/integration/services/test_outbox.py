from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from tests.factories.registration import NOW, an_event, registrant
from webinar.adapters.mail.transport import Disconnected, Refused, Unavailable
from webinar.core.states import MailState
from webinar.db import db
from webinar.models import OutboxMail
from webinar.services import outbox
from webinar.services.registration import cancel_registration, register_participant


@pytest.fixture
def folder(app: Flask) -> Iterator[Path]:
    path = app.config["SETTINGS"].instance / "mail"
    yield path
    for file in path.glob("*.eml"):
        file.unlink()


class Deaf:
    """A mail server that answers as told."""

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.tries = 0

    def send(self, message: EmailMessage) -> None:
        self.tries += 1
        raise self.error


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Deaf:
    deaf = Deaf(request.param)

    @contextmanager
    def opened() -> Iterator[Deaf]:
        yield deaf

    monkeypatch.setattr(outbox, "open_transport", opened)
    return deaf


def the_mail() -> OutboxMail:
    db.session.expire_all()
    return db.session.scalars(select(OutboxMail)).one()


def test_a_mail_leaves_once_and_says_what_matters(folder: Path) -> None:
    token = register_participant(an_event(), registrant(email="sri@example.com"), now=NOW).token

    sent = outbox.deliver_due(now=NOW)
    again = outbox.deliver_due(now=NOW + timedelta(hours=1))

    assert (sent, again) == (1, 0)
    (file,) = folder.glob("*.eml")
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    text = message.get_content()
    assert message["Subject"] == "Pendaftaran diterima: Webinar Layanan Informasi"
    assert message["To"] == "sri@example.com"
    assert message["Message-ID"] == the_mail().message_id
    assert "Kamis, 3 Desember 2026" in text
    assert "13.00 WIB / 14.00 WITA / 15.00 WIT" in text
    assert f"http://localhost/pendaftaran/{token}" in text


def test_a_waiting_mail_tells_the_position_and_a_cancellation_is_confirmed(folder: Path) -> None:
    event_id = an_event(quota=0)
    register_participant(event_id, registrant(), now=NOW)
    token = register_participant(event_id, registrant(email="dua@example.com"), now=NOW).token
    outbox.deliver_due(now=NOW)
    cancel_registration(token, now=NOW)
    outbox.deliver_due(now=NOW)

    messages = [message_from_bytes(f.read_bytes(), policy=policy.default) for f in folder.glob("*.eml")]
    to_second = {m["Subject"]: m.get_content() for m in messages if m["To"] == "dua@example.com"}

    assert set(to_second) == {
        "Anda masuk daftar tunggu: Webinar Layanan Informasi",
        "Pendaftaran dibatalkan: Webinar Layanan Informasi",
    }
    assert "urutan ke-2" in to_second["Anda masuk daftar tunggu: Webinar Layanan Informasi"]


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("server", [Unavailable("451 try later")], indirect=True)
def test_a_deferred_mail_waits_ever_longer_and_fails_in_the_end(server: Deaf) -> None:
    register_participant(an_event(), registrant(), now=NOW)

    outbox.deliver_due(now=NOW)
    first = the_mail()

    assert (first.state, first.attempts, first.due_at) == (MailState.QUEUED, 1, NOW + timedelta(minutes=1))
    assert first.error == "451 try later"
    at = NOW
    for _ in range(outbox.MOST_ATTEMPTS):
        at += outbox.LONGEST_DELAY
        outbox.deliver_due(now=at)
    assert (the_mail().state, server.tries) == (MailState.FAILED, outbox.MOST_ATTEMPTS)


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("server", [Refused("550 no such user")], indirect=True)
def test_a_refused_mail_is_not_tried_again(server: Deaf) -> None:
    register_participant(an_event(), registrant(), now=NOW)

    outbox.deliver_due(now=NOW)
    outbox.deliver_due(now=NOW + timedelta(days=1))

    assert (the_mail().state, the_mail().error, server.tries) == (MailState.FAILED, "550 no such user", 1)


@pytest.mark.usefixtures("app")
def test_a_claim_of_a_dead_worker_runs_out() -> None:
    register_participant(an_event(), registrant(), now=NOW)

    claimed = outbox._claim(NOW)

    assert claimed is not None
    assert outbox._claim(NOW + timedelta(minutes=9)) is None
    assert outbox._claim(NOW + timedelta(minutes=10)) is not None


@pytest.mark.usefixtures("app")
def test_a_mail_with_a_defect_does_not_hold_up_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event_id = an_event(quota=5)
    register_participant(event_id, registrant(email="satu@example.com"), now=NOW)
    register_participant(event_id, registrant(email="dua@example.com"), now=NOW)
    genuine = outbox.compose

    def broken_for_the_first(kind: str, facts: dict[str, object], **rest: object) -> EmailMessage:
        if rest["to"] == "satu@example.com":
            raise KeyError("subject")
        return genuine(kind, facts, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(outbox, "compose", broken_for_the_first)

    assert outbox.deliver_due(now=NOW) == 1
    states = dict(tuple(row) for row in db.session.execute(select(OutboxMail.to, OutboxMail.state)))
    assert states == {"satu@example.com": MailState.QUEUED, "dua@example.com": MailState.SENT}


class Hasty:
    """A server that closes the connection after two mails."""

    def __init__(self, taken: list[str]) -> None:
        self.taken, self.left = taken, 2

    def send(self, message: EmailMessage) -> None:
        if self.left == 0:
            raise Disconnected("421 too many messages in this session")
        self.left -= 1
        self.taken.append(message["To"])


@pytest.mark.usefixtures("app")
def test_a_server_that_closes_after_two_mails_is_called_again(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []

    @contextmanager
    def opened() -> Iterator[Hasty]:
        yield Hasty(taken)

    monkeypatch.setattr(outbox, "open_transport", opened)
    event_id = an_event(quota=9)
    addresses = [f"peserta-{n}@example.org" for n in range(7)]
    for address in addresses:
        register_participant(event_id, registrant(email=address), now=NOW)

    assert outbox.deliver_due(now=NOW) == 7
    assert sorted(taken) == addresses
    assert set(db.session.scalars(select(OutboxMail.attempts))) == {1}


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("server", [Disconnected("connection reset")], indirect=True)
def test_a_server_that_only_hangs_up_is_left_alone_until_later(server: Deaf) -> None:
    event_id = an_event(quota=9)
    for _ in range(3):
        register_participant(event_id, registrant(), now=NOW)

    assert outbox.deliver_due(now=NOW) == 0
    assert server.tries == 1


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("server", [Refused("550 no such user")], indirect=True)
def test_mails_given_up_can_be_tried_again(server: Deaf) -> None:
    register_participant(an_event(), registrant(), now=NOW)
    outbox.deliver_due(now=NOW)

    assert outbox.retry_failed(now=NOW) == 1
    assert (the_mail().state, the_mail().attempts) == (MailState.QUEUED, 0)
