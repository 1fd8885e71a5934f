"""People of the directory."""

from __future__ import annotations

from itertools import count
from typing import Any

from tests.factories.registration import NOW
from webinar.core.person import PersonData, PositionData
from webinar.db import transaction
from webinar.models import Person, Position
from webinar.services.person_change import add_person

_numbers = count(1)


def a_person(*positions: PositionData, **values: Any) -> int:
    """The id of somebody recorded, kept by no office unless told otherwise."""
    defaults: dict[str, Any] = {"name": f"Retno Kusumawati {next(_numbers)}"}
    return add_person(PersonData(**defaults | values), positions, actor=None, now=NOW)


def many_people(many: int, **values: Any) -> None:
    """So many people, each in a position of an office."""
    with transaction() as tx:
        tx.session.add_all(
            Person(
                name=f"Orang {number:05}",
                positions=[Position(name="Anggota", institution=f"KPU Kabupaten {number % 500:03}")],
                **values,
            )
            for number in range(many)
        )
