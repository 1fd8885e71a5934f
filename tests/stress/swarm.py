"""Several processes, each with an application of its own, that do what they are told at the same moment."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from multiprocessing.synchronize import Barrier
from pathlib import Path

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
START_SECONDS = 180


@dataclass(frozen=True)
class Place:
    """Where the installation under stress lives."""

    instance: Path
    database_url: str | None


@dataclass(frozen=True)
class Register:
    """One submission of the form."""

    event_id: int
    email: str
    submission_key: str
    group_id: int | None = None


@dataclass(frozen=True)
class Cancel:
    """A personal link used to cancel."""

    token: str


@dataclass(frozen=True)
class CancelEvent:
    """The organiser calls the event off."""

    event_id: int


@dataclass(frozen=True)
class Deliver:
    """A worker sending all mails that are due."""


Action = Register | Cancel | CancelEvent | Deliver


@dataclass(frozen=True)
class Answer:
    """``outcome``: the state given, ``cancelled``, the number of mails sent, or the name of the refusal.

    Of a cancelled event ``told`` and the number of people written to.
    """

    action: Action
    outcome: str
    token: str | None = None


class Swarm:
    """Start with ``with``; ``perform`` waits for all answers, ``begin`` and ``answers_until`` do not."""

    def __init__(self, place: Place, size: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._barrier = context.Barrier(size)  # kept: it vanishes with its last name
        self._lines: list[Connection] = []
        self.processes: list[SpawnProcess] = []
        for _ in range(size):
            here, there = context.Pipe()
            process = context.Process(target=_live, args=(place, there, self._barrier), daemon=True)
            process.start()
            there.close()
            self._lines.append(here)
            self.processes.append(process)

    def __enter__(self) -> Swarm:
        for line in self._lines:
            assert line.poll(START_SECONDS), "a process of the swarm did not start"
            assert line.recv() == "ready"
        return self

    def __exit__(self, *_: object) -> None:
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.join(10)

    def perform(self, shares: Sequence[Sequence[Action]]) -> list[Answer]:
        """Each process does its share; all start together."""
        self.begin(shares)
        return [line.recv() for line, share in zip(self._lines, shares, strict=True) for _ in share]

    def begin(self, shares: Sequence[Sequence[Action]]) -> None:
        for line, share in zip(self._lines, shares, strict=True):
            line.send(list(share))

    def answers_until(self, count: int) -> list[Answer]:
        """The first ``count`` answers of whoever is fastest."""
        answers: list[Answer] = []
        while len(answers) < count:
            for line in self._lines:
                if line.poll(0.001):
                    answers.append(line.recv())
        return answers

    def kill(self) -> list[Answer]:
        """``kill -9`` for all at once; returns what they had still answered before."""
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.join(10)
        answers: list[Answer] = []
        for line in self._lines:
            try:
                while line.poll():
                    answers.append(line.recv())
            except (EOFError, OSError):
                continue  # killed in the middle of saying so
        return answers


def _live(place: Place, line: Connection, barrier: Barrier) -> None:
    from tests.conftest import settings_for
    from webinar import create_app

    app = create_app(settings_for(place.instance, place.database_url))
    with app.app_context():
        line.send("ready")
        while True:
            actions = line.recv()
            barrier.wait(START_SECONDS)
            for action in actions:
                line.send(_perform(action))


def _perform(action: Action) -> Answer:
    from webinar.core.errors import Refusal
    from webinar.db import db
    from webinar.services.outbox import deliver_due
    from webinar.services.registration import cancel_registration, register_participant
    from webinar.services.state import cancel_event

    try:
        if isinstance(action, Deliver):
            return Answer(action, str(deliver_due(now=NOW)))
        if isinstance(action, Cancel):
            cancel_registration(action.token, now=NOW)
            return Answer(action, "cancelled")
        if isinstance(action, CancelEvent):
            told = cancel_event(action.event_id, "Uji", actor=None, now=NOW)
            return Answer(action, f"told {told}")
        given = register_participant(action.event_id, _data(action), now=NOW)
        return Answer(action, given.state.value, given.token)
    except Refusal as refusal:
        return Answer(action, type(refusal).__name__)
    except Exception as error:
        return Answer(action, f"{type(error).__name__}: {error}")
    finally:
        db.session.remove()


def _data(action: Register):  # type: ignore[no-untyped-def]
    from webinar.core.registration import RegistrationData

    return RegistrationData(
        full_name="Siti Aminah",
        email=action.email,
        institution="KPU Kabupaten Bantul",
        submission_key=action.submission_key,
        group_id=action.group_id,
    )
