"""What an event still lacks, in words."""

from __future__ import annotations

from functools import lru_cache

from flask_babel import gettext as _

from webinar.core.checklist import Item, Key, Phase
from webinar.web.language import chosen_language


def phase_word(phase: Phase) -> str:
    return {
        Phase.INVITATION: _("Sebelum undangan"),
        Phase.DAY: _("Sebelum hari kegiatan"),
        Phase.NEWS: _("Sebelum berita"),
    }[phase]


def checklist_word(item: Item) -> str:
    """What is looked for; of whom, where it is about people."""
    word = _words(chosen_language())[item.key]
    return f"{word}: {item.about}" if item.about else word


@lru_cache(4)
def _words(_language: str) -> dict[Key, str]:
    return {
        Key.TITLE: _("Judul"),
        Key.ORGANISER: _("Penyelenggara"),
        Key.START: _("Tanggal dan waktu mulai"),
        Key.END: _("Waktu selesai"),
        Key.OPENER: _("Pembuka acara"),
        Key.SPEAKERS: _("Narasumber"),
        Key.POSITIONS: _("Jabatan narasumber"),
        Key.MODERATOR: _("Moderator"),
        Key.GROUPS: _("Kelompok peserta"),
        Key.LETTER_NUMBER: _("Nomor surat undangan"),
        Key.REGISTRATION: _("Pendaftaran dibuka"),
        Key.SEATS: _("Kuota atau batas pendaftaran"),
        Key.MODE: _("Cara pelaksanaan"),
        Key.PLATFORM: _("Sarana rapat daring"),
        Key.LINK: _("Tautan rapat"),
        Key.VENUE: _("Tempat"),
        Key.PROGRAMME: _("Susunan acara"),
        Key.TALK_TITLES: _("Judul paparan"),
        Key.POSTER: _("Poster"),
        Key.NOTE_TAKER: _("Notulis"),
        Key.COMMITTEE: _("Penanggung jawab atau panitia"),
        Key.DELEGATION: _("Utusan"),
        Key.NOTES: _("Catatan paparan"),
        Key.ATTENDANCE: _("Jumlah peserta"),
        Key.PHOTOS: _("Foto"),
        Key.CLOSING: _("Penutup"),
        Key.CITY: _("Kota untuk baris tanggal"),
        Key.HASHTAGS: _("Tagar"),
        Key.BYLINE: _("Penulis berita"),
    }
