from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from webinar.core.calendar.entry import EntryStatus
from webinar.core.calendar.identity import Appointment, entry_uid, next_sequence

START = datetime(2021, 8, 12, 6, tzinfo=UTC)
BEFORE = Appointment(START, START + timedelta(hours=2), EntryStatus.CONFIRMED)


def test_uid_of_an_event_is_its_identity_at_the_host():
    assert entry_uid("3f0c7d0e", host="kpu.go.id") == "3f0c7d0e@kpu.go.id"


def test_uid_of_a_session_names_the_part():
    assert entry_uid("3f0c7d0e", host="kpu.go.id", part="sesi-2") == "3f0c7d0e-sesi-2@kpu.go.id"


def test_uid_that_was_imported_keeps_its_own_host():
    assert entry_uid("abc@lain.go.id", host="kpu.go.id", part="hari-2") == "abc-hari-2@lain.go.id"


@given(identity=st.text(max_size=400), part=st.none() | st.text(max_size=20))
def test_uid_of_any_identity_is_short_ascii_and_stable(identity, part):
    uid = entry_uid(identity, host="kpu.go.id", part=part)

    assert uid == entry_uid(identity, host="kpu.go.id", part=part)
    assert uid.isascii()
    assert uid.isprintable()
    assert 0 < len(uid) <= 255


def test_sequence_stays_when_nothing_a_calendar_shows_has_changed():
    assert next_sequence(4, before=BEFORE, after=BEFORE) == 4


def test_sequence_grows_with_start_end_cancelling_and_restoring():
    later = Appointment(START + timedelta(hours=1), BEFORE.ends_at, BEFORE.status)
    longer = Appointment(START, START + timedelta(hours=3), BEFORE.status)
    cancelled = Appointment(START, BEFORE.ends_at, EntryStatus.CANCELLED)

    assert [next_sequence(0, before=BEFORE, after=after) for after in (later, longer, cancelled)] == [1, 1, 1]
    assert next_sequence(1, before=cancelled, after=BEFORE) == 2
