"""What a participant tells us, whatever door it came through."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

PRIVACY_NOTICE_VERSION = "2026-11"


@dataclass(frozen=True)
class RegistrationData:
    """One registration as typed, already cleaned and checked by the door. ``region_code`` tells the zone."""

    full_name: str
    email: str
    institution: str
    submission_key: str
    position: str | None = None
    unit: str | None = None
    title_prefix: str | None = None
    title_suffix: str | None = None
    whatsapp: str | None = None
    region_code: str | None = None
    group_id: int | None = None
    attendance_mode: str | None = None
    accessibility_need: str | None = None
    question: str | None = None
    consents_photo: bool = False
    consents_contact: bool = False


def email_key(email: str) -> str:
    """The address for comparing: NFC, case folded, without blanks at the ends."""
    return unicodedata.normalize("NFC", email.strip()).casefold()
