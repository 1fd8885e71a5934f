"""Answers while somebody types a date and hours: what they mean, and what speaks against them."""

from __future__ import annotations

from flask import render_template, request

from webinar.core.access import Action
from webinar.web.cautions import caution_sentence
from webinar.web.desk import blueprint
from webinar.web.echo import echo_typed
from webinar.web.guards import needs

LONGEST_ASKED = 300  # characters of one part of the question

blueprint.add_app_template_global(echo_typed)
blueprint.add_app_template_global(caution_sentence)


@blueprint.get("/waktu")
@needs(Action.EDIT_EVENT)
def when() -> str:
    """A fragment of a page; ``wilayah`` may come several times (``se-Indonesia``, ``Papua``)."""
    asked = {name: request.args.get(name, "")[:LONGEST_ASKED] for name in request.args}
    return render_template(
        "desk/when/_echo.html",
        echo=echo_typed(
            day=asked.get("tanggal", ""),
            last=asked.get("sampai", ""),
            start=asked.get("mulai", ""),
            end=asked.get("selesai", ""),
            zone=asked.get("zona", ""),
            scopes=[scope[:LONGEST_ASKED] for scope in request.args.getlist("wilayah")[:20]],
        ),
    )
