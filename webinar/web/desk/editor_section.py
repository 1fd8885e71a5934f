"""Saving a section of the editor."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import flash, request
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from webinar.core.access import Action
from webinar.core.editor import Section
from webinar.core.errors import DocumentInvalid, NotFound, RegistrationClosed, TimeAnnounced
from webinar.core.merge import Edit
from webinar.core.typed import TypedUnfit
from webinar.services.event_section import Saved, save_section
from webinar.web.desk import blueprint
from webinar.web.desk.editor import answer, is_automatic, is_fetch, page_of, section_called, to_section
from webinar.web.desk.editor_page import SECTION_FORMS, EditorPage, saved_at
from webinar.web.desk.editor_refusals import blame, blame_time, led_sentence
from webinar.web.desk.editor_told import Told
from webinar.web.forms.editor import PosterForm, TimeForm
from webinar.web.forms.section import ValuesForm
from webinar.web.guards import actor, needs
from webinar.web.uploads import takes_files


@blueprint.post("/kegiatan/<slug>/sunting/<section>")
@needs(Action.EDIT_EVENT)
def save_event_section(slug: str, section: str) -> Response:
    """422 with errors at their fields, 409 where somebody else changed the same fields; else it is saved."""
    wanted = section_called(section)
    if wanted not in SECTION_FORMS:
        raise NotFound
    page = page_of(slug, Told())
    form = page.sent_form(wanted)
    return saved_answer(slug, page, wanted, form)


@blueprint.post("/kegiatan/<slug>/sunting/poster")
@needs(Action.EDIT_EVENT)
@takes_files
def save_poster(slug: str) -> Response:
    """A new picture, other words for it, or none."""
    page = page_of(slug, Told())
    form = page.sent_form(Section.POSTER)
    assert isinstance(form, PosterForm)  # noqa: S101 - said for the type checker
    taken = form.picture.taken(
        page.event.poster_id, alt=form.alt.data or "", actor=actor(), now=datetime.now(UTC)
    )
    form.poster_id = page.event.poster_id if "pakai" in request.form else taken
    return saved_answer(slug, page, Section.POSTER, form)


def saved_answer(slug: str, page: EditorPage, wanted: Section, form: ValuesForm) -> Response:
    """Check and save the form; the section as it is then, or with what it has to say."""
    told = page.told
    told.forms[wanted] = form
    take_stored(form, page.form_of(wanted))
    is_valid = form.validate() and not _has_times_of_published(page, form)
    saved = _save(page, wanted, form) if is_valid else None
    if saved is None:
        told.unsaved.add(wanted)
        return answer(page, wanted, 422)
    if saved.conflicts:
        return answer(page_with_conflicts(slug, wanted, form, saved), wanted, 409)
    said = done_sentence(page, saved)
    if not is_fetch():
        flash(said, wanted)
        return to_section(slug, wanted)
    return answer(page_of(slug, Told(done={wanted: said})), wanted, 200)


def edit_sent(form: ValuesForm) -> Edit:
    """What the form changed. Who saves by hand settles the conflicts that were shown, all with the own text
    or the one that ``timpa`` or ``pakai`` names."""
    named = {request.form[name] for name in ("timpa", "pakai") if name in request.form}
    settles_all = not named and not is_automatic()
    return Edit(form.base, form.values(), frozenset() if settles_all else form.held - named)


def take_stored(form: ValuesForm, stored: ValuesForm) -> None:
    """Where ``pakai`` names a field, the stored value comes in the place of what was typed."""
    if "pakai" in request.form:
        form.carry(stored, [request.form["pakai"]])


def _save(page: EditorPage, section: Section, form: ValuesForm) -> Saved | None:
    """None where it was refused; the form and the page then say why."""
    try:
        return save_section(page.event.id, section, edit_sent(form), actor=actor(), now=datetime.now(UTC))
    except DocumentInvalid as invalid:
        blame(page, section, form, invalid.problems)
    except TypedUnfit as unfit:
        blame_time(form, unfit)
    except TimeAnnounced:
        page.told.problems[section] = [_announced_sentence()]
    except RegistrationClosed:
        page.told.problems[section] = [led_sentence()]
    return None


def _has_times_of_published(page: EditorPage, form: ValuesForm) -> bool:
    """A form made before publication: the times typed there are told back, not dropped."""
    typed = form.times_typed if isinstance(form, TimeForm) else ()
    if typed:
        page.told.problems[Section.TIME] = [
            _announced_sentence(),
            _("Yang Anda tulis: %(typed)s.", typed="; ".join(typed)),
        ]
    return bool(typed)


def _announced_sentence() -> str:
    return _(
        "Kegiatan ini sudah terbit sehingga waktunya diubah melalui Jadwalkan ulang agar peserta diberi tahu."
    )


def page_with_conflicts(slug: str, section: Section, sent: ValuesForm, saved: Saved) -> EditorPage:
    """The record as it is now, with the text of the fields in conflict as it was typed."""
    page = page_of(slug, Told(unsaved={section}))
    form = page.form_of(section)
    form.carry(sent, saved.conflicts)
    form.held = frozenset(saved.conflicts)
    page.told.forms[section] = form
    page.told.conflicts[section] = saved.conflicts
    return page


def done_sentence(page: EditorPage, saved: Saved) -> str:
    said = saved_at(page.zone)
    if not saved.promoted_count:
        return said
    promoted = ngettext(
        "%(num)d orang dari daftar tunggu mendapat kursi.",
        "%(num)d orang dari daftar tunggu mendapat kursi.",
        saved.promoted_count,
    )
    return f"{said}. {promoted}"
