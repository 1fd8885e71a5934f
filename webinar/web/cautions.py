"""What speaks against a date, an hour or a person, in sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask_babel import gettext as _

from webinar.core.caution import Caution, CautionKey
from webinar.web.filters import joined, long_date


def caution_sentence(caution: Caution) -> str:
    """One or two sentences, complete without the rest of the page."""
    return _SENTENCES[caution.key](caution.facts)


def _elsewhere(facts: Any) -> str:
    """``Pukul 15.30 WIB adalah 17.30 WIT``; only the hour itself where no other zone is concerned."""
    home = facts["clock"]
    others = [f"{clock} {code}" for code, clock in facts["locals"] if f"{clock} {code}" != home]
    if not others:
        return _("Pukul %(clock)s", clock=home)
    return _("Pukul %(clock)s adalah %(others)s", clock=home, others=joined(others))


def _zones(facts: Any) -> str:
    return joined(code for code, clock in facts["locals"])


def _late(facts: Any) -> str:
    said = _(
        "%(clocks)s: jam kerja di wilayah %(zones)s sudah berakhir.",
        clocks=_elsewhere(facts),
        zones=_zones(facts),
    )
    if facts["latest_start"] is None:
        return said
    hint = _(
        "Agar selesai dalam jam kerja, mulai paling lambat pukul %(clock)s %(zone)s.",
        clock=facts["latest_start"],
        zone=facts["clock"].split()[1],
    )
    return f"{said} {hint}"


_SENTENCES: dict[CautionKey, Callable[[Any], str]] = {
    CautionKey.HOLIDAY: lambda f: _(
        "%(day)s adalah hari libur nasional: %(name)s.", day=long_date(f["day"]), name=f["name"]
    ),
    CautionKey.COLLECTIVE_LEAVE: lambda f: _(
        "%(day)s adalah cuti bersama: %(name)s.", day=long_date(f["day"]), name=f["name"]
    ),
    CautionKey.HOLIDAYS_UNDECIDED: lambda f: _(
        "Belum ada keputusan tentang hari libur dan cuti bersama tahun %(year)s.", year=f["year"]
    ),
    CautionKey.WEEKEND: lambda f: _("Bukan hari kerja: %(days)s.", days=joined(map(long_date, f["days"]))),
    CautionKey.FRIDAY_PRAYERS: lambda f: _(
        "Bertepatan dengan waktu salat Jumat (pukul 11.30–13.00 waktu setempat) di wilayah %(zones)s.",
        zones=joined(f["zones"]),
    ),
    CautionKey.EARLY: lambda f: _(
        "%(clocks)s: jam kerja di wilayah %(zones)s belum dimulai.", clocks=_elsewhere(f), zones=_zones(f)
    ),
    CautionKey.LATE: _late,
    CautionKey.NIGHT: lambda f: _(
        "%(clocks)s: hari sudah malam di wilayah %(zones)s.", clocks=_elsewhere(f), zones=_zones(f)
    ),
    CautionKey.RAMADAN: lambda f: _(
        "%(clocks)s: jam kerja selama Ramadan di wilayah %(zones)s sudah berakhir.",
        clocks=_elsewhere(f),
        zones=_zones(f),
    ),
    CautionKey.END_MISSING: lambda f: _(
        "Waktu selesai belum diisi. Pada undangan akan tertulis “sampai selesai”."
    ),
    CautionKey.NO_LENGTH: lambda f: _("Waktu selesai sama dengan waktu mulai."),
    CautionKey.VERY_LONG: lambda f: _(
        "Kegiatan ini berlangsung lebih dari %(hours)s jam sehari.", hours=f["hours"]
    ),
    CautionKey.PAST: lambda f: _("Waktu mulai ini sudah lewat."),
    CautionKey.FAR_AHEAD: lambda f: _(
        "%(day)s masih lebih dari dua tahun lagi. Periksa tahunnya.", day=long_date(f["day"])
    ),
}
