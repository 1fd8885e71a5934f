"""The forms of the editor's sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import ValidationError

from webinar.core.document.kinds import Many
from webinar.core.editor import ANNOUNCED, FIELDS, Section, longest
from webinar.core.zones import zone_of
from webinar.web.forms.base import line
from webinar.web.forms.picture import PictureField
from webinar.web.forms.section import (
    ListField,
    OptionalSelect,
    ValuesForm,
    field_value,
    prose,
    seats,
    text,
)
from webinar.web.forms.when import TypedDateField, TypedTimeField, ZoneField

BASICS, TIME, LETTER = FIELDS[Section.BASICS], FIELDS[Section.TIME], FIELDS[Section.LETTER]
LONGEST_DAYS = timedelta(days=365)
MODES = [
    ("", _l("Belum ditentukan")),
    ("online", _l("Daring")),
    ("onsite", _l("Di tempat")),
    ("hybrid", _l("Daring dan di tempat")),
]
EVENT_TYPES = (
    *("webinar", "sosialisasi", "rapat koordinasi", "bimbingan teknis", "rapat kerja", "diskusi"),
    *("diskusi kelompok terpumpun", "seminar", "pelatihan", "pendidikan pemilih", "konferensi pers"),
)
TOPICS = (
    *("keterbukaan informasi", "pendidikan pemilih", "data pemilih", "pencalonan", "logistik"),
    *("teknis penyelenggaraan", "hukum", "kehumasan", "sumber daya manusia", "keuangan"),
)
PLATFORMS = ("Zoom Meeting", "Google Meet", "Microsoft Teams", "Cisco Webex", "YouTube")


class TagsField(ListField):
    """Words with blanks between; each gets its sign."""

    def process_formdata(self, valuelist: list[str]) -> None:
        words = (valuelist[0] if valuelist else "").replace(",", " ").replace("#", " #").split()
        tags = [f"#{word.lstrip('#')}" for word in words if word.strip("#")]
        self.data = list(dict.fromkeys(tags))

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else " ".join(self.data or [])


def _most(name: str) -> int:
    kind = BASICS[name]
    assert isinstance(kind, Many)  # noqa: S101 - said for the type checker
    return kind.most


class BasicsForm(ValuesForm):
    """What the event is."""

    title = line(_l("Judul"), 500, required=True)
    organiser_name = line(
        _l("Penyelenggara"),
        longest(BASICS["organiser_name"]),
        required=True,
        list="kantor",
        autocomplete="off",
        **{"data-options": "/kantor.txt"},
    )
    event_type = text(BASICS, "event_type", _l("Jenis kegiatan"), list="jenis-kegiatan")
    theme = text(BASICS, "theme", _l("Tema"))
    topic = text(
        BASICS,
        "topic",
        _l("Topik"),
        hint=_l("Satu atau dua kata, untuk menyaring kalender."),
        list="topik-kegiatan",
    )
    occasion = text(BASICS, "occasion", _l("Dalam rangka"), hint=_l("Misalnya Hari Hak untuk Tahu Sedunia."))
    background = prose(
        BASICS,
        "background",
        _l("Latar belakang"),
        hint=_l("Mengapa kegiatan ini diadakan, dalam satu kalimat."),
        rows="3",
    )
    target_region = text(
        BASICS,
        "target_region",
        _l("Wilayah sasaran"),
        hint=_l("Bila kegiatan tertuju pada wilayah tertentu."),
    )
    hashtags = TagsField(
        _l("Tagar"), BASICS["hashtags"], most=_most("hashtags"), description=_l("Misalnya #KPUMelayani.")
    )


class TimeForm(ValuesForm):
    """When and where. Of a published event the days and hours are not asked for."""

    start_on = TypedDateField(_l("Tanggal"), required=True)
    end_on = TypedDateField(_l("Sampai tanggal"), hint=_l("Hanya bila lebih dari satu hari."))
    starts = TypedTimeField(_l("Waktu mulai"))
    ends = TypedTimeField(_l("Waktu selesai"), ends=True)
    zone = ZoneField()
    mode = OptionalSelect(_l("Cara pelaksanaan"), choices=MODES)
    platform = text(TIME, "platform", _l("Sarana daring"), list="sarana-daring")
    meeting_link = text(
        TIME,
        "meeting_link",
        _l("Tautan rapat"),
        hint=_l("Tidak pernah tampil di halaman publik; hanya untuk peserta terdaftar."),
        type="url",
        inputmode="url",
        autocomplete="off",
    )
    meeting_access = text(
        TIME,
        "meeting_access",
        _l("ID dan sandi rapat"),
        hint=_l("Hanya untuk peserta terdaftar."),
        autocomplete="off",
        **{"data-unkept": ""},
    )
    live_stream = text(
        TIME, "live_stream", _l("Siaran langsung"), hint=_l("Alamat atau nama saluran, tampil untuk umum.")
    )
    venue = text(TIME, "venue", _l("Tempat"), hint=_l("Untuk peserta yang hadir di tempat."))

    times_typed: Sequence[str] = ()

    def leave_times_out(self) -> None:
        """The event is published: who takes part is told of another time by rescheduling.

        Keeps what was typed all the same, in a form made before that.
        """
        times = [self[name] for name in ANNOUNCED]
        self.times_typed = [
            f"{field.label.text}: {field.raw_data[0]}"
            for field in times
            if field.raw_data
            and (field.process_errors or field_value(field) != self.base.get(field.short_name))
        ]
        for name in ANNOUNCED:
            del self[name]

    def validate_meeting_link(self, field: Any) -> None:
        field.data = web_address(field.data)

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = super().validate(extra_validators)
        if "start_on" not in self:
            return is_valid
        first, last = self.start_on.data, self.end_on.data
        if first and last == first:
            self.end_on.data = None
        elif first and last and not first < last <= first + LONGEST_DAYS:
            self.blame("end_on", end_day_sentence())
            is_valid = False
        if not self.zone.errors:
            is_valid &= self.agrees_with(zone_of(self.zone.data), "starts", "ends")
        return is_valid


def end_day_sentence() -> str:
    return _("Tanggal terakhir harus sesudah tanggal pertama, paling lama satu tahun.")


def web_address(text: str | None) -> str | None:
    """An address one may link to; ``https://`` is added where it was left out."""
    if not text:
        return text
    whole = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(whole)
        is_address = parts.scheme in ("http", "https") and "." in (parts.hostname or "") and " " not in whole
    except ValueError:
        is_address = False
    if not is_address:
        raise ValidationError(_("Alamat ini belum benar. Tulis seperti https://zoom.us/j/123456789."))
    return whole


class SeatsForm(ValuesForm):
    """How the event takes registrations."""

    is_open = BooleanField(_l("Pendaftaran dibuka"))
    quota = seats(
        _l("Kuota"),
        _l("Kosongkan bila tanpa batas. Kuota yang diturunkan tidak mengambil kursi siapa pun."),
    )
    keeps_waiting_list = BooleanField(_l("Terima daftar tunggu setelah kuota penuh"))
    closes_on = TypedDateField(
        _l("Ditutup tanggal"), hint=_l("Kosongkan bila pendaftaran ditutup saat kegiatan dimulai.")
    )
    closes = TypedTimeField(_l("Ditutup pukul"), hint=_l("Tanpa jam berarti sampai akhir hari itu."))

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = super().validate(extra_validators)
        if self.closes.data and not self.closes_on.data and not self.closes_on.errors:
            self.blame("closes_on", _("Tulis juga tanggalnya."))
            is_valid = False
        return is_valid


class LetterForm(ValuesForm):
    """The letter by which people are invited."""

    number = text(LETTER, "number", _l("Nomor surat undangan"))
    date = TypedDateField(_l("Tanggal surat"))
    sender = text(LETTER, "sender", _l("Pengirim surat"))


class PosterForm(ValuesForm):
    """The poster, with what it shows in words."""

    picture = PictureField(_l("Gambar poster"))
    alt = text(
        FIELDS[Section.POSTER],
        "alt",
        _l("Isi poster dalam kata-kata"),
        hint=_l(
            "Untuk orang yang tidak melihat gambar, misalnya: poster webinar dengan foto tiga narasumber."
        ),
    )

    aliases = {"poster_id": "picture"}
    poster_id: int | None = None

    def carry(self, sent: Any, names: Iterable[str]) -> None:
        """The picture that was sent stays in the form, with its words."""
        super().carry(sent, ["alt"])
        self.picture.shown = sent.picture.shown

    def values(self) -> dict[str, Any]:
        """After ``picture.taken`` has told the picture."""
        return {"poster_id": self.poster_id}


class OwnerForm(ValuesForm):
    """Who answers for the event."""

    owner_id = OptionalSelect(_l("Penanggung jawab"))

    def offer(self, accounts: Any, owner_name: str | None = None) -> None:
        """The accounts to choose from; who is the owner already stays to be chosen."""
        choices = [("", _("Belum ditentukan")), *((str(a.id), a.name) for a in accounts)]
        chosen = self.base.get("owner_id")
        if chosen and str(chosen) not in {value for value, _word in choices}:
            choices.append((str(chosen), owner_name or _("Akun di luar satuan kerja ini")))
        self.owner_id.offer(choices)

    def values(self) -> dict[str, Any]:
        chosen = self.owner_id.data
        return {"owner_id": int(chosen) if chosen and chosen.isdigit() else None}
