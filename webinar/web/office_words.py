"""Sentences about offices that more than one door of the web needs."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext as _

from webinar.core.errors import OfficeLoop, OfficeNotManaged, OfficeTooDeep, Refusal
from webinar.core.office_tree import MOST_LEVELS


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
        "event.keeper_id": _("%(count)d kegiatan di mejanya", count=count),
        "event.organiser_id": _("%(count)d kegiatan yang diselenggarakannya", count=count),
        "berita.office_id": _("%(count)d berita", count=count),
        "person.keeper_id": _("%(count)d orang dalam daftarnya", count=count),
        "event_series.office_id": _("%(count)d rangkaian kegiatan", count=count),
        "event_template.office_id": _("%(count)d templat", count=count),
        "membership.office_id": _("%(count)d peran anggota", count=count),
        "colleague_invitation.office_id": _("%(count)d undangan rekan", count=count),
    }
    return words.get(where) or _("%(count)d data lain", count=count)
