"""Which zone a province keeps (Keppres 41/1987), and how regions are called in running text."""

from __future__ import annotations

from dataclasses import dataclass

WESTERN = "Asia/Jakarta"
WESTERN_BORNEO = "Asia/Pontianak"
CENTRAL = "Asia/Makassar"
EASTERN = "Asia/Jayapura"

# by the codes of the Ministry of Home Affairs; Kalimantan Barat and Tengah keep western time
PROVINCES_OF_ZONES = {
    WESTERN: "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36",
    WESTERN_BORNEO: "61 62",
    CENTRAL: "51 52 53 63 64 65 71 72 73 74 75 76",
    EASTERN: "81 82 91 92 93 94 95 96",
}
PROVINCE_ZONES = {code: zone for zone, codes in PROVINCES_OF_ZONES.items() for code in codes.split()}
SHORTER_NAMES = {"Daerah Khusus Ibukota Jakarta": "DKI Jakarta"}
KINDS = {"provinsi": "province", "kabupaten": "regency", "kota": "city"}


@dataclass(frozen=True)
class RegionRow:
    """One region: ``34`` or ``34.02`` with its name, kind, parent and zone."""

    code: str
    name: str
    kind: str  # province, regency, city
    parent_code: str | None
    zone_name: str


def region_row(code: str, official_name: str, official_kind: str) -> RegionRow:
    """The region as the record keeps it; *Administrasi* is left out, as texts leave it out."""
    name = SHORTER_NAMES.get(official_name, official_name).replace(" Administrasi ", " ")
    parent = code.rpartition(".")[0] or None
    return RegionRow(code, name, KINDS[official_kind], parent, PROVINCE_ZONES[code[:2]])
