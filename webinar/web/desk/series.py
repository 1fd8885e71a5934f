"""Series of events: made from one event, looked at, and changed together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from webinar.core.access import Action
from webinar.core.errors import LeadsSeries
from webinar.core.series import Rule, Scope, series_days
from webinar.models import Event
from webinar.queries import series as query
from webinar.queries.desk import desk_event
from webinar.services.series import apply_to_series, create_series, leave_series
from webinar.web.desk import blueprint
from webinar.web.desk.listing import Listing, turn
from webinar.web.forms.copy import RULE_WORDS, SCOPE_WORDS, ApplyForm, SeriesForm
from webinar.web.guards import actor, needs


@blueprint.get("/rangkaian")
@needs(Action.READ)
def series_list() -> str:
    return render_template(
        "desk/series/list.html",
        page=query.series_list(actor(), turn()),
        asked=Listing(url_for("desk.series_list"), {}),
        words=RULE_WORDS,
    )


@blueprint.get("/rangkaian/<int(max=2147483647):series_id>")
@needs(Action.READ)
def series(series_id: int) -> str:
    return render_template(
        "desk/series/show.html",
        series=query.series_of(series_id),
        events=query.series_events(series_id),
        words=RULE_WORDS,
    )


@blueprint.route("/kegiatan/<slug>/rangkaian", methods=["GET", "POST"])
@needs(Action.EDIT_EVENT)
def repeat_event(slug: str) -> Response:
    """The event on further days. The days are shown first; only the second button makes them."""
    event = desk_event(slug)
    if event.event_series_id is not None:
        return redirect(url_for("desk.series", series_id=event.event_series_id), 303)
    form = SeriesForm() if request.method == "POST" else SeriesForm(data={"name": event.title})
    days = _days(form, event) if form.validate_on_submit() else None
    if days is None or "buat" not in request.form:
        page = render_template(
            "desk/series/new.html", event=event, form=form, days=days, rules=_rows(RULE_WORDS)
        )
        return make_response(page, 422 if form.errors else 200)
    made = create_series(
        event.id,
        days,
        name=form.name.data or "",
        rule=Rule(form.rule.data),
        one_registration=form.one_registration.data,
        actor=actor(),
        now=datetime.now(UTC),
    )
    flash(_("Rangkaian telah dibuat. Kegiatan lain di dalamnya masih draf."))
    return redirect(url_for("desk.series", series_id=made), 303)


def _days(form: SeriesForm, event: Event) -> tuple[date, ...] | None:
    """The days of the series; None with an error at the field where none come of what was typed."""
    picked = form.picked_days(event.start_on) if form.rule.data == Rule.PICKED else []
    if picked is None:
        return None
    days = series_days(Rule(form.rule.data), event.start_on, form.count.data or 1, picked)
    if len(days) < 2:
        field = form.picked if form.rule.data == Rule.PICKED else form.count
        field.errors = [_("Rangkaian terdiri atas sedikitnya dua kegiatan.")]
        return None
    return days


@blueprint.route("/kegiatan/<slug>/terapkan", methods=["GET", "POST"])
@needs(Action.EDIT_EVENT)
def apply_change(slug: str) -> Response:
    """Parts of this event brought to the others of its series."""
    event = desk_event(slug)
    if event.event_series_id is None:
        return redirect(url_for("desk.event", slug=slug), 303)
    form = ApplyForm()
    if not form.validate_on_submit():
        page = render_template("desk/series/apply.html", event=event, form=form, scopes=_rows(SCOPE_WORDS))
        return make_response(page, 422 if form.errors else 200)
    count = apply_to_series(
        event.id,
        set(form.parts.data),
        Scope(form.scope.data),
        reason=form.reason.data,
        actor=actor(),
        now=datetime.now(UTC),
    )
    told = ngettext("Satu kegiatan lain telah disamakan.", "%(num)d kegiatan lain telah disamakan.", count)
    flash(told if count else _("Kegiatan lain sudah sama; tidak ada yang diubah."))
    return redirect(url_for("desk.series", series_id=event.event_series_id), 303)


@blueprint.post("/kegiatan/<slug>/keluar-rangkaian")
@needs(Action.EDIT_EVENT)
def leave_its_series(slug: str) -> Response:
    event = desk_event(slug)
    try:
        leave_series(event.id, actor=actor(), now=datetime.now(UTC))
    except LeadsSeries:
        flash(_("Kegiatan ini menerima pendaftaran seluruh rangkaian sehingga tidak dapat dikeluarkan."))
    else:
        flash(_("Kegiatan ini sekarang berdiri sendiri."))
    return redirect(url_for("desk.event", slug=slug), 303)


def _rows(words: Mapping[StrEnum, Any]) -> list[tuple[str, Any, None]]:
    """Value, word and no further note, as the macro of radio buttons takes them."""
    return [(value.value, word, None) for value, word in words.items()]
