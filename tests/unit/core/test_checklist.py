"""What an event still lacks, phase by phase."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.factories.document import seed_document, small_document
from webinar.core.checklist import (
    ChecklistFacts,
    Item,
    Key,
    Phase,
    by_phase,
    checklist,
    phase_at,
    remaining,
)
from webinar.core.document.model import (
    Attendance,
    Byline,
    EventDocument,
    InvitationLetter,
    ParticipantGroup,
    Person,
    PersonWithRemarks,
    Photo,
    Session,
    Speaker,
)
from webinar.core.editor import Section

ALL = ChecklistFacts(True, True, True, True, True)
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def keys(document: EventDocument, facts: ChecklistFacts, *, done: bool) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in checklist(document, facts):
        if item.is_done is done:
            found.setdefault(str(item.phase), []).append(str(item.key))
    return found


def test_bare_event_of_ours_lacks_nearly_everything() -> None:
    document = small_document(perspective="organiser")

    assert keys(document, ChecklistFacts(), done=True) == {"invitation": ["title", "organiser"]}
    assert keys(document, ChecklistFacts(), done=False) == {
        "invitation": [
            *("start", "end", "letter_number", "opener", "speakers", "positions", "moderator"),
            *("groups", "registration", "seats"),
        ],
        "day": [
            *("mode", "platform", "link", "programme", "talk_titles", "poster", "note_taker", "committee")
        ],
        "news": ["attendance", "photos", "closing", "city", "byline", "hashtags"],
    }


def test_bare_attended_event_asks_for_the_delegation_and_no_registration() -> None:
    document = small_document(perspective="attendee")

    assert keys(document, ChecklistFacts(), done=False) == {
        "invitation": ["start", "end", "letter_number"],
        "day": ["mode", "platform", "link", "delegation"],
        "news": ["photos", "closing", "city", "byline", "hashtags"],
    }


def test_seed_as_its_organiser_would_hold_it() -> None:
    document = replace(seed_document(), perspective="organiser")

    assert keys(document, ALL, done=False) == {
        "invitation": ["letter_number", "moderator"],
        "day": ["platform", "programme", "talk_titles", "note_taker"],
        "news": ["attendance", "photos", "closing", "byline"],
    }
    assert Item(Phase.INVITATION, Key.SPEAKERS, True, Section.PEOPLE) in checklist(document, ALL)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("online", ["mode", "platform", "link"]),
        ("onsite", ["mode", "venue"]),
        ("hybrid", ["mode", "platform", "link", "venue"]),
    ],
)
def test_place_asked_for_follows_the_mode(mode: str, expected: list[str]) -> None:
    items = checklist(small_document(mode=mode, perspective="attendee"), ChecklistFacts())

    places = [item.key for item in items if item.section == Section.TIME and item.phase == Phase.DAY]
    assert places == expected


def test_people_who_lack_something_are_named() -> None:
    document = small_document(
        perspective="organiser",
        speakers=(
            Speaker("Sri", position="Ketua", talk_title="Pemilu"),
            Speaker("Budi", key_points=("satu",)),
            Speaker(position="Direktur"),
        ),
    )

    about = {item.key: item.about for item in checklist(document, ChecklistFacts()) if item.about}

    assert about == {
        Key.POSITIONS: "Budi",
        Key.TALK_TITLES: "Budi, Direktur",
        Key.NOTES: "Sri, Direktur",
    }


def test_complete_event_lacks_nothing() -> None:
    start = datetime(2026, 3, 5, 9, tzinfo=UTC)
    document = replace(
        seed_document(),
        perspective="organiser",
        mode="online",
        platform="Zoom",
        start=start,
        end=start + timedelta(hours=2),
        invitation_letter=InvitationLetter(number="1/KPU"),
        opened_by=PersonWithRemarks("Ketua"),
        closed_by=PersonWithRemarks("Ketua"),
        speakers=(Speaker("Sri", position="Ketua", talk_title="Pemilu", key_points=("satu",)),),
        moderators=(Person("Budi"),),
        note_takers=(Person("Ani"),),
        sessions=(Session(name="Pembukaan"),),
        participant_groups=(ParticipantGroup(label="umum"),),
        photos=(Photo(file="a.jpg"),),
        attendance=Attendance(total=10),
        byline=Byline(writer="Ani"),
    )

    assert keys(document, ALL, done=False) == {}


def test_items_are_grouped_in_the_order_of_work_with_the_open_ones_first() -> None:
    groups = by_phase(checklist(small_document(perspective="organiser"), ALL))

    assert [group.phase for group in groups] == [Phase.INVITATION, Phase.DAY, Phase.NEWS]
    assert [item.is_done for item in groups[0].items] == sorted(item.is_done for item in groups[0].items)
    assert groups[0].done_count == 4
    assert remaining(groups[0].items) == len(groups[0].items) - 4
    assert remaining(checklist(small_document(), ALL), Phase.DAY) == 3


@pytest.mark.parametrize(
    ("is_published", "hours", "phase"),
    [(False, 1, Phase.INVITATION), (True, 1, Phase.DAY), (True, 0, Phase.NEWS), (False, -1, Phase.NEWS)],
)
def test_phase_follows_publication_and_clock(is_published: bool, hours: int, phase: Phase) -> None:
    assert phase_at(is_published=is_published, ends=NOW + timedelta(hours=hours), now=NOW) == phase
