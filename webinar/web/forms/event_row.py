"""The forms of the editor's rows: a person's part, a session, a group of participants, a line of a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, IntegerField, RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import NumberRange, Optional

from webinar.core.document.kinds import Whole
from webinar.core.editor import ROW_FIELDS, Rows
from webinar.core.groups import group_phrase
from webinar.core.states import GroupKind, Part
from webinar.core.zones import Zone
from webinar.web.filters import long_date, sentence
from webinar.web.forms.section import ListField, OptionalSelect, ValuesForm, prose, seats, text
from webinar.web.forms.when import TypedTimeField

PERSON, SESSION, GROUP = ROW_FIELDS[Rows.PEOPLE], ROW_FIELDS[Rows.SESSIONS], ROW_FIELDS[Rows.GROUPS]
LEGAL, PARTNER, COMMITTEE = (ROW_FIELDS[r] for r in (Rows.LEGAL_BASIS, Rows.PARTNERS, Rows.COMMITTEE))
OTHER = "speaker:other"
SPEAKER_ROLES = ("keynote", "opening_lecture", "discussant", "public_figure")
DUTIES = [
    ("opener", _l("Membuka kegiatan")),
    ("remarks", _l("Sambutan")),
    ("speaker:keynote", _l("Pembicara kunci")),
    ("speaker", _l("Narasumber")),
    ("speaker:discussant", _l("Pembahas")),
    ("speaker:opening_lecture", _l("Kuliah pembuka")),
    ("speaker:public_figure", _l("Tokoh")),
    (OTHER, _l("Narasumber dengan sebutan lain")),
    ("moderator", _l("Moderator")),
    ("mc", _l("Pewara")),
    ("note_taker", _l("Notulis")),
    ("also_present", _l("Turut hadir")),
    ("closer", _l("Menutup kegiatan")),
]
KINDS = [
    ("", _l("Biasa")),
    ("plenary", _l("Pleno")),
    ("panel", _l("Panel")),
    ("breakout", _l("Ruang diskusi (breakout)")),
    ("training", _l("Pelatihan")),
    ("break", _l("Jeda")),
]
GROUP_KINDS = [
    (GroupKind.RULE.value, _l("Jabatan pada satuan kerja")),
    (GroupKind.LIST.value, _l("Lembaga atau orang tertentu")),
    (GroupKind.OPEN.value, _l("Umum, siapa saja")),
]


class PersonForm(ValuesForm):
    """Somebody with a part in the event; titles and position as printed for this event."""

    aliases = {"part": "duty", "role": "role_word"}

    duty = OptionalSelect(_l("Tugas"), choices=DUTIES)
    name = text(PERSON, "name", _l("Nama"), hint=_l("Tanpa gelar."), autocomplete="off")
    title_prefix = text(PERSON, "title_prefix", _l("Gelar depan"), autocomplete="off")
    title_suffix = text(PERSON, "title_suffix", _l("Gelar belakang"), autocomplete="off")
    position = text(PERSON, "position", _l("Jabatan"), autocomplete="off")
    institution = text(
        PERSON,
        "institution",
        _l("Instansi"),
        hint=_l("Bila belum disebut dalam jabatan."),
        autocomplete="off",
    )
    talk_title = text(PERSON, "talk_title", _l("Judul paparan"), autocomplete="off")
    session = OptionalSelect(_l("Tampil dalam sesi"))
    role_word = text(
        PERSON, "role", _l("Sebutan lain"), hint=_l("Misalnya penanggap. Hanya untuk narasumber.")
    )
    acting = text(PERSON, "acting", _l("Plt. atau Plh."), hint=_l("Kosongkan bila menjabat tetap."))
    represents = text(PERSON, "represents", _l("Mewakili"), hint=_l("Bila hadir atas nama orang lain."))
    short_name = text(PERSON, "short_name", _l("Sebutan singkat"), hint=_l("Misalnya Bu Sri."))
    person_id = HiddenField()

    @classmethod
    def field_data(cls, values: dict[str, Any]) -> dict[str, Any]:
        part, role = values.get("part"), values.get("role")
        duty = part or Part.SPEAKER.value
        word = None
        if part == Part.SPEAKER and role in SPEAKER_ROLES:
            duty = f"speaker:{role}"
        elif part == Part.SPEAKER and role not in (None, "speaker"):
            duty, word = OTHER, role
        return {**values, "duty": duty, "role_word": word}

    def offer(self, sessions: Sequence[tuple[int, str]]) -> None:
        """The sessions somebody can speak in."""
        self.session.offer([("", _("Tidak ditentukan")), *((str(id_), name) for id_, name in sessions)])

    def values(self) -> dict[str, Any]:
        part, _colon, role = (self.duty.data or "").partition(":")
        chosen = self.session.data
        return {name: self[name].data for name in PERSON if name not in ("part", "role", "session")} | {
            "part": part,
            "role": self._role(part, role),
            "session": int(chosen) if chosen and chosen.isdigit() else None,
        }

    def _role(self, part: str, role: str) -> str | None:
        if part != Part.SPEAKER:
            return None
        if role == "other":
            return self.role_word.data
        if not role:
            before = self.base.get("role")
            return before if before in (None, "speaker") else None
        return role

    @property
    def chosen_person(self) -> int | None:
        """The person of the directory who was chosen from the suggestions."""
        typed = self.person_id.data or ""
        return int(typed) if typed.isdecimal() and len(typed) < 10 else None

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = super().validate(extra_validators)
        if not self.duty.data:
            self.blame("part", _("Pilih tugasnya."))
            is_valid = False
        if self.duty.data == OTHER and not self.role_word.data:
            self.blame("role", _("Tulis sebutannya, misalnya penanggap."))
            is_valid = False
        if is_valid and not self.name.data and not self.position.data:
            self.blame("name", _("Tulis nama atau jabatannya."))
            is_valid = False
        return is_valid


class SessionForm(ValuesForm):
    """One item of the programme."""

    name = text(SESSION, "name", _l("Nama sesi"), autocomplete="off")
    kind = OptionalSelect(_l("Jenis"), choices=KINDS)
    day = OptionalSelect(_l("Hari"))
    starts = TypedTimeField(_l("Waktu mulai"), hint="")
    ends = TypedTimeField(_l("Waktu selesai"), hint="", ends=True)
    theme = text(SESSION, "theme", _l("Tema sesi"))
    audience = text(SESSION, "audience", _l("Untuk siapa"), hint=_l("Bila tidak untuk semua peserta."))

    def fit(self, first: date, last: date, zone: Zone) -> None:
        """To the event's days and zone; an event of one day asks for no day."""
        self.zone = zone
        days = (last - first).days + 1
        if days == 1:
            del self.day
            return
        self.day.offer((str(n + 1), f"{n + 1}: {long_date(first + timedelta(days=n))}") for n in range(days))

    def values(self) -> dict[str, Any]:
        found = super().values()
        if "day" in found:
            found["day"] = int(found["day"]) if (found["day"] or "").isdigit() else 1
        return found

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = super().validate(extra_validators) and self.agrees_with(self.zone, "starts", "ends")
        if is_valid and not any((self.name.data, self.theme.data, self.kind.data)):
            self.blame("name", _("Tulis nama sesi, atau pilih jenisnya."))
            is_valid = False
        if is_valid and self.ends.data and not self.starts.data:
            self.blame("starts", _("Tulis juga waktu mulainya."))
            is_valid = False
        return is_valid


class GroupForm(ValuesForm):
    """Who is invited, as a rule, a list, or everybody."""

    kind = RadioField(
        _l("Siapa"),
        choices=[SelectChoice(value, word) for value, word in GROUP_KINDS],
        default=GroupKind.RULE.value,
    )
    positions = ListField(
        _l("Jabatan"), GROUP["positions"], description=_l("Satu jabatan tiap baris, misalnya Sekretaris.")
    )
    units = ListField(
        _l("Satuan kerja atau jenjangnya"),
        GROUP["units"],
        most=1_000,
        description=_l("Satu tiap baris, misalnya KPU Kabupaten/Kota."),
    )
    label = text(GROUP, "label", _l("Nama kelompok"), hint=_l("Misalnya mahasiswa atau masyarakat umum."))
    members = ListField(
        _l("Anggota"),
        GROUP["members"],
        most=1_000,
        description=_l("Satu tiap baris, misalnya Universitas Gadjah Mada."),
    )
    scope = text(GROUP, "scope", _l("Cakupan"), hint=_l("Misalnya se-Indonesia atau se-Jawa Timur."))
    quota = seats(_l("Kuota kelompok"), _l("Kosongkan bila hanya kuota kegiatan yang berlaku."))

    def values(self) -> dict[str, Any]:
        found = super().values()
        if found["kind"] == GroupKind.OPEN and not found["label"]:
            found["label"] = "masyarakat umum"
        return found

    @property
    def phrase(self) -> str:
        """What letters and reports will call them."""
        return sentence(group_phrase(SimpleNamespace(**self.values())))

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = super().validate(extra_validators)
        told = [self.positions.data, self.units.data, self.label.data, self.members.data]
        if is_valid and self.kind.data != GroupKind.OPEN and not any(told):
            is_rule = self.kind.data == GroupKind.RULE
            self.blame(
                "positions" if is_rule else "label",
                _("Tulis jabatan atau satuan kerjanya.") if is_rule else _("Tulis nama atau anggotanya."),
            )
            is_valid = False
        return is_valid


class _LineForm(ValuesForm):
    """A line needs its first field."""

    needed = "name"

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = super().validate(extra_validators)
        if is_valid and not self[self.needed].data:
            self.blame(self.needed, _("Isian ini wajib diisi."))
            is_valid = False
        return is_valid


def _year() -> Any:
    kind = LEGAL["year"]
    assert isinstance(kind, Whole)  # noqa: S101 - said for the type checker
    message = _l("Tulis tahun dari %(least)s sampai %(most)s.", least=kind.least, most=kind.most)
    return IntegerField(
        _l("Tahun"),
        validators=[Optional(), NumberRange(kind.least, kind.most, message=message)],
        render_kw={"inputmode": "numeric"},
    )


class LegalBasisForm(_LineForm):
    """A law or regulation the event rests on."""

    name = text(LEGAL, "name", _l("Jenis peraturan"), list="jenis-peraturan", autocomplete="off")
    number = text(LEGAL, "number", _l("Nomor"))
    year = _year()
    about = prose(LEGAL, "about", _l("Tentang"), rows="2")


class PartnerForm(_LineForm):
    """Who organises the event with us."""

    name = text(
        PARTNER,
        "name",
        _l("Nama mitra"),
        list="kantor",
        autocomplete="off",
        **{"data-options": "/kantor.txt"},
    )
    long_name = text(PARTNER, "long_name", _l("Nama lengkap"))


class CommitteeForm(_LineForm):
    """Who does what in the committee."""

    name = text(COMMITTEE, "name", _l("Nama"), autocomplete="off")
    task = text(COMMITTEE, "task", _l("Tugas"), list="tugas-panitia", autocomplete="off")


FORMS: dict[Rows, type[ValuesForm]] = {
    Rows.PEOPLE: PersonForm,
    Rows.SESSIONS: SessionForm,
    Rows.GROUPS: GroupForm,
    Rows.LEGAL_BASIS: LegalBasisForm,
    Rows.PARTNERS: PartnerForm,
    Rows.COMMITTEE: CommitteeForm,
}
REGULATIONS = (
    *("Undang-Undang", "Peraturan KPU", "Peraturan Pemerintah", "Peraturan Presiden", "Keputusan KPU"),
    *("Peraturan Komisi Informasi", "Surat Edaran", "Surat Dinas"),
)
TASKS = (
    *("Ketua panitia", "Sekretaris", "Acara", "Pendaftaran", "Publikasi", "Teknis daring", "Dokumentasi"),
    "Konsumsi",
)
