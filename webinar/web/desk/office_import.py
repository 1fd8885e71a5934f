"""Offices from a file: sent, looked at with everything it would do, and taken in exactly so."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webinar.adapters.uploads import KeptUpload, drop_upload, keep_upload, kept_upload
from webinar.core.access import Action
from webinar.core.errors import NotFound, OfficeLoop, OfficeTooDeep, TableOutdated
from webinar.core.table_import.fault import TableUnfit
from webinar.core.table_import.plan import plan_digest
from webinar.services.office_import import OFFICES, preview_offices, take_in_offices
from webinar.services.table_reading import read_rows
from webinar.web.desk import blueprint
from webinar.web.forms.table_import import ReadingChoice, TableFileForm, reading_choice
from webinar.web.guards import actor, needs
from webinar.web.office_words import column_words, office_fault_words, place_fault, shown_value
from webinar.web.table_preview import preview_of
from webinar.web.table_words import table_fault_words
from webinar.web.uploads import takes_files

log = logging.getLogger(__name__)


@blueprint.route("/satuan-kerja/impor", methods=["GET", "POST"])
@needs(Action.EDIT_OFFICE)
@takes_files
def office_import() -> Response:
    """The file is read once here, so that one that will not do is refused where it was chosen."""
    form = TableFileForm()
    if form.validate_on_submit() and (sent := form.sent()) is not None:
        filename, content = sent
        now = datetime.now(UTC)
        try:
            read_rows(content, OFFICES, reading_choice({}, 0).wish)
        except TableUnfit as refusal:
            form.table.errors = [table_fault_words(refusal)]
        else:
            name = keep_upload(content, filename=filename, owner_id=actor().user_id, now=now)
            return redirect(url_for("desk.office_import_preview", upload=name), 303)
    page = render_template("desk/office/import.html", form=form, columns=column_words())
    return make_response(page, 422 if form.errors else 200)


@blueprint.get("/satuan-kerja/impor/<upload>")
@needs(Action.EDIT_OFFICE)
def office_import_preview(upload: str) -> Response:
    return _preview(upload, _kept(upload), reading_choice(request.args, OFFICES.most_columns))


@blueprint.post("/satuan-kerja/impor/<upload>")
@needs(Action.EDIT_OFFICE)
def take_in_office_import(upload: str) -> Response:
    kept = _kept(upload)
    choice = reading_choice(request.form, OFFICES.most_columns)
    try:
        rows = read_rows(kept.content, OFFICES, choice.wish, matching=choice.matching).reading.rows
        taken = take_in_offices(
            rows,
            digest=request.form.get("pratinjau", ""),
            filename=kept.filename,
            actor=actor(),
            now=datetime.now(UTC),
        )
    except TableOutdated:
        sentence = _("Data berubah sejak pratinjau dibuat. Periksa lagi, lalu terapkan.")
        return _preview(upload, kept, choice, sentence)
    except (OfficeLoop, OfficeTooDeep) as refusal:
        return _preview(upload, kept, choice, place_fault(refusal, None))
    except TableUnfit as refusal:
        return _preview(upload, kept, choice, table_fault_words(refusal))
    drop_upload(upload)
    flash(
        _(
            "%(created)d satuan kerja dibuat, %(changed)d diubah.",
            created=taken.created,
            changed=taken.changed,
        )
    )
    return redirect(url_for("desk.offices"), 303)


@blueprint.post("/satuan-kerja/impor/<upload>/batal")
@needs(Action.EDIT_OFFICE)
def drop_office_import(upload: str) -> Response:
    _kept(upload)
    drop_upload(upload)
    return redirect(url_for("desk.office_import"), 303)


def _kept(upload: str) -> KeptUpload:
    """Raises NotFound, and logs, where it is not this account's."""
    try:
        return kept_upload(upload, owner_id=actor().user_id, now=datetime.now(UTC))
    except NotFound:
        log.warning("refused: %s has no such upload", actor().user_id)
        raise


def _preview(upload: str, kept: KeptUpload, choice: ReadingChoice, refusal: str | None = None) -> Response:
    values: dict[str, object] = {"upload": upload, "filename": kept.filename, "refusal": refusal}
    try:
        read = read_rows(kept.content, OFFICES, choice.wish, matching=choice.matching)
    except TableUnfit as unfit:
        page = render_template("desk/office/unread.html", **values | {"refusal": table_fault_words(unfit)})
        return make_response(page, 422)
    plan = preview_offices(read.reading.rows, actor=actor())
    page = render_template(
        "desk/office/preview.html",
        preview=preview_of(read, plan.steps, plan.faults, OFFICES.columns),
        digest=plan_digest(plan.steps),
        words=column_words(),
        fault_words=office_fault_words,
        shown_value=shown_value,
        **values,
    )
    return make_response(page, 409 if refusal else 200)
