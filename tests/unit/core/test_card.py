from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from webinar.core.card import CardFacts, card_of, card_text


def facts(**values: Any) -> CardFacts:
    known: dict[str, Any] = {
        "title": "Webinar Layanan Informasi",
        "state": "published",
        "organiser_name": "KPU RI",
        "organiser_long_name": None,
        "start_on": date(2026, 12, 3),
        "end_on": None,
        "starts_at": datetime(2026, 12, 3, 6, tzinfo=UTC),
        "zone_name": "Asia/Jakarta",
    }
    return CardFacts(**known | values)


def clocks(**values: Any) -> list[tuple[str, str, str | None]]:
    return [(c.text, c.zone, c.day) for c in card_of(facts(**values), site="KPU").clocks]


def test_the_organisers_clock_leads() -> None:
    assert clocks() == [("13.00", "WIB", None), ("14.00", "WITA", None), ("15.00", "WIT", None)]
    assert [zone for _text, zone, _day in clocks(zone_name="Asia/Jayapura")] == ["WIT", "WIB", "WITA"]


def test_every_clock_has_its_day_where_midnight_lies_between() -> None:
    found = clocks(starts_at=datetime(2026, 12, 3, 15, 30, tzinfo=UTC))

    assert [day for _text, _zone, day in found] == [
        "Kamis, 3 Desember 2026",
        "Kamis, 3 Desember 2026",
        "Jumat, 4 Desember 2026",
    ]


def test_several_days_are_a_range() -> None:
    assert card_of(facts(end_on=date(2026, 12, 5)), site="").date == "Kamis–Sabtu, 3–5 Desember 2026"


def test_an_unknown_hour_is_announced() -> None:
    card = card_of(facts(starts_at=None), site="")

    assert (card.clocks, card.note) == ((), "Waktu akan diumumkan")


@pytest.mark.parametrize(
    ("state", "word", "is_struck"),
    [("published", None, False), ("archived", None, False), ("cancelled", "DIBATALKAN", True)],
)
def test_the_state_is_a_word(state: str, word: str | None, is_struck: bool) -> None:
    card = card_of(facts(state=state), site="")

    assert (card.state, card.is_struck) == (word, is_struck)
    assert card.date == "Kamis, 3 Desember 2026"


def test_a_postponed_event_has_no_clock_that_holds() -> None:
    card = card_of(facts(state="postponed"), site="")

    assert (card.state, card.date, card.clocks) == ("DITUNDA", "Semula Kamis, 3 Desember 2026", ())
    assert card.note == "Jadwal baru akan diumumkan"


def test_the_card_in_words_says_the_same() -> None:
    card = card_of(facts(state="cancelled", organiser_long_name="KPU Pusat"), site="")

    assert card_text(card) == (
        "DIBATALKAN. Webinar Layanan Informasi. "
        "Kamis, 3 Desember 2026, pukul 13.00 WIB / 14.00 WITA / 15.00 WIT. KPU Pusat"
    )
