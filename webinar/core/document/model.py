"""The event document: one event as an office knows it, before it and after it.

Every fact that the berita, the exports and the previews print comes from here. Texts are Indonesian,
dates are ``datetime.date``, clock times are aware ``datetime`` with the offset of the event's zone.
Absent text is ``None``, an absent list is the empty tuple, an object with nothing in it is ``None``.
Always there: ``title``, ``organiser.name``, ``reporting_unit.name``, ``perspective``, ``dates.start_date``.

The annotations are the one definition of the format: what is read, written and published as JSON Schema.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar

from webinar.core.document.kinds import Choice, Day, Flag, Many, Moment, Part, Text, Whole
from webinar.core.zones import BY_CODE, BY_NAME

LEVELS = ("national", "province", "regency", "other")
MODES = ("online", "onsite", "hybrid")
PERSPECTIVES = ("attendee", "organiser")
SESSION_KINDS = ("plenary", "panel", "breakout", "training", "break")
BY_POSITION = "position_level_region"
EXTERNAL = "external"
NOTE = 5_000  # characters of one note: a page of typing
PROSE = 20_000


@dataclass(frozen=True)
class Series:
    name: Annotated[str | None, Text("Nama rangkaian")] = None
    number: Annotated[int | None, Whole("Nomor urut dalam rangkaian", 1, 10_000)] = None
    launched_by: Annotated[str | None, Text("Siapa yang meluncurkan rangkaian")] = None
    launched_on: Annotated[date | None, Day("Tanggal peluncuran rangkaian")] = None


@dataclass(frozen=True)
class InvitationLetter:
    number: Annotated[str | None, Text("Nomor surat, seperti tercetak", numeral=True)] = None
    date: Annotated[date | None, Day("Tanggal surat")] = None
    sender: Annotated[str | None, Text("Pengirim surat")] = None


@dataclass(frozen=True)
class LegalBasis:
    name: Annotated[str | None, Text("Jenis peraturan, misalnya Undang-Undang atau Peraturan KPU")] = None
    number: Annotated[str | None, Text("Nomor peraturan", 50, numeral=True)] = None
    year: Annotated[int | None, Whole("Tahun peraturan", 1900, 2100)] = None
    about: Annotated[str | None, Text("Isi peraturan, setelah kata “tentang”", 1_000)] = None


@dataclass(frozen=True)
class Organiser:
    name: Annotated[str, Text("Nama pendek penyelenggara, seperti tercetak", 200)]
    long_name: Annotated[str | None, Text("Nama lengkap penyelenggara")] = None
    level: Annotated[str | None, Choice("Tingkat penyelenggara", LEVELS)] = None


@dataclass(frozen=True)
class CoOrganiser:
    name: Annotated[str | None, Text("Nama pendek mitra")] = None
    long_name: Annotated[str | None, Text("Nama lengkap mitra")] = None


@dataclass(frozen=True)
class ReportingUnit:
    name: Annotated[str, Text("Nama satuan kerja yang membuat berita", 200)]
    long_name: Annotated[str | None, Text("Nama lengkap satuan kerja")] = None
    level: Annotated[str | None, Choice("Tingkat satuan kerja", LEVELS)] = None
    city: Annotated[str | None, Text("Kota satuan kerja, untuk baris tanggal", 80)] = None
    site: Annotated[str | None, Text("Alamat situs satuan kerja, untuk baris tanggal", 200)] = None


@dataclass(frozen=True)
class Dates:
    start_date: Annotated[date, Day("Hari pertama")]
    end_date: Annotated[date | None, Day("Hari terakhir")] = None
    reported_day: Annotated[int | None, Whole("Hari keberapa yang diberitakan", 1, 366)] = None


@dataclass(frozen=True)
class Person:
    """Somebody with a part in the event; ``name`` may be absent, then only the position is printed."""

    name: Annotated[str | None, Text("Nama tanpa gelar", 200)] = None
    title_prefix: Annotated[str | None, Text("Gelar di depan nama", 100)] = None
    title_suffix: Annotated[str | None, Text("Gelar di belakang nama", 200)] = None
    short_name: Annotated[str | None, Text("Sebutan berikutnya; tidak pernah diturunkan dari nama", 100)] = (
        None
    )
    position: Annotated[str | None, Text("Jabatan")] = None
    institution: Annotated[str | None, Text("Lembaga, bila belum disebut dalam jabatan")] = None
    acting: Annotated[str | None, Text("Plt. atau Plh.", 30)] = None
    represents: Annotated[str | None, Text("Pihak yang diwakili")] = None


@dataclass(frozen=True)
class PersonWithRemarks(Person):
    """Somebody who opened, closed or gave remarks, with the notes of what was said."""

    remarks: Annotated[tuple[str, ...], Many("Catatan sambutan", Text("Satu catatan", NOTE, prose=True))] = ()


@dataclass(frozen=True)
class Speaker(Person):
    session_order: Annotated[int | None, Whole("Urutan tampil", 0, 10_000)] = None
    role: Annotated[
        str | None,
        Text(
            "speaker, keynote, opening_lecture, discussant, public_figure, atau sebutan lain apa adanya", 100
        ),
    ] = None
    talk_title: Annotated[str | None, Text("Judul paparan", 500)] = None
    session: Annotated[int | None, Whole("Urutan sesi (sessions[].order)", 0, 10_000)] = None
    intro: Annotated[str | None, Text("Pengantar isi paparan, frasa nomina", NOTE, prose=True)] = None
    key_points: Annotated[tuple[str, ...], Many("Pokok materi", Text("Satu pokok", NOTE, prose=True))] = ()
    summary: Annotated[str | None, Text("Uraian paparan", PROSE, prose=True)] = None
    quotes: Annotated[tuple[str, ...], Many("Kutipan langsung", Text("Satu kutipan", NOTE, prose=True))] = ()

    KEY_ORDER: ClassVar[tuple[str, ...]] = (
        *("session_order", "role", "name", "title_prefix", "title_suffix", "short_name", "position"),
        *("institution", "acting", "represents", "talk_title", "intro", "key_points", "summary", "quotes"),
        "session",
    )


@dataclass(frozen=True)
class Session:
    order: Annotated[int | None, Whole("Urutan sesi", 0, 10_000)] = None
    name: Annotated[str | None, Text("Nama sesi")] = None
    kind: Annotated[str | None, Choice("Jenis sesi", SESSION_KINDS)] = None
    theme: Annotated[str | None, Text("Tema sesi", 500)] = None
    audience: Annotated[str | None, Text("Peserta sesi", 500)] = None
    day: Annotated[int | None, Whole("Hari keberapa", 1, 366)] = None
    start: Annotated[datetime | None, Moment("Waktu mulai")] = None
    end: Annotated[datetime | None, Moment("Waktu selesai")] = None


@dataclass(frozen=True)
class ParticipantGroup:
    """Invited people: positions × units in a scope, or a category with its members.

    A kind that is not given follows from what is: positions or units make the one, all else the other.
    """

    kind: Annotated[str, Choice("Jenis kelompok", (BY_POSITION, EXTERNAL))] = ""
    positions: Annotated[tuple[str, ...], Many("Jabatan", Text("Satu jabatan"))] = ()
    units: Annotated[
        tuple[str, ...], Many("Satuan kerja atau tingkatnya", Text("Satu satuan kerja"), 1_000)
    ] = ()
    label: Annotated[str | None, Text("Nama kelompok")] = None
    members: Annotated[tuple[str, ...], Many("Anggota kelompok", Text("Satu anggota"), 1_000)] = ()
    scope: Annotated[str | None, Text("Cakupan, misalnya se-Indonesia")] = None

    def __post_init__(self) -> None:
        if not self.kind:
            object.__setattr__(self, "kind", BY_POSITION if self.positions or self.units else EXTERNAL)


@dataclass(frozen=True)
class Delegate:
    name: Annotated[str | None, Text("Nama", 200)] = None
    position: Annotated[str | None, Text("Jabatan")] = None
    count: Annotated[int | None, Whole("Jumlah orang, bila tanpa nama", 0, 1_000_000)] = None


@dataclass(frozen=True)
class Attendance:
    total: Annotated[int | None, Whole("Jumlah seluruhnya")] = None
    online: Annotated[int | None, Whole("Jumlah yang daring")] = None
    onsite: Annotated[int | None, Whole("Jumlah yang luring")] = None
    units: Annotated[int | None, Whole("Jumlah satuan kerja")] = None
    counted_as: Annotated[str | None, Text("Yang dihitung, misalnya peserta atau satuan kerja", 100)] = None
    mode: Annotated[str | None, Choice("Cara hadir", MODES)] = None


@dataclass(frozen=True)
class Discussion:
    question: Annotated[str | None, Text("Pertanyaan", NOTE, prose=True)] = None
    question_by: Annotated[str | None, Text("Penanya")] = None
    answer: Annotated[str | None, Text("Jawaban", NOTE, prose=True)] = None
    answer_by: Annotated[str | None, Text("Penjawab")] = None


@dataclass(frozen=True)
class Quote:
    speaker: Annotated[str | None, Text("Yang mengatakan")] = None
    text: Annotated[str | None, Text("Kutipan kata demi kata", NOTE, prose=True)] = None


@dataclass(frozen=True)
class Photo:
    file: Annotated[str | None, Text("Nama berkas", 500)] = None
    caption: Annotated[str | None, Text("Takarir", 1_000)] = None
    alt: Annotated[str | None, Text("Teks pengganti gambar", 1_000)] = None
    credit: Annotated[str | None, Text("Pemilik foto")] = None


@dataclass(frozen=True)
class Byline:
    writer: Annotated[str | None, Text("Penulis", 200)] = None
    editor: Annotated[str | None, Text("Penyunting", 200)] = None
    photographer: Annotated[str | None, Text("Fotografer", 200)] = None


@dataclass(frozen=True, kw_only=True)
class EventDocument:
    uid: Annotated[str | None, Text("Identitas kegiatan; ditulis saat ekspor", 255)] = None
    language: Annotated[str, Choice("Bahasa teks", ("id",))] = "id"
    event_type: Annotated[
        str | None, Text("Jenis kegiatan: webinar, sosialisasi, rapat koordinasi, …", 100)
    ] = None
    title: Annotated[str, Text("Nama kegiatan", 500)]
    theme: Annotated[str | None, Text("Tema", 500)] = None
    occasion: Annotated[str | None, Text("Dalam rangka apa", 500)] = None
    background: Annotated[str | None, Text("Mengapa diadakan, satu klausa", NOTE, prose=True)] = None
    series: Annotated[Series | None, Part("Rangkaian", Series)] = None
    first_of_its_kind: Annotated[bool | None, Flag("Apakah yang pertama kali diadakan")] = None
    target_region: Annotated[str | None, Text("Wilayah sasaran kegiatan")] = None
    invitation_letter: Annotated[InvitationLetter | None, Part("Surat undangan", InvitationLetter)] = None
    legal_basis: Annotated[
        tuple[LegalBasis, ...], Many("Dasar hukum", Part("Satu peraturan", LegalBasis), 50)
    ] = ()
    organiser: Annotated[Organiser, Part("Penyelenggara", Organiser)]
    co_organisers: Annotated[
        tuple[CoOrganiser, ...], Many("Mitra", Part("Satu mitra", CoOrganiser), 100)
    ] = ()
    reporting_unit: Annotated[ReportingUnit, Part("Satuan kerja yang membuat berita", ReportingUnit)]
    perspective: Annotated[str, Choice("Sudut pandang berita: mengikuti atau menyelenggarakan", PERSPECTIVES)]
    dates: Annotated[Dates, Part("Tanggal", Dates)]
    start: Annotated[datetime | None, Moment("Waktu mulai")] = None
    end: Annotated[datetime | None, Moment("Waktu selesai; tanpa ini berarti sampai selesai")] = None
    timezone: Annotated[str | None, Choice("Zona waktu", tuple(BY_CODE))] = None
    tz_database: Annotated[str | None, Choice("Nama zona waktu lengkap", tuple(BY_NAME))] = None
    mode: Annotated[str | None, Choice("Daring, luring, atau gabungan", MODES)] = None
    platform: Annotated[str | None, Text("Sarana rapat daring")] = None
    live_stream: Annotated[str | None, Text("Saluran siaran langsung", 500)] = None
    venue: Annotated[str | None, Text("Tempat kegiatan", 500)] = None
    attending_from: Annotated[str | None, Text("Tempat satuan kerja mengikuti")] = None
    dateline_city: Annotated[
        str | None, Text("Kota pada baris tanggal, pengganti kota satuan kerja", 100)
    ] = None
    opened_by: Annotated[PersonWithRemarks | None, Part("Pembuka", PersonWithRemarks)] = None
    closed_by: Annotated[PersonWithRemarks | None, Part("Penutup", PersonWithRemarks)] = None
    remarks_by: Annotated[
        tuple[PersonWithRemarks, ...],
        Many("Sambutan dan arahan, menurut urutan", Part("Pemberi sambutan", PersonWithRemarks)),
    ] = ()
    moderators: Annotated[tuple[Person, ...], Many("Moderator", Part("Satu moderator", Person))] = ()
    also_present: Annotated[tuple[Person, ...], Many("Turut hadir", Part("Yang turut hadir", Person))] = ()
    masters_of_ceremonies: Annotated[tuple[Person, ...], Many("Pewara", Part("Satu pewara", Person))] = ()
    note_takers: Annotated[tuple[Person, ...], Many("Notulis", Part("Satu notulis", Person))] = ()
    speakers: Annotated[tuple[Speaker, ...], Many("Narasumber", Part("Satu narasumber", Speaker))] = ()
    sessions: Annotated[tuple[Session, ...], Many("Sesi", Part("Satu sesi", Session))] = ()
    participant_groups: Annotated[
        tuple[ParticipantGroup, ...], Many("Kelompok peserta", Part("Satu kelompok", ParticipantGroup))
    ] = ()
    delegation: Annotated[
        tuple[Delegate, ...], Many("Utusan satuan kerja", Part("Satu utusan", Delegate), 1_000)
    ] = ()
    attendance: Annotated[Attendance | None, Part("Kehadiran", Attendance)] = None
    discussion: Annotated[tuple[Discussion, ...], Many("Diskusi", Part("Satu tanya jawab", Discussion))] = ()
    closing_note: Annotated[
        str | None, Text("Kalimat penutup satuan kerja, seperti diketik", NOTE, prose=True)
    ] = None
    hashtags: Annotated[tuple[str, ...], Many("Tagar", Text("Satu tagar", 100), 50)] = ()
    quotes: Annotated[tuple[Quote, ...], Many("Kutipan langsung", Part("Satu kutipan", Quote))] = ()
    photos: Annotated[tuple[Photo, ...], Many("Foto", Part("Satu foto", Photo))] = ()
    byline: Annotated[Byline | None, Part("Penulis dan penyunting", Byline)] = None
