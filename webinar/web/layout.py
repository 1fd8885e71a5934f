"""What every page's frame needs, and rendering that leaves the session alone.

Flask's ``render_template`` asks Flask-Login who is signed in, which opens the session, costs a signature
check and makes the answer vary by cookie. Public pages are the same for everybody; they are rendered here.
"""

from __future__ import annotations

from flask import Flask, current_app, request
from jinja2 import Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context

from webinar.config import Settings
from webinar.core import access
from webinar.core.access import Action
from webinar.web.guards import actor, may_do
from webinar.web.language import chosen_language
from webinar.web.preferences import chosen_zone

THEMES = {"terang": "light", "gelap": "dark"}


def chosen_theme() -> str | None:
    """``light`` or ``dark`` once chosen; None follows the device."""
    return THEMES.get(request.cookies.get("tema", ""))


def frame() -> dict[str, object]:
    """The names ``templates/layout/`` uses."""
    settings: Settings = current_app.config["SETTINGS"]
    return {
        "site": settings,
        "language": chosen_language(),
        "theme": chosen_theme(),
        "own_zone": chosen_zone(),
        "here": request.path,
    }


def render(template: str, **values: object) -> str:
    """A public page."""
    return current_app.jinja_env.get_template(template).render(frame() | values)


def may_anywhere(action: Action | str) -> bool:
    """For the desk's frame: whether there is an office at which the reader may do this."""
    return access.may_anywhere(actor(), Action(action))


class OurTemplate(Template):
    """Macros of another file are the same for every page: no template is given globals of its own.

    Jinja would compare all globals at every import of every page, a tenth of a page's cost.
    """

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module(None)


def register(app: Flask) -> None:
    app.jinja_env.template_class = OurTemplate
    app.context_processor(frame)
    app.jinja_env.globals |= {"may_do": may_do, "may_anywhere": may_anywhere}
