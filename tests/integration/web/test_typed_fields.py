"""Fields for dates and times: what was typed stays, its reading is the data, errors say why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import pytest
import time_machine
from flask import Flask
from werkzeug.datastructures import MultiDict

from webinar.core.typed import LONGEST, TypedTime
from webinar.core.zones import WITA, local
from webinar.web.forms.base import Form
from webinar.web.forms.when import TypedDateField, TypedTimeField


class WhenForm(Form):
    day = TypedDateField("Tanggal", required=True)
    last = TypedDateField("Sampai tanggal")
    starts = TypedTimeField("Mulai")
    ends = TypedTimeField("Selesai", ends=True)


@pytest.fixture(autouse=True)
def in_a_request(installed: Flask) -> Iterator[None]:
    with installed.test_request_context("/"), time_machine.travel(datetime(2021, 8, 10, 3, tzinfo=UTC)):
        yield


def form(**typed: str) -> WhenForm:
    return WhenForm(formdata=MultiDict(typed), meta={"csrf": False})


def test_typed_values_are_read_and_kept_as_typed() -> None:
    found = form(day="12/8/21", last="", starts="jam 1 siang", ends="15.00 WIB")

    assert found.validate()
    assert found.day.data == date(2021, 8, 12)
    assert found.last.data is None
    assert found.starts.data == TypedTime(time(13))
    assert found.ends.data == TypedTime(time(15), "WIB")
    assert 'value="12/8/21"' in found.day()
    assert 'value="jam 1 siang"' in found.starts()


def test_stored_values_are_shown_as_the_house_prints_them() -> None:
    start = local(datetime(2021, 8, 12, 6, tzinfo=UTC), WITA)

    found = WhenForm(data={"day": date(2021, 8, 12), "starts": start, "ends": time(15)})

    assert 'value="12 Agustus 2021"' in found.day()
    assert 'value="14.00"' in found.starts()
    assert 'value="15.00"' in found.ends()
    assert 'value=""' in found.last()


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("day", "", "Isian ini wajib diisi."),
        ("day", "besok pagi", "Tanggal ini tidak dapat dibaca. Tulis seperti 12 Agustus 2021 atau 12/8/21."),
        (
            "day",
            "Rabu, 12 Agustus 2021",
            "Anda menulis hari Rabu, tetapi 12 Agustus 2021 jatuh pada hari Kamis. "
            "Perbaiki hari atau tanggalnya.",
        ),
        (
            "day",
            "8/13/21",
            "Bulan ke-13 tidak ada. Tulis hari lebih dahulu, lalu bulan. Apakah maksud Anda 13 Agustus 2021?",
        ),
        ("day", "31 Februari 2021", "Tanggal 31 Februari 2021 tidak ada dalam kalender."),
        ("last", "31 Juni", "Tanggal 31 Juni tidak ada dalam kalender."),
        ("starts", "25.00", "Pukul 25.00 tidak ada. Jam ditulis dari 00 sampai 23, menit dari 00 sampai 59."),
        ("starts", "selesai", "Tulis jamnya, misalnya 13.00. Hanya waktu selesai yang boleh kosong."),
        ("ends", "9" * 61, f"Isian ini terlalu panjang. Paling banyak {LONGEST} huruf."),
    ],
)
def test_unfit_text_stays_in_the_field_with_its_reason(name: str, typed: str, sentence: str) -> None:
    found = form(**{"day": "12/8/21"} | {name: typed})

    assert not found.validate()
    assert {field: list(errors) for field, errors in found.errors.items()} == {name: [sentence]}
    assert found[name]._value() == typed
    assert found[name].data is None


def test_selesai_is_an_open_end() -> None:
    found = form(day="12/8/21", ends="s.d. selesai")

    assert found.validate()
    assert found.ends.data is None


def test_fields_say_how_long_they_may_be_and_keep_the_browser_from_guessing() -> None:
    html = WhenForm().day()

    assert f'maxlength="{LONGEST}"' in html
    assert 'autocomplete="off"' in html
    assert 'inputmode="text"' in html
    assert "required" in html
