"""Lists for the public: what is in them, and that they do not read the whole table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import Engine, event

from tests.factories.account import an_office
from tests.factories.registration import NOW, an_event
from webinar.core.zones import WIB, WIT
from webinar.db import db
from webinar.queries.public_calendar import (
    Days,
    Wanted,
    coming_events,
    event_list,
    events_touching,
    kinds_and_topics,
)

DECEMBER = Days(date(2026, 12, 1), date(2027, 1, 1))


def plans(ask: Callable[[], object]) -> list[str]:
    """How SQLite would go about every statement that was sent."""
    sent: list[tuple[str, object]] = []

    def note(_c: object, _cursor: object, statement: str, parameters: object, *_rest: object) -> None:
        sent.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        ask()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    connection = db.session.connection()
    return [
        "; ".join(row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters))
        for statement, parameters in sent
        if statement.startswith(("SELECT", "WITH"))
    ]


@pytest.mark.parametrize(
    "ask",
    [
        lambda: coming_events(now=NOW, limit=9),
        lambda: event_list(now=NOW),
        lambda: event_list(now=NOW, past=True, after=(date(2026, 10, 1), 7)),
        lambda: event_list(now=NOW, days=DECEMBER, wanted=Wanted(words=("a",), level="province")),
        lambda: event_list(now=NOW, wanted=Wanted(topics=("Hukum",), event_types=("webinar",))),
        lambda: event_list(now=NOW, wanted=Wanted(office_id=1, with_below=True)),
        lambda: events_touching(DECEMBER, limit=1_000),
        lambda: events_touching(replace(DECEMBER, zone=WIT), limit=1_000),
    ],
)
def test_no_list_reads_the_whole_table(app: Flask, ask: Callable[[], object]) -> None:
    if db.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL reads small tables as a whole, and is right to")

    found = plans(ask)

    assert len(found) == 1
    assert "SEARCH event USING INDEX" in found[0]
    assert "SCAN event" not in found[0]
    assert "SCAN other" not in found[0]


def test_kinds_and_topics_are_read_from_the_index_alone(app: Flask) -> None:
    if db.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL reads small tables as a whole, and is right to")

    assert plans(kinds_and_topics) == ["SCAN event USING COVERING INDEX ix_event_topic_type"]


def test_a_long_event_is_coming_until_its_last_day_is_over(app: Flask) -> None:
    long = an_event(start_on=date(2026, 1, 5), end_on=date(2026, 11, 25), starts_at=None, ends_at=None)
    an_event(start_on=date(2026, 1, 5), end_on=date(2026, 11, 24), starts_at=None, ends_at=None)
    an_event(start_on=date(2026, 11, 20), starts_at=None, ends_at=None)
    later = an_event(start_on=date(2026, 12, 20), starts_at=None, ends_at=None)

    found = [line.id for line in event_list(now=NOW).lines]

    assert found == [long, later]
    assert [line.id for line in coming_events(now=NOW, limit=9)] == found


def test_what_ends_past_midnight_is_coming_until_it_ends(app: Flask) -> None:
    starts = datetime(2026, 11, 24, 15, tzinfo=UTC)
    event_id = an_event(start_on=date(2026, 11, 24), starts_at=starts, ends_at=NOW + timedelta(minutes=1))

    assert [line.id for line in event_list(now=NOW).lines] == [event_id]
    assert event_list(now=NOW + timedelta(minutes=1)).lines == ()
    assert [line.id for line in event_list(now=NOW + timedelta(minutes=1), past=True).lines] == [event_id]


@pytest.mark.parametrize("zone", [None, WIB, WIT])
def test_every_day_holds_what_touches_it_and_only_that(app: Flask, zone: object) -> None:
    """Held against the page's own reckoning, event by event and day by day."""
    from webinar.web.public.when import when

    for hour in range(0, 48, 5):
        starts = datetime(2026, 12, 2, 1, 30, tzinfo=UTC) + timedelta(hours=hour)
        for length in (2, 30, 55):
            first = (starts + timedelta(hours=9)).date()
            last = (starts + timedelta(hours=length + 9)).date()
            an_event(
                zone_name="Asia/Jayapura",
                start_on=first,
                end_on=last if length > 24 else None,
                starts_at=starts,
                ends_at=starts + timedelta(hours=length),
            )
    everything = events_touching(DECEMBER, limit=1_000)

    for number in range(9):
        day = date(2026, 12, 1) + timedelta(days=number)
        found = {line.id for line in events_touching(Days(day, day + timedelta(days=1), zone), limit=99)}  # type: ignore[arg-type]

        expected = set()
        for line in everything:
            times = when(line, zone)  # type: ignore[arg-type]
            if times.first_day <= day <= (times.last_day or times.first_day):
                expected.add(line.id)
        assert found == expected, day
    assert len(everything) == 30


def test_offices_below_are_found_through_every_level(app: Flask) -> None:
    centre = an_office("KPU RI")
    province = an_office("KPU Provinsi Maluku", centre, takes_rights=False)
    regency = an_office("KPU Kota Ambon", province)
    sister = an_office("KPU Provinsi Bali", centre)
    ids = {office: an_event(organiser_id=office) for office in (centre, province, regency, sister)}

    def below(office: int) -> set[int]:
        wanted = Wanted(office_id=office, with_below=True)
        return {line.id for line in event_list(now=NOW, wanted=wanted).lines}

    assert below(centre) == set(ids.values())
    assert below(province) == {ids[province], ids[regency]}
    assert below(regency) == {ids[regency]}
