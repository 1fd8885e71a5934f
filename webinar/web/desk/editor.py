"""The editor of an event: one page in sections, each saved by itself; to scripts they also come alone."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from flask import g, get_flashed_messages, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webinar.core.access import Action
from webinar.core.editor import SECTION_OF, Rows, Section
from webinar.core.errors import NotFound
from webinar.core.states import EventState
from webinar.core.status import accepts_registrations, status_of
from webinar.queries import editor as query
from webinar.queries.desk import desk_event
from webinar.queries.event import event_stamp_by_id, public_event
from webinar.web.desk import blueprint
from webinar.web.desk.editor_page import EditorPage
from webinar.web.desk.editor_told import Told
from webinar.web.guards import actor, needs
from webinar.web.preferences import chosen_zone
from webinar.web.public.event import event_values

_CLOCK = re.compile(r"[0-2]\d[.:][0-5]\d")


@blueprint.get("/kegiatan/<slug>/sunting")
@needs(Action.EDIT_EVENT)
def editor(slug: str) -> str:
    return whole_page(page_of(slug, told_by_address()))


@blueprint.get("/kegiatan/<slug>/sunting/<section>")
@needs(Action.EDIT_EVENT)
def editor_section(slug: str, section: str) -> Response:
    """One section for scripts; everybody else is led to it on the page."""
    wanted = section_called(section)
    if not is_fetch():
        return to_section(slug, wanted, **request.args.to_dict())
    return make_response(fragment(page_of(slug, told_by_address()), wanted))


@blueprint.get("/kegiatan/<slug>/pratinjau")
@needs(Action.READ)
def preview(slug: str) -> str:
    """The public page as it is, or as it will be once the draft is published."""
    found = event_stamp_by_id(desk_event(slug).id)
    is_draft = found.state == EventState.DRAFT
    stamp = found._replace(state=EventState.PUBLISHED) if is_draft else found
    at = datetime.now(UTC)
    values = event_values(
        stamp, public_event(stamp.id), chosen_zone(), status_of(stamp, at), accepts_registrations(stamp, at)
    )
    return render_template("public/event/preview.html", is_draft=is_draft, **values)


def page_of(slug: str, told: Told | None = None) -> EditorPage:
    """The page of an event as it stands; the guard has found its office's chain."""
    return EditorPage(query.edited_event(slug), g.chain, told)


def section_called(word: str) -> Section:
    """Raises NotFound."""
    try:
        return Section(word)
    except ValueError:
        raise NotFound from None


def is_fetch() -> bool:
    """Whether a script asks, which takes the section alone."""
    return request.headers.get("X-Requested-With") == "fetch"


def is_automatic() -> bool:
    """Whether the form was sent without anybody pressing a button."""
    return is_fetch() and "otomatis" in request.form


def whole_page(page: EditorPage) -> str:
    return render_template("desk/editor/show.html", page=page, event=page.event, account_id=actor().user_id)


def fragment(page: EditorPage, section: Section) -> str:
    return render_template("desk/editor/_fragment.html", page=page, event=page.event, section_key=section)


def answer(page: EditorPage, section: Section, status: int) -> Response:
    """The section for scripts, the whole page for browsers without."""
    return make_response(fragment(page, section) if is_fetch() else whole_page(page), status)


def to_section(slug: str, section: Section, anchor: str | None = None, **given: Any) -> Response:
    return redirect(url_for("desk.editor", slug=slug, _anchor=anchor or section, **given), 303)


def told_by_address() -> Told:
    """What the address asks for: a row's form open, a new row begun, the focus, what was just done."""
    told = Told(opened=request.args.get("buka", "")[:40], focus=request.args.get("fokus", "")[:60])
    for flashed in get_flashed_messages(with_categories=True):
        if flashed[0] in set(Section):
            told.done[Section(flashed[0])] = flashed[1]
    adding = request.args.get("tambah", "")
    if adding in set(Rows):
        told.adding = Rows(adding)
        told.given = _given_session() if told.adding == Rows.SESSIONS else {}
    undo = re.fullmatch(r"([a-z-]+)\.([0-9]{1,9})", request.args.get("urung", ""))
    if undo and undo[1] in set(Rows):
        rows = Rows(undo[1])
        told.undo[SECTION_OF[rows]] = rows, int(undo[2])
    return told


def _given_session() -> dict[str, Any]:
    """A gap to be filled: ``mulai``, ``selesai``, ``hari``."""
    found: dict[str, Any] = {}
    for name, value in (("starts", "mulai"), ("ends", "selesai")):
        clock = request.args.get(value, "")
        if _CLOCK.fullmatch(clock) and clock < "24":
            found[name] = clock.replace(".", ":")
    if found and request.args.get("hari", "").isdecimal():
        found["day"] = request.args["hari"][:3]
    return found and found | {"kind": "break"}
