"""Adding and changing rows of the editor's lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from flask import flash
from flask_babel import gettext as _
from markupsafe import escape
from werkzeug.wrappers import Response

from webinar.core.access import Action
from webinar.core.editor import SECTION_OF, Rows
from webinar.core.errors import (
    DocumentInvalid,
    NameHeld,
    NotFound,
    PartTaken,
    PersonGone,
    RowGone,
    RowHeld,
    RowsFull,
)
from webinar.core.typed import TypedUnfit
from webinar.queries.editor import rows_in_order
from webinar.queries.editor_history import history_path, last_authors
from webinar.services.event_part import add_event_row, change_event_row
from webinar.services.event_section import Saved
from webinar.web.desk import blueprint
from webinar.web.desk.editor import answer, is_fetch, page_of, to_section
from webinar.web.desk.editor_page import EditorPage
from webinar.web.desk.editor_refusals import (
    blame,
    blame_time,
    full_sentence,
    gone_sentence,
    name_held_sentence,
    noted_sentence,
    taken_sentence,
)
from webinar.web.desk.editor_section import done_sentence, edit_sent, take_stored
from webinar.web.desk.editor_told import NEW, Told
from webinar.web.desk.editor_words import author_words, row_words
from webinar.web.forms.event_row import FORMS, GroupForm, PersonForm
from webinar.web.forms.section import ValuesForm
from webinar.web.guards import actor, needs


@blueprint.post("/kegiatan/<slug>/sunting/<rows>/tambah")
@needs(Action.EDIT_EVENT)
def add_row(slug: str, rows: str) -> Response:
    """The new row; the next one can be typed at once."""
    wanted = rows_called(rows)
    key = f"{wanted}-{NEW}"
    page, form = _sent(slug, wanted, key)
    page.told.adding = wanted
    added = None
    if form.validate():
        added = _attempt(page, wanted, form, lambda: _add(page, wanted, form))
    if added is None:
        return _refused(page, wanted)
    said = _("%(name)s ditambahkan.", name=row_name(slug, wanted, added))
    return done_answer(
        slug, wanted, said, anchor=f"{wanted}-tambah", tambah=wanted, fokus=_first_field(wanted)
    )


def _add(page: EditorPage, rows: Rows, form: ValuesForm) -> int:
    return add_event_row(
        page.event.id,
        rows,
        form.values(),
        person_id=_chosen_person(form),
        actor=actor(),
        now=datetime.now(UTC),
    )


@blueprint.post("/kegiatan/<slug>/sunting/<rows>/<int(max=2147483647):number>")
@needs(Action.EDIT_EVENT)
def change_row(slug: str, rows: str, number: int) -> Response:
    """Like a section: 422, 409, or saved; 409 as well where the row is gone, with what was typed kept."""
    wanted = rows_called(rows)
    key = f"{wanted}-{number}"
    page, form = _sent(slug, wanted, key)
    page.told.opened = key
    if (stored := page.stored_row_form(wanted, number)) is not None:
        take_stored(form, stored)
    try:
        saved = None
        if form.validate():
            saved = _attempt(page, wanted, form, lambda: _change(page, wanted, number, form))
    except RowGone:
        return answer(_page_without_row(slug, wanted, key, form), SECTION_OF[wanted], 409)
    if saved is None:
        return _refused(page, wanted)
    if saved.conflicts:
        return answer(_page_with_conflicts(slug, wanted, number, form, saved), SECTION_OF[wanted], 409)
    opened = {"buka": key} if is_fetch() else {"fokus": f"{key}-ubah"}
    return done_answer(slug, wanted, done_sentence(page, saved), anchor=key, **opened)


def _change(page: EditorPage, rows: Rows, number: int, form: ValuesForm) -> Saved:
    return change_event_row(
        page.event.id,
        rows,
        number,
        edit_sent(form),
        person_id=_chosen_person(form),
        actor=actor(),
        now=datetime.now(UTC),
    )


@blueprint.post("/kegiatan/<slug>/sunting/kelompok/frasa/<key>")
@needs(Action.EDIT_EVENT)
def group_phrase_typed(slug: str, key: str) -> str:
    """What a group would be called as it is typed by now; to scripts."""
    form: GroupForm = GroupForm.sent(key)
    return str(escape(form.phrase))


# what they share


def rows_called(word: str) -> Rows:
    """Raises NotFound."""
    try:
        return Rows(word)
    except ValueError:
        raise NotFound from None


def _sent(slug: str, rows: Rows, key: str) -> tuple[EditorPage, ValuesForm]:
    page = page_of(slug, Told())
    form = page.sent_row_form(rows, key)
    page.told.forms[key] = form
    return page, form


def _chosen_person(form: ValuesForm) -> int | None:
    return form.chosen_person if isinstance(form, PersonForm) else None


def _attempt(page: EditorPage, rows: Rows, form: ValuesForm, act: Callable[[], Any]) -> Any:
    """None where it was refused; form and page then say why."""
    try:
        return act()
    except DocumentInvalid as invalid:
        blame(page, SECTION_OF[rows], form, invalid.problems, rows)
    except TypedUnfit as unfit:
        blame_time(form, unfit)
    except PartTaken as taken:
        form.blame("part", taken_sentence(taken.name))
    except PersonGone:
        form.blame("name", gone_sentence())
        if isinstance(form, PersonForm):
            form.person_id.raw_data, form.person_id.data = None, None  # once more without the directory
    except RowsFull as full:
        page.told.problems[SECTION_OF[rows]] = [full_sentence(full.most)]
    except RowHeld as held:
        form.blame("part", noted_sentence(held.count))
    except NameHeld as held:
        form.blame("name", name_held_sentence(held.count))
    return None


def _refused(page: EditorPage, rows: Rows) -> Response:
    page.told.unsaved.add(SECTION_OF[rows])
    return answer(page, SECTION_OF[rows], 422)


def done_answer(slug: str, rows: Rows, said: str, anchor: str | None = None, **given: Any) -> Response:
    """Back to the section, or the section itself for scripts. A browser without them gives the focus to what
    the address points at."""
    section = SECTION_OF[rows]
    if not is_fetch():
        if said:
            flash(said, section)
        return to_section(slug, section, given.pop("fokus", None) or anchor, **given)
    told = Told(done={section: said}, opened=given.get("buka", ""), focus=given.get("fokus", ""))
    told.adding = given.get("tambah")
    if "urung" in given:
        told.undo[section] = rows, int(given["urung"].rpartition(".")[2])
    return answer(page_of(slug, told), section, 200)


def _page_with_conflicts(slug: str, rows: Rows, number: int, sent: ValuesForm, saved: Saved) -> EditorPage:
    section, key = SECTION_OF[rows], f"{rows}-{number}"
    page = page_of(slug, Told(unsaved={section}, opened=key))
    row = next((row for row in page.rows(rows) if row.key == key), None)
    if row is None or row.form is None:
        return page
    row.form.carry(sent, saved.conflicts)
    row.form.held = frozenset(saved.conflicts)
    page.told.forms[key] = row.form
    page.told.conflicts[key] = saved.conflicts
    return page


def _page_without_row(slug: str, rows: Rows, key: str, sent: ValuesForm) -> EditorPage:
    """The row is gone: its text stands in the form of a new one."""
    section, new_key = SECTION_OF[rows], f"{rows}-{NEW}"
    page = page_of(slug, Told(unsaved={section}, adding=rows))
    form: ValuesForm = FORMS[rows].of({}, new_key)
    page.fit(form)
    form.carry(sent, [field.short_name for field in sent])
    page.told.forms[new_key] = form
    author = last_authors(page.event.id, [history_path(key, "name").rpartition(".name")[0] or key])
    who = author_words(next(iter(author.values()), None), page.zone)
    page.told.problems[section] = [
        _(
            "Baris yang Anda sunting sudah dihapus atau diganti (%(who)s). Isian Anda tetap ada di bawah;"
            " tekan Tambahkan bila masih diperlukan.",
            who=who,
        )
    ]
    page.told.focus = _first_field(rows)
    return page


def row_name(slug: str, rows: Rows, number: int) -> str:
    """What a row is called, for what is said of it."""
    page = page_of(slug)
    found = rows_in_order(page.event, rows)
    row = next((row for place, row in enumerate(found) if getattr(row, "id", place) == number), None)
    return row_words(page.event, rows, row).name if row is not None else _("Baris itu")


def _first_field(rows: Rows) -> str:
    first = {Rows.PEOPLE: "name", Rows.GROUPS: "kind-0"}.get(rows, "name")
    return f"{rows}-{NEW}-{first}"
