"""Moving rows of the editor's lists, removing them, and bringing them back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webinar.core.access import Action
from webinar.core.editor import SECTION_OF, Rows
from webinar.core.errors import DocumentInvalid, NotFound, PartTaken, RowGone, RowHeld, RowsFull
from webinar.services.event_part import RowKey, move_event_row, remove_event_row, restore_event_row
from webinar.web.desk import blueprint
from webinar.web.desk.editor import answer, page_of
from webinar.web.desk.editor_part import done_answer, row_name, rows_called
from webinar.web.desk.editor_refusals import blame, full_sentence, held_sentence, taken_sentence
from webinar.web.desk.editor_told import RowView, Told
from webinar.web.forms.section import ValuesForm
from webinar.web.guards import actor, needs

MOST_STEPS = 1_000


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
    name = row_name(slug, wanted, key.number)
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
        page.told.problems[SECTION_OF[wanted]] = [held_sentence(wanted, name, held.count)]
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
        return done_answer(slug, rows, "")
    focus = f"{view.key}-{act}"
    if (act == "naik" and view.is_first) or (act == "turun" and view.is_last) or act == "pindah":
        focus = f"{view.key}-naik" if not view.is_first else f"{view.key}-turun"
    said = _("%(name)s dipindahkan ke urutan %(place)s.", name=name, place=_place(views, view))
    return done_answer(slug, rows, said, anchor=view.key, fokus=focus)


def _place(views: list[RowView], view: RowView) -> int:
    """The row's place among its siblings, from one on."""
    before = views[: views.index(view) + 1]
    return next(steps for steps, row in enumerate(reversed(before), 1) if row.is_first)


def _removed(slug: str, rows: Rows, name: str, change_id: int | None) -> Response:
    said = _("%(name)s dihapus.", name=name)
    undo = {"urung": f"{rows}.{change_id}", "fokus": f"{rows}-urung"} if change_id else {}
    return done_answer(slug, rows, said, **undo)


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
        page.told.problems[SECTION_OF[wanted]] = [taken_sentence(taken.name)]
        return answer(page, SECTION_OF[wanted], 409)
    except RowsFull as full:
        page.told.problems[SECTION_OF[wanted]] = [full_sentence(full.most)]
        return answer(page, SECTION_OF[wanted], 409)
    except DocumentInvalid as invalid:
        blame(page, SECTION_OF[wanted], ValuesForm(formdata=None), invalid.problems)
        return answer(page, SECTION_OF[wanted], 409)
    return done_answer(slug, wanted, _("Dikembalikan."))


def row_key(text: str) -> RowKey | None:
    """``17`` a row by its id, ``2.3fe0a1b2c4`` the third line with what stood there."""
    number, _dot, mark = text[:40].partition(".")
    is_number = number.isascii() and number.isdecimal() and len(number) < 10
    return RowKey(int(number), mark or None) if is_number else None


def _steps() -> int:
    text = request.form.get("langkah", "")
    number = int(text) if text.removeprefix("-").isdecimal() and len(text) < 6 else 0
    return max(-MOST_STEPS, min(MOST_STEPS, number))
