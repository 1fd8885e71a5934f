"""The page of an event: made once for a stamp of the record, kept, and checked by one select a request."""

from __future__ import annotations

from hashlib import sha256

from flask import Response, request
from flask_babel import gettext as _

from webinar.adapters.documents.card import card_digest
from webinar.adapters.links import absolute, settings
from webinar.core.announcement import read_announcements
from webinar.core.card import card_of, card_text
from webinar.core.groups import group_phrase
from webinar.core.states import Part
from webinar.core.status import Status, accepts_registrations, is_full, registration_ends, status_of
from webinar.core.zones import Zone, zone_of
from webinar.models import EventRole
from webinar.queries.event import EventStamp, PublicEvent, event_stamp, public_event
from webinar.web.announcement import announcement_text, announcement_title
from webinar.web.filters import number, sentence
from webinar.web.front import marked
from webinar.web.kept import kept
from webinar.web.layout import render
from webinar.web.preferences import chosen_zone
from webinar.web.public import blueprint
from webinar.web.public.clock import now
from webinar.web.public.facts import facts
from webinar.web.public.linked_data import event_json_ld
from webinar.web.public.programme import programme
from webinar.web.public.sharing import invitation_text
from webinar.web.public.when import when

blueprint.add_app_template_global(announcement_title)
blueprint.add_app_template_global(announcement_text)
PARTS = {part: number for number, part in enumerate(Part)}


@blueprint.get("/kegiatan/<slug>")
def event(slug: str) -> Response:
    """The same for every reader with the same zone, language and theme; 304 where they have it already."""
    stamp, status, is_open = marked(lambda: _mark(slug))
    values = event_values(stamp, event_content(stamp), chosen_zone(), status, is_open)
    content = render("public/event/event.html", **values).encode()
    response = Response(content, mimetype="text/html")
    response.set_etag(sha256(content).hexdigest()[:32])
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Vary"] = "Cookie"
    response.make_conditional(request)
    return response


def _mark(slug: str) -> tuple[EventStamp, Status, bool]:
    stamp, at = event_stamp(slug), now()
    return stamp, status_of(stamp, at), accepts_registrations(stamp, at)


def event_content(stamp: EventStamp) -> PublicEvent:
    """The content, read once for a version of the record."""
    return kept("event content").get(stamp.content_key, lambda: public_event(stamp.id))


def event_values(
    stamp: EventStamp, content: PublicEvent, zone: Zone | None, status: Status, is_open: bool
) -> dict[str, object]:
    """What ``public/event/event.html`` prints."""
    event = content.event
    url = absolute(f"/kegiatan/{stamp.slug}")
    people = in_order(event.roles)
    leading = zone or zone_of(stamp.zone_name)
    card = card_of(event, site=settings().site_name)
    card_url = f"{url}/kartu.png?v={card_digest(card)[:8]}"
    closes_at = registration_ends(stamp)
    return {
        "section": "kegiatan",
        "event": event,
        "stamp": stamp,
        "status": status,
        "announcements": read_announcements(event.announcements),
        "is_open": is_open,
        "is_full": is_full(stamp),
        "event_quota": stamp.quota,
        "group_seats": _group_seats(content, stamp),
        "closes_at": closes_at,
        "when": when(stamp, zone),
        "zone": leading,
        "people": people,
        "programme": programme(content, leading),
        "has_clock": any(session.starts_at for session in content.sessions),
        "berita": content.berita,
        "url": url,
        "share_text": invitation_text(event, url, is_open=is_open),
        "card": (card_url, card_text(card)),
        "poster": content.poster,
        "office_slug": content.office_slug,
        "registers_with_slug": content.registers_with_slug,
        "keeper_name": content.keeper_name,
        "json_ld": event_json_ld(
            content,
            stamp,
            people,
            url=url,
            card_url=card_url,
            open_until=closes_at if is_open else None,
        ),
        **facts(content),
    }


def in_order(roles: list[EventRole]) -> list[EventRole]:
    """As a programme names them: opener first, closer last, speakers in running order."""
    return sorted(roles, key=lambda r: (PARTS.get(Part(r.part), 99), r.session_order or r.number, r.number))


def _group_seats(content: PublicEvent, stamp: EventStamp) -> list[tuple[str, str]]:
    """Phrase and free seats of the groups that have seats of their own."""
    taken = stamp.taken_by_group
    limited = [(group, group.quota) for group in content.groups if group.quota is not None]
    return [
        (
            sentence(group_phrase(group)),
            _("penuh")
            if taken.get(group.id, 0) >= quota
            else _("%(left)s tersisa", left=number(quota - taken.get(group.id, 0))),
        )
        for group, quota in limited
    ]
