"""An installation on each database, a swarm of processes on it, and events to compete for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count

import pytest
from flask import Flask

from tests.conftest import postgres_database, settings_for
from tests.stress.swarm import NOW, Place, Swarm
from webinar import create_app
from webinar.db import db
from webinar.models import Event, ParticipantGroup

PROCESSES = 8


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    url = request.getfixturevalue("own_postgres_url") if request.param == "postgresql" else None
    return Place(tmp_path_factory.mktemp("stress"), url)


@pytest.fixture(scope="module")
def own_postgres_url() -> Iterator[str]:
    """Not the suite's: processes are killed here and leave rows behind. Dropped afterwards."""
    with postgres_database("webinar_stress") as url:
        yield url


@pytest.fixture(scope="module")
def stressed_app(place: Place) -> Iterator[Flask]:
    app = create_app(settings_for(place.instance, place.database_url))
    with app.app_context():
        db.create_all()
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="module")
def swarm(place: Place, stressed_app: Flask) -> Iterator[Swarm]:
    with Swarm(place, PROCESSES) as swarm:
        yield swarm


@pytest.fixture(scope="module")
def make_event(stressed_app: Flask) -> Callable[..., Event]:
    """A published event, tomorrow, open for registration; ``group_quotas`` are the seats of its groups."""
    numbers = count(1)

    def make(
        *, quota: int | None, keeps_waiting_list: bool = True, group_quotas: tuple[int, ...] = ()
    ) -> Event:
        name = f"uji-beban-{next(numbers)}"
        event = Event(
            uid=f"{name}@localhost",
            slug=name,
            created_at=NOW,
            changed_at=NOW,
            title=name,
            organiser_name="KPU",
            start_on=(NOW + timedelta(days=1)).date(),
            starts_at=NOW + timedelta(days=1),
            zone_name="Asia/Jakarta",
            registration_open=True,
            quota=quota,
            keeps_waiting_list=keeps_waiting_list,
            groups=[
                ParticipantGroup(number=n, kind="open", label=f"Kelompok {n}", quota=seats)
                for n, seats in enumerate(group_quotas, 1)
            ],
        )
        db.session.add(event)
        db.session.commit()
        return event

    return make
