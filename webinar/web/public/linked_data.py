"""What search engines read: schema.org in JSON-LD, made from the record; absent facts leave no key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from webinar.adapters.links import absolute
from webinar.core.announcement import Announcement, Happening, Schedule, read_announcements, schedule_of
from webinar.core.states import EventState, Part
from webinar.core.status import is_full
from webinar.core.zones import local, zone_of
from webinar.models import Event, EventRole
from webinar.queries.berita import PublishedBerita
from webinar.queries.event import EventStamp, PublicEvent
from webinar.web.filters import printed_name, printed_post
from webinar.web.public.facts import web_address

SCHEMA = "https://schema.org"
MODES = {
    "online": "OnlineEventAttendanceMode",
    "onsite": "OfflineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}
Facts = dict[str, Any]


def event_json_ld(
    content: PublicEvent,
    stamp: EventStamp,
    people: Sequence[EventRole],
    *,
    url: str,
    card_url: str,
    open_until: datetime | None,
) -> Facts:
    """``open_until``: while registration is open, when it closes; only then seats and offer are told."""
    event = content.event
    poster_url = [absolute(f"/gambar/{content.poster.name}")] if content.poster else []
    office_url = absolute(f"/satuan-kerja/{content.office_slug}") if content.office_slug else None
    schedule, told = schedule_of(event), read_announcements(event.announcements)
    mode = _mode(event)
    facts = {
        "@context": SCHEMA,
        "@type": "Event",
        "name": event.title,
        "description": event.theme or event.background,
        "url": url,
        "image": [card_url, *poster_url],
        "startDate": _start(schedule),
        "endDate": _end(schedule),
        "eventStatus": f"{SCHEMA}/{_status(event, schedule, told)}",
        "previousStartDate": _one_or_all(_earlier_starts(event, schedule, told)),
        "eventAttendanceMode": f"{SCHEMA}/{MODES[mode]}" if mode else None,
        "location": _one_or_all(_places(event, mode, url)),
        "organizer": _one_or_all(_organisers(event, office_url)),
        "performer": [_performer(p) for p in people if p.part == Part.SPEAKER and p.name],
        "keywords": ", ".join(filter(None, [event.event_type, event.topic, *event.hashtags])),
        "inLanguage": event.language,
        **(_offer(stamp, url, open_until) if open_until else {}),
    }
    return _present(facts)


def _present(facts: Mapping[str, Any]) -> Facts:
    return {name: value for name, value in facts.items() if value not in (None, [], "")}


def _one_or_all(values: Sequence[Any]) -> Any:
    return values[0] if len(values) == 1 else list(values)


def _start(schedule: Schedule) -> str:
    """With the organiser's offset; the day alone where no clock time is known."""
    if schedule.starts_at is None:
        return schedule.start_on.isoformat()
    return local(schedule.starts_at, zone_of(schedule.zone_name)).isoformat()


def _end(schedule: Schedule) -> str | None:
    if schedule.ends_at is None:
        return schedule.end_on.isoformat() if schedule.end_on else None
    return local(schedule.ends_at, zone_of(schedule.zone_name)).isoformat()


def _status(event: Event, schedule: Schedule, told: Sequence[Announcement]) -> str:
    if event.state == EventState.CANCELLED:
        return "EventCancelled"
    if event.state == EventState.POSTPONED:
        return "EventPostponed"  # the old date stays until there is a new one
    return "EventRescheduled" if _earlier_starts(event, schedule, told) else "EventScheduled"


def _earlier_starts(event: Event, schedule: Schedule, told: Sequence[Announcement]) -> list[str]:
    """The starts it had before it was moved, the latest first; none while there is no date in force."""
    if event.state == EventState.POSTPONED:
        return []
    starts = [_start(one.was) for one in told if one.what == Happening.RESCHEDULED]
    return [start for start in dict.fromkeys(starts) if start != _start(schedule)]


def _mode(event: Event) -> str | None:
    """As recorded; else as the places say that are."""
    if event.mode in MODES:
        return event.mode
    if event.platform or event.live_stream:
        return "hybrid" if event.venue else "online"
    return "onsite" if event.venue else None


def _places(event: Event, mode: str | None, page: str) -> list[Facts]:
    """The room for joining is never among them: it is for who registered."""
    places = []
    if mode in ("onsite", "hybrid") and event.venue:
        places.append({"@type": "Place", "name": event.venue, "address": event.venue})
    if mode in ("online", "hybrid"):
        places.append({"@type": "VirtualLocation", "url": web_address(event.live_stream) or page})
    return places


def _organisers(event: Event, address: str | None) -> list[Facts]:
    name = event.organiser_long_name or event.organiser_name
    partners = [partner.get("long_name") or partner.get("name") for partner in event.co_organisers]
    first = _present({"@type": "Organization", "name": name, "url": address})
    return [first, *({"@type": "Organization", "name": partner} for partner in partners if partner)]


def _performer(person: EventRole) -> Facts:
    return _present({"@type": "Person", "name": printed_name(person), "jobTitle": printed_post(person)})


def _offer(stamp: EventStamp, page: str, open_until: datetime) -> Facts:
    left = None if stamp.quota is None else max(0, stamp.quota - stamp.taken_count)
    offer = {
        "@type": "Offer",
        "url": f"{page}/daftar",
        "price": 0,
        "priceCurrency": "IDR",
        "availability": f"{SCHEMA}/{'SoldOut' if is_full(stamp) else 'InStock'}",
        "validThrough": local(open_until, zone_of(stamp.zone_name)).isoformat(),
    }
    return {
        "isAccessibleForFree": True,
        "offers": offer,
        "maximumAttendeeCapacity": stamp.quota,
        "remainingAttendeeCapacity": left,
    }


def berita_json_ld(found: PublishedBerita, url: str, lead: str) -> Facts:
    """schema.org/NewsArticle."""
    publisher = {"@type": "Organization", "name": found.unit_name}
    return _present(
        {
            "@context": SCHEMA,
            "@type": "NewsArticle",
            "headline": found.headline or found.event_title,
            "description": lead,
            "url": url,
            "mainEntityOfPage": url,
            "datePublished": found.published_at.isoformat() if found.published_at else None,
            "dateModified": found.changed_at.isoformat(),
            "author": publisher,
            "publisher": publisher,
            "inLanguage": "id",
        }
    )
