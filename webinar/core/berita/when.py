"""When and where: the reported days, the clock times in one zone, mode, platform, live stream and places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from webinar.core.berita.event import is_virtual
from webinar.core.berita.phrase import CLOSING, NOTHING, Phrase, field, say
from webinar.core.berita.style import Style
from webinar.core.document.model import EventDocument, Session
from webinar.core.indonesian.dates import long_date, long_range, plain_range, short_date, short_range
from webinar.core.indonesian.letters import bare
from webinar.core.zones import BY_CODE, Zone, hour, hours, hours_from_to, local, zone_of


@dataclass(frozen=True)
class Days:
    """The days of the event, and the one that is reported when the report covers one of several."""

    first: date
    last: date
    reported: int | None

    @property
    def several(self) -> bool:
        return self.first != self.last

    @property
    def day(self) -> date:
        """The reported day; without one, the first."""
        return self.first + timedelta(days=(self.reported or 1) - 1)

    @property
    def has_opening(self) -> bool:
        return self.reported in (None, 1)

    @property
    def has_closing(self) -> bool:
        return self.reported is None or self.day >= self.last


def days_of(document: EventDocument) -> Days:
    first = document.dates.start_date
    last = max(document.dates.end_date or first, first)
    reported = document.dates.reported_day if last > first else None
    return Days(first, last, reported)


def date_phrase(document: EventDocument, *, short: bool = False) -> Phrase:
    """``Kamis, 12 Agustus 2021`` or ``Kamis (12/8/2021)``, a range, or the reported day alone."""
    days = days_of(document)
    if days.reported:
        return Phrase(
            (short_date if short else long_date)(days.day), ("dates.start_date", "dates.reported_day")
        )
    text = (short_range if short else long_range)(days.first, days.last)
    return Phrase(text, ("dates.start_date", "dates.end_date") if days.several else ("dates.start_date",))


def range_phrase(document: EventDocument) -> Phrase:
    """``3–5 Februari 2025``, the whole event beside a reported day."""
    days = days_of(document)
    return Phrase(plain_range(days.first, days.last), ("dates.start_date", "dates.end_date"))


def zone_for(document: EventDocument, style: Style) -> Zone | None:
    """The one zone of the report; without any zone in the record, that of the clock times' offset."""
    if style.zone != "organiser":
        return BY_CODE[style.zone]
    for name in (document.tz_database, document.timezone):
        if name:
            return zone_of(name)
    moment = document.start or document.end or next((s.start for s in document.sessions if s.start), None)
    offset = moment.utcoffset() if moment else None
    by_offset = {timedelta(hours=zone.offset_hours): zone for zone in BY_CODE.values()}
    return by_offset.get(offset) if offset is not None else None


def clock_phrase(document: EventDocument, style: Style) -> Phrase:
    """``dari pukul 13.00 hingga 16.30 WIB``, ``mulai pukul 14.00 WIB``; dated where days differ."""
    days, zone = days_of(document), zone_for(document, style)
    start, end = document.start, document.end
    if zone is None or (start is None and end is None):
        return NOTHING
    if days.several:
        start, end = _of_reported_days(days, start, end, zone_for(document, Style()) or zone)
    if start and end:
        return Phrase(span(start, end, zone, style, days), ("start", "end", *_zone_source(document)))
    if start:
        return Phrase(f"mulai {_hour_on(start, zone, days.day)}", ("start", *_zone_source(document)))
    if end:
        return Phrase(
            f"hingga {_hour_on(end, zone, days.last if not days.reported else days.day)}",
            ("end", *_zone_source(document)),
        )
    return NOTHING


def _of_reported_days(
    days: Days, start: datetime | None, end: datetime | None, home: Zone
) -> tuple[datetime | None, datetime | None]:
    """The clock times of the reported day: the event's start on its first day, its end on its last."""
    if days.reported is None:
        return start, end
    return tuple(m if m and local(m, home).date() == days.day else None for m in (start, end))  # type: ignore[return-value]


def span(start: datetime, end: datetime, zone: Zone, style: Style, days: Days) -> str:
    """Both clock times, with the date where the zone's date is not that of the report."""
    text = (hours if style.clock == "range" else hours_from_to)(start, end, zone)
    first = local(start, zone).date()
    if first == local(end, zone).date() and (first != days.day or (days.several and not days.reported)):
        return f"pada {long_date(first)}, {text}"
    if first == days.day and first != local(end, zone).date() and not days.several:
        return f"dari {hour(start, zone)} hingga {long_date(local(end, zone).date())}, {hour(end, zone)}"
    return f"pada {text}" if text.startswith("pukul") else text


def _hour_on(moment: datetime, zone: Zone, expected: date) -> str:
    on = local(moment, zone).date()
    return hour(moment, zone) if on == expected else f"{long_date(on)}, {hour(moment, zone)}"


def _zone_source(document: EventDocument) -> tuple[str, ...]:
    return tuple(name for name in ("timezone", "tz_database") if getattr(document, name))


def session_clock(session: Session, path: str, document: EventDocument, style: Style) -> Phrase:
    zone = zone_for(document, style)
    if zone is None or not session.start:
        return NOTHING
    if session.end:
        return Phrase(hours(session.start, session.end, zone), (f"{path}.start", f"{path}.end"))
    return Phrase(f"mulai {hour(session.start, zone)}", (f"{path}.start",))


def platform(document: EventDocument) -> Phrase:
    """``melalui Zoom Meeting``."""
    text = re.sub(
        r"^(secara daring )?(melalui|via|lewat|dengan|menggunakan)\s+",
        "",
        bare(document.platform),
        flags=re.I,
    )
    return say("melalui", field("platform", _branded(text))) if text else NOTHING


_BRANDS = "Zoom,Zoom Meeting,Zoom Webinar,YouTube,Google Meet,Microsoft Teams,Webex,Facebook,Instagram,TikTok"


def _branded(text: str) -> str:
    """``Zoom Meeting`` for "zoom meeting"; any other name as it was typed, also inside addresses."""
    for brand in _BRANDS.split(","):
        text = re.sub(rf"(?<![\w./@]){brand}(?![\w./@])", brand, text, flags=re.IGNORECASE)
    return text


def place(path: str, text: str | None) -> Phrase:
    """``di Aula KPU Kabupaten Bantul``."""
    plain = re.sub(r"^(bertempat di|bertempat|di|dari)\s+", "", bare(text), flags=re.IGNORECASE)
    close = CLOSING if "," in plain else ""  # "di Hotel Senyiur, Samarinda, dari …"
    return say("di", field(path, plain + close)) if plain else NOTHING


def manner(document: EventDocument) -> Phrase:
    """``secara daring melalui Zoom Meeting``, ``secara luring di Hotel …``, or both for a hybrid."""
    via, at = platform(document), place("venue", document.venue)
    if document.mode == "hybrid":
        ways = [say("luring", at), say("daring", via)]
        if not via and not at:
            return field("mode", "secara hibrida, yakni luring dan daring")
        return say(field("mode", "secara hibrida, yakni"), ways[0], "dan", ways[1])
    if document.mode == "onsite":
        return say(field("mode", "secara luring"), at, via)
    if document.mode == "online" or via:
        online = Phrase("secara daring", ("mode",) if document.mode else ())
        return say(None if is_virtual(document) else online, via, at)
    return at


def stream(document: EventDocument) -> Phrase:
    """``kanal YouTube KPU RI``, without what the sentence around it says already."""
    text = re.sub(
        r"^(disiarkan langsung|siaran langsung|live streaming|live)\s+",
        "",
        bare(document.live_stream),
        flags=re.I,
    )
    text = re.sub(r"^(melalui|di|pada|via|lewat)\s+", "", text, flags=re.IGNORECASE)
    return field("live_stream", _branded(text))
