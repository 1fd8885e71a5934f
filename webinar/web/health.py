"""For whoever watches the installation."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from webinar.adapters.links import absolute
from webinar.queries.installation import answers

blueprint = Blueprint("health", __name__)


@blueprint.get("/sehat")
def healthy() -> tuple[Response, int]:
    """200 while the database answers, else 503."""
    alive = answers()
    return jsonify(database="ok" if alive else "no answer"), 200 if alive else 503


@blueprint.get("/robots.txt")
def robots() -> Response:
    lines = ["User-agent: *", "Disallow: /pendaftaran/", "Disallow: /meja"]
    return Response("\n".join([*lines, f"Sitemap: {absolute('/sitemap.xml')}", ""]), mimetype="text/plain")
