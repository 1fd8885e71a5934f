"""Offices in a report: long name with its short form at the first mention, the short name afterwards."""

from __future__ import annotations

import re

from webinar.core.berita.phrase import NOTHING, Phrase, field, listed, say
from webinar.core.document.model import EventDocument
from webinar.core.indonesian.letters import clean

_NAMES_REGION = re.compile("pem(kab|kot|prov)", re.IGNORECASE)
REGIONS = ("kabupaten", "kota", "provinsi", "kecamatan", "kelurahan", "desa")


def first_named(name: str, long_name: str | None) -> str:
    """``Komisi Pemilihan Umum (KPU) Kabupaten Bantul``, or ``Perkumpulan … (Perludem)``."""
    short, long = clean(name), clean(long_name)
    if not long or long.lower() == short.lower() or short.lower() in long.lower():
        return long or short
    words, shorter = long.split(), short.split()
    shared = 0
    while shared < len(shorter) - 1 and words[-1 - shared].lower() == shorter[-1 - shared].lower():
        shared += 1
    abbreviated = " ".join(shorter[: len(shorter) - shared])
    cut = len(words) - shared
    if shared and words[cut - 1].lower() in REGIONS and not _NAMES_REGION.match(abbreviated):
        cut -= 1  # "(Diskominfo) Kabupaten Klungkung", but "(Pemkab) Klungkung"
    if shared and cut > 0:
        return f"{' '.join(words[:cut])} ({abbreviated}) {' '.join(words[cut:])}"
    return f"{long} ({short})"


def unit(document: EventDocument, *, full: bool = False) -> Phrase:
    """The reporting unit; ``full`` at the first mention."""
    office = document.reporting_unit
    return _office("reporting_unit", office.name, office.long_name if full else None)


def organiser(document: EventDocument, *, full: bool = False) -> Phrase:
    office = document.organiser
    return _office("organiser", office.name, office.long_name if full else None)


def _office(path: str, name: str, long_name: str | None) -> Phrase:
    if not clean(long_name):
        return field(f"{path}.name", clean(name))
    return Phrase(first_named(name, long_name), (f"{path}.name", f"{path}.long_name"))


def partners(document: EventDocument, *, full: bool = False) -> Phrase:
    """The co-organisers as a list, without the organiser and the reporting unit themselves."""
    own = {_key(document.organiser.name), _key(document.organiser.long_name)}
    if document.perspective == "organiser":
        own |= {_key(document.reporting_unit.name), _key(document.reporting_unit.long_name)}
    found = []
    for index, partner in enumerate(document.co_organisers):
        name = clean(partner.name) or clean(partner.long_name)
        if name and _key(name) not in own:
            own.add(_key(name))
            path = f"co_organisers[{index}]"
            found.append(_office(path, name, partner.long_name if full and partner.name else None))
    return listed(found)


def hosts(document: EventDocument, *, full: bool = False) -> Phrase:
    """``KPU RI bersama Komisi Informasi Pusat``, as an attendee names the organisers."""
    together = partners(document, full=full)
    return say(organiser(document, full=full), "bersama" if together else None, together or NOTHING)


def own_office(document: EventDocument, *, full: bool = False) -> Phrase:
    """The organiser as the subject of its own report, whatever the reporting unit is to it."""
    ours, theirs = _key(document.reporting_unit.name), _key(document.organiser.name)
    our_long, their_long = _key(document.reporting_unit.long_name), _key(document.organiser.long_name)
    if ours in (theirs, their_long) or theirs == our_long or (our_long and our_long == their_long):
        return _same(document, full)
    if ours in theirs:
        made = organiser(document, full=full)
        return Phrase(made.text, (*made.sources, "reporting_unit.name"))
    if theirs in ours:
        return unit(document, full=full)
    return say(unit(document, full=full), "bersama", organiser(document, full=full))


def _same(document: EventDocument, full: bool) -> Phrase:
    """Unit and organiser are one office: the one whose long name is known."""
    office = document.reporting_unit
    long_name = office.long_name or document.organiser.long_name
    made = _office("reporting_unit", office.name, long_name if full else None)
    sources = tuple(
        "organiser.long_name" if s == "reporting_unit.long_name" and not office.long_name else s
        for s in made.sources
    )
    return Phrase(made.text, (*sources, "organiser.name"))


def _key(name: str | None) -> str:
    return clean(name).lower()
