"""Words for what accounts know: roles, devices, why a password will not do."""

from __future__ import annotations

from flask_babel import gettext as _
from wtforms import Field

from webinar.core.access import OfficeRole
from webinar.core.agent import Device
from webinar.core.errors import WeakPassword
from webinar.core.password import LONGEST, SHORTEST, Weakness


def refuse_password(field: Field, refusal: WeakPassword) -> None:
    """Say at the field why the password will not do."""
    texts = {
        Weakness.TOO_SHORT: _(
            "Kata sandi terdiri atas %(least)s sampai %(most)s karakter.", least=SHORTEST, most=LONGEST
        ),
        Weakness.COMMON: _("Kata sandi ini terlalu umum dan mudah ditebak. Pilih yang lain."),
        Weakness.MONOTONOUS: _("Kata sandi ini hanya mengulang beberapa karakter. Pilih yang lain."),
        Weakness.PERSONAL: _("Kata sandi ini mirip dengan nama atau alamat surel Anda. Pilih yang lain."),
    }
    found = Weakness(refusal.weakness)
    field.errors = [texts.get(found, texts[Weakness.TOO_SHORT])]


def role_word(role: OfficeRole | str) -> str:
    """``Pengelola``."""
    return {
        OfficeRole.MANAGER: _("Pengelola"),
        OfficeRole.OPERATOR: _("Operator"),
        OfficeRole.NOTE_TAKER: _("Notulis"),
        OfficeRole.REVIEWER: _("Peninjau"),
        OfficeRole.READER: _("Pembaca"),
    }[OfficeRole(role)]


def device_words(device: Device) -> str:
    """``Chrome di Android``."""
    if device.browser and device.system:
        return _("%(browser)s di %(system)s", browser=device.browser, system=device.system)
    return device.browser or device.system or _("Peramban tidak dikenal")
