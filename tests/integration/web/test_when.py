"""The echo: what a typed date and hours mean, told while they are typed and when a page is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from flask import Flask, render_template_string
from flask.testing import FlaskClient

from tests.factories.account import an_account, an_office, signed_in
from tests.factories.event import a_role, slug_of
from tests.factories.registration import an_event
from tests.factories.statements import counted_selects
from webinar.core.access import OfficeRole
from webinar.web.forms.base import Form
from webinar.web.forms.when import TypedDateField, TypedTimeField, ZoneField


@pytest.fixture(autouse=True)
def in_august() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 8, 10, 3, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def operator(app: Flask) -> FlaskClient:
    return signed_in(app, an_account(OfficeRole.OPERATOR, an_office()))


def told(client: FlaskClient, **asked: str) -> list[str]:
    """The lines of the answer, blanks joined."""
    answer = client.get("/meja/waktu", query_string=asked)
    assert answer.status_code == 200
    lines = re.findall(r'class="echo.*?</(?:p|li)>', answer.text, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]*>", "", line.partition(">")[2]).split()) for line in lines]


def test_date_and_hours_are_answered_with_weekday_and_three_clocks(operator: FlaskClient) -> None:
    lines = told(operator, tanggal="12/8/26", mulai="13.00", selesai="jam 3 sore", zona="WIB")

    assert lines == [
        "Rabu, 12 Agustus 2026. Pukul 13.00–15.00 WIB / 14.00–16.00 WITA / 15.00–17.00 WIT. Lama 2 jam."
    ]


def test_dates_differ_where_midnight_lies_between(operator: FlaskClient) -> None:
    lines = told(operator, tanggal="12 Agustus", mulai="22.30", selesai="23.30", zona="WIB")

    assert lines[0] == (
        "Rabu, 12 Agustus 2026. Pukul 22.30–23.30 WIB / 23.30–00.30 (Kamis, 13 Agustus 2026) WITA / "
        "00.30 (Kamis, 13 Agustus 2026)–01.30 WIT. Lama 1 jam."
    )
    assert lines[1] == "Peringatan: Pukul 22.30 WIB: hari sudah malam di wilayah WIB."


def test_organisers_zone_leads(operator: FlaskClient) -> None:
    (line,) = told(operator, tanggal="besok", mulai="09.00", selesai="10.30", zona="WITA")

    assert line == (
        "Selasa, 11 Agustus 2026. Pukul 09.00–10.30 WITA / 08.00–09.30 WIB / 10.00–11.30 WIT. "
        "Lama 1 jam 30 menit."
    )


def test_national_audience_is_warned_of_the_late_hour(operator: FlaskClient) -> None:
    lines = told(
        operator,
        tanggal="12/8/26",
        mulai="13.00",
        selesai="15.30",
        zona="WIB",
        wilayah="se-Indonesia",
    )

    assert lines[1:] == [
        "Peringatan: Pukul 15.30 WIB adalah 17.30 WIT: jam kerja di wilayah WIT sudah berakhir. "
        "Agar selesai dalam jam kerja, mulai paling lambat pukul 12.30 WIB."
    ]


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ({"tanggal": "17/8/26"}, "Peringatan: Senin, 17 Agustus 2026 adalah hari libur nasional: "
         "Proklamasi Kemerdekaan."),
        ({"tanggal": "24 Desember"}, "Peringatan: Kamis, 24 Desember 2026 adalah cuti bersama: "
         "Kelahiran Yesus Kristus."),
        ({"tanggal": "15/8/26"}, "Catatan: Bukan hari kerja: Sabtu, 15 Agustus 2026."),
        ({"tanggal": "14/8/26", "mulai": "10", "selesai": "12"}, "Peringatan: Bertepatan dengan waktu salat "
         "Jumat (pukul 11.30–13.00 waktu setempat) di wilayah WIB."),
        ({"tanggal": "13/8/26", "mulai": "7 pagi", "selesai": "9"}, "Catatan: Pukul 07.00 WIB: jam kerja di "
         "wilayah WIB belum dimulai."),
        ({"tanggal": "13/8/26", "mulai": "13"}, "Catatan: Waktu selesai belum diisi. Pada undangan akan "
         "tertulis “sampai selesai”."),
        ({"tanggal": "9/8/26"}, "Catatan: Waktu mulai ini sudah lewat."),
        ({"tanggal": "15/8/28"}, "Catatan: Belum ada keputusan tentang hari libur dan cuti bersama tahun "
         "2028."),
        ({"tanggal": "15/8/2062"}, "Peringatan: Selasa, 15 Agustus 2062 masih lebih dari dua tahun lagi. "
         "Periksa tahunnya."),
    ],
)  # fmt: skip
def test_cautions_are_said(operator: FlaskClient, asked: dict[str, str], line: str) -> None:
    assert line in told(operator, zona="WIB", **asked)


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        ({}, []),
        ({"zona": "WITA"}, []),
        ({"tanggal": "kapan saja"},
         ["Tanggal: Tanggal ini tidak dapat dibaca. Tulis seperti 12 Agustus 2021 atau 12/8/21."]),
        ({"mulai": "13", "selesai": "s.d. selesai"},
         ["Pukul 13.00 WIB / 14.00 WITA / 15.00 WIT. Sampai selesai."]),
        ({"tanggal": "12/8/26", "sampai": "11/8/26"},
         ["Tanggal terakhir lebih awal daripada tanggal pertama.", "Rabu, 12 Agustus 2026."]),
        ({"tanggal": "12/8/26", "mulai": "13.00 WITA", "zona": "WIB"},
         ["Jam ditulis dengan WITA, tetapi zona waktu yang dipilih WIB. Samakan keduanya.",
          "Rabu, 12 Agustus 2026."]),
        ({"tanggal": "12/8/26", "mulai": "13.00", "selesai": "12.00"},
         ["Waktu selesai (Rabu, 12 Agustus 2026, pukul 12.00) lebih awal daripada waktu mulai "
          "(Rabu, 12 Agustus 2026, pukul 13.00).", "Rabu, 12 Agustus 2026."]),
        ({"tanggal": "12/8/26", "sampai": "14/8/26"},
         ["Rabu–Jumat, 12–14 Agustus 2026. Selama 3 hari."]),
        ({"tanggal": "12/8/26", "sampai": "14 agustus 2026", "mulai": "9", "selesai": "15.00"},
         ["Rabu–Jumat, 12–14 Agustus 2026. Pukul 09.00–15.00 WIB / 10.00–16.00 WITA / 11.00–17.00 WIT. "
          "Selama 3 hari.",
          "Peringatan: Bertepatan dengan waktu salat Jumat (pukul 11.30–13.00 waktu setempat) di wilayah WIB."
          ]),
        ({"tanggal": "12/8/26", "mulai": "9", "selesai": "15.5"},
         ["Waktu selesai: Menitnya kurang jelas. Tulis menit dengan dua angka, misalnya 13.05.",
          "Rabu, 12 Agustus 2026. Pukul 09.00 WIB / 10.00 WITA / 11.00 WIT."]),
        ({"tanggal": "<script>", "zona": "GMT"},
         ["Tanggal: Tanggal ini tidak dapat dibaca. Tulis seperti 12 Agustus 2021 atau 12/8/21."]),
        ({"tanggal": "x" * 5_000}, ["Tanggal: Isian ini terlalu panjang. Paling banyak 60 huruf."]),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said(
    operator: FlaskClient, asked: dict[str, str], lines: list[str]
) -> None:
    assert told(operator, **asked) == lines


def test_answer_costs_sign_in_and_rights_only(operator: FlaskClient) -> None:
    told(operator, tanggal="12/8/26")

    with counted_selects() as selects:
        told(operator, tanggal="12/8/26", mulai="13", zona="WIB", wilayah="se-Indonesia")

    assert len(selects) <= 2


def test_readers_are_not_answered(app: Flask) -> None:
    reader = signed_in(app, an_account(OfficeRole.READER, an_office()))

    assert reader.get("/meja/waktu?tanggal=12/8/26").status_code == 404


def test_page_says_the_same_as_the_answer(installed: Flask) -> None:
    class WhenForm(Form):
        day = TypedDateField("Tanggal", required=True)
        last = TypedDateField("Sampai tanggal")
        start = TypedTimeField("Mulai")
        end = TypedTimeField("Selesai", ends=True)
        zone = ZoneField()

    template = (
        '{% from "components/typed_when.html" import typed_when with context %}'
        "{{ typed_when(form.day, form.start, form.end, form.zone, last=form.last, scopes=['se-Indonesia']) }}"
    )
    typed = {"day": "12/8/26", "start": "13.00", "end": "15.30", "zone": "WIB"}
    with installed.test_request_context("/", method="POST", data=typed):
        form = WhenForm(meta={"csrf": False})
        form.validate()
        page = render_template_string(template, form=form)

    assert 'data-echo="/meja/waktu"' in page
    assert 'aria-live="polite"' in page
    assert re.findall(r'data-echo-as="(\w+)"', page) == [
        *("wilayah", "tanggal", "sampai", "mulai", "selesai", "zona")
    ]
    assert "Rabu, 12 Agustus 2026." in page
    assert "jam kerja di wilayah WIT sudah berakhir" in page
    assert '<option selected value="WIB">WIB – Waktu Indonesia Barat</option>' in page


def test_recorded_event_is_watched_for_its_people_and_audience(app: Flask) -> None:
    office = an_office("KPU RI", level="national")
    nine = datetime(2026, 8, 12, 2, tzinfo=UTC)
    values = {"start_on": nine.date(), "starts_at": nine, "ends_at": nine + timedelta(hours=2)}
    other = an_event(title="Rapat lain", slug="rapat-lain", organiser_name="Bawaslu RI", **values)
    hidden = an_event(title="Rahasia", state="draft", keeper_id=an_office("KPU Provinsi Bali"), **values)
    mine = an_event(keeper_id=office, organiser_level="national", start_on=date(2026, 9, 1), starts_at=None)
    for event_id in (other, hidden, mine):
        a_role(event_id, name="Sri Wahyuni", position="Ketua")
    client = signed_in(app, an_account(OfficeRole.OPERATOR, office))

    lines = told(client, tanggal="12/8/26", mulai="10", selesai="15.30", zona="WIB", kegiatan=slug_of(mine))

    assert lines[1:] == [
        "Peringatan: Pukul 15.30 WIB adalah 17.30 WIT: jam kerja di wilayah WIT sudah berakhir. "
        "Agar selesai dalam jam kerja, mulai paling lambat pukul 09.30 WIB.",
        "Peringatan: Sri Wahyuni sudah dijadwalkan dalam “Rapat lain” (Bawaslu RI, narasumber), "
        "Rabu, 12 Agustus 2026, pukul 09.00–11.00 WIB. Lihat kegiatan itu: Rapat lain",
        "Peringatan: Sri Wahyuni sudah dipesan satuan kerja lain pada Rabu, 12 Agustus 2026, "
        "pukul 09.00–11.00 WIB.",
    ]


def test_event_of_another_office_is_not_watched(app: Flask) -> None:
    theirs = an_event(keeper_id=an_office("KPU RI"), organiser_level="national")
    client = signed_in(app, an_account(OfficeRole.OPERATOR, an_office("KPU Kota Ternate")))

    for slug in (slug_of(theirs), "tidak-ada"):
        lines = told(client, tanggal="12/8/26", mulai="13", selesai="15.30", zona="WIB", kegiatan=slug)

        assert len(lines) == 1


def test_watching_an_event_costs_eight_selects(app: Flask) -> None:
    office = an_office()
    mine = an_event(keeper_id=office)
    a_role(mine, name="Sri Wahyuni")
    client = signed_in(app, an_account(OfficeRole.OPERATOR, office))
    slug = slug_of(mine)

    with counted_selects() as selects:
        told(client, tanggal="12/8/26", mulai="13", zona="WIB", kegiatan=slug)

    assert len(selects) <= 8
