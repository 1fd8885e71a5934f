from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from webinar.core.calendar.identity import entry_uid


def test_uid_of_an_event_is_its_identity():
    assert entry_uid("3f0c7d0e") == "3f0c7d0e"


def test_uid_of_a_session_names_the_part():
    assert entry_uid("3f0c7d0e", "sesi-2") == "3f0c7d0e-sesi-2"


def test_uid_that_was_imported_with_a_host_keeps_it_at_the_end():
    assert entry_uid("abc@lain.go.id", "hari-2") == "abc-hari-2@lain.go.id"


@given(identity=st.text(max_size=400), part=st.none() | st.text(max_size=20))
def test_uid_of_any_identity_is_short_ascii_and_stable(identity, part):
    uid = entry_uid(identity, part)

    assert uid == entry_uid(identity, part)
    assert uid.isascii()
    assert uid.isprintable()
    assert 0 < len(uid) <= 255
