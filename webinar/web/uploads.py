"""Room for files: the few views that take them may be sent more than a form, by who has signed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import current_app, request, session

View = TypeVar("View", bound=Callable[..., Any])
MOST_BYTES = 64 * 1024 * 1024  # beyond what is accepted, so that the form with its message comes back
MOST_OF_STRANGERS = 12 * 1024 * 1024  # a fitting file of somebody whose sign-in has ended meanwhile


def takes_files(view: View) -> View:
    """Marks a view; it stands below the route and the guard."""
    view.takes_files = True  # type: ignore[attr-defined]
    return view


def make_room(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Before anything reads the request, the check of the form's token included.

    Who has not signed in is turned away by a later guard, which keeps what was typed; less is read of them.
    """
    view = current_app.view_functions.get(endpoint or "")
    if getattr(view, "takes_files", False):
        request.max_content_length = MOST_BYTES if "_user_id" in session else MOST_OF_STRANGERS
