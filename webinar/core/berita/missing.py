"""What the record lacks and a report would be better for: shown beside the draft, never in it."""

from __future__ import annotations

from dataclasses import dataclass

from webinar.core.berita.speakers import has_notes
from webinar.core.document.model import EventDocument
from webinar.core.indonesian.letters import clean
from webinar.core.people import post


@dataclass(frozen=True)
class Gap:
    """One absent fact: its name in code, how it is called in Indonesian, and of whom it is."""

    key: str
    label: str
    about: str | None = None


def missing(document: EventDocument) -> list[str]:
    """The absent facts in the order of the report, in Indonesian: "waktu selesai", "moderator"."""
    return [gap.label for gap in gaps(document)]


def gaps(document: EventDocument) -> list[Gap]:
    """The absent facts in the order of the report."""
    attendee = document.perspective == "attendee"
    facts: list[tuple[object, str, str]] = [
        (document.event_type, "event_type", "jenis kegiatan"),
        (document.theme, "theme", "tema"),
        (document.occasion or document.background, "background", "latar belakang atau tujuan"),
        (document.start, "start", "waktu mulai"),
        (document.end, "end", "waktu selesai"),
        (document.mode, "mode", "cara pelaksanaan (daring, luring, hibrida)"),
        (document.platform or document.mode == "onsite", "platform", "platform"),
        (document.venue or document.mode not in ("onsite", "hybrid"), "venue", "tempat"),
        (document.reporting_unit.city or document.dateline_city, "city", "kota untuk baris tanggal"),
        (document.participant_groups, "groups", "kelompok peserta"),
        (document.delegation or not attendee, "delegation", "utusan"),
        (_counted(document) or attendee, "attendance", "jumlah peserta"),
        (document.opened_by, "opener", "pembuka acara"),
        (document.speakers, "speakers", "narasumber"),
        (document.moderators, "moderator", "moderator"),
    ]
    absent = [Gap(key, label) for value, key, label in facts if not value]
    for speaker in document.speakers:
        if not has_notes(speaker):
            called = _called(speaker.name, speaker.position, speaker.institution)
            absent.append(Gap("notes", f"catatan untuk {called}", called))
    closing: list[tuple[object, str, str]] = [
        (document.closed_by or document.closing_note, "closing", "penutup"),
        (document.hashtags, "hashtags", "tagar"),
        (document.byline, "byline", "penulis"),
    ]
    return absent + [Gap(key, label) for value, key, label in closing if not value]


def _counted(document: EventDocument) -> bool:
    attendance = document.attendance
    return attendance is not None and bool(attendance.total or attendance.online or attendance.onsite)


def _called(name: str | None, position: str | None, institution: str | None) -> str:
    return clean(name) or post(position, institution) or "narasumber tanpa nama"
