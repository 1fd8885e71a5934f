"""Adding, changing, moving and removing rows of the editor's lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from flask import flash, request
from flask_babel import gettext as _
from flask_babel import ngettext
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
from webinar.queries.editor import history_path, last_authors, rows_in_order
from webinar.services.event_part import (
    RowKey,
    add_event_row,
    change_event_row,
    move_event_row,
    remove_event_row,
    restore_event_row,
)
from webinar.services.event_section import Saved
from webinar.web.desk import blueprint
from webinar.web.desk.editor import answer, is_fetch, page_of, to_section
from webinar.web.desk.editor_page import NEW, EditorPage, RowView, Told
from webinar.web.desk.editor_refusals import blame, blame_time, name_held_sentence
from webinar.web.desk.editor_section import done_sentence, edit_sent, take_stored
from webinar.web.desk.editor_words import author_words, row_words
from webinar.web.forms.event_row import FORMS, GroupForm, PersonForm
from webinar.web.forms.section import ValuesForm
from webinar.web.guards import actor, needs

MOST_STEPS = 1_000


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
    said = _("%(name)s ditambahkan.", name=_name(slug, wanted, added))
    return _done(slug, wanted, said, anchor=f"{wanted}-tambah", tambah=wanted, fokus=_first_field(wanted))


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
    return _done(slug, wanted, done_sentence(page, saved), anchor=key, **opened)


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


@blueprint.post("/kegiatan/<slug>/sunting/<rows>/urutan")
@needs(Action.EDIT_EVENT)
def arrange_rows(slug: str, rows: str) -> Response:
    """Up, down, so many places, or away; the focus stays with what was pressed."""
    wanted = rows_called(rows)
    page = page_of(slug, Told())
    act = next((act for act in ("naik", "turun", "pindah", "hapus") if act in request.form), None)
    key = row_key(request.form.get(act or "", ""))
    if act is None or key is None:
        raise NotFound
    name = _name(slug, wanted, key.number)
    by: dict[str, Any] = {"actor": actor(), "now": datetime.now(UTC)}
    try:
        if act == "hapus":
            return _removed(slug, wanted, name, remove_event_row(page.event.id, wanted, key, **by))
        steps = {"naik": -1, "turun": 1}.get(act) or _steps()
        move_event_row(page.event.id, wanted, key, steps, **by)
    except RowGone:
        page.told.problems[SECTION_OF[wanted]] = [_("Baris itu baru saja diubah atau dihapus orang lain.")]
        return answer(page, SECTION_OF[wanted], 409)
    except RowHeld as held:
        page.told.problems[SECTION_OF[wanted]] = [_held_sentence(wanted, name, held.count)]
        return answer(page, SECTION_OF[wanted], 409)
    except DocumentInvalid as invalid:
        blame(page, SECTION_OF[wanted], ValuesForm(formdata=None), invalid.problems)
        return answer(page, SECTION_OF[wanted], 422)
    return _moved(slug, wanted, key, act, steps, name)


def _moved(slug: str, rows: Rows, key: RowKey, act: str, steps: int, name: str) -> Response:
    page = page_of(slug)
    views = page.rows(rows)
    number = key.number if not key.mark else max(0, min(len(views) - 1, key.number + steps))
    view = next((view for view in views if view.number == number), None)
    if view is None:
        return _done(slug, rows, "")
    focus = f"{view.key}-{act}"
    if (act == "naik" and view.is_first) or (act == "turun" and view.is_last) or act == "pindah":
        focus = f"{view.key}-naik" if not view.is_first else f"{view.key}-turun"
    said = _("%(name)s dipindahkan ke urutan %(place)s.", name=name, place=_place(views, view))
    return _done(slug, rows, said, anchor=view.key, fokus=focus)


def _place(views: list[RowView], view: RowView) -> int:
    """The row's place among its siblings, from one on."""
    before = views[: views.index(view) + 1]
    return next(steps for steps, row in enumerate(reversed(before), 1) if row.is_first)


def _removed(slug: str, rows: Rows, name: str, change_id: int | None) -> Response:
    said = _("%(name)s dihapus.", name=name)
    undo = {"urung": f"{rows}.{change_id}", "fokus": f"{rows}-urung"} if change_id else {}
    return _done(slug, rows, said, **undo)


@blueprint.post("/kegiatan/<slug>/sunting/<rows>/urungkan")
@needs(Action.EDIT_EVENT)
def restore_row(slug: str, rows: str) -> Response:
    """Bring back what was just removed."""
    wanted = rows_called(rows)
    page = page_of(slug, Told())
    change_id = request.form.get("urung", "")
    if not change_id.isdecimal() or len(change_id) > 9:
        raise NotFound
    try:
        restore_event_row(page.event.id, int(change_id), actor=actor(), now=datetime.now(UTC))
    except PartTaken as taken:
        page.told.problems[SECTION_OF[wanted]] = [_taken_sentence(taken.name)]
        return answer(page, SECTION_OF[wanted], 409)
    except RowsFull as full:
        page.told.problems[SECTION_OF[wanted]] = [_full_sentence(full.most)]
        return answer(page, SECTION_OF[wanted], 409)
    except DocumentInvalid as invalid:
        blame(page, SECTION_OF[wanted], ValuesForm(formdata=None), invalid.problems)
        return answer(page, SECTION_OF[wanted], 409)
    return _done(slug, wanted, _("Dikembalikan."))


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


def row_key(text: str) -> RowKey | None:
    """``17`` a row by its id, ``2.3fe0a1b2c4`` the third line with what stood there."""
    number, _dot, mark = text[:40].partition(".")
    is_number = number.isascii() and number.isdecimal() and len(number) < 10
    return RowKey(int(number), mark or None) if is_number else None


def _steps() -> int:
    text = request.form.get("langkah", "")
    number = int(text) if text.removeprefix("-").isdecimal() and len(text) < 6 else 0
    return max(-MOST_STEPS, min(MOST_STEPS, number))


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
        form.blame("part", _taken_sentence(taken.name))
    except PersonGone:
        form.blame("name", _gone_sentence())
        if isinstance(form, PersonForm):
            form.person_id.raw_data, form.person_id.data = None, None  # once more without the directory
    except RowsFull as full:
        page.told.problems[SECTION_OF[rows]] = [_full_sentence(full.most)]
    except RowHeld as held:
        form.blame("part", _noted_sentence(held.count))
    except NameHeld as held:
        form.blame("name", name_held_sentence(held.count))
    return None


def _refused(page: EditorPage, rows: Rows) -> Response:
    page.told.unsaved.add(SECTION_OF[rows])
    return answer(page, SECTION_OF[rows], 422)


def _done(slug: str, rows: Rows, said: str, anchor: str | None = None, **given: Any) -> Response:
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


def _name(slug: str, rows: Rows, number: int) -> str:
    page = page_of(slug)
    found = rows_in_order(page.event, rows)
    row = next((row for place, row in enumerate(found) if getattr(row, "id", place) == number), None)
    return row_words(page.event, rows, row).name if row is not None else _("Baris itu")


def _first_field(rows: Rows) -> str:
    first = {Rows.PEOPLE: "name", Rows.GROUPS: "kind-0"}.get(rows, "name")
    return f"{rows}-{NEW}-{first}"


def _taken_sentence(name: str) -> str:
    return _("Tugas ini sudah dipegang %(name)s. Hanya satu orang dapat memegangnya.", name=name)


def _full_sentence(most: int) -> str:
    return _("Daftar ini sudah penuh: paling banyak %(most)s.", most=most)


def _gone_sentence() -> str:
    return _(
        "Orang ini sudah tidak ada dalam direktori. Simpan sekali lagi untuk mencatat namanya"
        " seperti tertulis."
    )


def _noted_sentence(count: int) -> str:
    return ngettext(
        "Ada %(num)d catatan berita untuk tugas yang lama sehingga tugasnya tidak dapat diganti.",
        "Ada %(num)d catatan berita untuk tugas yang lama sehingga tugasnya tidak dapat diganti.",
        count,
    )


def _held_sentence(rows: Rows, name: str, count: int) -> str:
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
