"""The berita on the desk: composed, read, published."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from markupsafe import Markup
from werkzeug.wrappers import Response

from webinar.core.access import Action
from webinar.core.berita import LEADS, Style, article_from_dict, missing, render
from webinar.core.errors import EventUnpublished
from webinar.core.states import EventState
from webinar.queries import desk as query
from webinar.queries.access import event_chain
from webinar.queries.desk import desk_event
from webinar.queries.document import event_document
from webinar.queries.overview import writing_office
from webinar.services.berita import draft_berita, publish_berita, withdraw_berita
from webinar.services.report import start_report
from webinar.web.desk import blueprint
from webinar.web.guards import actor, needs, permit


@blueprint.get("/berita/<int(max=2147483647):berita_id>")
@needs(Action.READ)
def berita(berita_id: int) -> str:
    found = query.desk_berita(berita_id)
    article = article_from_dict(found.article) if found.article else None
    return render_template(
        "desk/berita/show.html",
        berita=found,
        article=article,
        body=Markup(render.html(article)) if article else None,  # noqa: S704 - the renderer escapes
        missing=missing(event_document(found.event_id, found.id)),
        leads=[(lead, lead_word(lead)) for lead in LEADS],
        chosen_lead=request.args.get("pembuka"),
    )


def lead_word(lead: str) -> str:
    """How a text opens, as the desk calls it."""
    return {
        "date": _("Tanggal lebih dahulu"),
        "dateline": _("Baris tanggal, tanggal dalam kurung"),
        "purpose": _("Tujuan lebih dahulu"),
        "issue": _("Inti persoalan lebih dahulu"),
        "figures": _("Jumlah peserta lebih dahulu"),
    }[lead]


@blueprint.post("/berita/<int(max=2147483647):berita_id>/susun")
@needs(Action.WRITE_BERITA)
def draft(berita_id: int) -> Response:
    """Compose the text anew from the record as it is now."""
    wanted = request.form.get("lead", "")
    style = Style(lead=wanted) if wanted in LEADS else Style()
    draft_berita(berita_id, style, actor=actor(), now=datetime.now(UTC))
    flash(_("Berita telah disusun dari data kegiatan."))
    return redirect(url_for("desk.berita", berita_id=berita_id, pembuka=style.lead), 303)


@blueprint.post("/berita/<int(max=2147483647):berita_id>/terbitkan")
@needs(Action.PUBLISH_BERITA)
def publish(berita_id: int) -> Response:
    try:
        publish_berita(berita_id, actor=actor(), now=datetime.now(UTC))
    except EventUnpublished:
        flash(_("Terbitkan kegiatannya lebih dahulu. Berita tentang draf belum dapat diterbitkan."))
    else:
        flash(_("Berita telah terbit."))
    return redirect(url_for("desk.berita", berita_id=berita_id), 303)


@blueprint.post("/berita/<int(max=2147483647):berita_id>/tarik")
@needs(Action.PUBLISH_BERITA)
def withdraw(berita_id: int) -> Response:
    withdraw_berita(berita_id, actor=actor(), now=datetime.now(UTC))
    flash(_("Berita telah ditarik dan kembali menjadi draf."))
    return redirect(url_for("desk.berita", berita_id=berita_id), 303)


@blueprint.post("/berita/baru")
@needs(Action.WRITE_BERITA)
def start() -> Response:
    """The first report of an office on an event that everybody or the office's own desk may see."""
    event_slug, office_slug = request.form.get("kegiatan"), request.form.get("satuan_kerja")
    if not event_slug or not office_slug:
        abort(400)
    event, office = desk_event(event_slug), writing_office(office_slug)
    permit(Action.WRITE_BERITA, office.chain)
    if event.state == EventState.DRAFT:
        permit(Action.READ, event_chain(event.slug))
    berita_id = start_report(event.id, office.id, actor=actor(), now=datetime.now(UTC))
    flash(_("Berita telah dimulai. Susun naskahnya dari data kegiatan."))
    return redirect(url_for("desk.berita", berita_id=berita_id), 303)
