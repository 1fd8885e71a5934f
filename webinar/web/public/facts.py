"""The small facts of an event page, each a line or nothing."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode, urlsplit

from flask_babel import gettext as _

from webinar.core.groups import groups_phrase
from webinar.models import Event
from webinar.queries.event import PublicEvent
from webinar.web.filters import joined, plain_date, sentence


def facts(content: PublicEvent) -> dict[str, object]:
    event = content.event
    return {
        "place": place(event),
        "stream_url": web_address(event.live_stream),
        "groups_text": sentence(groups_phrase(content.groups)),
        "partners": [p.get("long_name") or p.get("name") for p in event.co_organisers],
        "series": _series(event),
        "letter": _letter(event),
        "hashtags": ["#" + tag.lstrip("#") for tag in event.hashtags if tag.strip("# ")],
        "kind_url": f"/kegiatan?{urlencode({'jenis': event.event_type or ''})}",
        "topic_url": f"/kegiatan?{urlencode({'topik': event.topic or ''})}",
    }


def place(event: Event) -> str | None:
    """Where it happens, in words; None where nothing is known."""
    online = _("daring melalui %(platform)s", platform=event.platform) if event.platform else _("daring")
    if event.mode == "online":
        return sentence(online)
    if event.mode == "hybrid":
        return sentence(joined(filter(None, [event.venue, online])))
    return event.venue


def web_address(text: str | None) -> str | None:
    """The text if it is a web address one may link to."""
    if not text:
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in ("http", "https") and parts.netloc and " " not in text else None


def _series(event: Event) -> str | None:
    series = event.series or {}
    name, number = series.get("name"), series.get("number")
    if name and number:
        return _("%(name)s, ke-%(number)s", name=name, number=number)
    return name


def _letter(event: Event) -> str | None:
    letter = event.invitation_letter or {}
    parts = [_("Nomor %(number)s", number=letter["number"]) if letter.get("number") else None]
    if letter.get("date"):
        parts.append(_("tanggal %(day)s", day=plain_date(date.fromisoformat(letter["date"]))))
    return ", ".join(filter(None, parts)) or None
