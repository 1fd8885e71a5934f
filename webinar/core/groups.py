"""Participant groups as a phrase: positions, units and scope in the words of letters and reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from webinar.core.indonesian.letters import bare, clean
from webinar.core.indonesian.lists import join
from webinar.core.people import with_institution


class Group(Protocol):
    """What a phrase needs of a group, of the event document or of the record."""

    @property
    def kind(self) -> str: ...
    @property
    def positions(self) -> Sequence[str]: ...
    @property
    def units(self) -> Sequence[str]: ...
    @property
    def label(self) -> str | None: ...
    @property
    def members(self) -> Sequence[str]: ...
    @property
    def scope(self) -> str | None: ...


_LINKS = "seluruh di dari tingkat wilayah dalam luar pada lingkup antar lintas"
_OWN_PREPOSITION = frozenset(_LINKS.split())


def scope_phrase(scope: str | None) -> str:
    """``se-Indonesia``, ``se-Sumatera Barat``, ``tingkat nasional``; what has its preposition keeps it."""
    text = bare(scope)
    if not text:
        return ""
    if text.lower() == "national":  # the word of the format's levels
        return "se-Indonesia"
    joined = re.sub(r"^[Ss]e[\s-]+(?=[A-Z])", "se-", text)
    if joined.startswith("se-"):
        return joined
    first = text.split()[0].lower()
    if first in _OWN_PREPOSITION:
        return text[0].lower() + text[1:]
    if text in ("nasional", "regional", "internasional", "provinsi", "kabupaten", "kota"):
        return f"tingkat {text}"
    if first.startswith("se") and text == text.lower():
        return text
    return "tingkat nasional" if text.lower() == "nasional" else f"se-{text}"


def group_phrase(group: Group) -> str:
    """The whole group as one noun phrase; empty if nothing is said of it."""
    scope = scope_phrase(group.scope)
    if group.kind == "external" or not (group.positions or group.units):
        return _external(bare(group.label), [bare(member) for member in group.members], scope)
    people = join(bare(position) for position in group.positions)
    units = join(bare(unit) for unit in group.units)
    everywhere = "se-Indonesia" if scope == "tingkat nasional" else scope  # of offices, not of an audience
    return _scoped(with_institution(people, units) or units, everywhere)


def _external(label: str, members: list[str], scope: str) -> str:
    listed = join(members)
    if not label:
        return _scoped(listed, scope)
    if listed and _PEOPLE.match(label) and all(_HOUSES.match(member) for member in members):
        return _scoped(f"{label} dari {listed}", scope)
    head = _scoped(label, scope if scope.lower() not in listed.lower() else "")
    return f"{head}, yaitu {listed}" if listed else head


_PEOPLE = re.compile(
    r"(mahasiswa|asn|aparatur|pelajar|siswa|santri|guru|dosen|perwakilan|wakil|pegawai|anggota|pengurus|kader|staf|operator|utusan"
    r"|delegasi|unsur|jajaran|pimpinan|tokoh|peserta|kepala|ketua|admin|jurnalis|wartawan|petugas|tenaga|para)\b",
    re.IGNORECASE,
)
_HOUSES = re.compile(
    r"(instansi|pemerintah|universitas|institut|politeknik|sekolah|akademi|sma|smk|smp|man|mts|stai|stie|stih|uin|iain|kpu|kip|bawaslu"
    r"|panwas|dinas|badan|kabupaten|kota|provinsi|kecamatan|kelurahan|desa|rsud|rs|rumah sakit|puskesmas"
    r"|partai|kementerian|komisi|lembaga|kantor|ppk|pps|polres|kodim|media|ormas|organisasi|biro|bagian|fakultas|ugm|ui)\b",
    re.IGNORECASE,
)


def _scoped(phrase: str, scope: str) -> str:
    if not phrase or not scope or scope.lower() in clean(phrase).lower():
        return phrase
    return f"{phrase} {scope}"


def groups_phrase(groups: Sequence[Group]) -> str:
    """All groups in the order of invitation, for an invitation or a page: "… serta …"."""
    phrases = [phrase for phrase in (group_phrase(group) for group in groups) if phrase]
    if len(phrases) < 3 and not any("," in phrase for phrase in phrases[:1]):
        return join(phrases)
    return join(phrases, "serta") if len(phrases) > 2 else " serta ".join(phrases)
