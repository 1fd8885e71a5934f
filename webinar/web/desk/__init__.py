"""Pages of organisers. One guard stands before all of them."""

from __future__ import annotations

from flask import Blueprint, Response
from flask_security.decorators import auth_required

from webinar.web.headers import private
from webinar.web.uploads import make_room

blueprint = Blueprint("desk", __name__, url_prefix="/meja")
blueprint.url_value_preprocessor(make_room)


@blueprint.before_request
@auth_required("session")
def require_sign_in() -> None:
    """Nobody sees a page of the desk without a sign-in."""


@blueprint.after_request
def keep_private(response: Response) -> Response:
    return private(response)


from webinar.web.desk import (  # noqa: E402 - the views add themselves to the blueprint
    berita,  # noqa: F401
    copy,  # noqa: F401
    editor,  # noqa: F401
    editor_order,  # noqa: F401
    editor_part,  # noqa: F401
    editor_section,  # noqa: F401
    event,  # noqa: F401
    event_list,  # noqa: F401
    history,  # noqa: F401
    home,  # noqa: F401
    member,  # noqa: F401
    new_event,  # noqa: F401
    office,  # noqa: F401
    office_import,  # noqa: F401
    person,  # noqa: F401
    person_merge,  # noqa: F401
    position,  # noqa: F401
    registration,  # noqa: F401
    search,  # noqa: F401
    series,  # noqa: F401
    state,  # noqa: F401
    template,  # noqa: F401
    when,  # noqa: F401
)
