"""The acts on an event's state in words: what they are called, what they bring, and what was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from webinar.core.history import Act
from webinar.core.states import EventState
from webinar.web.filters import number


@dataclass(frozen=True)
class ActWords:
    """``path`` is the act's part of the address."""

    path: str
    icon: str
    button: Any
    title: Any
    done: Any
    is_grave: bool = False


WORDS = {
    Act.PUBLISHED: ActWords(
        "terbitkan",
        "globe",
        _l("Terbitkan"),
        _l("Terbitkan kegiatan"),
        _l("Kegiatan telah terbit."),
    ),
    Act.RESCHEDULED: ActWords(
        "jadwal-ulang",
        "calendar",
        _l("Jadwalkan ulang"),
        _l("Jadwalkan ulang kegiatan"),
        _l("Kegiatan telah dijadwalkan ulang."),
    ),
    Act.POSTPONED: ActWords(
        "tunda", "pause", _l("Tunda"), _l("Tunda kegiatan"), _l("Kegiatan telah ditunda.")
    ),
    Act.CANCELLED: ActWords(
        "batalkan",
        "x",
        _l("Batalkan"),
        _l("Batalkan kegiatan"),
        _l("Kegiatan telah dibatalkan."),
        is_grave=True,
    ),
    Act.REINSTATED: ActWords(
        "pulihkan", "repeat", _l("Pulihkan"), _l("Pulihkan kegiatan"), _l("Kegiatan telah dipulihkan.")
    ),
    Act.ARCHIVED: ActWords(
        "arsipkan", "file", _l("Arsipkan"), _l("Arsipkan kegiatan"), _l("Kegiatan telah diarsipkan.")
    ),
    Act.WITHDRAWN: ActWords(
        "kembali-ke-draf",
        "pen",
        _l("Kembalikan ke draf"),
        _l("Kembalikan ke draf"),
        _l("Kegiatan kembali menjadi draf."),
    ),
}
BY_PATH = {words.path: act for act, words in WORDS.items()}


@dataclass(frozen=True)
class Situation:
    """What the consequences of an act depend on."""

    state: str
    recipient_count: int
    is_over: bool
    registration_open: bool


def consequences(act: Act, found: Situation) -> list[str]:
    """What will happen, in sentences, said before it does."""
    if act == Act.PUBLISHED:
        return _publishing(found)
    if act == Act.ARCHIVED:
        return [
            _("Kegiatan tidak lagi tampil di antara kegiatan yang berjalan di meja kerja."),
            _("Halaman publik dan beritanya tetap dapat dibaca. Tidak ada surel yang dikirim."),
        ]
    if act == Act.WITHDRAWN:
        return [
            _("Halaman kegiatan tidak lagi dapat dibuka oleh umum."),
            _("Belum ada yang mendaftar sehingga tidak ada surel yang dikirim."),
        ]
    if act == Act.REINSTATED:
        return _reinstating(found)
    return [mails_sentence(found.recipient_count), *_ENDINGS[act]()]


_ENDINGS = {
    Act.RESCHEDULED: lambda: [
        _("Pendaftaran yang sudah ada tetap berlaku. Batas waktu mendaftar bergeser sama jauhnya."),
        _("Halaman publik menampilkan jadwal baru, jadwal semula, dan alasannya. Berkas kalender berubah."),
    ],
    Act.POSTPONED: lambda: [
        _("Pendaftaran ditutup sampai jadwal baru ditetapkan. Pendaftaran yang sudah ada tetap tersimpan."),
        _("Halaman publik tetap ada dan menyebut penundaan beserta alasannya."),
    ],
    Act.CANCELLED: lambda: [
        _("Pendaftaran ditutup, dan daftar tunggu tidak lagi mendapat kursi."),
        _("Halaman publik tetap ada dan menyebut pembatalan beserta alasannya. Berkas kalender ikut batal."),
    ],
}


def mails_sentence(count: int) -> str:
    """How many people will be written to."""
    if not count:
        return _("Belum ada yang mendaftar sehingga tidak ada surel yang dikirim.")
    return ngettext(
        "%(count)s orang akan menerima surel.",
        "%(count)s orang akan menerima surel.",
        count,
        count=number(count),
    )


def told_sentence(count: int) -> str:
    """How many people are being written to; nothing where there is nobody."""
    if not count:
        return ""
    return ngettext(
        "Surel pemberitahuan sedang dikirim kepada %(count)s orang.",
        "Surel pemberitahuan sedang dikirim kepada %(count)s orang.",
        count,
        count=number(count),
    )


def _publishing(found: Situation) -> list[str]:
    said = [_("Siapa pun dapat membaca halaman kegiatan, dan kegiatan tampil dalam kalender publik.")]
    if found.is_over:
        return [
            *said,
            _("Waktunya sudah lewat sehingga kegiatan tampil sebagai kegiatan yang telah selesai."),
        ]
    if found.registration_open:
        return [*said, _("Pendaftaran langsung dibuka.")]
    return [*said, _("Pendaftaran belum dibuka. Anda dapat membukanya kapan saja.")]


def _reinstating(found: Situation) -> list[str]:
    if found.state == EventState.ARCHIVED:
        return [_("Kegiatan kembali tampil pada daftar di meja kerja. Tidak ada surel yang dikirim.")]
    if found.is_over:
        return [
            _("Waktunya sudah lewat: kegiatan akan tampil sebagai kegiatan yang telah selesai."),
            _("Tidak ada surel yang dikirim. Untuk waktu baru, jadwalkan ulang atau salin kegiatan ini."),
        ]
    return [
        mails_sentence(found.recipient_count),
        _("Kegiatan dilaksanakan sesuai jadwal semula, dan pendaftaran berjalan lagi seperti sebelumnya."),
    ]
