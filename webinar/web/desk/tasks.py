"""What needs whoever looks at the desk, in words, each with the place where it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from webinar.core.access import Action, may
from webinar.core.attention import Need, lacking, need_of
from webinar.core.states import BeritaState
from webinar.core.status import begins
from webinar.queries.home import FailedMails, NearEvent, PendingBerita
from webinar.web.checklist import checklist_word
from webinar.web.filters import joined, number, sentence, short_range
from webinar.web.guards import actor

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Task:
    """``look``: hot is wrong, warm waits, cool is work as usual."""

    look: str
    icon: str
    what: str
    about: str
    act: str
    address: str


def mail_tasks(mails: Iterable[FailedMails]) -> Iterator[Task]:
    for failed in mails:
        what = ngettext(
            "%(count)s surel tidak sampai",
            "%(count)s surel tidak sampai",
            failed.mail_count,
            count=number(failed.mail_count),
        )
        address = url_for("desk.registrations", slug=failed.slug, status="surel-gagal")
        yield Task("hot", "mail", what, failed.title, _("Lihat penerima"), address)


def event_tasks(events: Iterable[NearEvent], now: datetime) -> Iterator[Task]:
    """What is wanted of events, of those who may do it."""
    for event in events:
        need = need_of(event.line, event.glance, now)
        action = Action.WRITE_BERITA if need is Need.NEWS else Action.EDIT_EVENT
        if need is not None and may(actor(), action, event.chain):
            yield _event_task(event, need, now)


def _event_task(event: NearEvent, need: Need, now: datetime) -> Task:
    line = event.line
    about = f"{line.title}, {short_range(line.start_on, line.end_on)}"
    page = url_for("desk.event", slug=line.slug)
    if need is Need.DRAFT:
        return Task("warm", "pen", _draft_words(begins(line) - now), about, _("Periksa dan terbitkan"), page)
    if need is Need.IDLE_SEATS:
        what = _("%(count)s orang menunggu, padahal masih ada kursi", count=number(line.waiting_count))
        terms = url_for("desk.editor", slug=line.slug, _anchor="pendaftaran")
        return Task("warm", "users", what, about, _("Atur kursi"), terms)
    if need is Need.NEWS:
        return Task("cool", "file", _("Berita belum terbit"), about, _("Susun berita"), page)
    missing = joined(checklist_word(item).lower() for item in lacking(line, event.glance))
    return Task("warm", "alert", _("Belum ada: %(what)s", what=missing), about, _("Lengkapi"), page)


def _draft_words(left: timedelta) -> str:
    days = left // ONE_DAY
    if days < 1:
        return _("Masih draf, padahal mulai kurang dari sehari lagi")
    return ngettext("Masih draf, mulai %(num)d hari lagi", "Masih draf, mulai %(num)d hari lagi", days)


def berita_tasks(reports: Iterable[PendingBerita]) -> Iterator[Task]:
    words = {
        BeritaState.IN_REVIEW: (Action.PUBLISH_BERITA, _("Berita menunggu tinjauan"), _("Tinjau")),
        BeritaState.APPROVED: (Action.PUBLISH_BERITA, _("Berita disetujui, siap terbit"), _("Terbitkan")),
        BeritaState.DRAFT: (Action.WRITE_BERITA, _("Draf berita belum terbit"), _("Lanjutkan")),
    }
    for report in reports:
        action, what, act = words[BeritaState(report.state)]
        if may(actor(), action, report.chain):
            about = f"{sentence(report.headline or report.event_title)} – {report.unit_name}"
            yield Task("cool", "file", what, about, act, url_for("desk.berita", berita_id=report.id))
