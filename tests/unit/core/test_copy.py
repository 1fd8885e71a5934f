from __future__ import annotations

from datetime import date, timedelta

from tests.factories.document import seed_document
from webinar.core.copy import ALL_PARTS, CopyPart, copied, joined
from webinar.core.document.read import read_document
from webinar.core.document.write import write_document

DAY = date(2026, 12, 3)


def test_a_copy_begins_at_the_same_hour_on_its_own_day() -> None:
    document = seed_document()

    copy = copied(document, ALL_PARTS, start_on=DAY)

    moved = DAY - document.dates.start_date
    assert document.start and document.end and copy.start and copy.end
    assert (copy.start - document.start, copy.end - document.end) == (moved, moved)
    assert copy.dates.start_date == DAY
    assert read_document(write_document(copy)) == copy


def test_a_copy_carries_nothing_that_was_reported() -> None:
    document = seed_document()

    copy = copied(document, ALL_PARTS, start_on=DAY)

    assert [speaker.name for speaker in copy.speakers] == [speaker.name for speaker in document.speakers]
    assert not any(s.key_points or s.summary or s.quotes or s.intro for s in copy.speakers)
    assert (copy.uid, copy.delegation, copy.attendance, copy.quotes, copy.photos) == (None, (), None, (), ())
    assert copy.invitation_letter is None


def test_a_copy_without_parts_is_title_organiser_and_time() -> None:
    document = seed_document()

    copy = copied(document, frozenset(), start_on=DAY, title="Webinar Kedua")

    assert (copy.title, copy.organiser) == ("Webinar Kedua", document.organiser)
    assert (copy.speakers, copy.sessions, copy.participant_groups, copy.platform) == ((), (), (), None)


def test_joining_brings_only_the_parts_named_to_the_others_day() -> None:
    document = seed_document()
    other = copied(document, frozenset(), start_on=document.dates.start_date + timedelta(days=7))

    with_people = joined(other, document, {CopyPart.PEOPLE})

    assert [s.name for s in with_people.speakers] == [s.name for s in document.speakers]
    assert with_people.dates == other.dates and with_people.start == other.start
    assert with_people.participant_groups == ()
