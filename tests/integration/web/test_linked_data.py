"""What search engines read of an event, read back and held against the record."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from flask.testing import FlaskClient

from tests.factories.account import an_office
from tests.factories.event import a_role, slug_of
from tests.factories.registration import NOW, an_event, registrant
from webinar.core.announcement import Schedule
from webinar.db import transaction
from webinar.models import Picture
from webinar.services.registration import register_participant
from webinar.services.state import cancel_event, postpone_event, reinstate_event, reschedule_event

pytestmark = pytest.mark.usefixtures("app", "at_now")

START, END = datetime(2026, 12, 3, 6, tzinfo=UTC), datetime(2026, 12, 3, 8, tzinfo=UTC)


def data_of(client: FlaskClient, event_id: int) -> dict[str, Any]:
    page = client.get(f"/kegiatan/{slug_of(event_id)}").text
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    assert len(found) == 1
    data: dict[str, Any] = json.loads(found[0])
    return data


def word(address: str) -> str:
    return address.removeprefix("https://schema.org/")


def moved(days: int) -> Schedule:
    by = timedelta(days=days)
    return Schedule(date(2026, 12, 3) + by, None, START + by, END + by, "Asia/Jakarta")


def test_the_record_is_told_and_nothing_else(client: FlaskClient) -> None:
    office_id = an_office("KPU Provinsi Maluku", region_code="81")
    event_id = an_event(
        theme="Cepat dan tepat",
        event_type="webinar",
        topic="Keterbukaan informasi",
        hashtags=["#KPU", "#PPID"],
        mode="online",
        organiser_id=office_id,
        organiser_name="KPU Maluku",
        organiser_long_name="Komisi Pemilihan Umum Provinsi Maluku",
        co_organisers=[{"name": "Bawaslu", "long_name": None}],
        registration_open=False,
        quota=None,
    )
    a_role(event_id, part="speaker", name="Sri Wahyuni", position="Ketua", institution="KPU Provinsi Maluku")
    a_role(event_id, part="moderator", name="Bayu")
    page = f"http://localhost/kegiatan/{slug_of(event_id)}"

    data = data_of(client, event_id)

    card = data.pop("image")
    assert [address.partition("?")[0] for address in card] == [f"{page}/kartu.png"]
    assert data == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Webinar Layanan Informasi",
        "description": "Cepat dan tepat",
        "url": page,
        "startDate": "2026-12-03T13:00:00+07:00",
        "endDate": "2026-12-03T15:00:00+07:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        "location": {"@type": "VirtualLocation", "url": page},
        "organizer": [
            {
                "@type": "Organization",
                "name": "Komisi Pemilihan Umum Provinsi Maluku",
                "url": "http://localhost/satuan-kerja/kpu-provinsi-maluku",
            },
            {"@type": "Organization", "name": "Bawaslu"},
        ],
        "performer": [
            {
                "@type": "Person",
                "name": "Dr. Sri Wahyuni, M.Si.",
                "jobTitle": "Ketua KPU Provinsi Maluku",
            }
        ],
        "keywords": "webinar, Keterbukaan informasi, #KPU, #PPID",
        "inLanguage": "id",
    }


@pytest.mark.parametrize(
    ("zone_name", "start"),
    [
        ("Asia/Jakarta", "2026-12-03T13:00:00+07:00"),
        ("Asia/Makassar", "2026-12-03T14:00:00+08:00"),
        ("Asia/Jayapura", "2026-12-03T15:00:00+09:00"),
    ],
)
def test_times_carry_the_organisers_offset(client: FlaskClient, zone_name: str, start: str) -> None:
    client.set_cookie("zona", "WITA")

    data = data_of(client, an_event(zone_name=zone_name))

    assert data["startDate"] == start
    assert datetime.fromisoformat(data["startDate"]) == START
    assert datetime.fromisoformat(data["endDate"]) == END


def test_days_without_a_clock_are_days(client: FlaskClient) -> None:
    data = data_of(client, an_event(starts_at=None, ends_at=None, end_on=date(2026, 12, 5)))

    assert (data["startDate"], data["endDate"]) == ("2026-12-03", "2026-12-05")


VENUE = {"@type": "Place", "name": "Aula KPU", "address": "Aula KPU"}


@pytest.mark.parametrize(
    ("facts", "mode", "places"),
    [
        ({"mode": "onsite", "venue": "Aula KPU"}, "OfflineEventAttendanceMode", [VENUE]),
        ({"mode": "hybrid", "venue": "Aula KPU"}, "MixedEventAttendanceMode", [VENUE, "page"]),
        (
            {"mode": "online", "live_stream": "https://video.example/1"},
            "OnlineEventAttendanceMode",
            ["https://video.example/1"],
        ),
        ({"mode": "online", "live_stream": "YouTube KPU RI"}, "OnlineEventAttendanceMode", ["page"]),
        ({"platform": "Zoom"}, "OnlineEventAttendanceMode", ["page"]),
        ({"venue": "Aula KPU"}, "OfflineEventAttendanceMode", [VENUE]),
        ({"mode": "onsite"}, "OfflineEventAttendanceMode", []),
        ({}, None, []),
    ],
)
def test_places_are_those_of_the_record(
    client: FlaskClient, facts: dict[str, str], mode: str | None, places: list[Any]
) -> None:
    event_id = an_event(**facts)
    page = f"http://localhost/kegiatan/{slug_of(event_id)}"

    data = data_of(client, event_id)

    expected = [
        place
        if isinstance(place, dict)
        else {"@type": "VirtualLocation", "url": page if place == "page" else place}
        for place in places
    ]
    found = data.get("location", [])
    assert (found if isinstance(found, list) else [found]) == expected
    assert (word(data["eventAttendanceMode"]) if mode else data.get("eventAttendanceMode")) == mode


def test_a_moved_event_tells_when_it_was(client: FlaskClient) -> None:
    event_id = an_event()

    reschedule_event(event_id, moved(7), "Pembicara berhalangan.", actor=None, now=NOW)
    once = data_of(client, event_id)
    reschedule_event(event_id, moved(9), "Ruang dipakai.", actor=None, now=NOW)
    twice = data_of(client, event_id)

    assert word(once["eventStatus"]) == "EventRescheduled"
    assert once["startDate"] == "2026-12-10T13:00:00+07:00"
    assert once["previousStartDate"] == "2026-12-03T13:00:00+07:00"
    assert twice["startDate"] == "2026-12-12T13:00:00+07:00"
    assert twice["previousStartDate"] == ["2026-12-10T13:00:00+07:00", "2026-12-03T13:00:00+07:00"]


def test_a_new_end_alone_is_no_new_date(client: FlaskClient) -> None:
    event_id = an_event()
    longer = Schedule(date(2026, 12, 3), None, START, END + timedelta(hours=1), "Asia/Jakarta")

    reschedule_event(event_id, longer, "Diskusi diperpanjang.", actor=None, now=NOW)

    data = data_of(client, event_id)
    assert word(data["eventStatus"]) == "EventScheduled"
    assert "previousStartDate" not in data
    assert data["endDate"] == "2026-12-03T16:00:00+07:00"


def test_postponed_cancelled_and_taken_back(client: FlaskClient) -> None:
    event_id = an_event()

    postpone_event(event_id, "Gedung dipakai.", actor=None, now=NOW)
    postponed = data_of(client, event_id)
    reinstate_event(event_id, "Gedung kosong lagi.", actor=None, now=NOW)
    back = data_of(client, event_id)
    cancel_event(event_id, "Tidak jadi.", actor=None, now=NOW)
    cancelled = data_of(client, event_id)

    assert [word(data["eventStatus"]) for data in (postponed, back, cancelled)] == [
        "EventPostponed",
        "EventScheduled",
        "EventCancelled",
    ]
    assert {data["startDate"] for data in (postponed, back, cancelled)} == {"2026-12-03T13:00:00+07:00"}
    assert "offers" in back
    assert "offers" not in postponed
    assert "offers" not in cancelled


def test_seats_are_offered_while_they_can_be_had(client: FlaskClient) -> None:
    event_id = an_event(quota=2)

    before = data_of(client, event_id)
    for _person in range(2):
        register_participant(event_id, registrant(), now=NOW)
    full = data_of(client, event_id)
    with time_machine.travel(START, tick=False):
        running = data_of(client, event_id)

    assert before["offers"] == {
        "@type": "Offer",
        "url": f"http://localhost/kegiatan/{slug_of(event_id)}/daftar",
        "price": 0,
        "priceCurrency": "IDR",
        "availability": "https://schema.org/InStock",
        "validThrough": "2026-12-03T13:00:00+07:00",
    }
    assert (before["maximumAttendeeCapacity"], before["remainingAttendeeCapacity"]) == (2, 2)
    assert word(full["offers"]["availability"]) == "SoldOut"
    assert full["remainingAttendeeCapacity"] == 0
    assert not {"offers", "remainingAttendeeCapacity", "isAccessibleForFree"} & running.keys()


def test_without_a_limit_no_seats_are_counted(client: FlaskClient) -> None:
    data = data_of(client, an_event(quota=None))

    assert word(data["offers"]["availability"]) == "InStock"
    assert "remainingAttendeeCapacity" not in data


def test_the_poster_stands_beside_the_card(client: FlaskClient) -> None:
    with transaction() as tx:
        picture = Picture(name=f"{'a' * 32}.webp", width=800, height=1000, created_at=NOW)
        tx.session.add(picture)
        tx.session.flush()
        poster_id = picture.id

    data = data_of(client, an_event(poster_id=poster_id))

    assert data["image"][1] == f"http://localhost/gambar/{'a' * 32}.webp"


@pytest.mark.parametrize("nasty", ["</script><script>alert(1)</script>", "<!--", "]]>", "\u2028", "'\"&"])
def test_no_text_leaves_its_string(client: FlaskClient, nasty: str) -> None:
    event_id = an_event(title=f"A{nasty}B", theme=nasty, topic=nasty, organiser_name=nasty)

    page = client.get(f"/kegiatan/{slug_of(event_id)}").text
    inside = re.findall(r"<script type=\"application/ld\+json\">(.*?)</script>", page, re.S)[0]

    assert "</" not in inside
    assert "<" not in inside
    assert json.loads(inside)["name"] == f"A{nasty}B"
