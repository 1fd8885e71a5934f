"""One event on the desk: what it is, what can be done with it, and the terms of its registration."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import render_template
from flask_babel import gettext as _

from webinar.core.access import Action
from webinar.core.announcement import read_announcements
from webinar.core.caution import Caution, cautions
from webinar.core.checklist import phase_at
from webinar.core.groups import group_phrase
from webinar.core.history import Thing
from webinar.core.states import EventState, possible_acts
from webinar.core.status import accepts_registrations, desk_status_of, ends, registration_ends
from webinar.core.zones import zone_of
from webinar.models import Event
from webinar.queries.checklist import event_checklist
from webinar.queries.clash import audience_of_event, event_clashes, planned_of_event, watched_event
from webinar.queries.history import HistoryLine, thing_history
from webinar.queries.overview import report_lines, writing_offices
from webinar.queries.series import leader_of
from webinar.queries.state import is_untouched
from webinar.web.acts import WORDS
from webinar.web.desk import blueprint
from webinar.web.filters import moment, number, sentence
from webinar.web.guards import actor, may_do, needs
from webinar.web.history import history_entries
from webinar.web.public.when import when

PLANNED = frozenset({EventState.DRAFT, EventState.PUBLISHED})
CHECKED = PLANNED | {EventState.POSTPONED}


@blueprint.get("/kegiatan/<slug>")
@needs(Action.READ)
def event(slug: str) -> str:
    """What it is, what it lacks and what speaks against it; the acts that its state and this person allow."""
    found, now = watched_event(slug)[0], datetime.now(UTC)
    is_over = now >= ends(found)
    reports = report_lines(found.id)
    acts = possible_acts(found.state, is_over=is_over, is_untouched=is_untouched(found))
    is_watched = may_do(Action.EDIT_EVENT) and found.state in PLANNED and not is_over
    return render_template(
        "desk/event/show.html",
        event=found,
        status=desk_status_of(found, now),
        when=when(found, None),
        acts=[WORDS[act] for act in acts] if may_do(Action.EDIT_EVENT) else [],
        announcements=read_announcements(found.announcements),
        is_draft=found.state == EventState.DRAFT,
        checks=event_checklist(found.id) if found.state in CHECKED else (),
        phase=phase_at(is_published=found.state != EventState.DRAFT, ends=ends(found), now=now),
        cautions=_cautions(found, now) if is_watched else (),
        clashes=event_clashes(found, actor=actor()) if is_watched else (),
        group_seats=_group_seats(found),
        registration_line=_registration_line(found, now),
        leader=leader_of(found),
        reports=reports,
        own_report_id=next((r.id for r in reports if may_do(Action.READ, r.chain or "/")), None),
        writing=writing_offices(found, reports, actor()),
        changes=history_entries(_last_changes(found.id)),
    )


def _cautions(event: Event, now: datetime) -> tuple[Caution, ...]:
    audience = audience_of_event(event, zone_of(event.zone_name))
    return cautions(planned_of_event(event), audience, now=now)


def _last_changes(event_id: int) -> list[HistoryLine]:
    return thing_history(Thing.EVENT, event_id, limit=3).rows if may_do(Action.READ_HISTORY) else []


def _group_seats(event: Event) -> list[tuple[str, str]]:
    """Phrase, and seats taken of those there are, of the groups with seats of their own."""
    return [
        (sentence(group_phrase(group)), f"{number(group.taken_count)} / {number(group.quota)}")
        for group in event.groups
        if group.quota is not None
    ]


def _registration_line(event: Event, now: datetime) -> str:
    zone = zone_of(event.zone_name)
    if event.state == EventState.DRAFT and event.registration_open:
        return _("Dibuka begitu kegiatan terbit.")
    if accepts_registrations(event, now):
        return _("Dibuka sampai %(moment)s.", moment=moment(registration_ends(event), zone))
    return _("Sedang ditutup.")
