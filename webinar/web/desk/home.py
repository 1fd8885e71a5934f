"""The first page of the desk."""

from __future__ import annotations

from flask import render_template

from webinar.core.access import Action
from webinar.web.desk import blueprint
from webinar.web.guards import needs


@blueprint.get("")
@needs(Action.READ)
def home() -> str:
    return render_template("desk/home/home.html")
