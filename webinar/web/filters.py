"""What templates may call: dates, clocks, names and seats in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from babel.dates import format_date
from babel.numbers import format_decimal
from flask import Flask, request
from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from webinar.core.groups import group_phrase, groups_phrase
from webinar.core.indonesian.lists import join
from webinar.core.people import full_name, post
from webinar.core.states import Part
from webinar.core.status import Status
from webinar.core.zones import WIB, Zone, clock, clock_with_zone, local, zone_of
from webinar.web.language import chosen_language

LOCALES = {"id": "id", "en": "en_GB"}
WITH_SEARCH = frozenset(
    {"public.events", "public.month", "public.berita_list", "public.office", "public.office_list"}
    | {"desk.events", "desk.registrations", "desk.search"}
)


@lru_cache(2000)
def _formatted(day: date, pattern: str, language: str) -> str:
    return format_date(day, pattern, locale=LOCALES[language])


def long_date(day: date) -> str:
    """``Kamis, 12 Agustus 2021``."""
    return _formatted(day, "EEEE, d MMMM y", chosen_language())


def plain_date(day: date) -> str:
    """``12 Agustus 2021``."""
    return _formatted(day, "d MMMM y", chosen_language())


def weekday(day: date) -> str:
    return _formatted(day, "EEEE", chosen_language())


def month_name(day: date) -> str:
    """``Agustus 2021``."""
    return _formatted(day, "LLLL y", chosen_language())


def date_range(first: date, last: date | None) -> str:
    """``Kamis, 12 Agustus 2021``, or ``Kamis–Sabtu, 12–14 Agustus 2021`` with what differs said twice."""
    if last is None or last <= first:
        return long_date(first)
    days = f"{weekday(first)}–{weekday(last)}, " if last - first < timedelta(days=7) else ""
    if first.year != last.year:
        start = plain_date(first)
    elif first.month != last.month:
        start = _formatted(first, "d MMMM", chosen_language())
    else:
        start = str(first.day)
    dash = "–" if start.isdigit() else " – "
    return f"{days}{start}{dash}{plain_date(last)}"


def short_date(day: date) -> str:
    """``Kam, 12 Agu 2021``."""
    return _formatted(day, "EEE, d MMM y", chosen_language())


def short_range(first: date, last: date | None) -> str:
    """``Kam, 12 Agu 2021``, or ``12–14 Agu 2021``, for lists."""
    if last is None or last <= first:
        return short_date(first)
    language = chosen_language()
    pattern = "d MMM y" if first.year != last.year else "d MMM" if first.month != last.month else "d"
    dash = "–" if pattern == "d" else " – "
    return f"{_formatted(first, pattern, language)}{dash}{_formatted(last, 'd MMM y', language)}"


def number(value: int) -> str:
    """``1.114``."""
    return _counted(value, chosen_language())


@lru_cache(2000)
def _counted(value: int, language: str) -> str:
    return str(format_decimal(value, locale=LOCALES[language]))


def moment(instant: datetime, zone: Zone) -> str:
    """``Rabu, 11 Agustus 2021, pukul 18.00 WITA``."""
    day = long_date(local(instant, zone).date())
    return _("%(day)s, pukul %(clock)s", day=day, clock=clock_with_zone(instant, zone))


def local_date(instant: datetime, zone: Zone | None) -> date:
    """The day in the reader's zone, else in WIB, the capital's."""
    return local(instant, zone or WIB).date()


def whatsapp_url(text: str) -> str:
    return f"https://wa.me/?text={quote(text)}"


def zone_label(code: str) -> str:
    return {
        "WIB": _("Waktu Indonesia Barat"),
        "WITA": _("Waktu Indonesia Tengah"),
        "WIT": _("Waktu Indonesia Timur"),
    }[code]


def zone_place(code: str) -> str:
    return {"WIB": _("Indonesia Barat"), "WITA": _("Indonesia Tengah"), "WIT": _("Indonesia Timur")}[code]


def status_word(status: Status) -> str:
    return {
        Status.DRAFT: _("Draf"),
        Status.ARCHIVED: _("Diarsipkan"),
        Status.SCHEDULED: _("Terjadwal"),
        Status.OPEN: _("Pendaftaran dibuka"),
        Status.CLOSED: _("Pendaftaran ditutup"),
        Status.FULL: _("Kuota penuh"),
        Status.RUNNING: _("Sedang berlangsung"),
        Status.FINISHED: _("Selesai"),
        Status.POSTPONED: _("Ditunda"),
        Status.CANCELLED: _("Dibatalkan"),
    }[status]


def part_word(part: str, role: str | None) -> str:
    """What a person does in the event, as the programme names it."""
    if part == Part.SPEAKER:
        return _speaker_word(role)
    return {
        Part.OPENER: _("Membuka kegiatan"),
        Part.REMARKS: _("Sambutan"),
        Part.MODERATOR: _("Moderator"),
        Part.ALSO_PRESENT: _("Turut hadir"),
        Part.CLOSER: _("Menutup kegiatan"),
        Part.MASTER_OF_CEREMONIES: _("Pewara"),
        Part.NOTE_TAKER: _("Notulis"),
    }[Part(part)]


def _speaker_word(role: str | None) -> str:
    words = {
        None: _("Narasumber"),
        "speaker": _("Narasumber"),
        "keynote": _("Pembicara kunci"),
        "opening_lecture": _("Kuliah pembuka"),
        "discussant": _("Pembahas"),
        "public_figure": _("Tokoh"),
    }
    return words.get(role) or (role or "")[:1].upper() + (role or "")[1:].replace("_", " ")


def printed_name(person: Any) -> str:
    """``Dr. Nama Lengkap, M.Si.``, of somebody in a programme or of a registration."""
    name = person.full_name if hasattr(person, "full_name") else person.name
    return full_name(name, person.title_prefix, person.title_suffix)


def printed_post(person: Any) -> str:
    """``Plt. Ketua Komisi Informasi Pusat``; the institution is not said twice."""
    return post(person.position, person.institution, person.acting)


def initials(name: str | None) -> str:
    """``JS`` of Dr. Joko Santosa, M.Si.: of the first and the last name, titles typed with it left out."""
    words = [word for word in (name or "").partition(",")[0].split() if word[:1].isalpha()]
    words = [word for word in words if not word.endswith(".")] or words
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper() if words else ""


def seats_left(quota: int, taken: int) -> str:
    left = max(quota - taken, 0)
    return ngettext("%(left)s kursi tersisa", "%(left)s kursi tersisa", left, left=number(left))


def joined(items: Iterable[str]) -> str:
    """A list in a sentence, in the reader's language."""
    return join(items, "dan" if chosen_language() == "id" else "and")


def sentence(text: str) -> str:
    """The phrase with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def article_html(article: Any) -> Markup:
    """The body of a berita, escaped by its renderer."""
    from webinar.core.berita.render import html  # its word tables are wanted by berita pages only

    return Markup(html(article))  # noqa: S704 - escaped sentence by sentence


def choice_url(name: str, value: str) -> str:
    """The address that sets a preference and comes back to this page, lists with their search.

    Kept pages answer whatever their query part is, so they may not print it.
    """
    here = request.full_path.rstrip("?") if request.endpoint in WITH_SEARCH else request.path
    return f"/pilihan/{name}?nilai={quote(value)}&kembali={quote(here)}"


def register(app: Flask) -> None:
    functions = (
        long_date, plain_date, short_date, short_range, weekday, month_name, date_range, number, moment,
        clock,        clock_with_zone, zone_of, zone_label, zone_place, status_word, part_word, printed_name,
        printed_post, initials, seats_left, joined, choice_url, group_phrase, groups_phrase,
        local_date, whatsapp_url, sentence, article_html,
    )  # fmt: skip
    app.jinja_env.globals.update({function.__name__: function for function in functions})
    app.jinja_env.filters["local"] = local
