"""Registering: the form, and what comes of it."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime

from flask import Response, redirect, request
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf

from webinar.adapters.links import token_digest
from webinar.core.announcement import read_announcements
from webinar.core.errors import AlreadyRegistered, QuotaFull, RegistrationClosed
from webinar.core.registration import PRIVACY_NOTICE_VERSION, RegistrationData
from webinar.core.states import EventState
from webinar.core.status import accepts_registrations, is_full, status_of
from webinar.extensions import limiter
from webinar.queries.event import EventStamp, event_stamp
from webinar.queries.office import office_names
from webinar.queries.registration import registration_by_digest
from webinar.services.registration import Registered, register_participant
from webinar.web.forms.region import region_options
from webinar.web.forms.registration import RegistrationForm, is_invited
from webinar.web.headers import private
from webinar.web.kept import kept
from webinar.web.language import chosen_language
from webinar.web.layout import chosen_theme, render
from webinar.web.preferences import chosen_zone
from webinar.web.public import blueprint
from webinar.web.public.clock import now
from webinar.web.public.event import event_content
from webinar.web.public.when import when

# Stand in the kept form for what differs from request to request.
CSRF_PLACE = f"csrf-{secrets.token_hex(16)}"
KEY_PLACE = f"key-{secrets.token_hex(16)}"


@blueprint.get("/kegiatan/<slug>/daftar")
def registration_form(slug: str) -> Response:
    """The empty form, kept but for its two secrets."""
    stamp = event_stamp(slug)
    at = now()
    if not accepts_registrations(stamp, at):
        return _closed(stamp, at)
    key = (stamp.content_key, _rooms(stamp), status_of(stamp, at), *_reader())
    before, between, after = kept("registration form").get(key, lambda: _empty_form(stamp))
    page = b"".join([before, generate_csrf().encode(), between, secrets.token_urlsafe(24).encode(), after])
    return private(Response(page))


@blueprint.get("/kantor.txt")
def offices() -> Response:
    """The names of known offices, a line each, for those who begin to type their own."""
    response = Response("\n".join(office_names()), content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=3600"
    response.add_etag()
    response.make_conditional(request)
    return response


@blueprint.post("/kegiatan/<slug>/daftar")
@limiter.limit("60 per 10 minutes")
def register(slug: str) -> Response:
    """303 to the personal page, or the form again with every problem named."""
    stamp = event_stamp(slug)
    form = _form(stamp)
    if form.is_from_robot or not form.validate_on_submit():
        return _again(stamp, form, None, 422)
    group = form.chosen_group
    data = form.to_data(
        email=form.email.data or "",
        submission_key=_submission_key(form.submission_key.data),
        group_id=group.id if group else None,
    )
    try:
        outcome = _register_once(stamp.id, data)
    except RegistrationClosed:
        return _closed(event_stamp(slug), now(), 409)
    except QuotaFull:
        return _again(
            stamp, form, _("Kuota telah terpenuhi, dan kegiatan ini tidak memiliki daftar tunggu."), 409
        )
    except AlreadyRegistered:
        return _again(stamp, form, _already_registered(), 409)
    return private(redirect(f"/pendaftaran/{outcome.token}", 303))  # type: ignore[arg-type]


def _register_once(event_id: int, data: RegistrationData) -> Registered:
    """The same form twice is one registration; but a form sent again for somebody else is another."""
    outcome = register_participant(event_id, data, now=now())
    if outcome.is_repeat and registration_by_digest(token_digest(outcome.token)).email != data.email:
        data = replace(data, submission_key=secrets.token_urlsafe(24))
        outcome = register_participant(event_id, data, now=now())
    return outcome


def _already_registered() -> str:
    return _(
        "Alamat surel ini sudah terdaftar pada kegiatan ini."
        " Tautan pribadi telah kami kirim ulang ke alamat itu; lewat tautan itu pendaftaran dapat dilihat,"
        " diubah, atau dibatalkan."
    )


def _submission_key(sent: str | None) -> str:
    """The key that came with the form; a new one where it is missing or was tampered with."""
    is_ours = sent and 20 <= len(sent) <= 64 and all(c.isascii() and (c.isalnum() or c in "-_") for c in sent)
    return sent if sent and is_ours else secrets.token_urlsafe(24)


def _form(stamp: EventStamp) -> RegistrationForm:
    content = event_content(stamp)
    form = RegistrationForm()
    form.prepare(mode=content.event.mode, groups=content.groups)
    return form


def _empty_form(stamp: EventStamp) -> tuple[bytes, bytes, bytes]:
    """The page around the two values that belong to one request: the session's and the submission's."""
    page = _render(stamp, _form(stamp), CSRF_PLACE, KEY_PLACE).encode()
    before, rest = page.split(CSRF_PLACE.encode())
    between, after = rest.split(KEY_PLACE.encode())
    return before, between, after


def _reader() -> tuple[object, ...]:
    return chosen_zone(), chosen_language(), chosen_theme()


def _rooms(stamp: EventStamp) -> tuple[object, ...]:
    """What the form says about seats: whether there are any, not how many."""
    return is_full(stamp), tuple(sorted(_full_groups(stamp)))


def _full_groups(stamp: EventStamp) -> set[int]:
    taken = stamp.taken_by_group
    return {
        g.id for g in event_content(stamp).groups if g.quota is not None and taken.get(g.id, 0) >= g.quota
    }


def _render(
    stamp: EventStamp, form: RegistrationForm, csrf: str, submission_key: str, refusal: str | None = None
) -> str:
    content = event_content(stamp)
    return render(
        "public/registration/form.html",
        section="kegiatan",
        event=content.event,
        groups=content.groups,
        full_groups=_full_groups(stamp),
        is_full=is_full(stamp),
        status=status_of(stamp, now()),
        when=when(stamp, chosen_zone()),
        form=form,
        some_invited=any(map(is_invited, content.groups)),
        region_options=region_options(form.region_code.data),
        csrf=csrf,
        submission_key=submission_key,
        refusal=refusal,
        notice_version=PRIVACY_NOTICE_VERSION,
    )


def _again(stamp: EventStamp, form: RegistrationForm, refusal: str | None, code: int) -> Response:
    key = _submission_key(form.submission_key.data)
    return private(Response(_render(stamp, form, generate_csrf(), key, refusal), code))


def _closed(stamp: EventStamp, at: datetime, code: int = 200) -> Response:
    """Why nobody can register now; an event of a series leads to the one that takes its registrations."""
    content = event_content(stamp)
    if content.registers_with_slug and stamp.state == EventState.PUBLISHED:
        return private(redirect(f"/kegiatan/{content.registers_with_slug}/daftar", 303))  # type: ignore[arg-type]
    page = render(
        "public/registration/closed.html",
        section="kegiatan",
        event=content.event,
        announcements=read_announcements(content.event.announcements),
        status=status_of(stamp, at),
        is_full=is_full(stamp),
        when=when(stamp, chosen_zone()),
    )
    return private(Response(page, code))
