"""Beginning an event: our own as a draft, or one that others organise and we attend."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webinar.core.access import Action
from webinar.core.errors import DocumentInvalid
from webinar.services.event_start import Attended, record_attended_event, start_event
from webinar.web.desk import blueprint
from webinar.web.forms.editor import EVENT_TYPES, PLATFORMS
from webinar.web.forms.event_start import AttendedEventForm, NewEventForm
from webinar.web.guards import actor, needs

SUGGESTIONS = (("jenis-kegiatan", EVENT_TYPES), ("sarana-daring", PLATFORMS), ("kantor", ()))


@blueprint.route("/kegiatan/baru", methods=["GET", "POST"])
@needs(Action.EDIT_EVENT)
def new_event() -> Response:
    """The few things that are known at first; the rest is written in the editor."""
    form = NewEventForm() if request.method == "POST" else NewEventForm.begun()
    if not form.validate_on_submit():
        return _form_page("desk/editor/new.html", form)
    try:
        slug = start_event(form.office_id, form.plan(), actor=actor(), now=datetime.now(UTC))
    except DocumentInvalid:
        form.start_on.errors = [*form.start_on.errors, _unfit_day()]
        return _form_page("desk/editor/new.html", form)
    flash(_("Draf dibuat. Lengkapi bagian yang lain, lalu terbitkan."))
    return redirect(url_for("desk.editor", slug=slug), 303)


@blueprint.route("/kegiatan/ikut", methods=["GET", "POST"])
@needs(Action.EDIT_EVENT)
def attended_event() -> Response:
    """Who, what, when, and our delegation; the office's report begins with it."""
    form = AttendedEventForm() if request.method == "POST" else AttendedEventForm.begun()
    if not form.validate_on_submit():
        return _form_page("desk/editor/attended.html", form)
    try:
        done = record_attended_event(
            form.office_id,
            form.plan(),
            form.organiser.data or "",
            form.delegates,
            actor=actor(),
            now=datetime.now(UTC),
        )
    except DocumentInvalid:
        form.start_on.errors = [*form.start_on.errors, _unfit_day()]
        return _form_page("desk/editor/attended.html", form)
    flash(_told(done))
    return redirect(url_for("desk.event", slug=done.slug), 303)


def _form_page(template: str, form: Any) -> Response:
    page = render_template(template, form=form, suggestions=SUGGESTIONS)
    return make_response(page, 422 if form.errors else 200)


def _unfit_day() -> str:
    return _("Tanggal ini tidak dapat dipakai. Tulis tahun 2000 atau sesudahnya.")


def _told(done: Attended) -> str:
    if done.is_new_event:
        return _("Kegiatan dicatat, dan berita satuan kerja Anda dimulai.")
    if done.is_new_report:
        return _(
            "Kegiatan ini sudah dicatat satuan kerja lain. Berita satuan kerja Anda ditambahkan padanya;"
            " data kegiatannya tidak berubah."
        )
    return _(
        "Kegiatan ini sudah ada di meja kerja Anda sehingga tidak dicatat dua kali. Tidak ada yang berubah."
    )
