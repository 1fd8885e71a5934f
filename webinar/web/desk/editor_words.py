"""How the editor names its sections, sums up a row in two lines, and tells a stored value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext
from wtforms import BooleanField, SelectFieldBase
from wtforms.fields import Field

from webinar.core.editor import Rows, Section
from webinar.core.groups import group_phrase
from webinar.core.running_order import Oddity, oddities
from webinar.core.states import GroupKind
from webinar.core.zones import Zone, clock, local, zone_of
from webinar.models import Event, EventSession
from webinar.queries.editor import session_day
from webinar.queries.editor_history import Author
from webinar.web.filters import (
    long_date,
    number,
    part_word,
    plain_date,
    printed_name,
    printed_post,
    sentence,
)
from webinar.web.forms.event_row import KINDS
from webinar.web.forms.picture import PictureField
from webinar.web.forms.when import TypedDateField, TypedTimeField


@dataclass(frozen=True)
class RowWords:
    """A row in a few words: a small line above, its name, and what is said below it."""

    name: str
    above: str = ""
    below: tuple[str, ...] = ()
    group: str = ""  # the heading under which it stands, a day


@dataclass(frozen=True)
class Gap:
    """Time between two sessions that nothing fills, with what would fill it."""

    minutes: int
    clocks: str
    starts: str
    ends: str
    day: int


def section_word(section: Section) -> str:
    return {
        Section.BASICS: _("Dasar"),
        Section.TIME: _("Waktu dan tempat"),
        Section.PEOPLE: _("Orang"),
        Section.PROGRAMME: _("Susunan acara"),
        Section.GROUPS: _("Peserta"),
        Section.REGISTRATION: _("Pendaftaran"),
        Section.LETTER: _("Surat dan dasar hukum"),
        Section.POSTER: _("Poster"),
        Section.COMMITTEE: _("Penanggung jawab dan panitia"),
    }[section]


def row_words(event: Event, rows: Rows, row: Any) -> RowWords:
    if rows == Rows.PEOPLE:
        return _person(event, row)
    if rows == Rows.SESSIONS:
        return _session(event, row)
    if rows == Rows.GROUPS:
        return _group(row)
    if rows == Rows.LEGAL_BASIS:
        about = _("tentang %(about)s", about=row["about"]) if row.get("about") else ""
        return RowWords(_regulation(row), below=tuple(filter(None, [about])))
    if rows == Rows.PARTNERS:
        return RowWords(row.get("name") or "", below=tuple(filter(None, [row.get("long_name")])))
    return RowWords(row.get("name") or "", below=tuple(filter(None, [row.get("task")])))


def _person(event: Event, role: Any) -> RowWords:
    name, post = printed_name(role), printed_post(role)
    session = next((s for s in event.sessions if role.session is not None and s.order == role.session), None)
    below = [
        post if name else "",
        _("mewakili %(who)s", who=role.represents) if role.represents else "",
        f"“{role.talk_title}”" if role.talk_title else "",
        _("dalam sesi %(name)s", name=session_name(session)) if session else "",
    ]
    return RowWords(name or post, part_word(role.part, role.role), tuple(filter(None, below)))


def session_name(session: EventSession) -> str:
    """What a session is called, at least its kind."""
    kind = str(dict(KINDS).get(session.kind or "") or _("Sesi"))
    return session.name or session.theme or (kind if session.kind else _("Sesi"))


def _session(event: Event, session: EventSession) -> RowWords:
    zone = zone_of(event.zone_name)
    speakers = [
        printed_name(role) or printed_post(role)
        for role in event.roles
        if session.order is not None and role.session == session.order
    ]
    kind = str(dict(KINDS)[session.kind]) if session.kind and session.kind in dict(KINDS) else ""
    below = [
        session.theme if session.name and session.theme else "",
        kind if session.name or session.theme else "",
        ", ".join(speakers),
    ]
    last = event.end_on or event.start_on
    return RowWords(
        session_name(session),
        clocks(session.starts_at, session.ends_at, zone),
        tuple(text for text in below if text),
        long_date(session_day(event, session)) if last > event.start_on else "",
    )


def clocks(start: datetime | None, end: datetime | None, zone: Zone) -> str:
    """``13.00–13.20``."""
    if start is None:
        return ""
    return f"{clock(start, zone)}–{clock(end, zone)}" if end else clock(start, zone)


def programme_length(sessions: Sequence[EventSession]) -> str:
    """``5 sesi, 3 jam 20 menit``; without times only the number."""
    if not sessions:
        return ""
    said = ngettext("%(num)d sesi", "%(num)d sesi", len(sessions))
    spans = [s.ends_at - s.starts_at for s in sessions if s.starts_at and s.ends_at]
    minutes = int(sum(spans, timedelta()).total_seconds() // 60)
    parts = [
        _("%(count)s jam", count=minutes // 60) if minutes >= 60 else "",
        _("%(count)s menit", count=minutes % 60) if minutes % 60 else "",
    ]
    return ", ".join(filter(None, [said, " ".join(filter(None, parts))]))


def programme_oddities(event: Event, sessions: Sequence[EventSession]) -> list[str]:
    """Sessions before or after the event, or in each other, in sentences."""
    zone = zone_of(event.zone_name)
    said = []
    for odd in oddities(sessions, event.starts_at, event.ends_at):
        session = sessions[odd.place]
        facts = {"name": session_name(session), "clocks": clocks(session.starts_at, session.ends_at, zone)}
        if odd.oddity == Oddity.OVERLAP:
            other = session_name(sessions[odd.place - 1])
            said.append(_("%(name)s (%(clocks)s) dimulai sebelum %(other)s selesai.", other=other, **facts))
        elif odd.oddity == Oddity.EARLY:
            said.append(_("%(name)s (%(clocks)s) dimulai sebelum kegiatan dimulai.", **facts))
        else:
            said.append(_("%(name)s (%(clocks)s) berakhir sesudah kegiatan selesai.", **facts))
    return said


def gap_before(event: Event, before: EventSession, session: EventSession) -> Gap | None:
    """Between two sessions of a day."""
    start, end = before.ends_at, session.starts_at
    day = session_day(event, session)
    if start is None or end is None or end <= start or session_day(event, before) != day:
        return None
    zone = zone_of(event.zone_name)
    return Gap(
        minutes=int((end - start).total_seconds() // 60),
        clocks=f"{clocks(start, end, zone)} {zone.code}",
        starts=clock(start, zone),
        ends=clock(end, zone),
        day=(day - event.start_on).days + 1,
    )


def _group(group: Any) -> RowWords:
    kind = {
        GroupKind.RULE: _("Jabatan pada satuan kerja"),
        GroupKind.LIST: _("Lembaga atau orang tertentu"),
        GroupKind.OPEN: _("Umum, siapa saja"),
    }[GroupKind(group.kind)]
    seats = (
        _("%(taken)s dari %(quota)s kursi terisi", taken=number(group.taken_count), quota=number(group.quota))
        if group.quota is not None
        else ""
    )
    return RowWords(sentence(group_phrase(group)) or kind, kind, tuple(filter(None, [seats])))


def _regulation(row: Any) -> str:
    parts = [
        row.get("name"),
        _("Nomor %(number)s", number=row["number"]) if row.get("number") else None,
        _("Tahun %(year)s", year=row["year"]) if row.get("year") else None,
    ]
    return " ".join(filter(None, parts))


def author_words(author: Author | None, zone: Zone) -> str:
    """``Sri Wahyuni pukul 14.03 WIB``."""
    if author is None:
        return _("Orang lain")
    at = local(author.at, zone)
    day = "" if at.date() == datetime.now(zone.info).date() else f"{plain_date(at.date())} "
    who = author.name or _("Sistem")
    return _("%(who)s, %(day)spukul %(clock)s", who=who, day=day, clock=f"{at:%H.%M} {zone.code}")


def shown_value(field: Field, value: Any) -> str:
    """A stored value as its form would show it."""
    if value in (None, "", []):
        return _("kosong")
    if isinstance(field, PictureField):
        return _("gambar lain")
    if isinstance(field, BooleanField):
        return _("ya") if value else _("tidak")
    if isinstance(field, SelectFieldBase):
        words = {str(choice.value): str(choice.label) for choice in field.iter_choices()}
        return words.get(str(value), str(value))
    if isinstance(field, TypedDateField):
        return plain_date(date.fromisoformat(value))
    if isinstance(field, TypedTimeField):
        return str(value).replace(":", ".")
    return "; ".join(value) if isinstance(value, list) else str(value)
