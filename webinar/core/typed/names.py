"""Names of months and weekdays in Indonesian and English, old spellings and usual abbreviations."""

from __future__ import annotations

_MONTHS = """
januari january jan
februari pebruari february peb feb febr
maret march mar mrt
april apr
mei may
juni june jun
juli july jul
agustus august agust agst agt ags agu aug
september sept sep
oktober october okt oct
november nopember nov nop
desember december des dec
"""
_WEEKDAYS = """
senin sen snn isnin monday mon
selasa sel slasa tuesday tue tues
rabu rab rb rebo wednesday wed
kamis kam kms thursday thu thur thurs
jumat jum jumaat jmt friday fri
sabtu sab sbt saturday sat
minggu ming mgg min ahad ahd sunday sun
"""


def _numbered(lines: str, first: int) -> dict[str, int]:
    rows = enumerate(lines.strip().splitlines(), first)
    return {name: number for number, names in rows for name in names.split()}


MONTHS = _numbered(_MONTHS, 1)
WEEKDAYS = _numbered(_WEEKDAYS, 0)  # as date.weekday()
NUMBER_WORDS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11,
}  # fmt: skip
