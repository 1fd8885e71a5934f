"""Publishing, moving, postponing, cancelling an event: what will follow is said first, then asked why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from flask import flash, make_response, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webinar.core.access import Action
from webinar.core.announcement import schedule_of
from webinar.core.checklist import Item, Phase
from webinar.core.errors import ActUnfit, DocumentInvalid, EventMoved, NotFound, ScheduleUnfit
from webinar.core.history import Act
from webinar.core.states import may_become, needs_reason
from webinar.core.status import ends
from webinar.core.zones import zone_of
from webinar.models import Event
from webinar.queries import desk as query
from webinar.queries.checklist import event_checklist
from webinar.queries.clash import Clash, audience_of_event, event_clashes, watched_event
from webinar.queries.state import is_untouched, recipient_count
from webinar.services import state as service
from webinar.services.state import SessionMove
from webinar.web.acts import BY_PATH, WORDS, Situation, consequences, told_sentence
from webinar.web.desk import blueprint
from webinar.web.forms.state import NoteForm, ReasonForm, RescheduleForm
from webinar.web.guards import actor, needs
from webinar.web.public.when import when

SERVICES: dict[Act, Callable[..., int | None]] = {
    Act.PUBLISHED: service.publish_event,
    Act.POSTPONED: service.postpone_event,
    Act.CANCELLED: service.cancel_event,
    Act.REINSTATED: service.reinstate_event,
    Act.ARCHIVED: service.archive_event,
    Act.WITHDRAWN: service.withdraw_event,
}


@blueprint.route("/kegiatan/<slug>/status/<word>", methods=["GET", "POST"])
@needs(Action.EDIT_EVENT)
def change_state(slug: str, word: str) -> Response:
    """All but moving, which asks for more; ``word`` is the act's part of the address."""
    event, act = query.desk_event(slug), BY_PATH.get(word)
    if act not in SERVICES:
        raise NotFound
    if not _is_possible(event, act):
        return _too_late(slug)
    form = ReasonForm() if needs_reason(event.state, act) else NoteForm()
    if not form.validate_on_submit():
        lacks = _lacks(event) if act == Act.PUBLISHED else ()
        page = render_template("desk/state/act.html", form=form, lacks=lacks, **_values(event, act))
        return make_response(page, 422 if form.errors else 200)
    try:
        told = SERVICES[act](event.id, form.reason.data, actor=actor(), now=datetime.now(UTC))
    except ActUnfit:
        return _too_late(slug)
    return _done(slug, act, told)


@blueprint.route("/kegiatan/<slug>/status/jadwal-ulang", methods=["GET", "POST"])
@needs(Action.EDIT_EVENT)
def reschedule(slug: str) -> Response:
    """The new time, what becomes of the programme, and why."""
    event = query.desk_event(slug)
    if not _is_possible(event, Act.RESCHEDULED):
        return _too_late(slug)
    form = RescheduleForm.of(event)
    wanted = form.wanted(event) if form.validate_on_submit() else None
    if wanted is None:
        return _reschedule_page(slug, form)
    try:
        told = service.reschedule_event(
            event.id,
            wanted,
            form.reason.data or "",
            sessions=SessionMove(form.sessions.data or SessionMove.ALONG),
            seen=form.seen.data,
            actor=actor(),
            now=datetime.now(UTC),
        )
    except ScheduleUnfit as unfit:
        form.fault(unfit.reason)
        return _reschedule_page(slug, form)
    except DocumentInvalid as invalid:
        return _reschedule_page(slug, form, refusal=_contradiction(form, invalid))
    except EventMoved:
        event = query.desk_event(slug)
        if schedule_of(event) == wanted:
            return _done(slug, Act.RESCHEDULED, 0)  # the same form once more
        form.see(event)
        return _reschedule_page(slug, form, refusal=_moved_meanwhile())
    except ActUnfit:
        return _too_late(slug)
    return _done(slug, Act.RESCHEDULED, told)


def _reschedule_page(slug: str, form: RescheduleForm, refusal: str | None = None) -> Response:
    event = watched_event(slug)[0]
    page = render_template(
        "desk/state/reschedule.html",
        form=form,
        refusal=refusal,
        has_timed_sessions=any(session.starts_at for session in event.sessions),
        invited=audience_of_event(event, zone_of(form.zone.data or event.zone_name)),
        clashes=_clashes(event, form),
        **_values(event, Act.RESCHEDULED),
    )
    return make_response(page, 409 if refusal else 422 if form.errors else 200)


def _clashes(event: Event, form: RescheduleForm) -> tuple[Clash, ...]:
    """Who or what is booked at the time that was typed; the event's own time was looked at before."""
    planned = form.planned(event)
    return event_clashes(event, actor=actor(), planned=planned) if planned else ()


def _contradiction(form: RescheduleForm, invalid: DocumentInvalid) -> str:
    """Sessions left where they are lie outside the new days: that is said at the field."""
    if any(problem.path.startswith("sessions") for problem in invalid.problems):
        sentence = _("Jam sesi berada di luar hari kegiatan yang baru. Geser atau kosongkan jamnya.")
        form.sessions.errors = [*form.sessions.errors, sentence]
        return sentence
    return " ".join(map(str, invalid.problems))


def _moved_meanwhile() -> str:
    return _(
        "Jadwal atau status kegiatan ini baru saja diubah orang lain. Yang berlaku sekarang tertera di bawah."
        " Isian Anda tetap ada; kirim lagi bila masih sesuai."
    )


def _values(event: Event, act: Act) -> dict[str, Any]:
    now = datetime.now(UTC)
    situation = Situation(event.state, recipient_count(event), now >= ends(event), event.registration_open)
    return {
        "event": event,
        "act": act,
        "words": WORDS[act],
        "consequences": consequences(act, situation),
        "when": when(event, None),
    }


def _lacks(event: Event) -> tuple[Item, ...]:
    """What ought to be known before everybody reads it."""
    items = event_checklist(event.id)
    return tuple(item for item in items if item.phase == Phase.INVITATION and not item.is_done)


def _is_possible(event: Event, act: Act) -> bool:
    is_over = datetime.now(UTC) >= ends(event)
    return may_become(event.state, act, is_over=is_over, is_untouched=is_untouched(event))


def _too_late(slug: str) -> Response:
    flash(_("Tindakan itu tidak dapat dilakukan pada status kegiatan yang sekarang."))
    return redirect(url_for("desk.event", slug=slug), 303)


def _done(slug: str, act: Act, told: int | None) -> Response:
    flash(" ".join(filter(None, [str(WORDS[act].done), told_sentence(told or 0)])))
    return redirect(url_for("desk.event", slug=slug), 303)
