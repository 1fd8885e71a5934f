"""Several workers send the same outbox: every mail leaves, and leaves once."""

from __future__ import annotations

from email import message_from_bytes

from sqlalchemy import select

from tests.stress.conftest import PROCESSES
from tests.stress.swarm import Deliver, Register
from webinar.db import db
from webinar.models import OutboxMail


def test_parallel_workers_send_every_mail_once(place, stressed_app, swarm, make_event):
    event = make_event(quota=None)
    people = [Register(event.id, f"m{n}@contoh.id", f"{event.id}-mail-{n}") for n in range(PROCESSES * 4)]
    swarm.perform([people[n::PROCESSES] for n in range(PROCESSES)])

    answers = swarm.perform([[Deliver()]] * PROCESSES)

    sent = [message_from_bytes(file.read_bytes())["Message-ID"] for file in place.instance.glob("mail/*.eml")]
    waiting = db.session.scalars(select(OutboxMail.message_id).where(OutboxMail.state != "sent")).all()
    assert sum(int(answer.outcome) for answer in answers) == len(people)
    assert len(sent) == len(set(sent)) == len(people)
    assert waiting == []
