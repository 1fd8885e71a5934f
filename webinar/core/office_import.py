"""Offices from a table: which columns it may have, and how their cells are read."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from webinar.core.contact import ContactUnfit, mail_address, mobile_number, office_phone, web_address
from webinar.core.table_import.fault import CellUnfit
from webinar.core.table_import.table import Column

LEVEL_WORDS = {
    "national": "pusat, nasional, national, ri",
    "province": "provinsi, prov, province",
    "regency": "kabupaten, kota, kabupaten atau kota, kabupaten/kota, kab/kota, kab./kota, kab, regency",
    "other": "lainnya, lain, kecamatan, other",
}
_LEVELS = {word: level for level, words in LEVEL_WORDS.items() for word in words.split(", ")}


class OfficeFault(StrEnum):
    """Reasons of a fault that are about offices."""

    NOT_AN_ADDRESS = "not_an_address"
    NOT_A_MOBILE = "not_a_mobile"
    NOT_A_PHONE = "not_a_phone"
    NOT_A_SITE = "not_a_site"
    UNKNOWN_LEVEL = "unknown_level"
    UNKNOWN_REGION = "unknown_region"
    UNCLEAR_REGION = "unclear_region"  # names
    OTHER_LEVEL = "other_level"  # a province's office in a regency
    UNKNOWN_PARENT = "unknown_parent"
    FAULTY_PARENT = "faulty_parent"  # row
    LOOP = "loop"
    TOO_DEEP = "too_deep"  # most
    NOT_MANAGED = "not_managed"  # the office itself
    PLACE_NOT_MANAGED = "place_not_managed"  # the office above


def _level(text: str) -> str:
    level = _LEVELS.get(text.casefold())
    if level is None:
        raise CellUnfit(OfficeFault.UNKNOWN_LEVEL)
    return level


def _contact(read: Callable[[str], str], reason: str) -> Callable[[str], str]:
    def contact(text: str) -> str:
        try:
            return read(text)
        except ContactUnfit as error:
            raise CellUnfit(reason) from error

    return contact


def _column(name: str, most: int, headings: str, **more: Any) -> Column:
    return Column(name, tuple(headings.split(", ")), most, **more)


COLUMNS = (
    _column(
        "name",
        200,
        "nama satuan kerja, nama satker, nama kantor, nama, satuan kerja, satker, kantor, office name, "
        "office, name, unit",
        is_required=True,
    ),
    _column("long_name", 300, "nama panjang, nama lengkap, long name, full name"),
    _column("level", 40, "jenjang, tingkat, level", read=_level),
    _column(
        "region_code",
        80,
        "wilayah, kode wilayah, kode kemendagri, kabupaten kota, kab kota, daerah, region code, region",
    ),
    _column("city", 80, "kota kedudukan, kedudukan, ibu kota, ibukota, kota, city"),
    _column(
        "parent",
        200,
        "satuan kerja di atasnya, nama satuan kerja atas, satuan kerja atas, satker atas, "
        "satuan kerja induk, nama satker induk, satker induk, kantor induk, induk, parent office, parent",
    ),
    _column(
        "email",
        254,
        "alamat surel, surel, alamat email, email, e mail, mail",
        read=_contact(mail_address, OfficeFault.NOT_AN_ADDRESS),
    ),
    _column(
        "whatsapp",
        40,
        "nomor whatsapp, no whatsapp, whatsapp, nomor wa, no wa, wa, nomor hp, no hp, hp",
        read=_contact(mobile_number, OfficeFault.NOT_A_MOBILE),
    ),
    _column(
        "phone",
        30,
        "nomor telepon, no telepon, telepon, telp, telpon, telephone, phone",
        read=_contact(office_phone, OfficeFault.NOT_A_PHONE),
    ),
    _column("address", 500, "alamat kantor, alamat, address", prose=True),
    _column(
        "website",
        200,
        "situs web, situs, laman, website, web, url",
        read=_contact(web_address, OfficeFault.NOT_A_SITE),
    ),
)
