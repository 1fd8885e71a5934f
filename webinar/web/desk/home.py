"""The first page of the desk: what is on, what needs whoever looks, what comes, what happened."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import render_template

from webinar.core.access import Action
from webinar.core.status import Status, desk_status_of
from webinar.core.zones import WIB, local
from webinar.queries import home as query
from webinar.queries.history import HistoryWish, visible_history
from webinar.web.desk import blueprint
from webinar.web.desk.event_list import event_rows
from webinar.web.desk.tasks import berita_tasks, event_tasks, mail_tasks
from webinar.web.filters import moment
from webinar.web.guards import actor, may_do, needs
from webinar.web.history import HistoryEntry, history_entries
from webinar.web.preferences import chosen_zone
from webinar.web.public.when import when

MOST_TASKS, MOST_ROWS, MOST_CHANGES = 12, 8, 6


@blueprint.get("")
@needs(Action.READ)
def home() -> str:
    """Eight selects at most, sign-in and roles among them."""
    now = datetime.now(UTC)
    today = local(now, WIB).date()
    coming = query.coming_of(actor(), today=today)
    past = query.lately_over(actor(), today=today)
    running = [one for one in coming if desk_status_of(one.line, now) is Status.RUNNING]
    next_ones = [
        one.line for one in coming if desk_status_of(one.line, now) not in (Status.RUNNING, Status.FINISHED)
    ]
    tasks = [
        *mail_tasks(query.failed_mails_of(actor(), today=today)),
        *event_tasks([*coming, *past], now),
        *berita_tasks(query.pending_berita(actor(), today=today)),
    ]
    return render_template(
        "desk/home/home.html",
        moment=moment(now, chosen_zone() or WIB),
        running=[(one, when(one.line, chosen_zone())) for one in running],
        tasks=tasks[:MOST_TASKS],
        more_tasks=max(len(tasks) - MOST_TASKS, 0),
        rows=event_rows(next_ones[:MOST_ROWS], now),
        has_more=len(next_ones) > MOST_ROWS,
        changes=_changes(),
        is_new=not coming and not past and not query.has_office(),
    )


def _changes() -> list[HistoryEntry]:
    if not may_do(Action.READ_HISTORY):
        return []
    return history_entries(visible_history(actor(), HistoryWish(), limit=MOST_CHANGES).rows)
