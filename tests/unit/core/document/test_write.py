from __future__ import annotations

import json

from hypothesis import given

from tests.factories.document import event_documents, in_utc, seed_document, seed_json, small_document
from webinar.core.document.model import Dates, EventDocument, Session
from webinar.core.document.read import read_document, read_json
from webinar.core.document.write import dump_json, write_document
from webinar.core.document.zone import event_zone

NOT_IN_SEED = {
    "masters_of_ceremonies": [],
    "note_takers": [],
    "uid": None,
    "series": None,
    "first_of_its_kind": None,
    "target_region": None,
    "legal_basis": [],
    "dateline_city": None,
}


@given(event_documents())
def test_document_written_and_read_is_the_same(document: EventDocument) -> None:
    assert read_json(dump_json(document)) == document


@given(event_documents())
def test_writing_twice_gives_the_same_text(document: EventDocument) -> None:
    assert dump_json(read_json(dump_json(document))) == dump_json(document)


@given(event_documents())
def test_times_in_utc_are_written_with_the_offset_of_the_zone_named(document: EventDocument) -> None:
    named = document.timezone or document.tz_database
    if named:
        assert dump_json(in_utc(document)) == dump_json(document)


def test_seed_is_written_in_its_own_order() -> None:
    written = write_document(seed_document())

    assert [name for name in written if name not in NOT_IN_SEED] == list(seed_json())
    assert list(written["speakers"][0]) == [
        *("session_order", "role", "name", "title_prefix", "title_suffix", "short_name", "position"),
        *("institution", "acting", "represents", "talk_title", "intro", "key_points", "summary", "quotes"),
        "session",
    ]


def test_seed_comes_back_with_every_value() -> None:
    written = write_document(seed_document())

    assert {name: written[name] for name in NOT_IN_SEED} == NOT_IN_SEED
    assert _without_empty(written) == _without_empty(seed_json())


def test_small_document_is_written_with_every_field() -> None:
    written = write_document(small_document())

    assert [name for name, value in written.items() if value not in (None, [])] == [
        *("language", "title", "organiser", "reporting_unit", "perspective", "dates")
    ]
    assert written["speakers"] == []
    assert written["opened_by"] is None
    assert written["dates"] == {"start_date": "2026-03-05", "end_date": None, "reported_day": None}


def test_text_is_readable_and_ends_with_a_line_break() -> None:
    text = dump_json(small_document(theme="Ma’ruf & “hoaks”"))

    assert '\n  "theme": "Ma’ruf & “hoaks”",\n' in text
    assert text.endswith("}\n")
    assert json.loads(text)["theme"] == "Ma’ruf & “hoaks”"


def test_zone_of_an_event_is_the_most_exact_thing_known() -> None:
    in_wit = read_document(
        {**write_document(small_document()), "start": "2026-03-05T09:00:00+09:00"},
    )
    session_only = small_document(sessions=(Session(start=in_wit.start),))

    assert event_zone(small_document()).code == "WIB"
    assert event_zone(small_document(timezone="WITA")).code == "WITA"
    assert event_zone(small_document(tz_database="Asia/Jayapura")).code == "WIT"
    assert event_zone(small_document(tz_database="Asia/Pontianak")).code == "WIB"
    assert event_zone(in_wit).code == "WIT"
    assert event_zone(session_only).code == "WIT"


def test_zone_given_by_letters_only_stays_so() -> None:
    written = write_document(small_document(timezone="WITA", dates=Dates(small_document().dates.start_date)))

    assert (written["timezone"], written["tz_database"]) == ("WITA", None)


def _without_empty(value: object) -> object:
    if isinstance(value, dict):
        return {k: _without_empty(v) for k, v in value.items() if v not in (None, "", [])}
    return [_without_empty(item) for item in value] if isinstance(value, list) else value
