"""Every route of the desk × every role, compared with a table written by hand (``rights.txt``).

A new address needs its line there, and a new part of an address its row in PARTS. Real requests on real rows:
whoever the table lets in finds the page, everybody else gets 404.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.factories.account import an_account, an_office, signed_in
from tests.factories.registration import NOW, an_event
from webinar.adapters.uploads import keep_upload
from webinar.core.access import ALLOWED, Action, OfficeRole
from webinar.core.states import EventState
from webinar.db import Base, transaction
from webinar.extensions import limiter
from webinar.models import (
    Berita,
    ColleagueInvitation,
    EventSeries,
    EventTemplate,
    Membership,
    Office,
    Person,
    Position,
)
from webinar.services.office import settle_chains
from webinar.web import guards

TABLE = """
                     manager  operator  note_taker  reviewer  reader
read                 x        x         x           x         x
read_registrations   x        x
read_history         x        x                     x
edit_event           x        x
edit_registrations   x        x
write_berita         x        x         x           x
publish_berita       x                              x
edit_person          x        x
edit_office          x
edit_members         x
"""


def test_the_actions_of_each_role_are_those_of_the_table() -> None:
    head, *lines = TABLE.strip("\n").splitlines()
    columns = {role: head.index(role) for role in head.split()}

    written = {
        Action(line.split()[0]): {
            OfficeRole(role) for role, column in columns.items() if line[column : column + 1] == "x"
        }
        for line in lines
    }

    assert written == ALLOWED
    assert set(columns) == set(OfficeRole)


# the table of addresses


@dataclass(frozen=True)
class Line:
    action: Action
    is_for_those_below: bool
    is_shared: bool


def written_lines() -> dict[str, Line]:
    lines = Path(__file__).with_name("rights.txt").read_text().splitlines()
    words = [line.split() for line in lines if line and not line.startswith("#")]
    return {
        endpoint: Line(Action(action), "and-below" in more, "shared" in more)
        for endpoint, action, *more in words
    }


def desk_rules(app: Flask) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("desk.")]


def test_every_address_of_the_desk_has_its_line_and_its_guard(installed: Flask) -> None:
    asked = {
        rule.endpoint: getattr(installed.view_functions[rule.endpoint], "action", None)
        for rule in desk_rules(installed)
    }

    assert asked == {endpoint: line.action for endpoint, line in written_lines().items()}


# the world: TOP / ABOVE, which takes no rights from there / OWN / BELOW, and SISTER below ABOVE

MARK = "Rahasia-dapur"  # in the name of everything that is OWN's
_numbers = count(1)


@dataclass(frozen=True)
class Holder:
    place: str
    role: OfficeRole | None
    user_id: int
    client: FlaskClient


@dataclass(frozen=True)
class World:
    above: int
    own: int
    reporting: int
    holders: list[Holder]


def a_world(app: Flask) -> World:
    top = an_office("KPU RI", level="national")
    above = an_office("KPU Provinsi Banten", top, takes_rights=False)
    own = an_office("KPU Kabupaten Lebak", above)
    places = {
        "own": own,
        "above": above,
        "everywhere": None,
        "top": top,
        "sister": an_office("KPU Kota Cilegon", above),
        "below": an_office("PPK Bayah", own),
        "reporting": an_office("KPU Kota Serang"),
    }
    holders = [
        _holder(app, place, role, office_id) for place, office_id in places.items() for role in OfficeRole
    ]
    holders.append(_holder(app, "nowhere", None, None))
    return World(above, own, places["reporting"] or 0, holders)


def _holder(app: Flask, place: str, role: OfficeRole | None, office_id: int | None) -> Holder:
    limiter.reset()
    user_id = an_account(role, office_id)
    return Holder(place, role, user_id, signed_in(app, user_id))


def put_back(world: World) -> None:
    """The office to where it stood, whatever an answer did to it."""
    with transaction() as tx:
        office = tx.session.get_one(Office, world.own)
        office.parent_id, office.takes_rights = world.above, True
        settle_chains(tx)


@dataclass(frozen=True)
class Things:
    """The parts of addresses that lead to what is OWN's."""

    own: int
    slug: str
    berita_id: int
    person_id: int
    other_id: int
    position_id: int
    series_id: int
    template_id: int
    member_id: int  # with a role at OWN and everywhere
    invitation_id: int
    invitation_everywhere_id: int
    holder_id: int = 0  # who asks


def things_of(world: World) -> Things:
    number = next(_numbers)
    name = f"{MARK} {number}"
    series = _saved(EventSeries(office_id=world.own, name=name, rule="weekly", created_at=NOW))
    slug = f"rahasia-{number}"
    event_id = an_event(slug=slug, title=name, keeper_id=world.own, event_series_id=series)
    an_event(title=name, keeper_id=world.own, state=EventState.DRAFT, start_on=date(2026, 12, 4))
    _saved(_berita(event_id, world.reporting, f"lain-{number}"))
    person = Person(name=name, keeper_id=world.own, positions=[Position(name="Ketua")])
    person_id = _saved(person)
    template = EventTemplate(office_id=world.own, name=name, document={}, created_at=NOW, changed_at=NOW)
    return Things(
        own=world.own,
        slug=slug,
        berita_id=_saved(_berita(event_id, world.own, f"kita-{number}")),
        person_id=person_id,
        other_id=_saved(Person(name=name, keeper_id=world.own)),
        position_id=person.positions[0].id,
        series_id=series,
        template_id=_saved(template),
        member_id=_member(world.own),
        invitation_id=_saved(_invitation(world.own)),
        invitation_everywhere_id=_saved(_invitation(None)),
    )


def _member(office_id: int) -> int:
    user_id = an_account(OfficeRole.READER, office_id)
    _saved(Membership(user_id=user_id, office_id=None, role=OfficeRole.READER, created_at=NOW))
    return user_id


def _invitation(office_id: int | None) -> ColleagueInvitation:
    return ColleagueInvitation(
        email="rekan@kpu.example",
        office_id=office_id,
        role=OfficeRole.READER,
        token_digest=f"ringkasan-{next(_numbers)}",
        link_key="kunci",
        created_at=NOW,
        expires_at=NOW,
    )


def _berita(event_id: int, office_id: int, slug: str) -> Berita:
    return Berita(
        event_id=event_id,
        office_id=office_id,
        slug=slug,
        perspective="organiser",
        unit_name=f"{MARK} {slug}",
        created_at=NOW,
        changed_at=NOW,
    )


def _saved(row: Base) -> int:
    with transaction() as tx:
        tx.session.add(row)
        tx.session.flush()
        return int(row.id)  # type: ignore[attr-defined]


PARTS: dict[str, Callable[[Things], object]] = {
    "slug": lambda things: things.slug,
    "berita_id": lambda things: things.berita_id,
    "person_id": lambda things: things.person_id,
    "other_id": lambda things: things.other_id,
    "position_id": lambda things: things.position_id,
    "office_slug": lambda things: "kpu-kabupaten-lebak",
    "series_id": lambda things: things.series_id,
    "template_id": lambda things: things.template_id,
    "number": lambda things: things.template_id,
    "upload": lambda things: keep_upload(
        b"Nama;Kota\nKPU RI;Jakarta\n", filename="satker.csv", owner_id=things.holder_id, now=NOW
    ),
    "user_id": lambda things: things.member_id,
    "invitation_id": lambda things: things.invitation_id,
    "rows": lambda things: "orang",
    "section": lambda things: "dasar",
    "key": lambda things: "kelompok-1",
    "word": lambda things: "batalkan",
}


PARTS_OF_THE_INSTALLATION = PARTS | {"invitation_id": lambda things: things.invitation_everywhere_id}


def is_of_the_installation(rule: Rule) -> bool:
    """Addresses that mean an office, and without one everything."""
    return "office_slug" in (rule.defaults or {})


def address(rule: Rule, things: Things) -> str:
    parts = PARTS_OF_THE_INSTALLATION if is_of_the_installation(rule) else PARTS
    return re.sub(r"<(?:[^:<>]*:)?(\w+)>", lambda part: str(parts[part[1]](things)), rule.rule)


def is_let_in(line: Line, rule: Rule, place: str, role: OfficeRole | None) -> bool:
    if role not in ALLOWED[line.action]:
        return False
    if is_of_the_installation(rule):
        return place == "everywhere"
    if not rule.arguments or line.is_shared or place in ("own", "above", "everywhere"):
        return True
    if place == "below":
        return line.is_for_those_below
    return place == "reporting" and line.action == Action.READ and "slug" in rule.arguments


def was_refused(caplog: pytest.LogCaptureFixture) -> bool:
    """By a guard."""
    return any(record.name == guards.__name__ for record in caplog.records)


@pytest.fixture
def at_now() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def faults(answer: TestResponse, holder: Holder, line: Line, expected: bool, was_refused: bool) -> list[str]:
    """What is wrong with an answer. An empty form may lead nowhere for reasons of its own."""
    is_unknown = answer.status_code == 404
    is_empty_form = answer.request.method == "POST" and not was_refused
    told = MARK in answer.text and holder.place in ("top", "sister", "below")
    is_shared = line.is_shared or (line.is_for_those_below and holder.place == "below")
    return [
        *(["is let in"] if not expected and not is_unknown else []),
        *(["is kept out"] if expected and is_unknown and not is_empty_form else []),
        *(["breaks it"] if answer.status_code >= 500 else []),
        *(["is told what is not theirs"] if told and not is_shared else []),
    ]


@pytest.mark.usefixtures("at_now")
@pytest.mark.parametrize("installed", ["sqlite"], indirect=True)
def test_every_route_lets_in_whom_the_table_names_and_nobody_else(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    world, lines, wrong = a_world(app), written_lines(), []
    fixed = things_of(world)

    for rule, method, holder in requests(app, world):
        line = lines[rule.endpoint]
        expected = is_let_in(line, rule, holder.place, holder.role)
        changes = expected and method == "POST" and rule.arguments
        things = replace(things_of(world) if changes else fixed, holder_id=holder.user_id)
        caplog.clear()
        answer = holder.client.open(address(rule, things), method=method)
        if changes and "office_slug" in rule.arguments:
            put_back(world)
        for fault in faults(answer, holder, line, expected, was_refused(caplog)):
            wrong.append(f"{holder.role} at {holder.place} {fault}: {method} {rule.rule}")

    assert not wrong, "\n".join(wrong)


def requests(app: Flask, world: World) -> Iterator[tuple[Rule, str, Holder]]:
    for rule in desk_rules(app):
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            for holder in world.holders:
                yield rule, method, holder
