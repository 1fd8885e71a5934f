"""The history: of an event, a person, an office, and of everything somebody may see."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

from flask import render_template, request, url_for

from webinar.core.access import Action
from webinar.core.history import Thing
from webinar.core.zones import WIB, Zone
from webinar.queries import history as query
from webinar.queries.desk import desk_event
from webinar.queries.history import HistoryLine, HistoryWish
from webinar.queries.paging import Page
from webinar.web.desk import blueprint
from webinar.web.forms.history import HistoryFilter
from webinar.web.guards import actor, needs
from webinar.web.history import history_entries
from webinar.web.history_words import THINGS
from webinar.web.preferences import chosen_zone

ONE_DAY = timedelta(days=1)


@blueprint.get("/kegiatan/<slug>/riwayat")
@needs(Action.READ_HISTORY)
def event_history(slug: str) -> str:
    event = desk_event(slug)
    page = query.thing_history(Thing.EVENT, event.id, after=request.args.get("setelah"))
    above = url_for("desk.event", slug=slug)
    return _thing_page(
        page, event.title, [(THINGS[Thing.EVENT], url_for("desk.events")), (event.title, above)]
    )


@blueprint.get("/orang/<int(max=2147483647):person_id>/riwayat")
@needs(Action.READ_HISTORY)
def person_history(person_id: int) -> str:
    page = query.thing_history(Thing.PERSON, person_id, after=request.args.get("setelah"))
    name = query.person_name(person_id)
    trail = [(THINGS[Thing.PERSON], "/meja/orang"), (name, f"/meja/orang/{person_id}")]
    return _thing_page(page, name, trail, section="orang")


@blueprint.get("/satuan-kerja/<office_slug>/riwayat")
@needs(Action.READ_HISTORY)
def office_history(office_slug: str) -> str:
    """The office itself, and who came to work there and in which role."""
    office_id, name = query.named_office(office_slug)
    page = query.office_history(office_id, after=request.args.get("setelah"))
    above = url_for("desk.office", office_slug=office_slug)
    trail = [(THINGS[Thing.OFFICE], url_for("desk.offices")), (name, above)]
    return _thing_page(page, name, trail, section="satuan-kerja")


@blueprint.get("/riwayat")
@needs(Action.READ_HISTORY)
def history() -> str:
    """Of all offices within reach; narrowed by thing, by who acted, and by days of the reader's zone."""
    form = HistoryFilter(request.args, meta={"csrf": False})
    form.validate()
    zone = chosen_zone() or WIB
    wish = HistoryWish(
        things=[form.thing.data] if form.thing.data in set(Thing) else [],
        by=(form.by.data or "").strip(),
        since=_midnight(form.since.data, zone),
        until=_midnight(form.until.data and form.until.data + ONE_DAY, zone),
    )
    page = query.visible_history(actor(), wish, after=request.args.get("setelah"))
    return render_template(
        "desk/history/list.html",
        form=form,
        entries=history_entries(page.rows),
        next_url=_next_url(page),
        is_narrowed=any((wish.things, wish.by, wish.since, wish.until)),
    )


def _thing_page(
    page: Page[HistoryLine], title: str, trail: list[tuple[Any, str]], section: str = "kegiatan"
) -> str:
    return render_template(
        "desk/history/thing.html",
        title=title,
        trail=trail,
        section=section,
        entries=history_entries(page.rows),
        next_url=_next_url(page),
    )


def _next_url(page: Page[HistoryLine]) -> str | None:
    """The same address and filter, from the last line on."""
    if page.next_key is None:
        return None
    arguments = {**(request.view_args or {}), **request.args.to_dict(), "setelah": page.next_key}
    return url_for(request.endpoint or "", **arguments)


def _midnight(day: Any, zone: Zone) -> datetime | None:
    return datetime.combine(day, time(), zone.info).astimezone(UTC) if day else None
