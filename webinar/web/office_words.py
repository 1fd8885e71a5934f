"""Sentences about offices that more than one door of the web needs."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext as _

from webinar.core.errors import OfficeLoop, OfficeNotManaged, OfficeTooDeep, Refusal
from webinar.core.office_import import OfficeFault
from webinar.core.office_tree import MOST_LEVELS
from webinar.core.table_import.reading import RowFault
from webinar.web.forms.office import level_word
from webinar.web.table_words import cell_fault_words


def place_fault(refusal: Refusal, parent: str | None) -> str | None:
    """Why an office cannot have this place; None for a refusal of another kind."""
    if isinstance(refusal, OfficeLoop):
        return _("Satuan kerja tidak dapat berada di bawah dirinya sendiri.")
    if isinstance(refusal, OfficeTooDeep):
        return _("Susunan ini terlalu dalam, paling banyak %(most)d tingkat.", most=MOST_LEVELS)
    if isinstance(refusal, OfficeNotManaged):
        if parent:
            return _("Ini memerlukan peran pengelola di satuan kerja atas, yang lama dan yang baru.")
        return _("Satuan kerja tanpa satuan kerja atas diatur oleh pengelola seluruh instalasi.")
    return None


def use_words(uses: Mapping[str, int]) -> list[str]:
    """What refers to an office, each as ``3 kegiatan``."""
    return [_use_word(where, count) for where, count in uses.items()]


def _use_word(where: str, count: int) -> str:
    words = {
        "office.parent_id": _("%(count)d satuan kerja di bawahnya", count=count),
        "event.keeper_id": _("%(count)d kegiatan di meja kerjanya", count=count),
        "event.organiser_id": _("%(count)d kegiatan yang diselenggarakannya", count=count),
        "berita.office_id": _("%(count)d berita", count=count),
        "person.keeper_id": _("%(count)d orang dalam daftarnya", count=count),
        "event_series.office_id": _("%(count)d rangkaian kegiatan", count=count),
        "event_template.office_id": _("%(count)d templat", count=count),
        "membership.office_id": _("%(count)d peran anggota", count=count),
        "colleague_invitation.office_id": _("%(count)d undangan rekan", count=count),
    }
    return words.get(where) or _("%(count)d data lain", count=count)


def column_words() -> dict[str, str]:
    """The columns a table of offices may have, as the desk calls them."""
    return {
        "name": _("Nama"),
        "long_name": _("Nama lengkap"),
        "level": _("Jenjang"),
        "region_code": _("Wilayah"),
        "city": _("Kota"),
        "parent": _("Satuan kerja di atasnya"),
        "email": _("Surel"),
        "whatsapp": _("WhatsApp"),
        "phone": _("Telepon"),
        "address": _("Alamat"),
        "website": _("Situs"),
    }


def office_fault_words(fault: RowFault) -> str:
    """What is expected in a cell of such a table instead."""
    facts = fault.facts
    words: dict[str, str] = {
        OfficeFault.NOT_AN_ADDRESS: _("alamat surel seperti nama@contoh.go.id"),
        OfficeFault.NOT_A_MOBILE: _("nomor seperti 0812 3456 7890"),
        OfficeFault.NOT_A_PHONE: _("nomor seperti (0274) 367123"),
        OfficeFault.NOT_A_SITE: _("alamat situs seperti https://kab-bantul.kpu.go.id"),
        OfficeFault.UNKNOWN_LEVEL: _("Pusat, Provinsi, Kabupaten, Kota, atau Lainnya"),
        OfficeFault.UNKNOWN_REGION: _("kode Kemendagri seperti 34.02, atau nama seperti Kabupaten Bantul"),
        OfficeFault.UNCLEAR_REGION: _("satu dari %(names)s", names=facts.get("names")),
        OfficeFault.OTHER_LEVEL: _("wilayah yang sesuai dengan jenjangnya"),
        OfficeFault.UNKNOWN_PARENT: _("nama satuan kerja yang sudah ada, atau yang dibuat berkas ini"),
        OfficeFault.FAULTY_PARENT: _(
            "satuan kerja atas yang benar. Perbaiki baris %(row)s", row=facts.get("row")
        ),
        OfficeFault.LOOP: _("satuan kerja yang tidak berada di bawahnya sendiri"),
        OfficeFault.TOO_DEEP: _("susunan paling banyak %(most)s tingkat", most=facts.get("most")),
        OfficeFault.NOT_MANAGED: _("satuan kerja yang Anda kelola"),
        OfficeFault.PLACE_NOT_MANAGED: _("satuan kerja atas yang Anda kelola"),
    }
    return cell_fault_words(fault, words)


def shown_value(name: str, value: str | None) -> str:
    """A value as people read it."""
    return level_word(value) if name == "level" else value or ""
