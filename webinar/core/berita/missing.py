"""What the record lacks and a report would be better for: shown beside the draft, never in it."""

from __future__ import annotations

from webinar.core.berita.speakers import has_notes
from webinar.core.document.model import EventDocument
from webinar.core.indonesian.letters import clean
from webinar.core.people import post


def missing(document: EventDocument) -> list[str]:
    """The absent facts in the order of the report, in Indonesian: "waktu selesai", "moderator"."""
    attendee = document.perspective == "attendee"
    facts: list[tuple[object, str]] = [
        (document.event_type, "jenis kegiatan"),
        (document.theme, "tema"),
        (document.occasion or document.background, "latar belakang atau tujuan"),
        (document.start, "waktu mulai"),
        (document.end, "waktu selesai"),
        (document.mode, "cara pelaksanaan (daring, luring, hibrida)"),
        (document.platform or document.mode == "onsite", "platform"),
        (document.venue or document.mode not in ("onsite", "hybrid"), "tempat"),
        (document.reporting_unit.city or document.dateline_city, "kota untuk baris tanggal"),
        (document.participant_groups, "kelompok peserta"),
        (document.delegation or not attendee, "utusan"),
        (_counted(document) or attendee, "jumlah peserta"),
        (document.opened_by, "pembuka acara"),
        (document.speakers, "narasumber"),
        (document.moderators, "moderator"),
    ]
    absent = [label for value, label in facts if not value]
    absent += [
        f"catatan untuk {_called(s.name, s.position, s.institution)}"
        for s in document.speakers
        if not has_notes(s)
    ]
    closing: list[tuple[object, str]] = [
        (document.closed_by or document.closing_note, "penutup"),
        (document.hashtags, "tagar"),
        (document.byline, "penulis"),
    ]
    return absent + [label for value, label in closing if not value]


def _counted(document: EventDocument) -> bool:
    attendance = document.attendance
    return attendance is not None and bool(attendance.total or attendance.online or attendance.onsite)


def _called(name: str | None, position: str | None, institution: str | None) -> str:
    return clean(name) or post(position, institution) or "narasumber tanpa nama"
