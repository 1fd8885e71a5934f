"""The berita on the desk: composed, read, published."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webinar.core.berita import LEADS, Style, article_from_dict, missing
from webinar.queries import desk as query
from webinar.queries.document import event_document
from webinar.services.berita import draft_berita, publish_berita
from webinar.web.desk import blueprint


@blueprint.get("/berita/<int:berita_id>")
def berita(berita_id: int) -> str:
    found = query.desk_berita(berita_id)
    return render_template(
        "desk/berita/show.html",
        berita=found,
        article=article_from_dict(found.article) if found.article else None,
        missing=missing(event_document(found.event_id, found.id)),
        leads=LEADS,
    )


@blueprint.post("/berita/<int:berita_id>/susun")
def draft(berita_id: int) -> Response:
    """Compose the text anew from the record as it is now."""
    wanted = request.form.get("lead", "")
    style = Style(lead=wanted) if wanted in LEADS else Style()
    draft_berita(berita_id, style, now=datetime.now(UTC))
    flash(_("Berita telah disusun dari data kegiatan."))
    return redirect(url_for("desk.berita", berita_id=berita_id), 303)


@blueprint.post("/berita/<int:berita_id>/terbitkan")
def publish(berita_id: int) -> Response:
    slug = publish_berita(berita_id, now=datetime.now(UTC))
    flash(_("Berita telah terbit."))
    return redirect(url_for("public.berita", slug=slug), 303)
