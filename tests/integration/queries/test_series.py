"""Lists of series, templates and members go on page by page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask

from tests.factories.account import actor, an_account, an_office, signed_in
from tests.factories.registration import NOW
from tests.factories.statements import counted_selects
from webinar.core.access import OfficeRole
from webinar.db import transaction
from webinar.models import EventSeries, EventTemplate, Membership, User
from webinar.queries.colleague import members_of
from webinar.queries.paging import PAGE, Page, Turn
from webinar.queries.series import series_list, templates_for

MANY = PAGE + 10


def add(rows: list[Any]) -> None:
    with transaction() as tx:
        tx.session.add_all(rows)


def read_through(page_of: Callable[[Turn], Page[Any]]) -> tuple[list[str], list[str]]:
    """Names on the first page and on the second; going back from there leads to the first again."""
    first = page_of(Turn())
    with counted_selects() as selects:
        second = page_of(Turn.of(first.next_key))
    back = page_of(Turn.of(None, second.previous_key))
    assert second.next_key is None and [row.name for row in back.rows] == [row.name for row in first.rows]
    assert len(selects) <= 2
    return [row.name for row in first.rows], [row.name for row in second.rows]


def test_series_go_on_after_the_first_page(app: Flask) -> None:
    office_id = an_office()
    reader = actor(an_account(OfficeRole.READER, office_id))
    names = [f"Rangkaian {number:03}" for number in range(MANY)]
    add([EventSeries(office_id=office_id, name=name, rule="weekly", created_at=NOW) for name in names])

    first, second = read_through(lambda turn: series_list(reader, turn))

    assert first + second == names[::-1]


def test_templates_go_on_after_the_first_page(app: Flask) -> None:
    centre = an_office("KPU RI", level="national")
    below = an_office("KPU Provinsi Bali", centre)
    operator = actor(an_account(OfficeRole.OPERATOR, below))
    names = [f"Templat {number:03}" for number in range(MANY)]
    times = {"created_at": NOW, "changed_at": NOW}
    add(
        [
            EventTemplate(office_id=(centre, below)[number % 2], name=name, document={}, settings={}, **times)
            for number, name in enumerate(names)
        ]
    )

    first, second = read_through(lambda turn: templates_for(operator, turn))

    assert first + second == names[::2] + names[1::2]  # of the office above first


def test_members_go_on_after_the_first_page(app: Flask) -> None:
    office_id = an_office()
    desk = signed_in(app, an_account(OfficeRole.MANAGER, office_id, name="Anggota 000"))
    names = [f"Anggota {number:03}" for number in range(MANY)]
    people = [
        User(email=f"{number}@kpu.example", name=name, fs_uniquifier=str(number), created_at=NOW)
        for number, name in enumerate(names[1:])
    ]
    add(people)
    with transaction() as tx:
        for user in tx.session.query(User).filter(User.name != names[0]):
            tx.session.add(Membership(user_id=user.id, office_id=office_id, role="reader", created_at=NOW))

    first, second = read_through(lambda turn: members_of(office_id, turn))
    page = desk.get("/meja/satuan-kerja/kpu-kabupaten-bantul/anggota").text

    assert first + second == names
    assert 'rel="next"' in page and names[-1] not in page


def test_a_page_beyond_the_end_leads_to_the_first(app: Flask) -> None:
    desk = signed_in(app, an_account(OfficeRole.OPERATOR, an_office()))

    pages = [desk.get(f"/meja/{path}?setelah=999") for path in ("rangkaian", "templat")]

    assert [page.status_code for page in pages] == [200, 200]
    assert all("Tampilkan yang pertama" in page.text for page in pages)
