"""Why something typed is no date or time, said to who typed it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from flask_babel import gettext as _

from webinar.core.typed import Reason, TypedUnfit
from webinar.web.filters import long_date, plain_date


def unfit_sentence(unfit: TypedUnfit) -> str:
    """What is wrong, with its facts, and what would be right."""
    return _SENTENCES[unfit.reason](unfit.facts)


def weekday_name(number: int) -> str:
    """``Kamis`` of 3; Monday is 0."""
    words = (_("Senin"), _("Selasa"), _("Rabu"), _("Kamis"), _("Jumat"), _("Sabtu"), _("Minggu"))
    return str(words[number])


def month_name(number: int) -> str:
    """``Agustus`` of 8."""
    return plain_date(date(2000, number, 1)).split()[1]


def _no_such_month(facts: Any) -> str:
    said = _("Bulan ke-%(month)s tidak ada. Tulis hari lebih dahulu, lalu bulan.", month=facts["month"])
    if facts["meant"] is None:
        return said
    return said + " " + _("Apakah maksud Anda %(day)s?", day=plain_date(facts["meant"]))


def _no_such_day(facts: Any) -> str:
    day = f"{facts['day']} {month_name(facts['month'])}"
    if facts["year"] is not None:
        day += f" {facts['year']}"
    return _("Tanggal %(day)s tidak ada dalam kalender.", day=day)


def _wrong_weekday(facts: Any) -> str:
    return _(
        "Anda menulis hari %(typed)s, tetapi %(day)s jatuh pada hari %(weekday)s. "
        "Perbaiki hari atau tanggalnya.",
        typed=weekday_name(facts["typed"]),
        day=plain_date(facts["day"]),
        weekday=weekday_name(facts["day"].weekday()),
    )


def _moment(at: datetime) -> str:
    return _("%(day)s, pukul %(clock)s", day=long_date(at.date()), clock=at.strftime("%H.%M"))


_SENTENCES: dict[Reason, Callable[[Any], str]] = {
    Reason.EMPTY: lambda f: _("Isian ini wajib diisi."),
    Reason.TOO_LONG: lambda f: _("Isian ini terlalu panjang. Paling banyak %(most)s huruf.", most=f["most"]),
    Reason.NOT_A_DATE: lambda f: _(
        "Tanggal ini tidak dapat dibaca. Tulis seperti 12 Agustus 2021 atau 12/8/21."
    ),
    Reason.DAY_MISSING: lambda f: _("Harinya belum disebut. Tulis seperti 12 Agustus 2021."),
    Reason.MONTH_MISSING: lambda f: _("Bulannya belum disebut. Tulis seperti 12 Agustus 2021."),
    Reason.SEVERAL_DATES: lambda f: _("Tulis satu tanggal saja di sini."),
    Reason.DATE_WITH_TIME: lambda f: _("Tulis tanggalnya saja di sini. Jam memiliki isian tersendiri."),
    Reason.WEEK_OR_SUNDAY: lambda f: _(
        "“Minggu depan” dapat berarti pekan depan atau hari Minggu. "
        "Tulis tanggalnya, misalnya 12 Agustus 2021."
    ),
    Reason.NO_SUCH_DAY: _no_such_day,
    Reason.NO_SUCH_MONTH: _no_such_month,
    Reason.NO_SUCH_YEAR: lambda f: _(
        "Tahun %(year)s tidak dapat dipakai. Tulis tahun dari %(first)s sampai %(last)s.", **f
    ),
    Reason.YEAR_UNCLEAR: lambda f: _(
        "Tahun %(year)s kurang jelas. Tulis tahun dengan empat angka, misalnya 1999.", **f
    ),
    Reason.WRONG_WEEKDAY: _wrong_weekday,
    Reason.NOT_A_TIME: lambda f: _("Jam ini tidak dapat dibaca. Tulis seperti 13.00 atau jam 1 siang."),
    Reason.SEVERAL_TIMES: lambda f: _(
        "Tulis satu jam saja di sini. Waktu mulai dan waktu selesai memiliki isian masing-masing."
    ),
    Reason.MINUTES_UNCLEAR: lambda f: _(
        "Menitnya kurang jelas. Tulis menit dengan dua angka, misalnya 13.05."
    ),
    Reason.NO_SUCH_TIME: lambda f: _(
        "Pukul %(clock)s tidak ada. Jam ditulis dari 00 sampai 23, menit dari 00 sampai 59.",
        clock=f"{f['hour']:02}.{f['minute']:02}",
    ),
    Reason.NOT_THAT_PART: lambda f: _(
        "Pukul %(clock)s tidak termasuk %(part)s. Tulis dengan 24 jam, misalnya 17.00.", **f
    ),
    Reason.DAY_END: lambda f: _(
        "Pukul 24.00 adalah akhir hari. Untuk tengah malam, tulis 00.00 dengan tanggal hari berikutnya."
    ),
    Reason.OPEN_END: lambda f: _("Tulis jamnya, misalnya 13.00. Hanya waktu selesai yang boleh kosong."),
    Reason.ZONE_DISAGREES: lambda f: _(
        "Jam ditulis dengan %(typed)s, tetapi zona waktu yang dipilih %(chosen)s. Samakan keduanya.", **f
    ),
    Reason.UNKNOWN_ZONE: lambda f: _("Zona %(zone)s tidak dikenal di sini. Pakai WIB, WITA, atau WIT.", **f),
    Reason.END_BEFORE_START: lambda f: _(
        "Waktu selesai (%(end)s) lebih awal daripada waktu mulai (%(start)s).",
        start=_moment(f["start"]),
        end=_moment(f["end"]),
    ),
}
