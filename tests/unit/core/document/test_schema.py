from __future__ import annotations

import copy
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.factories.document import event_documents, seed_json, small_document
from webinar.core.document.model import EventDocument
from webinar.core.document.read import read_document
from webinar.core.document.schema import event_schema
from webinar.core.document.write import write_document
from webinar.core.errors import DocumentInvalid

SCHEMA = Draft202012Validator(event_schema())
Path = tuple[str | int, ...]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
telling_values = json_values | st.sampled_from(
    [
        *("", " ", "WIB", "wib", "2021-08-12", "2021-02-30", "2021-08-12T13:00:00+07:00"),
        *("2021-08-12T13:00:00Z", "x" * 301, "x" * 20_001, "\u0958" * 200),
        *(-1, 0, 1.0, 10**9, True, [], {}, [None], [{}], [""]),
    ]
)


def places(value: Any, path: Path = ()) -> list[Path]:
    """Every place in the JSON value that can be changed."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, item in inside for place in places(item, (*path, key)))]


@st.composite
def changed_documents(draw: st.DrawFn) -> Any:
    """A good document with one to three places replaced, removed or joined by an unknown name."""
    data = write_document(draw(event_documents()))
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.sampled_from(places(data)))
        if not place:
            data[draw(st.text(max_size=8))] = draw(telling_values)
            continue
        holder: Any = data
        for key in place[:-1]:
            holder = holder[key]
        match draw(st.sampled_from(["replace", "remove", "add"])):
            case "remove":
                del holder[place[-1]]
            case "add" if isinstance(holder, dict):
                holder[draw(st.text(max_size=8))] = draw(telling_values)
            case _:
                holder[place[-1]] = draw(telling_values)
    return data


def is_read(data: Any) -> bool:
    try:
        read_document(data)
    except DocumentInvalid as refusal:
        assert refusal.problems
        return False
    return True


def test_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(event_schema())

    assert event_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert event_schema()["required"] == ["title", "organiser", "reporting_unit", "perspective", "dates"]


def test_seed_fits_the_schema() -> None:
    assert list(SCHEMA.iter_errors(seed_json())) == []


@given(event_documents())
def test_every_written_document_fits_the_schema(document: EventDocument) -> None:
    assert list(SCHEMA.iter_errors(write_document(document))) == []


@settings(suppress_health_check=[HealthCheck.too_slow])  # whole documents are large
@given(changed_documents())
@example({**seed_json(), "title": "\u0958" * 260})
@example({**seed_json(), "timezone": " "})
@example({**seed_json(), "start": "2021-08-12T13:00:00+07:00\n"})
def test_what_the_schema_refuses_the_reader_refuses(data: Any) -> None:
    assert SCHEMA.is_valid(data) or not is_read(data)


@settings(suppress_health_check=[HealthCheck.too_slow])  # whole documents are large
@given(changed_documents())
def test_what_is_read_can_be_written_and_read_again(data: Any) -> None:
    if is_read(data):
        document = read_document(data)
        assert read_document(write_document(document)) == document


@given(json_values)
def test_any_json_value_is_read_or_refused(data: Any) -> None:
    assert is_read(data) is False


@settings(suppress_health_check=[HealthCheck.too_slow])  # whole documents are large
@given(changed_documents())
def test_ignoring_unknown_names_refuses_nothing_more(data: Any) -> None:
    before = copy.deepcopy(data)
    if is_read(data):
        assert read_document(data, ignore_unknown=True) == read_document(data)
    assert repr(data) == repr(before)


def test_every_field_of_the_format_is_described() -> None:
    schema = event_schema()
    objects = [schema, *schema["$defs"].values()]

    assert [o for o in objects if o["additionalProperties"] is not False] == []
    assert [name for o in objects for name, p in o["properties"].items() if len(p["description"]) < 5] == []
    assert sorted(schema["$defs"]) == [
        *("Attendance", "Byline", "CoOrganiser", "Dates", "Delegate", "Discussion", "InvitationLetter"),
        *("LegalBasis", "Organiser", "ParticipantGroup", "Person", "PersonWithRemarks", "Photo", "Quote"),
        *("ReportingUnit", "Series", "Session", "Speaker"),
    ]


def test_schema_offers_the_closed_lists() -> None:
    properties = event_schema()["properties"]

    assert properties["timezone"]["enum"] == ["WIB", "WITA", "WIT", "", None]
    assert properties["perspective"]["enum"] == ["attendee", "organiser"]
    assert properties["title"]["maxLength"] == 500
    assert SCHEMA.is_valid(write_document(small_document()))
