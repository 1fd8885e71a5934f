"""Texts that leave the site with a link: the invitation for chats, and the data search engines read."""

from __future__ import annotations

from urllib.parse import quote

from flask_babel import gettext as _

from webinar.core.states import EventState, Part
from webinar.core.zones import local, three_clocks, zone_of
from webinar.models import Event, EventRole
from webinar.queries.berita import PublishedBerita
from webinar.web.filters import date_range, long_date, printed_name

SCHEMA_STATUS = {
    EventState.CANCELLED: "EventCancelled",
    EventState.POSTPONED: "EventPostponed",
}
SCHEMA_MODE = {
    "online": "OnlineEventAttendanceMode",
    "onsite": "OfflineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}


def invitation_text(event: Event, url: str, *, is_open: bool) -> str:
    """Plain lines for WhatsApp and other chats, with all three clocks."""
    lines = [f"*{event.title}*"]
    if event.theme:
        lines.append(f"“{event.theme}”")
    lines += ["", *_time_lines(event)]
    lines.append(_("Penyelenggara: %(name)s", name=event.organiser_long_name or event.organiser_name))
    if event.mode == "online":
        lines.append(_("Tempat: daring"))
    elif event.venue:
        lines.append(_("Tempat: %(venue)s", venue=event.venue))
    lines += ["", _("Pendaftaran: %(url)s", url=url) if is_open else _("Keterangan: %(url)s", url=url)]
    return "\n".join(lines)


def _time_lines(event: Event) -> list[str]:
    if event.starts_at is None:
        return [date_range(event.start_on, event.end_on)]
    home = zone_of(event.zone_name)
    clocks = three_clocks(event.starts_at, home=home)
    if any(clock.date_differs for clock in clocks):
        return [
            _("%(day)s, pukul %(clock)s", day=long_date(clock.on), clock=f"{clock.text} {clock.zone.code}")
            for clock in clocks
        ]
    times = " / ".join(f"{clock.text} {clock.zone.code}" for clock in clocks)
    return [date_range(local(event.starts_at, home).date(), event.end_on), _("Pukul %(times)s", times=times)]


def event_json_ld(event: Event, url: str, people: list[EventRole]) -> dict[str, object]:
    """schema.org/Event; absent facts leave no key."""
    status = SCHEMA_STATUS.get(EventState(event.state), "EventScheduled")
    place: dict[str, object] = {"@type": "VirtualLocation", "url": url}
    if event.mode == "onsite" and event.venue:
        place = {"@type": "Place", "name": event.venue, "address": event.venue}
    start = local(event.starts_at, zone_of(event.zone_name)) if event.starts_at else event.start_on
    end = local(event.ends_at, zone_of(event.zone_name)) if event.ends_at else event.end_on
    mode = SCHEMA_MODE.get(event.mode or "online", SCHEMA_MODE["online"])
    speakers = [printed_name(p) for p in people if p.part == Part.SPEAKER and p.name]
    facts: dict[str, object | None] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title,
        "description": event.theme or event.background,
        "url": url,
        "startDate": start.isoformat(),
        "endDate": end.isoformat() if end else None,
        "eventStatus": f"https://schema.org/{status}",
        "eventAttendanceMode": f"https://schema.org/{mode}",
        "location": place,
        "organizer": {"@type": "Organization", "name": event.organiser_long_name or event.organiser_name},
        "performer": [{"@type": "Person", "name": name} for name in speakers],
        "isAccessibleForFree": True,
        "inLanguage": event.language,
    }
    return {name: value for name, value in facts.items() if value not in (None, [], "")}


def share_links(title: str, url: str) -> list[tuple[str, str]]:
    """Name and address of the services people share with; nothing is loaded from them."""
    text, address = quote(title), quote(url, safe="")
    return [
        ("WhatsApp", f"https://wa.me/?text={quote(f'{title} {url}')}"),
        ("Telegram", f"https://t.me/share/url?url={address}&text={text}"),
        ("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={address}"),
        ("X", f"https://x.com/intent/post?text={text}&url={address}"),
    ]


def berita_json_ld(found: PublishedBerita, url: str, lead: str) -> dict[str, object]:
    """schema.org/NewsArticle."""
    publisher = {"@type": "Organization", "name": found.unit_name}
    facts: dict[str, object | None] = {
        "@context": "https://schema.org",
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
    return {name: value for name, value in facts.items() if value is not None}
