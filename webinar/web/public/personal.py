"""The page behind a personal link: see, change and cancel a registration without an account."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NoReturn

from flask import Response, abort, redirect
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf

from webinar.adapters.links import absolute, token_digest
from webinar.core.announcement import read_announcements
from webinar.core.errors import AlreadyCancelled, NotFound
from webinar.core.states import RegistrationState
from webinar.core.status import Status, status_of
from webinar.core.zones import Zone, zone_of
from webinar.extensions import limiter
from webinar.models import Registration
from webinar.queries.event import EventStamp, PublicEvent, event_stamp_by_id
from webinar.queries.registration import registration_by_digest, waiting_position
from webinar.services.registration import cancel_registration, change_registration
from webinar.web.errors import error_page
from webinar.web.forms.region import ABROAD, regencies_by_code, region_options, zone_of_region
from webinar.web.forms.registration import ChangeForm
from webinar.web.headers import private
from webinar.web.layout import render
from webinar.web.preferences import chosen_zone
from webinar.web.public import blueprint
from webinar.web.public.clock import now
from webinar.web.public.event import event_content
from webinar.web.public.further_dates import Further, further_dates
from webinar.web.public.joining import way_in
from webinar.web.public.when import when

TOKEN = re.compile(r"[a-z2-7]{32}", re.ASCII)
JUST_NOW = timedelta(minutes=10)
"""How long after registering the page says that it went well."""


@dataclass(frozen=True)
class Found:
    """Everything the personal pages print."""

    token: str
    registration: Registration
    stamp: EventStamp
    content: PublicEvent
    zone: Zone
    status: Status
    further_dates: list[Further]

    @property
    def may_change(self) -> bool:
        """As long as any date is to come that the registration holds for."""
        statuses = [self.status, *(further.status for further in self.further_dates)]
        is_over = all(status in (Status.FINISHED, Status.CANCELLED) for status in statuses)
        return self.registration.state != RegistrationState.CANCELLED and not is_over


def _find(token: str) -> Found:
    """Ends the request with an explanation when no registration has this link."""
    if not TOKEN.fullmatch(token):
        _abort_unknown()
    try:
        registration = registration_by_digest(token_digest(token))
    except NotFound:
        _abort_unknown()
    stamp = event_stamp_by_id(registration.event_id)
    zone = zone_of_region(registration.region_code) or chosen_zone() or zone_of(stamp.zone_name)
    content = event_content(stamp)
    further = further_dates(registration, content.event, zone, now())
    return Found(token, registration, stamp, content, zone, status_of(stamp, now()), further)


def _abort_unknown() -> NoReturn:
    explanation = _(
        "Tautan pendaftaran ini tidak dikenal. Salin tautan lengkap dari surel konfirmasi Anda,"
        " atau daftar lagi dari halaman kegiatan."
    )
    abort(private(error_page(404, explanation)))


@blueprint.get("/pendaftaran/<token>")
def personal(token: str) -> Response:
    found = _find(token)
    registration = found.registration
    page = _render(
        "personal",
        found,
        position=waiting_position(registration),
        is_new=now() - registration.created_at < JUST_NOW
        and registration.changed_at == registration.created_at,
        is_changed=_is_just_changed(registration),
        url=absolute(f"/pendaftaran/{token}"),
        region=regencies_by_code().get(registration.region_code or ""),
        way_in=way_in(registration, found.stamp, found.status, now()),
        further_dates=found.further_dates,
    )
    return private(Response(page))


@blueprint.get("/pendaftaran/<token>/ubah")
def change_form(token: str) -> Response:
    found = _find(token)
    if not found.may_change:
        return private(redirect(f"/pendaftaran/{token}", 303))  # type: ignore[arg-type]
    return _change_page(found, _change_form(found, fill=True), 200)


@blueprint.post("/pendaftaran/<token>/ubah")
@limiter.limit("60 per 10 minutes")
def change(token: str) -> Response:
    found = _find(token)
    form = _change_form(found)
    if not found.may_change:
        return private(redirect(f"/pendaftaran/{token}", 303))  # type: ignore[arg-type]
    if not form.validate_on_submit():
        return _change_page(found, form, 422)
    stored = found.registration
    data = form.to_data(email=stored.email, submission_key=stored.submission_key, group_id=stored.group_id)
    with suppress(AlreadyCancelled):  # the personal page tells
        change_registration(token, data, now=now())
    return private(redirect(f"/pendaftaran/{token}", 303))  # type: ignore[arg-type]


@blueprint.get("/pendaftaran/<token>/batalkan")
def cancel_form(token: str) -> Response:
    found = _find(token)
    if not found.may_change:
        return private(redirect(f"/pendaftaran/{token}", 303))  # type: ignore[arg-type]
    return private(Response(_render("cancel", found, csrf=generate_csrf())))


@blueprint.post("/pendaftaran/<token>/batalkan")
@limiter.limit("60 per 10 minutes")
def cancel(token: str) -> Response:
    if _find(token).may_change:
        with suppress(AlreadyCancelled):
            cancel_registration(token, now=now())
    return private(redirect(f"/pendaftaran/{token}", 303))  # type: ignore[arg-type]


def _change_form(found: Found, *, fill: bool = False) -> ChangeForm:
    stored = found.registration
    form = ChangeForm(obj=stored) if fill else ChangeForm()
    if fill and stored.region_code is None:
        form.region_code.data = ABROAD
    own_group = [group for group in found.content.groups if group.id == stored.group_id]
    form.prepare(mode=found.content.event.mode, groups=own_group)
    return form


def _change_page(found: Found, form: ChangeForm, code: int) -> Response:
    options = region_options(form.region_code.data)
    page = _render("change", found, form=form, csrf=generate_csrf(), region_options=options)
    return private(Response(page, code))


def _render(name: str, found: Found, **values: object) -> str:
    return render(
        f"public/registration/{name}.html",
        found=found,
        registration=found.registration,
        event=found.content.event,
        announcements=read_announcements(found.content.event.announcements),
        status=found.status,
        when=when(found.stamp, found.zone),
        **values,
    )


def _is_just_changed(registration: Registration) -> bool:
    changed_at: datetime = registration.changed_at
    return changed_at != registration.created_at and now() - changed_at < JUST_NOW
