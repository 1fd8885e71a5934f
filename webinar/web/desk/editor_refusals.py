"""Why a section or a row cannot be saved, at the field it is about and in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import ngettext

from webinar.core.editor import Place, Rows, Section, place_of
from webinar.core.errors import Problem
from webinar.core.typed import Reason, TypedUnfit
from webinar.queries.editor import rows_in_order
from webinar.web.desk.editor_page import EditorPage
from webinar.web.desk.editor_words import row_words
from webinar.web.forms.editor import end_day_sentence
from webinar.web.forms.section import ValuesForm
from webinar.web.unfit import unfit_sentence

_FIELD_OF = {Reason.ZONE_DISAGREES: "starts", Reason.END_BEFORE_START: "ends"}


def blame_time(form: ValuesForm, unfit: TypedUnfit) -> None:
    """Clock times that contradict each other."""
    name = _FIELD_OF.get(unfit.reason, "ends")
    if not form.blame(name, unfit_sentence(unfit)):
        form.blame("end_on", unfit_sentence(unfit))


def led_sentence() -> str:
    """Why an event of a series has no terms of registration of its own."""
    return _("Pendaftaran kegiatan ini diatur pada kegiatan pertama rangkaiannya.")


def name_held_sentence(count: int) -> str:
    """Why one name cannot take the place of another."""
    return ngettext(
        "Ada %(num)d catatan berita atas nama yang lama sehingga namanya hanya dapat diperbaiki ejaannya."
        " Untuk orang lain, tambahkan orang baru.",
        "Ada %(num)d catatan berita atas nama yang lama sehingga namanya hanya dapat diperbaiki ejaannya."
        " Untuk orang lain, tambahkan orang baru.",
        count,
    )


def blame(
    page: EditorPage,
    section: Section,
    form: ValuesForm,
    problems: Iterable[Problem],
    rows: Rows | None = None,
) -> None:
    """Each problem of the document at its field, if the form has it, else above the section."""
    for problem in problems:
        place = place_of(problem.path)
        sentence = _sentence(place, problem)
        is_here = place is not None and place.section == section and place.rows == rows
        if is_here and place is not None and form.blame(place.field, sentence):
            continue
        named = f"{_name(page, place)}: {sentence}" if place and place.rows else sentence
        said = page.told.problems.setdefault(section, [])
        if named not in said:
            said.append(named)


def _name(page: EditorPage, place: Place) -> str:
    """What the row is called that a problem is about."""
    assert place.rows is not None  # noqa: S101 - said for the type checker
    found = rows_in_order(page.event, place.rows)
    if place.part is not None:
        found = [row for row in found if row.part == place.part]
    number = place.number or 0
    return row_words(page.event, place.rows, found[number]).name if number < len(found) else ""


def _sentence(place: Place | None, problem: Problem) -> str:
    key = (place.section, place.field) if place else None
    sentences = {
        (Section.TIME, "start_on"): _("Tanggal ini tidak dapat dipakai. Tulis tahun 2000 atau sesudahnya."),
        (Section.TIME, "end_on"): end_day_sentence(),
        (Section.TIME, "starts"): _("Waktu mulai harus pada tanggal pertama kegiatan."),
        (Section.TIME, "ends"): _("Waktu selesai harus sesudah waktu mulai dan dalam hari kegiatan."),
        (Section.PROGRAMME, "day"): _("Hari ini berada di luar tanggal kegiatan."),
        (Section.PROGRAMME, "starts"): _("Waktu sesi berada di luar hari kegiatan."),
        (Section.PROGRAMME, "ends"): _("Waktu selesai sesi berada di luar hari kegiatan."),
        (Section.PEOPLE, "session"): _("Sesi ini sudah tidak ada."),
        (Section.PEOPLE, None): _("Tulis nama atau jabatannya."),
    }
    if key in sentences:
        return sentences[key]
    return _(
        "Isian ini tidak sesuai: %(found)s. Yang diharapkan: %(expected)s.",
        found=problem.found,
        expected=problem.expected,
    )


def taken_sentence(name: str) -> str:
    """Who has a part that only one can have."""
    return _("Tugas ini sudah dipegang %(name)s. Hanya satu orang dapat memegangnya.", name=name)


def full_sentence(most: int) -> str:
    """That no more rows fit."""
    return _("Daftar ini sudah penuh: paling banyak %(most)s.", most=most)


def gone_sentence() -> str:
    """That somebody is no longer in the directory."""
    return _(
        "Orang ini sudah tidak ada dalam direktori. Simpan sekali lagi untuk mencatat namanya"
        " seperti tertulis."
    )


def noted_sentence(count: int) -> str:
    """Why somebody with notes keeps the part."""
    return ngettext(
        "Ada %(num)d catatan berita untuk tugas yang lama sehingga tugasnya tidak dapat diganti.",
        "Ada %(num)d catatan berita untuk tugas yang lama sehingga tugasnya tidak dapat diganti.",
        count,
    )


def held_sentence(rows: Rows, name: str, count: int) -> str:
    """Why a row stays."""
    if rows == Rows.GROUPS:
        return ngettext(
            "%(name)s tidak dapat dihapus: %(num)d orang mendaftar dalam kelompok ini.",
            "%(name)s tidak dapat dihapus: %(num)d orang mendaftar dalam kelompok ini.",
            count,
            name=name,
        )
    return ngettext(
        "%(name)s tidak dapat dihapus: ada %(num)d catatan berita atas namanya.",
        "%(name)s tidak dapat dihapus: ada %(num)d catatan berita atas namanya.",
        count,
        name=name,
    )
