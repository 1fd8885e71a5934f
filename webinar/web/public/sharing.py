"""What leaves the site with a link: the invitation for chats, and the services people share with."""

from __future__ import annotations

from urllib.parse import quote

from flask_babel import gettext as _

from webinar.core.zones import local, three_clocks, zone_of
from webinar.models import Event
from webinar.web.filters import date_range, long_date


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


def share_links(title: str, url: str) -> list[tuple[str, str]]:
    """Name and address of the services people share with; nothing is loaded from them."""
    text, address = quote(title), quote(url, safe="")
    return [
        ("WhatsApp", f"https://wa.me/?text={quote(f'{title} {url}')}"),
        ("Telegram", f"https://t.me/share/url?url={address}&text={text}"),
        ("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={address}"),
        ("X", f"https://x.com/intent/post?text={text}&url={address}"),
    ]
