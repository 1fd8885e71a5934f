"""Facts that stand in for real ones on the page of components."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from flask import url_for
from wtforms import BooleanField, RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length

from webinar.core.announcement import Announcement, Happening, Schedule
from webinar.core.berita.printed import printed_forms
from webinar.core.caution import Caution, CautionKey, Severity
from webinar.core.checklist import Item, Key, Phase
from webinar.core.document.model import Person
from webinar.core.editor import Section
from webinar.core.states import EventState, RegistrationState
from webinar.core.status import Status
from webinar.core.zones import WIB
from webinar.queries.paging import Page
from webinar.queries.public_calendar import EventLine
from webinar.web.desk.listing import Choice, Listing
from webinar.web.desk.tasks import Task
from webinar.web.forms.base import Form
from webinar.web.forms.picture import PictureField
from webinar.web.forms.when import TypedDateField, TypedTimeField, ZoneField
from webinar.web.history import FieldGroup, FieldLine, HistoryEntry
from webinar.web.public.listing import by_month
from webinar.web.public.sharing import share_links
from webinar.web.public.when import when

START = datetime(2026, 12, 3, 6, tzinfo=UTC)
TITLE = "Webinar Pengelolaan dan Pelayanan Informasi Publik"
PLACES = [SelectChoice("", "Pilih provinsi"), SelectChoice("34", "Daerah Istimewa Yogyakarta")]
WAYS = [SelectChoice("online", "Daring"), SelectChoice("onsite", "Luring")]
PARTS = [SelectChoice("orang", "Orang"), SelectChoice("susunan", "Susunan acara")]


class SampleForm(Form):
    """One field of each kind."""

    title = StringField("Judul", [Length(max=200)], description="Seperti akan tercetak pada undangan.")
    note = TextAreaField("Catatan")
    province = SelectField("Provinsi", choices=PLACES)
    way = RadioField("Cara hadir", choices=WAYS)
    parts = SelectMultipleField("Bagian yang disalin", choices=PARTS)
    is_open = BooleanField("Pendaftaran dibuka")
    day = TypedDateField("Tanggal", required=True)
    start = TypedTimeField("Mulai", required=True)
    end = TypedTimeField("Selesai", ends=True)
    zone = ZoneField()
    poster = PictureField("Poster")


def samples() -> dict[str, Any]:
    """By the names the page uses."""
    form = SampleForm(formdata=None, data={"title": TITLE, "day": date(2026, 12, 3), "start": START.time()})
    return {
        "form": form,
        "bad_form": _with_errors(),
        "statuses": list(Status),
        "registration_states": list(RegistrationState),
        "event_states": list(EventState),
        "when": when(_line(), WIB),
        "months": by_month([_line()], zone=WIB, now=START - timedelta(days=3)),
        "roles": [_role("speaker", "Dr.", "Siti Aminah"), _role("moderator", None, "Bayu Pratama")],
        "printed": printed_forms(_person()),
        "share": share_links(TITLE, "https://contoh.id/kegiatan/webinar"),
        "asked": _listing(),
        "page": Page([_line()], "1", "1"),
        "tasks": _tasks(),
        "checks": _checks(),
        "cautions": _cautions(),
        "announcements": _announcements(),
        "changes": _changes(),
    }


def _line() -> EventLine:
    return EventLine(
        id=1,
        slug="webinar",
        title=TITLE,
        theme="Layanan yang Mudah Dijangkau",
        organiser_name="KPU RI",
        mode="online",
        state="published",
        start_on=START.date(),
        end_on=None,
        starts_at=START,
        ends_at=START + timedelta(hours=3),
        zone_name="Asia/Jakarta",
        registration_open=True,
        registration_until=None,
        registration_closes_at=None,
        quota=50,
        taken_count=38,
        keeps_waiting_list=True,
        waiting_count=0,
    )


def _with_errors() -> SampleForm:
    form = SampleForm(formdata=None, prefix="salah-")
    form.title.errors = ["Isian ini wajib diisi."]
    form.province.errors = ["Pilih salah satu yang tersedia."]
    form.day.errors = ["Tanggal ini tidak ada: Februari 2026 berakhir pada tanggal 28."]
    return form


def _person() -> Person:
    return Person(name="Siti Aminah", title_prefix="Dr.", position="Ketua", institution="KPU RI")


def _role(part: str, prefix: str | None, name: str) -> SimpleNamespace:
    told = {"title_prefix": prefix, "title_suffix": "M.Si.", "position": "Ketua", "institution": "KPU RI"}
    absent = dict.fromkeys(("role", "acting", "represents", "talk_title"))
    return SimpleNamespace(part=part, name=name, **told, **absent)


def _listing() -> Listing:
    return Listing(
        base=url_for("dev.components"),
        given={"cari": "bantul", "status": "draft"},
        choices=(Choice("status", "Status", (("", "Semua"), ("draft", "Draf"))),),
        orders=(("nama", "Nama"), ("-datang", "Terakhir mendaftar")),
        texts={"cari": "Pencarian"},
    )


def _tasks() -> list[Task]:
    here = url_for("dev.components")
    return [
        Task("hot", "mail", "8 surel tidak sampai", TITLE, "Lihat penerima", here),
        Task("warm", "pen", "Masih draf, mulai 3 hari lagi", TITLE, "Periksa dan terbitkan", here),
        Task("cool", "file", "Berita menunggu tinjauan", TITLE, "Tinjau", here),
    ]


def _checks() -> list[Item]:
    return [
        Item(Phase.INVITATION, Key.TITLE, True, Section.BASICS),
        Item(Phase.INVITATION, Key.MODERATOR, False, Section.PEOPLE),
        Item(Phase.DAY, Key.LINK, False, Section.TIME),
    ]


def _cautions() -> list[Caution]:
    return [
        Caution(CautionKey.END_MISSING, Severity.NOTE),
        Caution(CautionKey.VERY_LONG, Severity.WARN, {"hours": 9}),
    ]


def _announcements() -> list[Announcement]:
    old = Schedule(START.date(), None, START, None, "Asia/Jakarta")
    new = Schedule(date(2026, 12, 10), None, START + timedelta(days=7), None, "Asia/Jakarta")
    return [Announcement(Happening.RESCHEDULED, START, "Narasumber berhalangan.", old, new, 412)]


def _changes() -> list[HistoryEntry]:
    fields = (FieldLine("Tempat", "Aula", "Ruang rapat"), FieldLine("Tagar", added=("#KPU",)))
    groups = (FieldGroup(None, "", fields),)
    at = "Kamis, 3 Desember 2026, pukul 13.00 WIB"
    return [HistoryEntry(at, "Sri", "Diubah", "Kegiatan", TITLE, None, None, groups)]
