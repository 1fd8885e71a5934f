"""The editor's page as its templates see it: forms, rows, and what a request has to say to each section."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from flask_babel import gettext as _

from webinar.core.editor import Rows, Section, most_rows
from webinar.core.groups import groups_phrase
from webinar.core.merge import mark_of
from webinar.core.states import EventState, Part
from webinar.core.status import Status, desk_status_of
from webinar.core.zones import local
from webinar.queries import editor as query
from webinar.queries.editor import COLUMNS, EditedEvent, row_values, rows_in_order, section_values
from webinar.queries.editor_history import history_path, last_authors
from webinar.queries.series import Leader, leader_of
from webinar.web.desk.editor_checks import EditorChecks
from webinar.web.desk.editor_told import NEW, ConflictView, RowView, Told
from webinar.web.desk.editor_words import (
    author_words,
    gap_before,
    programme_length,
    programme_oddities,
    row_words,
    section_word,
    session_name,
    shown_value,
)
from webinar.web.filters import sentence
from webinar.web.forms.editor import (
    EVENT_TYPES,
    PLATFORMS,
    TOPICS,
    BasicsForm,
    LetterForm,
    OwnerForm,
    PosterForm,
    SeatsForm,
    TimeForm,
)
from webinar.web.forms.event_row import FORMS, REGULATIONS, TASKS, PersonForm, SessionForm
from webinar.web.forms.section import ValuesForm
from webinar.web.guards import actor
from webinar.web.public.when import When, when

SECTION_FORMS: dict[Section, type[ValuesForm]] = {
    Section.BASICS: BasicsForm,
    Section.TIME: TimeForm,
    Section.REGISTRATION: SeatsForm,
    Section.LETTER: LetterForm,
    Section.POSTER: PosterForm,
    Section.COMMITTEE: OwnerForm,
}


class EditorPage:
    """Made for one request."""

    def __init__(self, edited: EditedEvent, chain: str, told: Told | None = None) -> None:
        self.edited, self.event = edited, edited.event
        self.zone = edited.zone
        self.told = told or Told()
        self._chain = chain

    sections = tuple(Section)

    @property
    def is_draft(self) -> bool:
        return self.event.state == EventState.DRAFT

    @property
    def status(self) -> Status:
        return desk_status_of(self.event, datetime.now(UTC))

    @property
    def may_move(self) -> bool:
        """Whether there is a way to reschedule it."""
        return self.event.state in (EventState.PUBLISHED, EventState.POSTPONED)

    @property
    def when(self) -> When:
        return when(self.event, None)

    @property
    def groups_phrase(self) -> str:
        return sentence(groups_phrase(self.event.groups))

    @property
    def programme_oddities(self) -> list[str]:
        """What speaks against the clock times of the sessions."""
        return programme_oddities(self.event, rows_in_order(self.event, Rows.SESSIONS))

    @property
    def programme_length(self) -> str:
        return programme_length(self.event.sessions)

    suggestions = (
        ("jenis-kegiatan", EVENT_TYPES),
        ("topik-kegiatan", TOPICS),
        ("sarana-daring", PLATFORMS),
        ("jenis-peraturan", REGULATIONS),
        ("tugas-panitia", TASKS),
        ("kantor", ()),
    )

    def word(self, section: Section) -> str:
        return section_word(section)

    @cached_property
    def leader(self) -> Leader | None:
        """The event of the series that takes the registrations of this one."""
        return leader_of(self.event)

    @cached_property
    def checks(self) -> EditorChecks:
        return EditorChecks(self.event, actor(), is_attended=self.edited.is_attended)

    # forms

    def form(self, section: Section) -> ValuesForm:
        """The section's own form, as it came back or made from the record."""
        return self.told.forms.get(section) or self.form_of(section)

    def form_of(self, section: Section) -> ValuesForm:
        form: ValuesForm = SECTION_FORMS[section].of(section_values(self.event, section), section)
        self.fit(form)
        return form

    def sent_form(self, section: Section) -> ValuesForm:
        form: ValuesForm = SECTION_FORMS[section].sent(section)
        self.fit(form)
        return form

    def fit(self, form: ValuesForm) -> None:
        """To the event: its state, zone, days, sessions and accounts."""
        if isinstance(form, BasicsForm) and not self.edited.is_attended:
            del form.organiser_name
        elif isinstance(form, PosterForm):
            form.picture.shown = self.edited.poster
            if form.alt.raw_data is None:
                form.alt.data = self.edited.poster.alt if self.edited.poster else None
        elif isinstance(form, TimeForm) and not self.is_draft:
            form.leave_times_out()
        elif isinstance(form, OwnerForm):
            form.offer(self.accounts)
        elif isinstance(form, SessionForm):
            form.fit(self.event.start_on, self.event.end_on or self.event.start_on, self.zone)
        elif isinstance(form, PersonForm):
            form.offer([(s.id, session_name(s)) for s in rows_in_order(self.event, Rows.SESSIONS)])

    @cached_property
    def accounts(self) -> list[query.Account]:
        return query.accounts_for(self._chain)

    # rows

    def rows(self, rows: Rows) -> list[RowView]:
        found = rows_in_order(self.event, rows)
        return [
            self._row(rows, row, number, found[number - 1] if number else None, found)
            for number, row in enumerate(found)
        ]

    def _row(self, rows: Rows, row: Any, place: int, before: Any, found: Sequence[Any]) -> RowView:
        number = place if rows in COLUMNS else row.id
        mark = f".{mark_of(row_values(self.event, rows, row))}" if rows in COLUMNS else ""
        key = f"{rows}-{number}"
        after = found[place + 1] if place + 1 < len(found) else None
        return RowView(
            key=key,
            number=number,
            value=f"{number}{mark}",
            words=row_words(self.event, rows, row),
            form=self._row_form(rows, row, key),
            is_first=not self._are_siblings(rows, before, row),
            is_last=not self._are_siblings(rows, row, after),
            gap=gap_before(self.event, before, row) if rows == Rows.SESSIONS and before else None,
        )

    def _are_siblings(self, rows: Rows, one: Any, other: Any) -> bool:
        if one is None or other is None:
            return False
        if rows == Rows.PEOPLE:
            return bool(one.part == other.part)
        if rows == Rows.SESSIONS:
            return query.session_day(self.event, one) == query.session_day(self.event, other)
        return True

    def _row_form(self, rows: Rows, row: Any, key: str) -> ValuesForm | None:
        if key in self.told.forms:
            return self.told.forms[key]
        return self.row_form_of(rows, row, key) if key == self.told.opened else None

    def stored_row_form(self, rows: Rows, number: int) -> ValuesForm | None:
        """The form of a row as the record has it; None where it is gone."""
        found = rows_in_order(self.event, rows)
        row = next((row for place, row in enumerate(found) if getattr(row, "id", place) == number), None)
        return None if row is None else self.row_form_of(rows, row, f"{rows}-{number}")

    def row_form_of(self, rows: Rows, row: Any, key: str) -> ValuesForm:
        form: ValuesForm = FORMS[rows].of(row_values(self.event, rows, row), key)
        self.fit(form)
        return form

    def sent_row_form(self, rows: Rows, key: str) -> ValuesForm:
        form: ValuesForm = FORMS[rows].sent(key)
        self.fit(form)
        return form

    def new_form(self, rows: Rows) -> ValuesForm:
        """The form of a row that is not there yet."""
        key = f"{rows}-{NEW}"
        if key in self.told.forms:
            return self.told.forms[key]
        form: ValuesForm = FORMS[rows].of(self._beginning(rows), key)
        self.fit(form)
        return form

    def _beginning(self, rows: Rows) -> dict[str, Any]:
        """What a new row begins with: a session when the last one ends."""
        if rows == Rows.PEOPLE:
            return {"part": self._next_part()}
        if rows != Rows.SESSIONS:
            return {}
        found = rows_in_order(self.event, rows)
        if self.told.adding == rows and self.told.given:
            return dict(self.told.given)
        if not found:
            return {"day": 1, "starts": query.clock_value(self.event.starts_at, self.zone, None)}
        last = row_values(self.event, rows, found[-1])
        return {"day": last["day"], "starts": last["ends"] if last["ends"] != "24:00" else None}

    def _next_part(self) -> Part:
        parts = {role.part for role in self.event.roles}
        return Part.OPENER if not parts else Part.SPEAKER

    def has_room(self, rows: Rows) -> bool:
        return rows == Rows.PEOPLE or len(rows_in_order(self.event, rows)) < most_rows(rows)

    # what the request has to say

    def conflicts(self, key: str) -> dict[str, ConflictView]:
        """By the id of the field; the stored value is told as a form would show it."""
        found = self.told.conflicts.get(key) or {}
        form = self.told.forms.get(key)
        if not found or form is None:
            return {}
        paths = {name: history_path(key, name) for name in found}
        authors = last_authors(self.event.id, paths.values())
        return {
            shown.id: ConflictView(
                who=author_words(authors.get(paths[name]), self.zone),
                theirs=shown_value(shown, conflict.theirs),
                name=name,
            )
            for name, conflict in found.items()
            if (shown := form.field_of(name)) is not None
        }

    def undo(self, section: Section) -> tuple[Rows, int] | None:
        return self.told.undo.get(section)

    def state(self, section: Section) -> str:
        """The line beside a section's name: what was done with it just now."""
        return self.told.done.get(section, "")


def saved_at(page_zone: Any) -> str:
    """``Tersimpan pukul 14.03 WIB``."""
    at = local(datetime.now(UTC), page_zone)
    return _("Tersimpan pukul %(clock)s %(zone)s", clock=at.strftime("%H.%M"), zone=page_zone.code)
