from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.calendar.entry import EntryStatus
from webinar.core.calendar.publication import calendar_bytes, entry_bytes, publication, zones_used

PRODUCT = "-//KPU//Webinar//ID"
ZONES = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]
AWKWARD = "Rapat, \"Besar\"; jalan\\raya 'A'"


def unfolded(data: bytes) -> list[str]:
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


def properties(data: bytes, name: str) -> list[str]:
    return [line for line in unfolded(data) if re.match(rf"{name}[;:]", line)]


def read_with_icalendar(data: bytes) -> list[tuple[str, datetime, datetime, str]]:
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return [(str(e["UID"]), e["DTSTART"].dt, e["DTEND"].dt, str(e["SUMMARY"])) for e in events]


def read_with_vobject(data: bytes) -> list[tuple[str, datetime, datetime, str]]:
    events = vobject.readOne(data.decode()).vevent_list
    return [(e.uid.value, e.dtstart.value, e.dtend.value, e.summary.value) for e in events]


READERS = [read_with_icalendar, read_with_vobject]


def one_in_each_zone(make_entry):
    start = datetime(2021, 8, 12, 15, 0, tzinfo=UTC)  # 22.00 WIB, 23.00 WITA, 00.00 WIT of the next day
    return [
        make_entry(uid=f"{n}@kpu.go.id", zone=zone, starts_at=start, ends_at=start + timedelta(hours=3))
        for n, zone in enumerate(ZONES)
    ]


def test_publication_of_one_entry_is_the_golden_file(make_entry, assert_golden):
    assert_golden("one-entry.ics", publication([make_entry()], product=PRODUCT))


def test_publication_of_every_shape_is_the_golden_file(make_entry, assert_golden):
    entries = [
        *one_in_each_zone(make_entry),
        make_entry(
            uid="open-end@kpu.go.id", ends_at=None, contact=None, location=None, facts=(), categories=()
        ),
        make_entry(uid="day@kpu.go.id", starts_at=date(2021, 8, 17), ends_at=None),
        make_entry(uid="off@kpu.go.id", sequence=2, status=EntryStatus.CANCELLED),
        make_entry(uid="draft@kpu.go.id", status=EntryStatus.TENTATIVE, title=AWKWARD),
    ]

    assert_golden("every-shape.ics", publication(entries, product=PRODUCT))


def test_publication_built_twice_is_byte_equal(make_entry):
    assert publication([make_entry()], product=PRODUCT) == publication([make_entry()], product=PRODUCT)


def test_publication_is_a_concatenation_of_kept_entries(make_entry):
    entries = one_in_each_zone(make_entry)
    kept = [entry_bytes(entry) for entry in entries]

    assert calendar_bytes(kept, zones=ZONES, product=PRODUCT) == publication(entries, product=PRODUCT)


@pytest.mark.parametrize("read", READERS)
def test_publication_in_three_zones_keeps_the_instant(make_entry, read):
    entries = one_in_each_zone(make_entry)

    found = read(publication(entries, product=PRODUCT))

    assert [(uid, start.astimezone(UTC), end.astimezone(UTC)) for uid, start, end, _ in found] == [
        (entry.uid, entry.starts_at, entry.ends_at) for entry in entries
    ]
    assert [start.utcoffset() for _, start, _, _ in found] == [timedelta(hours=h) for h in (7, 8, 9)]


def test_publication_writes_one_timezone_per_zone_before_the_first_event(make_entry):
    first, second, third = one_in_each_zone(make_entry)

    lines = unfolded(publication([second, first, second, third], product=PRODUCT))

    named = [line for line in lines if line.startswith("TZID:")]
    assert named == ["TZID:Asia/Makassar", "TZID:Asia/Jakarta", "TZID:Asia/Jayapura"]
    assert max(i for i, line in enumerate(lines) if line == "END:VTIMEZONE") < lines.index("BEGIN:VEVENT")
    assert "BEGIN:DAYLIGHT" not in lines


def test_publication_of_pontianak_uses_the_zone_of_western_time(make_entry):
    entries = [make_entry(zone="Asia/Pontianak")]

    data = publication(entries, product=PRODUCT)

    assert zones_used(entries) == ("Asia/Jakarta",)
    assert properties(data, "DTSTART")[1] == "DTSTART;TZID=Asia/Jakarta:20210812T130000"
    assert properties(data, "TZNAME") == ["TZNAME:WIB"]


def test_publication_takes_the_instant_from_any_offset(make_entry):
    in_wita = datetime(2021, 8, 12, 14, 0, tzinfo=timezone(timedelta(hours=8)))

    assert entry_bytes(make_entry(starts_at=in_wita)) == entry_bytes(make_entry())


def test_entry_stamps_are_the_last_change_in_whole_seconds(make_entry):
    data = entry_bytes(make_entry())

    assert properties(data, "DTSTAMP") == ["DTSTAMP:20210802T030405Z"]
    assert properties(data, "LAST-MODIFIED") == ["LAST-MODIFIED:20210802T030405Z"]
    assert properties(data, "CREATED") == ["CREATED:20210701T020000Z"]


def test_entry_with_open_end_invents_none(make_entry):
    data = entry_bytes(make_entry(ends_at=None))

    assert properties(data, "DTEND") == []
    assert properties(data, "DURATION") == []
    assert "\\nSampai selesai\\n" in properties(data, "DESCRIPTION")[0]


def test_entry_without_clock_is_a_whole_day(make_entry):
    entry = make_entry(starts_at=date(2021, 8, 31), ends_at=None)

    data = publication([entry], product=PRODUCT)

    assert properties(data, "DTSTART") == ["DTSTART;VALUE=DATE:20210831"]
    assert properties(data, "DTEND") == ["DTEND;VALUE=DATE:20210901"]
    assert properties(data, "BEGIN") == ["BEGIN:VCALENDAR", "BEGIN:VEVENT"]
    assert properties(data, "TRANSP") == ["TRANSP:TRANSPARENT"]


def test_entry_cancelled_stays_with_its_status_and_no_alarm(make_entry):
    data = entry_bytes(make_entry(status=EntryStatus.CANCELLED, sequence=3))

    assert properties(data, "STATUS") == ["STATUS:CANCELLED"]
    assert properties(data, "SEQUENCE") == ["SEQUENCE:3"]
    assert properties(data, "BEGIN") == ["BEGIN:VEVENT"]
    assert properties(data, "DESCRIPTION")[0].startswith("DESCRIPTION:Kegiatan ini dibatalkan.\\n\\nKamis")


def test_entry_has_one_alarm_half_an_hour_before(make_entry):
    data = entry_bytes(make_entry())

    assert properties(data, "TRIGGER") == ["TRIGGER:-PT30M"]
    assert properties(data, "ACTION") == ["ACTION:DISPLAY"]


def test_entry_names_one_quoted_organiser_and_no_attendee(make_entry):
    data = entry_bytes(make_entry(organiser_name='Ir. "Budi", S.Kom., M.T.', organiser_mail=" a@kpu.id\r\n"))

    expected = """ORGANIZER;CN="Ir. 'Budi', S.Kom., M.T.":mailto:a@kpu.id"""
    assert properties(data, "ORGANIZER") == [expected]
    assert properties(data, "ATTENDEE") == []
    assert properties(data, "GEO") == []


def test_entry_quotes_a_plain_organiser_too(make_entry):
    assert properties(entry_bytes(make_entry(organiser_name="KPU")), "ORGANIZER") == [
        'ORGANIZER;CN="KPU":mailto:humas@kpu.go.id'
    ]


def test_entry_escapes_texts_once(make_entry):
    data = entry_bytes(make_entry(title=AWKWARD, location="Aula; Lt. 2, Gedung\\A"))

    assert properties(data, "SUMMARY") == ["SUMMARY:Rapat\\, \"Besar\"\\; jalan\\\\raya 'A'"]
    assert properties(data, "LOCATION") == ["LOCATION:Aula\\; Lt. 2\\, Gedung\\\\A"]
    assert properties(data, "CATEGORIES") == ["CATEGORIES:Sosialisasi,Informasi\\, Data"]


def test_entry_address_of_page_cannot_break_out_of_its_line(make_entry):
    data = entry_bytes(make_entry(url="https://kpu.go.id/a\r\nATTENDEE:mailto:x@y.id"))

    assert properties(data, "URL") == ["URL;VALUE=URI:https://kpu.go.id/aATTENDEE:mailto:x@y.id"]
    assert properties(data, "ATTENDEE") == []


@pytest.mark.parametrize("column", range(60, 80))
def test_entry_folds_outside_characters_at_the_edge(make_entry, byte_faults, column):
    title = "x" * (column - len("SUMMARY:")) + "🙂👩‍👩‍👧é" + "y" * 80

    data = publication([make_entry(title=title)], product=PRODUCT)

    assert byte_faults(data) == []
    assert properties(data, "SUMMARY") == [f"SUMMARY:{title}"]


anything = st.text(st.characters(codec=None), max_size=160)


@given(title=anything, place=anything, fact=anything, name=anything, category=anything)
def test_entry_of_any_text_obeys_the_byte_rules(make_entry, byte_faults, title, place, fact, name, category):
    entry = make_entry(
        title=title, location=place, facts=(fact,), organiser_name=name, categories=(category,), contact=place
    )

    data = publication([entry], product=PRODUCT)

    assert byte_faults(data) == []
    assert properties(data, "BEGIN")[-2:] == ["BEGIN:VEVENT", "BEGIN:VALARM"]
    assert data.count(b"\r\nEND:VEVENT\r\n") == 1


printable = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=120)


@pytest.mark.parametrize("read", READERS)
@given(words=st.lists(printable, min_size=1, max_size=4))
def test_entry_title_comes_back_from_every_reader(make_entry, read, words):
    entry = make_entry(title=" ".join(words))

    (_, _, _, title), *_ = read(publication([entry], product=PRODUCT))

    assert entry_bytes(make_entry(title=title)) == entry_bytes(entry)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"starts_at": datetime(2021, 8, 12, 6)}, "starts_at must be an aware datetime"),  # noqa: DTZ001
        ({"ends_at": datetime(2021, 8, 12, 6, tzinfo=UTC)}, "must be later than starts_at"),
        ({"starts_at": date(2021, 8, 12)}, "needs a starts_at with a clock time"),
    ],
)
def test_entry_that_no_calendar_can_hold_is_refused(make_entry, changes, message):
    with pytest.raises(ValueError, match=message):
        make_entry(**changes)
