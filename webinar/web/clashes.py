"""Who or what is booked already, in sentences."""

from __future__ import annotations

from datetime import timedelta

from flask_babel import gettext as _

from webinar.core.clash import ClashKind
from webinar.core.zones import local, zone_of
from webinar.queries.clash import Clash
from webinar.web.filters import long_date, part_word


def clash_sentence(clash: Clash) -> str:
    """One sentence; without title and office where another office's draft is concerned."""
    who = clash.what or ""
    if clash.title is None:
        return {
            ClashKind.PERSON: _(
                "%(who)s sudah dipesan satuan kerja lain pada %(when)s.", who=who, when=_when(clash)
            ),
            ClashKind.ROOM: _(
                "Ruang rapat ini sudah dipesan satuan kerja lain pada %(when)s.", when=_when(clash)
            ),
            ClashKind.VENUE: _(
                "%(who)s sudah dipesan satuan kerja lain pada %(when)s.", who=who, when=_when(clash)
            ),
            ClashKind.AUDIENCE: _(
                "Satuan kerja lain merencanakan kegiatan untuk peserta yang sama pada %(when)s.",
                when=_when(clash),
            ),
        }[clash.kind]
    facts = {"title": clash.title, "office": clash.office, "when": _when(clash)}
    return {
        ClashKind.PERSON: _(
            "%(who)s sudah dijadwalkan dalam “%(title)s” (%(office)s, %(part)s), %(when)s.",
            who=who,
            part=part_word(clash.part, None).lower() if clash.part else "",
            **facts,
        ),
        ClashKind.ROOM: _("Ruang rapat ini sudah dipakai untuk “%(title)s” (%(office)s), %(when)s.", **facts),
        ClashKind.VENUE: _(
            "%(who)s sudah dipakai untuk “%(title)s” (%(office)s), %(when)s.", who=who, **facts
        ),
        ClashKind.AUDIENCE: _(
            "Peserta yang sama sudah diundang ke “%(title)s” (%(office)s), %(when)s.", **facts
        ),
    }[clash.kind]


def _when(clash: Clash) -> str:
    """``Kamis, 3 Desember 2026, pukul 09.00–11.00 WIB``."""
    zone = zone_of(clash.zone_name)
    if clash.starts_at is None:
        return _("%(day)s, jamnya belum ditentukan", day=long_date(clash.start_on))
    start = local(clash.starts_at, zone)
    hours = f"{start:%H.%M}"
    if clash.ends_at is not None and clash.ends_at - clash.starts_at < timedelta(days=1):
        hours += f"–{local(clash.ends_at, zone):%H.%M}"
    return _("%(day)s, pukul %(clock)s", day=long_date(start.date()), clock=f"{hours} {zone.code}")
