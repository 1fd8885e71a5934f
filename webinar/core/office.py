"""The tree of the Komisi Pemilihan Umum, and the names its offices are written with.

In Aceh the commissions are called *Komisi Independen Pemilihan* (Law 11/2006 article 56).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

KPU = "Komisi Pemilihan Umum"
NATIONAL_NAME = "KPU RI"
ACEH = "11"

_SHORTER = (
    (r"komisi pemilihan umum", "kpu"),
    (r"komisi independen pemilihan", "kip"),
    (r"republik indonesia", "ri"),
    (r"kab\.? ", "kabupaten "),
    (r"prov\.? ", "provinsi "),
    (r"(kabupaten|kota) administrasi ", r"\1 "),
    (r"daerah khusus (?:ibukota |ibu kota )?jakarta", "dki jakarta"),
    (r"d\.? ?i\.? yogyakarta", "daerah istimewa yogyakarta"),
    (r"\bdiy\b", "daerah istimewa yogyakarta"),
)


@dataclass(frozen=True)
class OfficeRow:
    """An office of the tree below ``parent_name``; both that and ``region_code`` are absent at the top."""

    name: str
    long_name: str
    level: str
    city: str | None = None
    region_code: str | None = None
    parent_name: str | None = None


def kpu_tree(region_names: Mapping[str, str]) -> tuple[list[OfficeRow], ...]:
    """Three levels of offices, from the names of all regions by their codes."""
    top = OfficeRow(NATIONAL_NAME, f"{KPU} Republik Indonesia", "national", "Jakarta")
    provinces = {code: _provincial(code, name) for code, name in region_names.items() if "." not in code}
    regencies = [
        _local(code, name, provinces[code.partition(".")[0]].name)
        for code, name in region_names.items()
        if "." in code
    ]
    return [top], list(provinces.values()), regencies


def _provincial(code: str, region: str) -> OfficeRow:
    short, long = _body(code)
    called = region if code == ACEH else f"Provinsi {region}"
    return OfficeRow(f"{short} {called}", f"{long} {called}", "province", None, code, NATIONAL_NAME)


def _local(code: str, region: str, parent_name: str) -> OfficeRow:
    short, long = _body(code)
    city = region.partition(" ")[2]  # without Kabupaten or Kota
    return OfficeRow(f"{short} {region}", f"{long} {region}", "regency", city, code, parent_name)


def _body(code: str) -> tuple[str, str]:
    return ("KIP", "Komisi Independen Pemilihan") if code.startswith(ACEH) else ("KPU", KPU)


def names_alike(names: Iterable[str | None]) -> list[str]:
    """Lower-case names an office in the record may bear when a document calls it so, the likeliest first."""
    alike: dict[str, None] = {}
    given = [_plain(name) for name in names if name]
    for name in (*given, *map(_shorter, given)):
        alike[name] = None
    for name in list(alike):
        if name == "kpu":
            alike["kpu ri"] = None
        elif match := re.fullmatch(r"kpu (?!provinsi |kabupaten |kota |ri$)(.+)", name):
            alike[f"kpu provinsi {match[1]}"] = None
        elif name == "kip provinsi aceh":
            alike["kip aceh"] = None
    return list(alike)


def plain_name(name: str) -> str:
    """The name as names are compared: in lower case, usual abbreviations written out, institutions short."""
    return _shorter(_plain(name))


def _plain(name: str) -> str:
    return " ".join(name.split()).lower()


def _shorter(name: str) -> str:
    for pattern, short in _SHORTER:
        name = re.sub(pattern, short, name)
    return name


LEVELS = ("national", "province", "regency", "other")


@dataclass(frozen=True)
class OfficeData:
    """What is told of an office besides its place in the tree; every text is clean, absent ones are None."""

    name: str
    long_name: str | None = None
    level: str | None = None
    city: str | None = None
    region_code: str | None = None
    email: str | None = None
    whatsapp: str | None = None  # E.164
    phone: str | None = None
    address: str | None = None
    website: str | None = None


def level_fits(level: str | None, region_code: str | None) -> bool:
    """A province's office is of a province, a regency's of a regency or city; others are of any region."""
    wanted = {"province": 2, "regency": 5}.get(level or "")
    return region_code is None or wanted is None or len(region_code) == wanted
